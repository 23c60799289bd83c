import type { Day } from '../../base/day.ts';
import { Failure } from '../../base/failure.ts';
import type { Agreement, Provision } from '../../model/agreement.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { column, readTable, type Table, wholeNumber } from '../table.ts';
import type { NamedText } from './import-atop.ts';
import type { ImportedLedger, Unplaced } from './imported-ledger.ts';
import {
  type Obligation,
  type ObligationCodebook,
  obligationCodebookSchema,
  provisionOf,
} from './obligation-codebook.ts';

/** Consecutive years in which one state promises another the same. */
interface Run {
  readonly from: number;
  until: number;
  readonly flags: string;
}

/**
 * Directed dyad-years (ATOP 5.1 or Correlates of War 4.1, as peacesciencer or the projects publish
 * them) as a ledger of its own: one agreement for each pair of states, one provision for each
 * direction, obligation and run of years. The data know years only: a year in it counts whole.
 * Which treaty a promise stands in, and on which conditions, is not in the data.
 */
export function importDyadYears(given: {
  readonly dyads: NamedText;
  readonly numbers: CowNumbers;
  readonly codebook: unknown;
  readonly name: string;
  readonly release: string;
}): ImportedLedger {
  const codebook = obligationCodebookSchema.parse(given.codebook);
  const table = readTable(given.dyads.text, given.dyads.file);
  const unplaced: Unplaced[] = [];
  const { runs, obligations, placed } = runsIn(table, codebook, given.numbers, unplaced);
  const [source] = Object.keys(codebook.sources);
  const byPair = new Map<string, { pair: readonly number[]; directed: Map<string, Run[]> }>();
  for (const [key, stretch] of runs) {
    const [first, second] = key.split(' ').map(Number);
    const pair = first < second ? [first, second] : [second, first];
    const held = byPair.get(pair.join(' ')) ?? { pair, directed: new Map() };
    held.directed.set(key, stretch);
    byPair.set(pair.join(' '), held);
  }
  const lastYear = Number(codebook.releases[given.release].slice(0, 4));
  const agreements = new Map<string, Agreement>();
  for (const { pair, directed } of byPair.values()) {
    const agreement = pairOf({ pair, directed, lastYear, source, obligations, codebook, given });
    agreements.set(agreement.id, agreement);
  }
  return {
    name: given.name,
    title: `${codebook.title} ${given.release}, by dyad and year`.replace(/, version [\d.]+ /, ' '),
    agreements,
    endsOn: codebook.releases[given.release] as Day,
    counts: {
      rows: table.rows.length,
      placed,
      agreements: agreements.size,
      provisions: [...agreements.values()].flatMap((one) => one.provisions).length,
    },
    unplaced,
    findings: table.findings,
    codes: new Map(),
  };
}

function runsIn(
  table: Table,
  codebook: ObligationCodebook,
  numbers: CowNumbers,
  unplaced: Unplaced[],
) {
  const layout = codebook.dyadYears.find((one) =>
    [...one.states, ...one.columns.map((name) => one.prefix + name)].every((name) =>
      table.columns.has(name),
    ),
  );
  if (layout === undefined) {
    const [{ states, prefix, columns }] = codebook.dyadYears;
    const wanted = [...states, 'year', ...columns.map((name) => prefix + name)].join(', ');
    throw new Failure(
      `${table.file} has no layout of dyad-years that the code book ${codebook.title} knows; it ` +
        `would have the columns ${wanted}.`,
    );
  }
  const obligations = layout.columns.map((name) => obligationNamed(name, codebook));
  const [one, other] = layout.states.map((name) => column(table, name));
  const year = column(table, 'year');
  const flags = layout.columns.map((name) => column(table, layout.prefix + name));
  const isDirected = layout.states[0] === 'ccode1';
  const runs = new Map<string, Run[]>();
  let placed = 0;
  for (const row of table.rows) {
    const [a, b, on] = [one(row), other(row), year(row)];
    const why = whyUnplaced(a, b, on, numbers);
    if (why !== undefined) {
      unplaced.push({ line: row.line, row: `${a} to ${b} in ${on}`, why });
      continue;
    }
    placed++;
    const set = flags.map((read) => (read(row) === '1' ? '1' : '0')).join('');
    addYear(runs, `${a} ${b}`, Number(on), set);
    if (!isDirected) addYear(runs, `${b} ${a}`, Number(on), set);
  }
  return { runs, obligations, placed };
}

function obligationNamed(name: string, codebook: ObligationCodebook): Obligation {
  const own = codebook.sameAs?.[name] ?? name;
  const found = codebook.obligations.find((obligation) => obligation.column === own);
  if (found === undefined) throw new Failure(`The code book has no obligation ${own}.`);
  return found;
}

function whyUnplaced(a: string, b: string, year: string, numbers: CowNumbers): string | undefined {
  const on = wholeNumber(year);
  if (on === undefined) return 'It has no year.';
  const stretch = { from: `${on}-01-01` as Day, until: `${on + 1}-01-01` as Day };
  for (const cell of [a, b]) {
    const number = wholeNumber(cell);
    if (number === undefined || numbers.codesIn(number, stretch).length === 0)
      return `No state of the code book bears number ${cell} then.`;
  }
  return undefined;
}

/** Rows come in the order of their years or not: runs are joined at the end of the last one. */
function addYear(runs: Map<string, Run[]>, key: string, year: number, flags: string): void {
  const held = runs.get(key);
  const last = held?.at(-1);
  if (last !== undefined && last.flags === flags && last.until === year) last.until = year + 1;
  else if (held === undefined) runs.set(key, [{ from: year, until: year + 1, flags }]);
  else held.push({ from: year, until: year + 1, flags });
}

function pairOf(made: {
  readonly pair: readonly number[];
  readonly directed: ReadonlyMap<string, readonly Run[]>;
  readonly lastYear: number;
  readonly source: string;
  readonly obligations: readonly Obligation[];
  readonly codebook: ObligationCodebook;
  readonly given: { readonly numbers: CowNumbers; readonly name: string };
}): Agreement {
  const { numbers, name } = made.given;
  const all = [...made.directed.values()].flat();
  const from = Math.min(...all.map((run) => run.from));
  const until = Math.max(...all.map((run) => run.until));
  const isOpen = until > made.lastYear;
  const whole = { from: `${from}-01-01` as Day, until: `${until}-01-01` as Day };
  const sources = [made.source];
  return {
    id: `${name}-${made.pair.join('-')}`.replaceAll('.', '-'),
    name: `${made.pair.map((number) => numbers.nameOn(number, whole.from)).join(' and ')}, by year`,
    inForce: { day: whole.from, how: 'first year in the data', certainty: 'reported', sources },
    ...(isOpen
      ? {}
      : {
          ended: { day: whole.until, how: 'last year in the data', certainty: 'reported', sources },
        }),
    standing: isOpen ? 'in force' : 'ended',
    parties: made.pair.flatMap((number) =>
      numbers.codesIn(number, whole).map((part) => ({
        state: part.code,
        from: part.from,
        ...(isOpen && part.until === whole.until ? {} : { until: part.until }),
      })),
    ),
    provisions: [...made.directed].flatMap(([key, runs]) =>
      runs.flatMap((run) => provisionsOf(key, run, { ...made, numbers })),
    ),
    sources: { [made.source]: made.codebook.sources[made.source] },
  };
}

function provisionsOf(
  key: string,
  run: Run,
  made: {
    readonly obligations: readonly Obligation[];
    readonly lastYear: number;
    readonly source: string;
    readonly numbers: CowNumbers;
  },
): Provision[] {
  const [bound, towards] = key.split(' ').map(Number);
  const stretch = { from: `${run.from}-01-01` as Day, until: `${run.until}-01-01` as Day };
  const codes = (number: number) => [
    ...new Set(made.numbers.codesIn(number, stretch).map((part) => part.code)),
  ];
  return made.obligations.flatMap((obligation, index) => {
    if (run.flags[index] !== '1') return [];
    const promise = { obligation, conditions: [], foes: [] };
    return [
      provisionOf(promise, {
        id: `${obligation.column}-${bound}-${run.from}`,
        bound: codes(bound),
        towards: codes(towards),
        from: stretch.from,
        ...(run.until > made.lastYear ? {} : { until: stretch.until }),
        source: made.source,
      }),
    ];
  });
}

import type { Agreement, Provision } from '../../model/agreement.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { readTable } from '../table.ts';
import { type DyadRuns, daysOfYears, type Run, runsIn } from './dyad-runs.ts';
import type { NamedText } from './import-atop.ts';
import { type ImportedLedger, makeLedger } from './imported-ledger.ts';
import {
  lastDay,
  type Obligation,
  obligationCodebookSchema,
  provisionOf,
} from './obligation-codebook.ts';

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
  const { name, release, numbers } = given;
  const codebook = obligationCodebookSchema.parse(given.codebook);
  const table = readTable(given.dyads.text, given.dyads.file);
  const { runs, obligations, placed, unplaced } = runsIn(table, codebook, numbers);
  const endsOn = lastDay(codebook, release);
  const [source] = Object.keys(codebook.sources);
  const years = { obligations, numbers, source, last: Number(endsOn.slice(0, 4)) };
  const agreements = new Map<string, Agreement>();
  for (const [pair, own] of byPair(runs)) {
    const id = `${name}-${pair}`.replaceAll('.', '-');
    const cited = { [source]: codebook.sources[source] };
    agreements.set(id, { ...agreementOf(id, own, years), sources: cited });
  }
  const title = `${codebook.title} ${release}, by dyad and year`;
  return makeLedger(
    { name, title: title.replace(/, version [\d.]+ /, ' '), endsOn },
    { agreements, codes: new Map() },
    { read: table.rows.length, placed },
    { unplaced, findings: table.findings },
  );
}

/** What the years of a data set are read with. */
interface Years {
  readonly obligations: readonly Obligation[];
  readonly numbers: CowNumbers;
  readonly source: string;
  /** The last one covered: what stands in it is taken to go on. */
  readonly last: number;
}

/** All runs of two states in both directions, by their numbers, the lower one first. */
function byPair(runs: DyadRuns['runs']): ReadonlyMap<string, readonly Run[]> {
  const pairs = new Map<string, Run[]>();
  for (const own of runs.values()) {
    const [{ bound, towards }] = own;
    const key = [Math.min(bound, towards), Math.max(bound, towards)].join('-');
    pairs.set(key, [...(pairs.get(key) ?? []), ...own]);
  }
  return pairs;
}

function agreementOf(id: string, runs: readonly Run[], years: Years): Agreement {
  const { numbers, source, last } = years;
  const [{ bound, towards }] = runs;
  const pair = [Math.min(bound, towards), Math.max(bound, towards)];
  const until = Math.max(...runs.map((run) => run.until));
  const isOpen = until > last;
  const whole = daysOfYears(Math.min(...runs.map((run) => run.from)), until);
  const reported = { certainty: 'reported' as const, sources: [source] };
  return {
    id,
    name: `${pair.map((number) => numbers.nameOn(number, whole.from)).join(' and ')}, by year`,
    inForce: { day: whole.from, how: 'first year in the data', ...reported },
    ...(isOpen ? {} : { ended: { day: whole.until, how: 'last year in the data', ...reported } }),
    standing: isOpen ? 'in force' : 'ended',
    parties: pair.flatMap((number) =>
      numbers.codesIn(number, whole).map((part) => ({
        state: part.code,
        from: part.from,
        ...(isOpen && part.until === whole.until ? {} : { until: part.until }),
      })),
    ),
    provisions: runs.flatMap((run) => provisionsOf(run, years)),
    sources: {},
  };
}

function provisionsOf(run: Run, { obligations, numbers, source, last }: Years): Provision[] {
  const { from, until } = daysOfYears(run.from, run.until);
  const codes = (number: number) => [
    ...new Set(numbers.codesIn(number, { from, until }).map((part) => part.code)),
  ];
  return obligations
    .filter((_, index) => run.flags[index] === '1')
    .map((obligation) => {
      const id = `${obligation.column}-${run.bound}-${run.from}`;
      return {
        ...provisionOf({ obligation, conditions: [], foes: [] }, id, source),
        bound: codes(run.bound),
        towards: codes(run.towards),
        from,
        ...(run.until > last ? {} : { until }),
      };
    });
}

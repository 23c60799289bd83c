import type { Day, Interval } from '../../base/day.ts';
import { Failure } from '../../base/failure.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { column, type Table, wholeNumber } from '../table.ts';
import type { Unplaced } from './imported-ledger.ts';
import type { Obligation, ObligationCodebook } from './obligation-codebook.ts';

/** Consecutive years in which one state promises another the same. */
export interface Run {
  readonly bound: number;
  readonly towards: number;
  readonly from: number;
  /** The year after the last one. */
  until: number;
  /** A `1` for each obligation that is set, in their order. */
  readonly flags: string;
}

export interface DyadRuns {
  readonly obligations: readonly Obligation[];
  /** By the two states, the bound one first, in the order they come in the table. */
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  readonly placed: number;
  readonly unplaced: readonly Unplaced[];
}

/** The runs in a table of dyad-years, in a layout that the code book knows. */
export function runsIn(table: Table, codebook: ObligationCodebook, numbers: CowNumbers): DyadRuns {
  const layout = layoutOf(table, codebook);
  const [one, other] = layout.states.map((name) => column(table, name));
  const year = column(table, 'year');
  const flags = layout.columns.map((name) => column(table, layout.prefix + name));
  const isDirected = layout.states[0] === 'ccode1';
  const runs = new Map<string, Run[]>();
  const unplaced: Unplaced[] = [];
  for (const row of table.rows) {
    const [a, b, on] = [one(row), other(row), year(row)];
    const why = whyUnplaced(a, b, on, numbers);
    if (why !== undefined) {
      unplaced.push({ line: row.line, row: `${a} to ${b} in ${on}`, why });
      continue;
    }
    const set = flags.map((read) => (read(row) === '1' ? '1' : '0')).join('');
    addYear(runs, [Number(a), Number(b)], Number(on), set);
    if (!isDirected) addYear(runs, [Number(b), Number(a)], Number(on), set);
  }
  const obligations = layout.columns.map((name) => obligationNamed(name, codebook));
  return { obligations, runs, placed: table.rows.length - unplaced.length, unplaced };
}

/** The days of some whole years. */
export function daysOfYears(from: number, until: number): Required<Interval> {
  return { from: `${from}-01-01` as Day, until: `${until}-01-01` as Day };
}

function layoutOf(table: Table, { dyadYears, title }: ObligationCodebook) {
  const layout = dyadYears.find((one) =>
    [...one.states, ...one.columns.map((name) => one.prefix + name)].every((name) =>
      table.columns.has(name),
    ),
  );
  if (layout !== undefined) return layout;
  const [{ states, prefix, columns }] = dyadYears;
  const wanted = [...states, 'year', ...columns.map((name) => prefix + name)].join(', ');
  throw new Failure(
    `${table.file} has no layout of dyad-years that the code book ${title} knows; it would have ` +
      `the columns ${wanted}.`,
  );
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
  for (const cell of [a, b]) {
    const number = wholeNumber(cell);
    if (number === undefined || numbers.codesIn(number, daysOfYears(on, on + 1)).length === 0)
      return `No state of the code book bears number ${cell} then.`;
  }
  return undefined;
}

/** Rows come in the order of their years or not: a run goes on only from the last row. */
function addYear(
  runs: Map<string, Run[]>,
  [bound, towards]: readonly [number, number],
  year: number,
  flags: string,
): void {
  const key = `${bound} ${towards}`;
  const own = runs.get(key) ?? [];
  if (own.length === 0) runs.set(key, own);
  const last = own.at(-1);
  if (last?.flags === flags && last.until === year) last.until = year + 1;
  else own.push({ bound, towards, from: year, until: year + 1, flags });
}

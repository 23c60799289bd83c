import { Failure } from '../../base/failure.ts';
import type { Finding } from '../../base/finding.ts';
import type { NamedText } from '../alliances/import-atop.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { dateOf } from '../data-set-day.ts';
import { column, readTable, type Table, type TableRow, wholeNumber } from '../table.ts';
import { type Dyad, dayIn, type WarList, warsOf } from './war-act.ts';
import { readSides } from './war-sides.ts';

/**
 * Reads a list of wars, known by its columns: the Interstate War Data (Reiter, Stam and Horowitz:
 * dated dyads, the initiator first) or the Correlates of War inter-state wars 4.0 (participants
 * with sides; the pairs are made here).
 * @param codebook the parsed `data/codebooks/cow-wars.yaml`
 */
export function readWars(given: NamedText, numbers: CowNumbers, codebook: unknown): WarList {
  const table = readTable(given.text, given.file);
  if (table.columns.has('init_ccode')) return readDyads(table, numbers);
  if (table.columns.has('WarNum') && table.columns.has('Side'))
    return readSides(table, numbers, codebook);
  throw new Failure(
    `${given.file} is not a list of wars known here: give the Interstate War Data (columns ` +
      'init_ccode, target_ccode ...) or the Correlates of War inter-state wars (WarNum, Side ...).',
  );
}

/** The file has a row for each year of a dyad; they are joined to one act. */
function readDyads(table: Table, numbers: CowNumbers): WarList {
  const cell = (name: string) => column(table, name);
  const [war, name, dyad] = [cell('larger_war_id'), cell('larger_war_name'), cell('init_war_id')];
  const [year, joiner] = [cell('year'), cell('joiner')];
  const [startMonth, startDay] = [cell('month_entry'), cell('day_entry')];
  const [endMonth, endDay] = [cell('month_exit'), cell('day_exit')];
  const findings: Finding[] = [...table.findings];
  const attackerOf = numberByName(table, 'init', findings);
  const targetOf = numberByName(table, 'target', findings);
  const dyads = new Map<string, Dyad>();
  for (const row of table.rows) {
    const on = dayIn(dateOf(year(row), startMonth(row), startDay(row)), 'first');
    const until = dayIn(dateOf(year(row), endMonth(row), endDay(row)), 'past');
    const [attacker, target] = [attackerOf(row), targetOf(row)];
    if (on === undefined || attacker === undefined || target === undefined) {
      const message = 'The row names no two states and year: it is left out.';
      findings.push({ code: 'war-row', message, file: table.file, line: row.line });
      continue;
    }
    const key = [war(row), dyad(row), attacker, target].join(' ');
    const known = dyads.get(key);
    const joins = joiner(row) === '1';
    const made = {
      war: war(row),
      name: name(row),
      attacker,
      target,
      joins,
      on,
      until: until ?? on,
    };
    if (known === undefined) dyads.set(key, made);
    else {
      if (on < known.on) known.on = on;
      if (made.until > known.until) known.until = made.until;
    }
  }
  return { kind: 'interstate war data', wars: warsOf([...dyads.values()], numbers), findings };
}

/**
 * A state's number where one name goes with two: the more frequent one, and a finding. The
 * published file gives Germany the number of Russia in five rows and Greece a wrong one in two.
 */
function numberByName(
  table: Table,
  prefix: string,
  findings: Finding[],
): (row: TableRow) => number | undefined {
  const sides = ['init', 'target'].map((side) => ({
    name: column(table, `${side}_name`),
    number: column(table, `${side}_ccode`),
  }));
  const counts = new Map<string, Map<number, number>>();
  for (const row of table.rows) {
    for (const side of sides) {
      const number = wholeNumber(side.number(row));
      if (number === undefined) continue;
      const own = counts.get(side.name(row)) ?? new Map<number, number>();
      counts.set(side.name(row), own.set(number, (own.get(number) ?? 0) + 1));
    }
  }
  const usual = new Map(
    [...counts].map(([name, own]) => [name, [...own].sort((a, b) => b[1] - a[1])[0][0]]),
  );
  const [name, number] = [column(table, `${prefix}_name`), column(table, `${prefix}_ccode`)];
  return (row) => {
    const given = wholeNumber(number(row));
    const own = usual.get(name(row));
    if (given !== own) {
      const numbers = `${name(row)} bears number ${number(row)} here and ${own} elsewhere`;
      const message = `${numbers}: ${own} is taken.`;
      findings.push({ code: 'state-number', message, file: table.file, line: row.line });
    }
    return own;
  };
}

import type { Day } from '../base/day.ts';
import { Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import type { CowNumbers } from './cow-numbers.ts';
import { dateOf, firstDay, pastDay } from './data-set-day.ts';
import type { NamedText } from './import-atop.ts';
import { column, readTable, type Table, type TableRow, wholeNumber } from './table.ts';

/** One state against another in a war: the mover first. */
export interface WarAct {
  readonly attacker: string;
  readonly target: string;
  readonly on: Day;
  /** The day after the last one of the fight. */
  readonly until: Day;
  /** The mover came into a war that was on already. */
  readonly joins: boolean;
}

export interface War {
  /** The number in its list. */
  readonly id: string;
  readonly name: string;
  readonly acts: readonly WarAct[];
}

export interface WarList {
  readonly kind: 'interstate war data' | 'correlates of war';
  readonly wars: ReadonlyMap<string, War>;
  readonly findings: readonly Finding[];
}

/**
 * Reads a list of wars, told by its columns: the Interstate War Data (Reiter, Stam and Horowitz:
 * dated dyads, the initiator first) or the Correlates of War inter-state wars 4.0 (participants
 * with sides; the pairs are made here).
 */
export function readWars(given: NamedText, numbers: CowNumbers): WarList {
  const table = readTable(given.text, given.file);
  if (table.columns.has('init_ccode')) return readDyads(table, numbers);
  if (table.columns.has('WarNum') && table.columns.has('Side')) return readSides(table, numbers);
  throw new Failure(
    `${given.file} is no list of wars that is known here: give the Interstate War Data (columns ` +
      'init_ccode, target_ccode ...) or the Correlates of War inter-state wars (WarNum, Side ...).',
  );
}

interface Dyad {
  readonly war: string;
  readonly name: string;
  readonly attacker: number;
  readonly target: number;
  readonly joins: boolean;
  on: Day;
  until: Day;
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
    const held = dyads.get(key);
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
    if (held === undefined) dyads.set(key, made);
    else {
      if (on < held.on) held.on = on;
      if (made.until > held.until) held.until = made.until;
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
      const held = counts.get(side.name(row)) ?? new Map<number, number>();
      counts.set(side.name(row), held.set(number, (held.get(number) ?? 0) + 1));
    }
  }
  const usual = new Map(
    [...counts].map(([name, held]) => [name, [...held].sort((a, b) => b[1] - a[1])[0][0]]),
  );
  const [name, number] = [column(table, `${prefix}_name`), column(table, `${prefix}_ccode`)];
  return (row) => {
    const given = wholeNumber(number(row));
    const own = usual.get(name(row));
    if (given !== own) {
      const message = `${name(row)} bears number ${number(row)} here and ${own} elsewhere: ${own} is taken.`;
      findings.push({ code: 'state-number', message, file: table.file, line: row.line });
    }
    return own;
  };
}

interface Participant {
  readonly number: number;
  readonly side: string;
  readonly isInitiator: boolean;
  readonly on: Day;
  readonly until: Day;
}

/**
 * Pairs of the two sides that fought at the same time. Of two there from the start the initiator
 * moves, and states on its side with it; who comes later moves against those already there.
 */
function readSides(table: Table, numbers: CowNumbers): WarList {
  const cell = (name: string) => column(table, name);
  const [war, name, number, side] = [cell('WarNum'), cell('WarName'), cell('ccode'), cell('Side')];
  const initiator = cell('Initiator');
  const start = ['StartYear1', 'StartMonth1', 'StartDay1'].map(cell);
  const end = ['EndYear1', 'EndMonth1', 'EndDay1'].map(cell);
  const byWar = new Map<string, { name: string; states: Participant[] }>();
  const findings: Finding[] = [...table.findings];
  for (const row of table.rows) {
    const on = dayIn(dateOf(start[0](row), start[1](row), start[2](row)), 'first');
    const until = dayIn(dateOf(end[0](row), end[1](row), end[2](row)), 'past');
    const state = wholeNumber(number(row));
    if (on === undefined || state === undefined) {
      const message = 'The row names no state and year: it is left out.';
      findings.push({ code: 'war-row', message, file: table.file, line: row.line });
      continue;
    }
    const held = byWar.get(war(row)) ?? { name: name(row), states: [] };
    const isInitiator = initiator(row) === '1';
    held.states.push({ number: state, side: side(row), isInitiator, on, until: until ?? on });
    byWar.set(war(row), held);
  }
  const dyads = [...byWar].flatMap(([id, { name: told, states }]) =>
    states.flatMap((attacker) =>
      states.flatMap((target) => {
        if (!movesAgainst(attacker, target, states)) return [];
        const on = laterDay(attacker.on, target.on);
        const until = earlierDay(attacker.until, target.until);
        const joins = on > states.map((state) => state.on).reduce(earlierDay);
        const pair = { attacker: attacker.number, target: target.number };
        return [{ war: id, name: told, ...pair, joins, on, until }];
      }),
    ),
  );
  return { kind: 'correlates of war', wars: warsOf(dyads, numbers), findings };
}

function movesAgainst(a: Participant, b: Participant, all: readonly Participant[]): boolean {
  if (a.side === b.side || a.on >= b.until || b.on >= a.until) return false;
  if (a.on !== b.on) return a.on > b.on;
  return all.some((state) => state.side === a.side && state.isInitiator);
}

function earlierDay(a: Day, b: Day): Day {
  if (a < b) return a;
  return b;
}

function laterDay(a: Day, b: Day): Day {
  if (a < b) return b;
  return a;
}

function warsOf(dyads: readonly Dyad[], numbers: CowNumbers): ReadonlyMap<string, War> {
  const wars = new Map<string, { id: string; name: string; acts: WarAct[] }>();
  for (const { war: id, name, attacker, target, on, until, joins } of dyads) {
    const war = wars.get(id) ?? { id, name, acts: [] };
    wars.set(id, war);
    const [from, against] = [numbers.codeOn(attacker, on), numbers.codeOn(target, on)];
    if (from === undefined || against === undefined || from === against) continue;
    war.acts.push({ attacker: from, target: against, on, until, joins });
  }
  for (const war of wars.values())
    war.acts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return wars;
}

function dayIn(date: string | undefined, which: 'first' | 'past'): Day | undefined {
  if (date === undefined) return undefined;
  return which === 'first' ? firstDay(date) : pastDay(date);
}

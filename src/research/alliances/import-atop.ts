import { assert } from '../../base/assert.ts';
import type { Interval } from '../../base/day.ts';
import { exitCode, Failure } from '../../base/failure.ts';
import type { Finding } from '../../base/finding.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { dateOf, stretchBetween } from '../data-set-day.ts';
import { column, optionalColumn, readTable, type Table, wholeNumber } from '../table.ts';
import { type ImportedLedger, makeLedger, type Unplaced } from './imported-ledger.ts';
import { alliancesOf, type MemberRow, whyUnplaced } from './member-rows.ts';
import {
  type CodedPromise,
  lastDay,
  type Obligation,
  obligationCodebookSchema,
} from './obligation-codebook.ts';

/** A file as text, with the name under which findings speak of it. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/**
 * ATOP at member level (4.01, or 5.1 as published in `atop5_1m.csv`) as a ledger of its own, named
 * `atop-4.01` or `atop-5.1`. With the alliance-level file the two are compared, and what differs
 * is a finding.
 * @param given.codebook the parsed `data/codebooks/atop.yaml`
 */
export function importAtop(given: {
  readonly members: NamedText;
  readonly alliances?: NamedText;
  readonly numbers: CowNumbers;
  readonly codebook: unknown;
}): ImportedLedger {
  const codebook = obligationCodebookSchema.parse(given.codebook);
  const table = readTable(given.members.text, given.members.file);
  const release = releaseOf(table, Object.keys(codebook.releases));
  const unplaced: Unplaced[] = [];
  const findings: Finding[] = [...table.findings];
  const byAlliance = new Map<string, MemberRow[]>();
  for (const row of memberRows(table, codebook.obligations, given.numbers, unplaced)) {
    byAlliance.set(row.alliance, [...(byAlliance.get(row.alliance) ?? []), row]);
  }
  const levels = given.alliances && allianceLevel(given.alliances);
  if (levels && given.alliances)
    findings.push(...compareLevels(byAlliance, levels, given.alliances.file));
  const dataSet = {
    key: 'atop',
    called: 'ATOP alliance',
    numbers: given.numbers,
    codebook,
  } as const;
  return makeLedger(
    { name: `atop-${release}`, title: `ATOP ${release}`, endsOn: lastDay(codebook, release) },
    alliancesOf(byAlliance, dataSet, (alliance) => levels?.get(alliance)?.cow),
    { read: table.rows.length, placed: [...byAlliance.values()].flat().length },
    { unplaced, findings },
  );
}

function releaseOf(table: Table, known: readonly string[]): string {
  const version = optionalColumn(table, 'version');
  const named = table.rows.length === 0 ? '' : version(table.rows[0]);
  const release = named === '' ? '5.1' : String(Number(Number(named).toFixed(2)));
  if (known.includes(release)) return release;
  throw new Failure(
    `${table.file} is ATOP ${named}; the code book knows ${known.join(' and ')}. Later releases ` +
      'may code their columns otherwise: add the release to data/codebooks/atop.yaml once checked.',
    exitCode.failed,
  );
}

function* memberRows(
  table: Table,
  obligations: readonly Obligation[],
  numbers: CowNumbers,
  unplaced: Unplaced[],
): Generator<MemberRow> {
  const cell = (name: string) => column(table, name);
  const [alliance, member] = [cell('atopid'), cell('member')];
  const entryCells = [cell('yrent'), cell('moent'), cell('dayent')];
  const exitCells = [cell('yrexit'), cell('moexit'), cell('dayexit')];
  const promisesIn = promiseReader(table, obligations, numbers);
  for (const row of table.rows) {
    const [year, month, day] = entryCells.map((read) => read(row));
    const entry = dateOf(year, month, day);
    const [exitYear, exitMonth, exitDay] = exitCells.map((read) => read(row));
    const exit = dateOf(exitYear, exitMonth, exitDay);
    const number = wholeNumber(member(row));
    const why = whyUnplaced(number, entry, exit, numbers);
    if (why !== undefined || number === undefined || entry === undefined) {
      const named = `alliance ${alliance(row)}, member ${member(row)}`;
      unplaced.push({ line: row.line, row: named, why: why ?? '' });
      continue;
    }
    yield {
      line: row.line,
      alliance: alliance(row),
      member: number,
      entry,
      exit,
      ...promisesIn(row.cells, stretchBetween(entry, exit)),
    };
  }
}

/** Reads what a row promises; columns are looked up once. */
function promiseReader(table: Table, obligations: readonly Obligation[], numbers: CowNumbers) {
  const at = (name: string) => table.columns.get(name) ?? -1;
  const plan = obligations.map((obligation) => ({
    obligation,
    flag: at(obligation.column),
    conditions: Object.entries(obligation.conditions).map(([name, condition]) => ({
      name,
      index: at(name),
      needs: condition.with === undefined ? undefined : at(condition.with),
    })),
  }));
  for (const { obligation, flag } of plan) {
    if (flag === -1) column(table, obligation.column);
  }
  const foeColumns = ['statthr1', 'statthr2'].map(at);
  const kept = ['phase', 'specthrt', 'statthr1', 'statthr2'].map((name) => ({
    name,
    index: at(name),
  }));
  return (cells: readonly string[], stretch: Interval) => {
    const foes = foeColumns.flatMap((index) => {
      const number = index === -1 ? undefined : wholeNumber(cells[index]);
      if (number === undefined || number === 0) return [];
      return numbers.codesIn(number, stretch).map((part) => part.code);
    });
    const promises: CodedPromise[] = [];
    const codes: Record<string, string> = {};
    for (const { name, index } of kept) if (index !== -1) codes[name] = cells[index];
    for (const { obligation, flag, conditions } of plan) {
      if (cells[flag] !== '1') continue;
      codes[obligation.column] = '1';
      const set = conditions
        .filter(({ index, needs }) => cells[index] === '1' && isSet(cells, needs))
        .map(({ name }) => name);
      for (const name of set) codes[name] = '1';
      promises.push({ obligation, conditions: set, foes });
    }
    return { promises, codes };
  };
}

function isSet(cells: readonly string[], index: number | undefined): boolean {
  return index === undefined || cells[index] === '1';
}

interface Level {
  readonly line: number;
  readonly cow?: number;
  readonly members: ReadonlySet<number>;
}

function allianceLevel(given: NamedText): ReadonlyMap<string, Level> {
  const table = readTable(given.text, given.file);
  const [alliance, cow] = [column(table, 'atopid'), optionalColumn(table, 'cow4id')];
  const memberCells = [...table.columns]
    .filter(([name]) => /^mem\d+$/.test(name))
    .map(([, index]) => index);
  return new Map(
    table.rows.map((row) => {
      const members = memberCells.flatMap((index) => wholeNumber(row.cells[index]) ?? []);
      const link = wholeNumber(cow(row));
      const level = { line: row.line, members: new Set(members.filter((number) => number > 0)) };
      return [alliance(row), link === undefined || link <= 0 ? level : { ...level, cow: link }];
    }),
  );
}

function compareLevels(
  byAlliance: ReadonlyMap<string, readonly MemberRow[]>,
  levels: ReadonlyMap<string, Level>,
  file: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [alliance, level] of levels) {
    const rows = byAlliance.get(alliance);
    const members = new Set((rows ?? []).map((row) => row.member));
    const missing = [...level.members].filter((number) => !members.has(number));
    const extra = [...members].filter((number) => !level.members.has(number));
    if (missing.length === 0 && extra.length === 0) continue;
    const parts = [
      missing.length > 0 ? `${missing.join(', ')} only here` : '',
      extra.length > 0 ? `${extra.join(', ')} only at member level` : '',
    ];
    const which = parts.filter((part) => part !== '').join('; ');
    const message = `Alliance ${alliance} has other members than at member level: ${which}.`;
    findings.push({ code: 'levels-differ', message, file, line: level.line });
  }
  for (const alliance of byAlliance.keys()) {
    assert(alliance !== '', 'Rows without an alliance were left out before.');
    if (levels.has(alliance)) continue;
    const message = `Alliance ${alliance} stands only at member level.`;
    findings.push({ code: 'levels-differ', message, file });
  }
  return findings;
}

import { assert } from '../../base/assert.ts';
import { addDays, type Interval } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import type { Agreement, Membership, Provision } from '../../model/agreement.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { dayAfter, firstDay, stretchBetween } from '../data-set-day.ts';
import { type CodedPromise, type ObligationCodebook, provisionOf } from './obligation-codebook.ts';

/** One state's stretch in one alliance, as a member-level row codes it. */
export interface MemberRow {
  readonly line: number;
  readonly alliance: string;
  readonly member: number;
  /** EDTF, the first day bound. */
  readonly entry: string;
  /** EDTF, the last day bound; absent: bound when the data set ends. */
  readonly exit?: string;
  readonly promises: readonly CodedPromise[];
  /** The row's own codes, kept beside our words. */
  readonly codes: Readonly<Record<string, string>>;
}

/** What all alliances of a data set have in common. */
export interface DataSet {
  /** Prefix of ids, and the source that is cited. */
  readonly key: 'atop' | 'cow';
  /** What it calls one alliance: `ATOP alliance`. */
  readonly called: string;
  readonly numbers: CowNumbers;
  readonly codebook: ObligationCodebook;
}

type Codes = Readonly<Record<string, string>>;

export interface Alliances {
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** The data set's own codes, by agreement and provision. */
  readonly codes: ReadonlyMap<string, Codes>;
}

/**
 * Makes one agreement of all rows of one alliance. Rows that follow one another make one
 * membership; a number that passes to another state code on a day makes two. Rows that promise the
 * same over the same days make one provision, bound on all their states.
 * @param cowNumber the number of an alliance in Correlates of War, where another data set links it
 */
export function alliancesOf(
  byAlliance: ReadonlyMap<string, readonly MemberRow[]>,
  dataSet: DataSet,
  cowNumber: (alliance: string) => number | undefined,
): Alliances {
  const agreements = new Map<string, Agreement>();
  const codes = new Map<string, Codes>();
  for (const [alliance, rows] of byAlliance) {
    assert(rows.length > 0, 'An alliance has at least one row.');
    const inOrder = [...rows].sort((a, b) => compareText(a.entry, b.entry) || a.member - b.member);
    const promises = promisesOf(inOrder, dataSet);
    const provisions = promises.map(({ provision }) => provision);
    const agreement = agreementOf(alliance, inOrder, provisions, dataSet);
    const cow = cowNumber(alliance);
    agreements.set(agreement.id, cow === undefined ? agreement : { ...agreement, cow });
    for (const { provision, row } of promises) codes.set(`${agreement.id}/${provision.id}`, row);
  }
  return { agreements, codes };
}

/** Why a row can make no part of an agreement; `undefined` where it can. */
export function whyUnplaced(
  member: number | undefined,
  entry: string | undefined,
  exit: string | undefined,
  numbers: CowNumbers,
): string | undefined {
  if (member === undefined || entry === undefined)
    return 'It has no year of entry or no member number.';
  return numbers.codesIn(member, stretchBetween(entry, exit)).length === 0
    ? `No state of the code book bears number ${member} then.`
    : undefined;
}

function agreementOf(
  alliance: string,
  rows: readonly MemberRow[],
  provisions: Provision[],
  { key, called, numbers, codebook }: DataSet,
): Agreement {
  const exits = rows.map((row) => row.exit);
  const last = exits.includes(undefined) ? undefined : exits.reduce(later);
  const reported = { certainty: 'reported' as const, sources: [key] };
  const how = 'as the data set dates it: often the day of signature';
  return {
    id: `${key}-${alliance}`,
    name: `${called} ${Number(alliance)}: ${namesOf(rows, numbers)}`,
    [key]: Number(alliance),
    inForce: { day: rows[0].entry, how, ...reported },
    ...(last === undefined ? {} : { ended: { day: dayAfter(last), ...reported } }),
    standing: last === undefined ? 'in force' : 'ended',
    parties: membershipsOf(rows, numbers),
    provisions,
    sources: { [key]: { ...codebook.sources[key], at: `alliance ${Number(alliance)}` } },
  };
}

function membershipsOf(rows: readonly MemberRow[], numbers: CowNumbers): Membership[] {
  const memberships: Membership[] = [];
  for (const member of new Set(rows.map((row) => row.member))) {
    for (const spell of spellsOf(rows.filter((row) => row.member === member))) {
      const codes = numbers.codesIn(member, stretchBetween(spell.entry, spell.exit));
      codes.forEach((part, index) => {
        const isLast = index === codes.length - 1;
        const until = isLast ? spell.exit && dayAfter(spell.exit) : part.until;
        memberships.push({
          state: part.code,
          from: index === 0 ? spell.entry : part.from,
          ...(until === undefined ? {} : { until }),
          ...(until === undefined || isLast ? {} : { left: 'another state stands in for it' }),
          certainty: 'reported',
        });
      });
    }
  }
  return memberships;
}

/** Rows that touch, as the phases of one alliance do, are one stretch of membership. */
function spellsOf(rows: readonly MemberRow[]): { entry: string; exit?: string }[] {
  const spells: { entry: string; exit?: string }[] = [];
  for (const row of rows) {
    const before = spells.at(-1);
    const touches =
      before !== undefined &&
      (before.exit === undefined || compareText(row.entry, dayAfter(before.exit)) <= 0);
    if (!touches) spells.push({ entry: row.entry, exit: row.exit });
    else if (before.exit !== undefined)
      before.exit = row.exit === undefined ? undefined : later(before.exit, row.exit);
  }
  return spells;
}

/** Each promise once for all who give it over the same days, with the codes of its rows. */
function promisesOf(
  rows: readonly MemberRow[],
  { key, numbers }: DataSet,
): { provision: Provision; row: Codes }[] {
  const groups = new Map<string, { rows: MemberRow[]; promise: CodedPromise }>();
  for (const row of rows) {
    for (const promise of row.promises) {
      const { obligation, conditions, foes } = promise;
      const alike = JSON.stringify([obligation.column, row.entry, row.exit, conditions, foes]);
      const group = groups.get(alike) ?? { rows: [], promise };
      group.rows.push(row);
      groups.set(alike, group);
    }
  }
  const counts = new Map<string, number>();
  return [...groups.values()].map(({ rows: alike, promise }) => {
    const { column } = promise.obligation;
    const number = (counts.get(column) ?? 0) + 1;
    counts.set(column, number);
    const stretch = stretchOf(alike[0], rows);
    const bound = alike.flatMap((row) =>
      numbers.codesIn(row.member, stretch).map((part) => part.code),
    );
    const provision = provisionOf(promise, `${column}-${number}`, key);
    return {
      provision: { ...provision, bound: [...new Set(bound)], ...stretch },
      row: { ...alike[0].codes, member: alike.map((row) => row.member).join(' ') },
    };
  });
}

/** Where another row of the member begins on the day this one ends, that day is the other's. */
function stretchOf(row: MemberRow, rows: readonly MemberRow[]): Interval {
  const { from, until } = stretchBetween(row.entry, row.exit);
  if (until === undefined) return { from };
  const lastDay = addDays(until, -1);
  const isFollowed = rows.some(
    (next) => next.member === row.member && next !== row && next.entry === lastDay,
  );
  return { from, until: isFollowed ? lastDay : until };
}

function later(left: string | undefined, right: string | undefined): string {
  assert(left !== undefined && right !== undefined, 'Only ends that are known are compared.');
  return compareText(left, right) >= 0 ? left : right;
}

function namesOf(rows: readonly MemberRow[], numbers: CowNumbers): string {
  const members = [...new Set(rows.map((row) => row.member))].sort((a, b) => a - b);
  const shown = members.slice(0, 4).map((number) => nameOf(number, rows, numbers));
  const rest = members.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** As it was called when it came under the alliance. */
function nameOf(number: number, rows: readonly MemberRow[], numbers: CowNumbers): string {
  const entry = rows.find((row) => row.member === number)?.entry;
  const day = entry === undefined ? undefined : firstDay(entry);
  return (day === undefined ? undefined : numbers.nameOn(number, day)) ?? String(number);
}

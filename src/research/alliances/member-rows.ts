import { assert } from '../../base/assert.ts';
import { addDays, type Day } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import type { Agreement, Membership, Provision } from '../../model/agreement.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { dayAfter, firstDay, pastDay } from '../data-set-day.ts';
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

export interface AllianceMade {
  readonly agreement: Agreement;
  /** The data set's own codes, by provision. */
  readonly codes: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/**
 * Makes one agreement of all rows of one alliance. Rows that follow one another make one
 * membership; a number that passes to another state code on a day makes two. Rows that promise the
 * same over the same days make one provision, bound on all their states.
 */
export function allianceOf(
  rows: readonly MemberRow[],
  given: {
    readonly id: string;
    /** What the data set calls its rows: `ATOP alliance`. */
    readonly called: string;
    readonly number: number;
    readonly numbering: 'atop' | 'cow';
    readonly cow?: number;
    readonly numbers: CowNumbers;
    readonly codebook: ObligationCodebook;
    readonly source: string;
    readonly note?: string;
  },
): AllianceMade {
  assert(rows.length > 0, 'An alliance has at least one row.');
  const inOrder = [...rows].sort((a, b) => compare(a.entry, b.entry) || a.member - b.member);
  const { provisions, codes } = provisionsOf(inOrder, given);
  const exits = inOrder.map((row) => row.exit);
  const last = exits.includes(undefined) ? undefined : exits.reduce(later);
  const how = 'as the data set dates it: often the day of signature';
  const link = given.numbering === 'atop' ? { atop: given.number } : { cow: given.number };
  const agreement: Agreement = {
    id: given.id,
    name: `${given.called} ${given.number}: ${namesOf(inOrder, given.numbers)}`,
    ...link,
    ...(given.cow === undefined ? {} : { cow: given.cow }),
    inForce: { day: inOrder[0].entry, how, certainty: 'reported', sources: [given.source] },
    ...(last === undefined
      ? {}
      : { ended: { day: dayAfter(last), certainty: 'reported', sources: [given.source] } }),
    standing: last === undefined ? 'in force' : 'ended',
    parties: membershipsOf(inOrder, given.numbers),
    provisions,
    ...(given.note === undefined ? {} : { note: given.note }),
    sources: {
      [given.source]: {
        ...given.codebook.sources[given.source],
        at: `alliance ${given.number}`,
      },
    },
  };
  return { agreement, codes };
}

function membershipsOf(rows: readonly MemberRow[], numbers: CowNumbers): Membership[] {
  const memberships: Membership[] = [];
  for (const member of new Set(rows.map((row) => row.member))) {
    for (const spell of spellsOf(rows.filter((row) => row.member === member))) {
      const stretch = {
        from: firstDay(spell.entry),
        until: spell.exit === undefined ? undefined : pastDay(spell.exit),
      };
      const codes = numbers.codesIn(member, stretch);
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
      (before.exit === undefined || compare(row.entry, dayAfter(before.exit)) <= 0);
    if (!touches) spells.push({ entry: row.entry, exit: row.exit });
    else if (before.exit !== undefined)
      before.exit = row.exit === undefined ? undefined : later(before.exit, row.exit);
  }
  return spells;
}

function provisionsOf(
  rows: readonly MemberRow[],
  given: { readonly numbers: CowNumbers; readonly source: string },
) {
  const groups = new Map<string, { rows: MemberRow[]; promise: CodedPromise }>();
  for (const row of rows) {
    for (const promise of row.promises) {
      const { column } = promise.obligation;
      const key = JSON.stringify([column, row.entry, row.exit, promise.conditions, promise.foes]);
      const group = groups.get(key) ?? { rows: [], promise };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  const provisions: Provision[] = [];
  const codes = new Map<string, Readonly<Record<string, string>>>();
  const counts = new Map<string, number>();
  for (const { rows: alike, promise } of groups.values()) {
    const { column } = promise.obligation;
    const number = (counts.get(column) ?? 0) + 1;
    counts.set(column, number);
    const id = `${column}-${number}`;
    const stretch = stretchOf(alike[0], rows);
    const bound = alike.flatMap((row) =>
      given.numbers.codesIn(row.member, stretch).map((part) => part.code),
    );
    provisions.push(
      provisionOf(promise, { id, bound: [...new Set(bound)], ...stretch, source: given.source }),
    );
    const members = alike.map((row) => row.member).join(' ');
    codes.set(id, { ...alike[0].codes, member: members });
  }
  return { provisions, codes };
}

/** Where another row of the member begins on the day this one ends, that day is the other's. */
function stretchOf(row: MemberRow, rows: readonly MemberRow[]): { from?: Day; until?: Day } {
  const from = firstDay(row.entry);
  const end = row.exit === undefined ? undefined : pastDay(row.exit);
  if (end === undefined) return { from };
  const lastDay = addDays(end, -1);
  const isFollowed = rows.some(
    (next) => next.member === row.member && next !== row && next.entry === lastDay,
  );
  return { from, until: isFollowed ? lastDay : end };
}

function later(left: string | undefined, right: string | undefined): string {
  assert(left !== undefined && right !== undefined, 'Only ends that are known are compared.');
  return compare(left, right) >= 0 ? left : right;
}

function compare(left: string, right: string): number {
  return compareText(left, right);
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

import { addDays, contains, type Day, dayNumber } from '../base/day.ts';
import { dayRange, edtfInterval } from '../base/edtf.ts';
import type { OfficeHolder } from '../model/office-holder.ts';
import type { HeldOffice, Reference } from './reference.ts';

/** How surely somebody holds an office on a day. */
export type Holding =
  /** Between a known beginning and a known end, or up to the last day it was seen. */
  | 'held'
  /** Perhaps: the day lies in a month or year that a date leaves open, or past the last sight. */
  | 'perhaps'
  | 'not held';

/**
 * Whether the office is held on the day. `until` is the day on which the holder left, so that on a
 * day of hand-over both hold it. A date of a year or a month holds surely only outside
 * the stretch it leaves open. Past the last day for which a holding is supported it is `perhaps`
 * for an open end, and `not held` where the end is known to be unknown and a year has passed.
 */
export function holdingOn(holder: OfficeHolder, on: Day): Holding {
  const start = holder.from === undefined ? undefined : edtfInterval(holder.from);
  if (start !== undefined && on < start.from) return 'not held';
  if (holder.until !== undefined && holder.until !== 'unknown') {
    const end = edtfInterval(holder.until);
    if (end !== undefined && on >= end.until) {
      return 'not held';
    }
    if (end !== undefined && on >= end.from && !isWholeDay(holder.until)) return 'perhaps';
  } else {
    const seen = holder.supportedTo === undefined ? undefined : dayRange(holder.supportedTo)?.last;
    if (seen !== undefined && on > seen) return pastSight(holder, seen, on);
  }
  if (start === undefined || addDays(on, 1) < start.until) return 'perhaps';
  return 'held';
}

/** Who holds offices of a state (by code) or organisation (by id) on a day, sure ones first. */
export function officeHoldersOn(
  reference: Pick<Reference, 'leaders'>,
  of: string,
  on: Day,
): { readonly holder: HeldOffice; readonly holding: Holding }[] {
  const found = reference.leaders
    .filter((holder) => holder.of === of)
    .map((holder) => ({ holder, holding: holdingOn(holder, on) }))
    .filter(({ holding }) => holding !== 'not held');
  return found.sort((a, b) => rank(a.holding) - rank(b.holding));
}

/** The holder of one office on a day, the newest where two may hold it on a hand-over day. */
export function officeHolderOn(
  reference: Pick<Reference, 'leaders'>,
  of: string,
  office: OfficeHolder['office'],
  on: Day,
): HeldOffice | undefined {
  const holders = officeHoldersOn(reference, of, on).filter(
    ({ holder }) => holder.office === office,
  );
  const sure = holders.filter(({ holding }) => holding === 'held');
  const candidates = (sure.length > 0 ? sure : holders).map(({ holder }) => holder);
  return candidates.sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1))[0];
}

function startOf(holder: HeldOffice): string {
  return (holder.from === undefined ? undefined : edtfInterval(holder.from)?.from) ?? '';
}

function isWholeDay(edtf: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(edtf);
}

function pastSight(holder: OfficeHolder, seen: Day, on: Day): Holding {
  const ended = holder.until === 'unknown' && dayNumber(on) - dayNumber(seen) > 365;
  return ended ? 'not held' : 'perhaps';
}

function rank(holding: Holding): number {
  return holding === 'held' ? 0 : 1;
}

/** Whether the days of a dated value hold the day: demonyms, seats, members of organisations. */
export function heldOn<T extends { readonly from?: Day; readonly until?: Day }>(
  values: readonly T[] | undefined,
  on: Day,
): T[] {
  return (values ?? []).filter((value) => contains(value, on));
}

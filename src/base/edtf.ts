import { addDays, type Day, dayFromParts, type Interval, parseDay } from './day.ts';

/** Whether something has happened by a day, where the day it happened on may be unsure. */
export type Reached = 'yes' | 'no' | 'unknown';

/** The first and the last day that a date may mean; the same where the day is sure. */
export interface DayRange {
  readonly from: Day;
  readonly last: Day;
}

const pattern = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/;

/**
 * The days that an EDTF date (ISO 8601-2) may mean, half-open: `2024-06` is any day of that June,
 * `1961` any of that year. A mark of doubt (`~ ? %`) widens it by one unit to either side; the
 * standard leaves that measure open. `undefined` where the text is not a date.
 */
export function edtfInterval(text: string): Required<Interval> | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, date, doubt] = match;
  const first = parseDay(`${year}-${month ?? '01'}-${date ?? '01'}`);
  if (first === undefined) return undefined;
  const margin = doubt === undefined ? 0 : 1;
  if (date !== undefined)
    return { from: addDays(first, -margin), until: addDays(first, 1 + margin) };
  const at = (shift: number) =>
    month === undefined
      ? dayFromParts(Number(year) + shift, 1)
      : dayFromParts(Number(year), Number(month) + shift);
  return { from: at(-margin), until: at(1 + margin) };
}

/** As `edtfInterval`, by its first and last day. */
export function dayRange(text: string): DayRange | undefined {
  const days = edtfInterval(text);
  return days && { from: days.from, last: addDays(days.until, -1) };
}

/** Whether something dated `range` has happened by `on`; `unknown` inside the range. */
export function reached(range: DayRange, on: Day): Reached {
  if (on < range.from) return 'no';
  return on >= range.last ? 'yes' : 'unknown';
}

/** Whether the date `text` is on or before `on`; `unknown` where it is not a date. */
export function reachedBy(text: string, on: Day): Reached {
  const range = dayRange(text);
  return range === undefined ? 'unknown' : reached(range, on);
}

/** Whether two dates can mean one and the same day. */
export function mayBeSameDay(left: string, right: string): boolean {
  const [a, b] = [edtfInterval(left), edtfInterval(right)];
  return a !== undefined && b !== undefined && a.from < b.until && b.from < a.until;
}

import { addDays, type Day, type Interval, parseDay } from './day.ts';

/** Whether something has happened by a day, where the day it happened on may be unsure. */
export type Reached = 'yes' | 'no' | 'perhaps';

/**
 * The days that an EDTF date (ISO 8601-2) may mean: `2024-06` is any day of that June, `1961` any
 * of that year. A mark of doubt (`~ ? %`) widens it by one unit to either side; the standard
 * leaves that measure open. `undefined` where the text is no date.
 */
export function edtfInterval(text: string): Required<Interval> | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(text);
  if (!match) return undefined;
  const [, year, month, date, doubt] = match;
  const margin = doubt === undefined ? 0 : 1;
  if (date !== undefined) {
    const on = parseDay(`${year}-${month}-${date}`);
    if (on === undefined) return undefined;
    return { from: addDays(on, -margin), until: addDays(on, 1 + margin) };
  }
  const first = month === undefined ? undefined : Number(month) - 1;
  if (first !== undefined && (first < 0 || first > 11)) return undefined;
  const at = (shift: number) =>
    first === undefined
      ? dayOf(Number(year) + shift, 0)
      : dayOf(Number(year) + Math.floor((first + shift) / 12), (((first + shift) % 12) + 12) % 12);
  return { from: at(-margin), until: at(1 + margin) };
}

/** Whether the date `text` lies on or before `on`. */
export function reachedBy(text: string, on: Day): Reached {
  const days = edtfInterval(text);
  if (days === undefined) return 'perhaps';
  if (on >= addDays(days.until, -1)) return 'yes';
  return on < days.from ? 'no' : 'perhaps';
}

/** Whether two dates can mean one and the same day. */
export function mayBeSameDay(left: string, right: string): boolean {
  const [a, b] = [edtfInterval(left), edtfInterval(right)];
  return a !== undefined && b !== undefined && a.from < b.until && b.from < a.until;
}

function dayOf(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01` as Day;
}

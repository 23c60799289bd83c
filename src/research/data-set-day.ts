import { addDays, type Day, type Interval, parseDay } from '../base/day.ts';
import { edtfInterval } from '../base/edtf.ts';
import { wholeNumber } from './table.ts';

/**
 * A date that a data set gives in three cells, as EDTF: a missing day leaves the month, a missing
 * month the year. `undefined` where there is no year (0 in ATOP: still in effect).
 */
export function dateOf(year: string, month: string, day: string): string | undefined {
  const [y, m, d] = [wholeNumber(year), wholeNumber(month), wholeNumber(day)];
  if (y === undefined || y < 1000) return undefined;
  if (m === undefined || m < 1 || m > 12) return `${y}`;
  const text = `${y}-${String(m).padStart(2, '0')}`;
  if (d === undefined || d < 1) return text;
  const whole = `${text}-${String(d).padStart(2, '0')}`;
  return parseDay(whole) === undefined ? text : whole;
}

/**
 * The end of a half-open stretch whose last day the data set gives: the day after it, or the same
 * unsure date where the day is missing.
 */
export function dayAfter(last: string): string {
  const day = parseDay(last);
  return day === undefined ? last : addDays(day, 1);
}

/** The first day a date may mean. */
export function firstDay(date: string): Day | undefined {
  return edtfInterval(date)?.from;
}

/** The day after the last one a date may mean. */
export function pastDay(date: string): Day | undefined {
  return edtfInterval(date)?.until;
}

/** From the first day that an entry may mean to the day after the last that an exit may. */
export function stretchBetween(entry: string, exit: string | undefined): Interval {
  return { from: firstDay(entry), until: exit === undefined ? undefined : pastDay(exit) };
}

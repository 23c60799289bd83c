import { assert } from './assert.ts';

/** A calendar day as ISO 8601, `2024-06-19`, proleptic Gregorian. Compares as a string. */
export type Day = string & { readonly __day: true };

/** A half-open stretch of days: `from` is in it, `until` is not. A missing end is open. */
export interface Interval {
  readonly from?: Day;
  readonly until?: Day;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;
/** 0000-01-01 and 9999-12-31. */
const [firstNumber, lastNumber] = [-719_528, 2_932_896];

/** The day that `text` names; `undefined` where it is not one, as 2023-02-29 is not. */
export function parseDay(text: string): Day | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, date] = match;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (Number(year) < 100) return undefined;
  return new Date(time).toISOString().slice(0, 10) === text ? (text as Day) : undefined;
}

/** For days written in our own code and tests. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  assert(parsed !== undefined, `${text} is written as a day in the program, but is not one.`);
  return parsed;
}

/** Days since 1970-01-01, negative before it. */
export function dayNumber(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) / millisecondsPerDay;
}

/** Days that four digits cannot write become the nearest one that they can. */
export function dayFromNumber(number: number): Day {
  const within = Math.min(Math.max(number, firstNumber), lastNumber);
  return new Date(within * millisecondsPerDay).toISOString().slice(0, 10) as Day;
}

/** A day by its numbers; months and dates beyond the calendar count into the time around. */
export function dayFromParts(year: number, month: number, date = 1): Day {
  const months = year * 12 + month - 1;
  const within = Math.min(Math.max(Math.floor(months / 12), -1), 10_000);
  const ofYear = ((months % 12) + 12) % 12;
  return dayFromNumber(new Date(0).setUTCFullYear(within, ofYear, date) / millisecondsPerDay);
}

export function addDays(to: Day, days: number): Day {
  return dayFromNumber(dayNumber(to) + days);
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekdayOf(of: Day): number {
  return ((((dayNumber(of) + 3) % 7) + 7) % 7) + 1;
}

export function contains(interval: Interval, on: Day): boolean {
  if (interval.from !== undefined && on < interval.from) return false;
  return interval.until === undefined || on < interval.until;
}

export function intersects(left: Interval, right: Interval): boolean {
  const startsInTime =
    left.from === undefined || right.until === undefined || left.from < right.until;
  const endsInTime =
    right.from === undefined || left.until === undefined || right.from < left.until;
  return startsInTime && endsInTime;
}

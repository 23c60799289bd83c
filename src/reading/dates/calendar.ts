import {
  addDays,
  type Day,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  weekdayOf,
} from '../../base/day.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

export type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'season' | 'year';

/** A stretch of the calendar of one grain, by its first day; seasons carry their letters. */
export interface CalendarPoint {
  readonly grain: Grain;
  readonly first: Day;
  readonly season?: string;
}

const seasonMonths: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
const seasonCodes: Readonly<Record<string, number>> = { SP: 21, SU: 22, FA: 23, WI: 24 };

export const yearOf = (day: Day) => Number(day.slice(0, 4));
export const monthOf = (day: Day) => Number(day.slice(5, 7));
export const quarterOf = (day: Day) => Math.ceil(monthOf(day) / 3);

export const dayPoint = (first: Day): CalendarPoint => ({ grain: 'day', first });
export const yearPoint = (year: number): CalendarPoint => ({
  grain: 'year',
  first: dayFromParts(year, 1, 1),
});
export const monthPoint = (year: number, month: number): CalendarPoint => ({
  grain: 'month',
  first: dayFromParts(year, month, 1),
});
export const quarterPoint = (year: number, quarter: number): CalendarPoint => ({
  grain: 'quarter',
  first: dayFromParts(year, quarter * 3 - 2, 1),
});
export const seasonPoint = (year: number, season: string): CalendarPoint => ({
  grain: 'season',
  first: dayFromParts(year, seasonMonths[season] ?? 1, 1),
  season,
});
export const weekPoint = (day: Day): CalendarPoint => ({
  grain: 'week',
  first: addDays(day, 1 - weekdayOf(day)),
});

/** The point of a unit that holds a day, for the units that name points. */
export function pointAround(day: Day, unit: Unit): CalendarPoint | undefined {
  if (unit === 'day') return dayPoint(day);
  if (unit === 'week') return weekPoint(day);
  if (unit === 'month') return monthPoint(yearOf(day), monthOf(day));
  if (unit === 'quarter') return quarterPoint(yearOf(day), quarterOf(day));
  if (unit === 'year') return yearPoint(yearOf(day));
  return undefined;
}

/** A day moved by whole units; months end where they end (31 January + 1 month: 28 February). */
export function moveDay(day: Day, unit: Unit, by: number): Day {
  const perDay: Partial<Record<Unit, number>> = { day: 1, week: 7, fortnight: 14 };
  const days = perDay[unit];
  if (days !== undefined) return addDays(day, by * days);
  const perMonth: Partial<Record<Unit, number>> = {
    month: 1,
    quarter: 3,
    year: 12,
    decade: 120,
    century: 1200,
  };
  const months = perMonth[unit];
  if (months === undefined) return day;
  const index = yearOf(day) * 12 + monthOf(day) - 1 + by * months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const lastDate = Number(addDays(dayFromParts(year, month + 1, 1), -1).slice(8));
  return dayFromParts(year, month, Math.min(Number(day.slice(8)), lastDate));
}

export function movePoint(point: CalendarPoint, unit: Unit, by: number): CalendarPoint {
  return { ...point, first: moveDay(point.first, unit, by) };
}

/** ISO 8601 week: its year and number. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = yearOf(thursday);
  const week = 1 + Math.floor((dayNumber(thursday) - dayNumber(dayFromParts(year, 1, 1))) / 7);
  return { year, week };
}

/** TIMEX3 value of a point (Pustejovsky et al. 2003). */
export function timexOf(point: CalendarPoint): string {
  const { first, grain } = point;
  if (grain === 'day') return first;
  if (grain === 'month') return first.slice(0, 7);
  if (grain === 'year') return first.slice(0, 4);
  if (grain === 'quarter') return `${first.slice(0, 4)}-Q${quarterOf(first)}`;
  if (grain === 'season') return `${first.slice(0, 4)}-${point.season}`;
  const { year, week } = weekOf(first);
  return `${year}-W${String(week).padStart(2, '0')}${grain === 'weekend' ? '-WE' : ''}`;
}

/** EDTF value of a point (ISO 8601-2): quarters are 33 to 36, seasons 21 to 24, weeks intervals. */
export function edtfOf(point: CalendarPoint): string {
  const { first, grain } = point;
  if (grain === 'quarter') return `${first.slice(0, 4)}-${32 + quarterOf(first)}`;
  if (grain === 'season') return `${first.slice(0, 4)}-${seasonCodes[point.season ?? ''] ?? 21}`;
  if (grain === 'week' || grain === 'weekend') {
    const start = grain === 'weekend' ? addDays(first, 5) : first;
    return `${start}/${addDays(first, 6)}`;
  }
  return timexOf(point);
}

/** The first day and the last day of a point. */
export function rangeOf(point: CalendarPoint): { from: Day; until: Day } {
  const { first, grain } = point;
  const unit: Unit = grain === 'weekend' ? 'week' : grain === 'season' ? 'quarter' : grain;
  const from = grain === 'weekend' ? addDays(first, 5) : first;
  return { from, until: dayFromNumber(dayNumber(moveDay(first, unit, 1)) - 1) };
}

/** ISO 8601 duration of a count of units; `X` where the count is not told. */
export function durationOf(count: number | 'X', unit: Unit): string {
  const scale: Readonly<Record<Unit, readonly [string, number]>> = {
    second: ['S', 1],
    minute: ['M', 1],
    hour: ['H', 1],
    day: ['D', 1],
    week: ['W', 1],
    fortnight: ['W', 2],
    month: ['M', 1],
    quarter: ['M', 3],
    year: ['Y', 1],
    decade: ['Y', 10],
    century: ['Y', 100],
  };
  const [letter, factor] = scale[unit];
  const time = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : '';
  if (count === 'X')
    return `P${time}X${unit === 'decade' ? 'E' : unit === 'century' ? 'C' : letter}`;
  return `P${time}${count * factor}${letter}`;
}

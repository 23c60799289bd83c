import {
  addDays,
  type Day,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  weekdayOf,
} from '../../base/day.ts';

/** A length of time in whole days or months, and how ISO 8601 writes so many of it and its half. */
interface Length {
  readonly days?: number;
  readonly months?: number;
  readonly times?: number;
  readonly letter: string;
  readonly half?: string;
}

const lengths = {
  second: { letter: 'TS' },
  minute: { letter: 'TM', half: '30S' },
  hour: { letter: 'TH', half: '30M' },
  day: { days: 1, letter: 'D', half: 'T12H' },
  week: { days: 7, letter: 'W' },
  fortnight: { days: 14, times: 2, letter: 'W' },
  month: { months: 1, letter: 'M', half: '15D' },
  quarter: { months: 3, times: 3, letter: 'M' },
  half: { months: 6, times: 6, letter: 'M' },
  year: { months: 12, letter: 'Y', half: '6M' },
  decade: { months: 120, times: 10, letter: 'Y', half: '5Y' },
  century: { months: 1200, times: 100, letter: 'Y', half: '50Y' },
} as const satisfies Record<string, Length>;

export type Unit = keyof typeof lengths;
type Grain = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'season' | 'year';

/** A stretch of the calendar of one grain, by its first day; seasons carry their letters. */
export interface CalendarPoint {
  readonly grain: Grain;
  readonly first: Day;
  readonly season?: string;
}

/** From March on, and from 21 on in EDTF. */
const seasons = ['SP', 'SU', 'FA', 'WI'];

export const yearOf = (day: Day) => Number(day.slice(0, 4));
const monthOf = (day: Day) => Number(day.slice(5, 7));
const quarterOf = (day: Day) => Math.ceil(monthOf(day) / 3);
const halfOf = (day: Day) => (monthOf(day) > 6 ? 2 : 1);

export const dayPoint = (first: Day): CalendarPoint => ({ grain: 'day', first });

/** A year, or the n-th month, quarter or half of it. */
export function partOfYear(
  year: number,
  grain: 'month' | 'quarter' | 'half' | 'year' = 'year',
  n = 1,
): CalendarPoint | undefined {
  const month = (n - 1) * lengths[grain].months + 1;
  return month > 12 ? undefined : { grain, first: dayFromParts(year, month) };
}

export function seasonPoint(year: number, season: string): CalendarPoint {
  return { grain: 'season', first: dayFromParts(year, 3 + 3 * seasons.indexOf(season)), season };
}

/** The point of a unit that holds a day; a unit that names no point gives the nearest that does. */
export function pointAround(day: Day, unit: Unit): CalendarPoint {
  if (unit === 'week' || unit === 'fortnight') {
    return { grain: 'week', first: addDays(day, 1 - weekdayOf(day)) };
  }
  const { months = 0 }: Length = lengths[unit];
  if (months === 0) return dayPoint(day);
  const grain = unit === 'month' || unit === 'quarter' || unit === 'half' ? unit : 'year';
  return { grain, first: dayFromParts(yearOf(day), monthOf(day) - ((monthOf(day) - 1) % months)) };
}

/** A day moved by whole units; months end where they end (31 January + 1 month: 28 February). */
export function moveDay(day: Day, unit: Unit, by: number): Day {
  const { days, months }: Length = lengths[unit];
  if (days !== undefined) return addDays(day, by * days);
  if (months === undefined) return day;
  const month = monthOf(day) + by * months;
  const last = Number(addDays(dayFromParts(yearOf(day), month + 1), -1).slice(8));
  return dayFromParts(yearOf(day), month, Math.min(Number(day.slice(8)), last));
}

export function movePoint(point: CalendarPoint, unit: Unit, by: number): CalendarPoint {
  return { ...point, first: moveDay(point.first, unit, by) };
}

/** The first day and the last day of a point. */
export function rangeOf({ first, grain }: CalendarPoint): { from: Day; until: Day } {
  const unit: Unit = grain === 'weekend' ? 'week' : grain === 'season' ? 'quarter' : grain;
  const from = grain === 'weekend' ? addDays(first, 5) : first;
  return { from, until: dayFromNumber(dayNumber(moveDay(first, unit, 1)) - 1) };
}

/** TIMEX3 value of a point (Pustejovsky et al. 2003). */
export function timexOf({ first, grain, season }: CalendarPoint): string {
  const year = first.slice(0, 4);
  if (grain === 'day') return first;
  if (grain === 'month') return first.slice(0, 7);
  if (grain === 'year') return year;
  if (grain === 'quarter') return `${year}-Q${quarterOf(first)}`;
  if (grain === 'half') return `${year}-H${halfOf(first)}`;
  if (grain === 'season') return `${year}-${season}`;
  return `${weekOf(first)}${grain === 'weekend' ? '-WE' : ''}`;
}

/** ISO 8601 week, `2024-W25`: it is in the year that its Thursday is in. */
function weekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const days = dayNumber(thursday) - dayNumber(dayFromParts(yearOf(thursday), 1));
  return `${thursday.slice(0, 4)}-W${String(1 + Math.floor(days / 7)).padStart(2, '0')}`;
}

/** EDTF value of a point (ISO 8601-2): seasons 21 to 24, quarters 33 to 36, halves 40 and 41. */
export function edtfOf(point: CalendarPoint): string {
  const { first, grain, season = '' } = point;
  const year = first.slice(0, 4);
  if (grain === 'quarter') return `${year}-${32 + quarterOf(first)}`;
  if (grain === 'half') return `${year}-${39 + halfOf(first)}`;
  if (grain === 'season') return `${year}-${21 + seasons.indexOf(season)}`;
  if (grain !== 'week' && grain !== 'weekend') return timexOf(point);
  const { from, until } = rangeOf(point);
  return `${from}/${until}`;
}

/** ISO 8601 duration of a count of units, `X` where it is not stated, and perhaps half a unit. */
export function durationOf(count: string, unit: Unit, withHalf: boolean): string {
  const { letter, times = 1, half = '' }: Length = lengths[unit];
  const time = letter.slice(0, -1);
  if (count === 'X') {
    return `P${time}X${unit === 'decade' ? 'E' : unit === 'century' ? 'C' : letter.slice(-1)}`;
  }
  return `P${time}${Number(count) * times}${letter.slice(-1)}${withHalf ? half : ''}`;
}

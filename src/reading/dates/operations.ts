import { addDays, parseDay, weekdayOf } from '../../base/day.ts';
import type { OperationName, Slots } from '../../reference/constructions/date-lexicon.ts';
import {
  type CalendarPoint,
  dayPoint,
  durationOf,
  moveDay,
  movePoint,
  partOfYear,
  pointAround,
  rangeOf,
  seasonPoint,
  type Unit,
  yearOf,
} from './calendar.ts';
import { nearestYear, type Setting, type Value } from './setting.ts';

export type Operation = (slots: Slots, setting: Setting) => CalendarPoint | Value | undefined;

/** What a row may mean, under the names that rows use. Steps are -1 back, 0 here, 1 ahead. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  date,
  weekday,
  weekend,
  unit,
  'spoken-of': spokenOf,
  duration,
  /** What looks like a time and is none. */
  nothing: () => undefined,
};

/** A day or a part of a year by its numbers; the nearest where no year is named. */
function date(slots: Slots, setting: Setting): CalendarPoint | undefined {
  const { focus } = setting;
  if (slots.from === 'focus' && slots.date !== undefined) {
    // The end of a range has month and year from its beginning: `July 3-5`.
    return focus && pointIn({ ...slots, month: focus.first.slice(5, 7) }, yearOf(focus.first));
  }
  const at = (year: number) => pointIn(slots, year);
  const year = yearIn(slots, setting);
  return year === undefined ? nearestYear(at, slots.direction, setting) : at(year);
}

function yearIn({ year, years, ending, from }: Slots, { anchor, focus }: Setting) {
  if (year !== undefined) return Number(year);
  if (ending !== undefined) {
    // The first such year from the one before, `1950-53`, or the last by the anchor, `19-Nov-12`.
    const first = from === 'focus' ? focus && yearOf(focus.first) : anchor && yearOf(anchor) - 99;
    return first && first + ((Number(ending) - (first % 100) + 100) % 100);
  }
  if (from === 'focus') return focus && yearOf(focus.first);
  return years !== undefined && anchor ? yearOf(anchor) + Number(years) : undefined;
}

function pointIn(slots: Slots, year: number): CalendarPoint | undefined {
  const { date, month, quarter, half, season } = slots;
  if (date !== undefined) {
    const pad = (number = '') => number.padStart(2, '0');
    const first = parseDay(`${year}-${pad(month)}-${pad(date)}`);
    return first && dayPoint(first);
  }
  if (month !== undefined) return partOfYear(year, 'month', Number(month));
  if (quarter !== undefined) return partOfYear(year, 'quarter', Number(quarter));
  if (half !== undefined) return partOfYear(year, 'half', Number(half));
  return season === undefined ? partOfYear(year) : seasonPoint(year, season);
}

/** The nearest such day back, or ahead under a verb that looks ahead. */
function weekday(slots: Slots, setting: Setting): CalendarPoint | undefined {
  const base = baseOf(slots, setting);
  if (base === undefined) return undefined;
  const { direction, weeks = '0' } = slots;
  const back = (weekdayOf(base) - Number(slots.weekday) + 7) % 7;
  const isNext = direction === '1' || (direction === undefined && setting.isAhead() && back !== 0);
  const days = isNext ? 7 - back : direction === '-1' && back === 0 ? -7 : -back;
  return dayPoint(addDays(base, days + Number(weeks) * 7));
}

/** The last weekend until Thursday, then the coming one, where no word says which. */
function weekend({ direction }: Slots, { anchor, isAhead }: Setting): CalendarPoint | undefined {
  const isOver = anchor && weekdayOf(anchor) <= 4 && !isAhead();
  const by = Number(direction ?? (isOver ? -1 : 0));
  return anchor && { ...movePoint(pointAround(anchor, 'week'), 'week', by), grain: 'weekend' };
}

/** So many units away from the one that holds the anchor, or the point before. */
function unit(slots: Slots, setting: Setting): CalendarPoint | undefined {
  const { direction = '0', count = '1' } = slots;
  const unit = slots.unit as Unit;
  const base = baseOf(slots, setting);
  // "That day" says nothing of a year; what it means is not known.
  const { focus } = setting;
  const isVague =
    slots.from === 'focus' && focus && moveDay(focus.first, unit, 1) <= rangeOf(focus).until;
  if (base === undefined || isVague) return undefined;
  return pointAround(moveDay(base, unit, Number(count) * Number(direction)), unit);
}

function baseOf({ from }: Slots, { anchor, focus }: Setting) {
  return from === 'focus' ? (focus?.first ?? anchor) : anchor;
}

/** What is spoken of, in another year: `from` says which of the things named it is. */
function spokenOf({ from, years = '0', year, count = '1' }: Slots, setting: Setting) {
  const { anchor, focus, quarter, months } = setting;
  const thisYear = anchor && pointAround(anchor, 'year');
  const lastQuarter = anchor && movePoint(pointAround(anchor, 'quarter'), 'quarter', -1);
  const named: Readonly<Partial<Record<string, CalendarPoint>>> = {
    'last quarter': lastQuarter,
    quarter: quarter ?? lastQuarter,
    focus: focus ?? thisYear,
    // Reports of results compare months with the year before as a whole.
    'quarter or year': months ? thisYear : (quarter ?? thisYear),
    'quarter or focus': months ? thisYear : (quarter ?? focus ?? thisYear),
  };
  const base = named[from ?? ''];
  const by = base && year !== undefined ? Number(year) - yearOf(base.first) : Number(years);
  return base && movePoint(base, 'year', by * Number(count));
}

/** A length; where a step or a record says so, it ends or begins at the anchor. */
function duration(slots: Slots, { anchor, isRecord }: Setting): Value {
  const { count = 'X' } = slots;
  const unit = slots.unit as Unit;
  const timex = durationOf(count, unit, slots.half !== undefined);
  const direction = slots.direction ?? (slots.from === 'record' && isRecord() ? '-1' : '0');
  const value: Value = { type: slots.each ? 'SET' : 'DURATION', timex, value: timex };
  if (!anchor || count === 'X' || direction === '0') return value;
  const other = moveDay(anchor, unit, Number(count) * Number(direction));
  const [first, last] = direction === '-1' ? [other, anchor] : [anchor, other];
  return { ...value, from: first, until: last };
}

import type { Day } from '../../base/day.ts';
import type { DateMention } from '../../model/reading.ts';
import type { CalendarPoint } from './calendar.ts';
import { edtfOf, rangeOf, timexOf } from './calendar.ts';
import type { Lexeme } from './lexeme.ts';

/** What an expression is read against. */
export interface Setting {
  /** The day of publication, or of the dateline. */
  readonly anchor?: Day;
  /** The last point fully named before it: what "a year earlier" counts from. */
  readonly focus?: CalendarPoint;
  /** The last quarter named before it, within the paragraph or the one before. */
  readonly quarter?: CalendarPoint;
  /** The verb around looks ahead: `will`, `is to`, `scheduled`. */
  readonly ahead: boolean;
}

export type Value = Pick<DateMention, 'type' | 'timex' | 'value' | 'from' | 'until'>;

/** An expression of time found in the lexemes from `from` up to, not including, `until`. */
export interface Found {
  readonly from: number;
  readonly until: number;
  readonly resolve: (setting: Setting) => Value | undefined;
  /** The point it names, for those after it to count from. */
  readonly point?: (setting: Setting) => CalendarPoint | undefined;
}

/** A way in which words make an expression; tried at every word, the longest find wins. */
export type Construction = (words: readonly Lexeme[], at: number) => Found | undefined;

/** A find that names a point of the calendar. */
export function pointFound(
  from: number,
  until: number,
  point: (setting: Setting) => CalendarPoint | undefined,
  lookOf: (point: CalendarPoint) => Partial<Value> = () => ({}),
): Found {
  return {
    from,
    until,
    point,
    resolve(setting) {
      const named = point(setting);
      if (named === undefined) return undefined;
      const range = named.grain === 'day' ? {} : rangeOf(named);
      const value = { timex: timexOf(named), value: edtfOf(named), ...range };
      return { type: 'DATE', ...value, ...lookOf(named) };
    },
  };
}

export function durationFound(from: number, until: number, timex: string): Found {
  return { from, until, resolve: () => ({ type: 'DURATION', timex, value: timex }) };
}

export function setFound(from: number, until: number, timex: string): Found {
  return { from, until, resolve: () => ({ type: 'SET', timex, value: timex }) };
}

import { type Day, dayNumber } from '../../base/day.ts';
import type { DateMention } from '../../model/reading.ts';
import { type CalendarPoint, rangeOf, yearOf } from './calendar.ts';

/** What a mention of a date says of it. */
export type Value = Pick<DateMention, 'type' | 'timex' | 'value' | 'from' | 'until'>;

/** What the text has spoken of so far. */
export interface SpokenOf {
  /** The last point named: what "a year earlier" counts from. */
  readonly focus?: CalendarPoint;
  /** The quarter named last. */
  readonly quarter?: CalendarPoint;
  /** Months were named since: `the first nine months`. */
  readonly months?: boolean;
}

/** What an expression is read against. */
export interface Setting extends SpokenOf {
  /** The day of publication. */
  readonly anchor: Day | undefined;
  /** The verb before looks ahead: `will`, `is to`, `scheduled`. */
  isAhead(): boolean;
  /** Something is the first, the worst, the largest for so long. */
  isRecord(): boolean;
}

/** Days by which a bare date may lie on the side that its verb does not look to. */
const [mostAhead, mostBehind, mostBehindAhead] = [95, 320, 140];

/**
 * The point of the year that no word names: before the anchor, behind it, or, where no word says
 * which way, the nearest. Code and no row, since it depends on the anchor and on the verb.
 */
export function nearestYear(
  at: (year: number) => CalendarPoint | undefined,
  direction: string | undefined,
  { anchor, ...setting }: Setting,
): CalendarPoint | undefined {
  if (anchor === undefined) return undefined;
  const year = yearOf(anchor);
  const here = at(year);
  if (here === undefined || direction === '0') return here;
  if (direction === '-1') return rangeOf(here).until < anchor ? here : at(year - 1);
  if (direction === '1') return here.first > anchor ? here : at(year + 1);
  const days = dayNumber(here.first) - dayNumber(anchor);
  const isAhead = setting.isAhead();
  if (!isAhead && days > (here.grain === 'quarter' ? 0 : mostAhead)) return at(year - 1);
  return days < -(isAhead ? mostBehindAhead : mostBehind) ? at(year + 1) : here;
}

/** What is spoken of once something is named. */
export function afterNaming(
  spoken: SpokenOf,
  named: CalendarPoint | Value,
  anchor: Day | undefined,
): SpokenOf {
  if ('timex' in named) {
    return /^P\d+M$/.test(named.timex) ? { ...spoken, months: true } : spoken;
  }
  // A quarter a year back is named only to compare with, one to come only to look out to.
  const days = anchor === undefined ? 0 : dayNumber(named.first) - dayNumber(anchor);
  const isSpokenOf = named.grain === 'quarter' && days > -300 && days <= 0;
  return { focus: named, quarter: isSpokenOf ? named : spoken.quarter, months: false };
}

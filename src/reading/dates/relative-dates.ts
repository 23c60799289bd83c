import { addDays, type Day, weekdayOf } from '../../base/day.ts';
import {
  type CalendarPoint,
  dayPoint,
  durationOf,
  moveDay,
  movePoint,
  pointAround,
  type Unit,
  weekPoint,
  yearOf,
} from './calendar.ts';
import { type Construction, pointFound, type Setting, type Value } from './construction.ts';
import { readCount } from './counts.ts';
import type { Lexeme } from './lexeme.ts';

const steps = { back: -1, here: 0, ahead: 1 } as const;

/** `Friday`, `last Friday`, `this coming Sunday`, `the previous Friday`, `earlier Sunday`. */
export const weekday: Construction = (words, at) => {
  let head = words[at].word === 'the' ? at + 1 : at;
  let direction: Lexeme['direction'];
  while (words[head]?.direction !== undefined) direction = words[head++].direction;
  const day = words[head]?.weekday;
  if (day === undefined || words[head].plural || !words[head].capital) return undefined;
  if (words[at].word === 'the' && direction === undefined) return undefined;
  return pointFound(at, head + 1, ({ anchor, ahead }) => {
    if (anchor === undefined) return undefined;
    const back = (weekdayOf(anchor) - day + 7) % 7;
    if (direction === 'ahead' || (direction === undefined && ahead && back !== 0)) {
      return dayPoint(addDays(anchor, (day - weekdayOf(anchor) + 7) % 7 || 7));
    }
    if (direction === 'back' && back === 0) return dayPoint(addDays(anchor, -7));
    return dayPoint(addDays(anchor, -back));
  });
};

/**
 * `last year`, `this week`, `next month`, `the previous day`, `the latest quarter`, `that year`.
 */
export const namedUnit: Construction = (words, at) => {
  const article = words[at].word === 'the' ? 1 : 0;
  let head = at + article;
  let direction: Lexeme['direction'];
  if (/^(that|same|latest)$/.test(words[head]?.word ?? '')) {
    return fromFocus(words, at, head);
  }
  while (words[head]?.direction !== undefined) direction = words[head++].direction;
  if (direction === undefined) return undefined;
  if (/^(fiscal|full|calendar)$/.test(words[head]?.word ?? '')) head++;
  const unit = words[head]?.unit;
  if (unit === undefined || words[head].plural) return undefined;
  if (unit === 'decade' || unit === 'century') return undefined;
  const isFocus =
    article === 1 && /^(following|preceding|previous|next|prior)$/.test(words[at + 1].word);
  const adjective = words[head + 1]?.word === '-' && words[head + 2]?.unit === undefined;
  if (adjective && words[head + 2]?.word === 'end') return undefined;
  const by = steps[direction];
  return pointFound(at, head + 1, ({ anchor, focus }) => {
    const base = isFocus && focus ? focus.first : anchor;
    const point = base && pointAround(base, unit);
    return point && movePoint(point, unit, by);
  });
};

function fromFocus(words: readonly Lexeme[], at: number, head: number) {
  const unit = words[head + 1]?.unit;
  const isPeriod = words[head + 1]?.word === 'period';
  if ((unit === undefined && !isPeriod) || words[head + 1]?.plural) return undefined;
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return undefined;
  if (isPeriod && words[head].word !== 'latest') return undefined;
  return pointFound(at, head + 2, (setting) => {
    if (unit === 'quarter' || isPeriod) return latestQuarter(setting);
    return setting.focus && unit && pointAround(setting.focus.first, unit);
  });
}

/** The quarter spoken of: the one named before, else the last one over by publication. */
export function latestQuarter({ quarter, anchor }: Setting): CalendarPoint | undefined {
  if (quarter) return quarter;
  const here = anchor && pointAround(anchor, 'quarter');
  return here && movePoint(here, 'quarter', -1);
}

/** `the quarter`, `the year-earlier period`, `year-ago`, `the year-ago quarter`. */
export const quarterInFocus: Construction = (words, at) => {
  const article = words[at].word === 'the' ? 1 : 0;
  let head = at + article;
  if (article && words[head]?.unit === 'quarter' && !words[head].plural) {
    return pointFound(at, head + 1, latestQuarter);
  }
  if (words[head]?.word === 'comparable' || words[head]?.word === 'corresponding') head++;
  const isYear = words[head]?.word === 'year' && words[head + 1]?.word === '-';
  if (!isYear || !/^(ago|earlier)$/.test(words[head + 2]?.word ?? '')) return undefined;
  const noun = /^(quarter|period)$/.test(words[head + 3]?.word ?? '') ? 1 : 0;
  const from = noun === 1 ? at : head;
  return pointFound(from, head + 3 + noun, yearBefore);
};

function yearBefore(setting: Setting): CalendarPoint | undefined {
  const base = setting.quarter ?? setting.focus;
  if (base) return movePoint(base, 'year', -1);
  const year = setting.anchor && pointAround(setting.anchor, 'year');
  return year && movePoint(year, 'year', -1);
}

/** `two years ago`, `a week earlier`, `six months later`, `a day after`, `a year before`. */
export const countedAway: Construction = (words, at) => {
  const approximate = /^(about|nearly|almost|roughly|over|around|just)$/.test(words[at].word)
    ? 1
    : 0;
  const count = readCount(words, at + approximate);
  if (count === undefined) return undefined;
  const unit = words[count.until]?.unit;
  if (unit === undefined) return undefined;
  let until = count.until + 1;
  if (words[until]?.word === 'or' && words[until + 1]?.word === 'so') until += 2;
  const word = words[until]?.word;
  const from = words[at].word === 'just' ? at + 1 : at;
  if (word === 'ago')
    return pointOrDuration({ from, until: until + 1, count: count.value, unit, sign: -1 });
  if (word === 'from' && words[until + 1]?.word === 'now') {
    return pointOrDuration({ from, until: until + 2, count: count.value, unit, sign: 1 });
  }
  if (word !== 'earlier' && word !== 'later' && word !== 'before' && word !== 'after')
    return undefined;
  if ((word === 'before' || word === 'after') && count.value !== 1) return undefined;
  const sign = word === 'earlier' || word === 'before' ? -1 : 1;
  return pointOrDuration({
    from,
    until: until + 1,
    count: count.value,
    unit,
    sign,
    fromFocus: true,
  });
};

interface Away {
  readonly from: number;
  readonly until: number;
  readonly count: number | 'X';
  readonly unit: Unit;
  readonly sign: 1 | -1;
  readonly fromFocus?: true;
}

function pointOrDuration({ from, until, count, unit, sign, fromFocus }: Away) {
  if (count === 'X') return { from, until, resolve: () => openEnded(sign) };
  return pointFound(from, until, (setting) => {
    const base = fromFocus ? (setting.focus?.first ?? setting.anchor) : setting.anchor;
    if (base === undefined) return undefined;
    const isQuarter = unit === 'year' && count === 1 && setting.quarter !== undefined;
    if (isQuarter && setting.quarter) return movePoint(setting.quarter, 'year', sign);
    if (fromFocus && setting.focus && unit === 'year')
      return movePoint(setting.focus, unit, sign * count);
    const moved = moveDay(base, unit, sign * count);
    const grain =
      unit === 'decade' || unit === 'century' ? 'year' : unit === 'fortnight' ? 'week' : unit;
    return pointAround(moved, grain) ?? dayPoint(base);
  });
}

function openEnded(sign: 1 | -1): Value {
  return {
    type: 'DATE',
    timex: sign < 0 ? 'PAST_REF' : 'FUTURE_REF',
    value: sign < 0 ? '../' : '/..',
  };
}

/** `the day before`, `the following day`, `the same day`. */
export const dayInFocus: Construction = (words, at) => {
  if (words[at].word !== 'the' || words[at + 1]?.word !== 'day') return undefined;
  const word = words[at + 2]?.word;
  if (word !== 'before' && word !== 'after') return undefined;
  const by = word === 'before' ? -1 : 1;
  return pointFound(at, at + 3, ({ focus, anchor }) => {
    const base = focus?.grain === 'day' ? focus.first : anchor;
    return base && dayPoint(addDays(base, by));
  });
};

/** `the weekend`, `last weekend`, `this weekend`, `next weekend`. */
export const weekend: Construction = (words, at) => {
  const opens = words[at].word === 'the' || words[at].direction !== undefined;
  if (!opens || words[at + 1]?.word !== 'weekend') return undefined;
  const { direction } = words[at];
  return pointFound(at, at + 2, ({ anchor, ahead }) => {
    if (anchor === undefined) return undefined;
    const early = weekdayOf(anchor) <= 4 && !ahead && direction !== 'here' && direction !== 'ahead';
    const by = early || direction === 'back' ? -7 : direction === 'ahead' ? 7 : 0;
    return { ...weekPoint(addDays(anchor, by)), grain: 'weekend' };
  });
};

/** `year-end`, `the end of the year`, `the end of 1996`, `the middle of October`. */
export const yearEnd: Construction = (words, at) => {
  if (words[at].word !== 'year') return undefined;
  const dash = words[at + 1]?.word === '-' ? 1 : 0;
  if (words[at + 1 + dash]?.word !== 'end') return undefined;
  return pointFound(at, at + 2 + dash, ({ anchor }) =>
    anchor === undefined ? undefined : dayPoint(`${yearOf(anchor)}-12-31` as Day),
  );
};

/** `for the year`, `the full year`: a span, where no year in focus makes it a point. */
export const theYear: Construction = (words, at) => {
  if (words[at].word !== 'the') return undefined;
  const full = /^(full|fiscal|whole|entire)$/.test(words[at + 1]?.word ?? '') ? 1 : 0;
  const isYear = words[at + 1 + full]?.word === 'year' && words[at + 2 + full]?.word !== '-';
  const spans = full === 1 || /^(for|during|of)$/.test(words[at - 1]?.word ?? '');
  if (!isYear || !spans) return undefined;
  const timex = durationOf(1, 'year');
  return {
    from: at,
    until: at + 2 + full,
    resolve: () => ({ type: 'DURATION', timex, value: timex }),
  };
};

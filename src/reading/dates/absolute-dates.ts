import { type Day, dayFromParts, parseDay } from '../../base/day.ts';
import { dayPoint, monthPoint, quarterPoint, seasonPoint, yearOf, yearPoint } from './calendar.ts';
import { type Construction, type Found, pointFound, type Setting } from './construction.ts';
import { readSpokenYear } from './counts.ts';
import type { Lexeme } from './lexeme.ts';

/** `2024-06-19`. */
export const isoDate: Construction = (words, at) => {
  const parts = words.slice(at, at + 5);
  if (parts.length < 5 || parts[1].word !== '-' || parts[3].word !== '-') return undefined;
  if (parts[0].year === undefined || parts[4].end - parts[0].start !== 10) return undefined;
  const day = parseDay(parts.map((part) => part.word).join(''));
  return day === undefined ? undefined : pointFound(at, at + 5, () => dayPoint(day));
};

/** `June 19, 2024`, `June 19`, `June 2024`, `June last year`, `June`. */
export const monthFirst: Construction = (words, at) => {
  const { month } = words[at];
  if (month === undefined || !words[at].capital) return undefined;
  const date = words[at + 1]?.ordinal ?? words[at + 1]?.number;
  const spoken = readSpokenYear(words, at + 1);
  const isDate = date !== undefined && date >= 1 && date <= 31 && !isUnitNext(words, at + 2);
  if (isDate && !spoken) {
    return fullDate({ words, from: at, until: at + 2, month, date });
  }
  const year = yearAfter(words, at + 1);
  if (year) return pointFound(at, year.until, () => monthPoint(year.year, month));
  const moved = yearWords(words, at + 1);
  if (moved) {
    return pointFound(at, moved.until, ({ anchor }) =>
      anchor === undefined ? undefined : monthPoint(yearOf(anchor) + moved.by, month),
    );
  }
  if (!isMonthAlone(words, at)) return undefined;
  return pointFound(at, at + 1, (setting) => {
    const chosen = nearestYear(setting, month, 1);
    return chosen === undefined ? undefined : monthPoint(chosen, month);
  });
};

/** `last May`, `this September`, `next June`: the nearest such month on that side. */
export const directedMonth: Construction = (words, at) => {
  const { direction } = words[at];
  const month = words[at + 1]?.month;
  if (direction === undefined || month === undefined || !words[at + 1].capital) return undefined;
  const date = words[at + 2]?.ordinal ?? words[at + 2]?.number;
  const until = date !== undefined && date <= 31 ? at + 3 : at + 2;
  return pointFound(at, until, ({ anchor }) => {
    if (anchor === undefined) return undefined;
    const [year, now] = [yearOf(anchor), Number(anchor.slice(5, 7))];
    const back = direction === 'back' && month >= now ? -1 : 0;
    const ahead = direction === 'ahead' && month <= now ? 1 : 0;
    const chosen = year + back + ahead;
    return until === at + 3
      ? dayPoint(dayFromParts(chosen, month, date ?? 1))
      : monthPoint(chosen, month);
  });
};

/** `19 June 2024`, `19th of June`, `the 19th of June`. */
export const dateFirst: Construction = (words, at) => {
  const from = at;
  const head = words[at].word === 'the' ? at + 1 : at;
  const date = words[head]?.ordinal ?? words[head]?.number;
  if (date === undefined || date < 1 || date > 31) return undefined;
  const next = words[head + 1]?.word === 'of' ? head + 2 : head + 1;
  if (head > at && words[head].ordinal === undefined) return undefined;
  const month = words[next];
  if (month?.month === undefined || !month.capital) return undefined;
  return fullDate({ words, from, until: next + 1, month: month.month, date });
};

interface DatePlace {
  readonly words: readonly Lexeme[];
  readonly from: number;
  readonly until: number;
  readonly month: number;
  readonly date: number;
}

function fullDate({ words, from, until, month, date }: DatePlace): Found {
  const start = weekdayBefore(words, from);
  const year = yearAfter(words, until);
  if (year)
    return pointFound(start, year.until, () => dayPoint(dayFromParts(year.year, month, date)));
  const moved = yearWords(words, until);
  return pointFound(start, moved?.until ?? until, (setting) => {
    const chosen = moved
      ? setting.anchor && yearOf(setting.anchor) + moved.by
      : nearestYear(setting, month, date);
    return chosen === undefined ? undefined : dayPoint(dayFromParts(chosen, month, date));
  });
}

/** A weekday before the date belongs to it: `Saturday, April 4`. */
function weekdayBefore(words: readonly Lexeme[], from: number): number {
  const comma = words[from - 1]?.word === ',' ? 1 : 0;
  return words[from - 1 - comma]?.weekday === undefined ? from : from - 1 - comma;
}

function yearAfter(words: readonly Lexeme[], at: number) {
  const comma = words[at]?.word === ',' || words[at]?.word === 'of' ? 1 : 0;
  const year = words[at + comma]?.year;
  if (year !== undefined) return { year, until: at + comma + 1 };
  return readSpokenYear(words, at + comma);
}

/** `last year`, `this year`, `next year` behind a month or a date. */
function yearWords(words: readonly Lexeme[], at: number) {
  const step = words[at]?.word === 'of' ? 1 : 0;
  const direction = words[at + step]?.direction;
  if (direction === undefined || words[at + step + 1]?.word !== 'year') return undefined;
  const by = direction === 'back' ? -1 : direction === 'ahead' ? 1 : 0;
  return { by, until: at + step + 2 };
}

/** The year that brings the date nearest to the anchor; months ahead only under a verb ahead. */
function nearestYear({ anchor, ahead }: Setting, month: number, date: number): number | undefined {
  if (anchor === undefined) return undefined;
  const year = yearOf(anchor);
  const target = month * 31 + date;
  const now = Number(anchor.slice(5, 7)) * 31 + Number(anchor.slice(8));
  const gap = target - now;
  if (gap > 6.5 * 31 || (gap > 3 * 31 && !ahead)) return year - 1;
  if (gap < -7 * 31 && ahead) return year + 1;
  return gap < -10.5 * 31 ? year + 1 : year;
}

function isUnitNext(words: readonly Lexeme[], at: number): boolean {
  return words[at]?.unit !== undefined || words[at]?.word === '%' || words[at]?.word === 'percent';
}

const monthOpeners = new Set(
  'in of since until till by from to through during last next this early late mid for before after around and or between , -'.split(
    ' ',
  ),
);

/** A month's name without date or year: not one where it may be a verb or a person's name. */
function isMonthAlone(words: readonly Lexeme[], at: number): boolean {
  const { word } = words[at];
  const before = words[at - 1];
  const ambiguous = word === 'may' || word === 'march' || word.endsWith('.') || word.length <= 4;
  if (words[at + 1]?.capital && words[at + 1].weekday === undefined && ambiguous) return false;
  if (!ambiguous) return true;
  return before !== undefined && (monthOpeners.has(before.word) || before.direction !== undefined);
}

/** `1961`, `fiscal 2023`, `mid-1988`, `the year two thousand`. */
export const bareYear: Construction = (words, at) => {
  const { word } = words[at];
  if (word === 'fiscal' && words[at + 1]?.year !== undefined) {
    const { year } = words[at + 1];
    return year === undefined ? undefined : pointFound(at, at + 2, () => yearPoint(year));
  }
  if (word === 'the' && words[at + 1]?.word === 'year') {
    const named = yearAfter(words, at + 2);
    return named && pointFound(at, named.until, () => yearPoint(named.year));
  }
  const spoken = readSpokenYear(words, at);
  if (spoken) return pointFound(at, spoken.until, () => yearPoint(spoken.year));
  const { year } = words[at];
  if (year === undefined || !isYearHere(words, at, year)) return undefined;
  return pointFound(at, at + 1, () => yearPoint(year));
};

const yearOpeners = new Set(
  'in of since until till by from to through during early late mid for before after around and or between the a back circa through spring summer autumn fall winter that -'.split(
    ' ',
  ),
);
const notYearBefore = new Set(
  'resolution no. number $ £ € # room flight about page nearly'.split(' '),
);

/** Four digits are a year between 1500 and 2100, unless what stands around counts or numbers. */
function isYearHere(words: readonly Lexeme[], at: number, year: number): boolean {
  if (year < 1500 || year > 2100) return false;
  const before = words[at - 1]?.word ?? '';
  const after = words[at + 1]?.word ?? '';
  if (notYearBefore.has(before) || words[at - 1]?.end === undefined) return before === '';
  if (
    /^(%|percent|people|troops|soldiers|dollars|million|miles|shares|tons|men|women)$/.test(after)
  ) {
    return false;
  }
  if (
    before === '-' &&
    words[at - 2]?.end === words[at - 1].start &&
    /^\p{L}$/u.test(words[at - 2].word)
  ) {
    return false;
  }
  return (
    yearOpeners.has(before) ||
    /^[,;.()’'“"–—/]$/.test(before) ||
    words[at - 1].season !== undefined ||
    year >= 1900
  );
}

/** `the 1990s`, `the late 1980s`, `the nineties`, `the 20th century`. */
export const decadeOrCentury: Construction = (words, at) => {
  const from = at;
  let head = words[at].word === 'the' ? at + 1 : at;
  if (words[head]?.modifier) head = words[head + 1]?.word === '-' ? head + 2 : head + 1;
  const decade = words[head]?.decade;
  if (decade !== undefined && (head > at || /\d/.test(words[head].word))) {
    const value = { timex: decade, value: `${decade}X` };
    const range = { from: `${decade}0`, until: `${decade}9` };
    return { from, until: head + 1, resolve: () => ({ type: 'DATE', ...value, ...range }) };
  }
  const rank = words[head]?.ordinal;
  if (rank === undefined || words[head + 1]?.unit !== 'century') return undefined;
  const century = String(rank - 1).padStart(2, '0');
  const value = { timex: century, value: `${century}XX` };
  return { from, until: head + 2, resolve: () => ({ type: 'DATE', ...value }) };
};

/** `the third quarter`, `third-quarter`, `this year's third quarter`, `the 2023 second quarter`. */
export const namedQuarter: Construction = (words, at) => {
  let head = at;
  let by: number | undefined;
  let year: number | undefined;
  const opens = words[head].word === 'the' || words[head].word === 'a';
  if (opens) head++;
  if (
    words[head]?.direction &&
    words[head + 1]?.word === 'year' &&
    words[head + 2]?.word === "'s"
  ) {
    by = words[head].direction === 'back' ? -1 : words[head].direction === 'ahead' ? 1 : 0;
    head += 3;
  }
  if (
    words[head]?.word === 'year' &&
    words[head + 1]?.word === '-' &&
    /^(ago|earlier)$/.test(words[head + 2]?.word ?? '')
  ) {
    by = -1;
    head += 3;
  }
  if (words[head]?.year !== undefined) year = words[head++].year;
  while (/^(fiscal|flat|current|latest)$/.test(words[head]?.word ?? '')) head++;
  const rank = words[head]?.ordinal;
  if (rank === undefined || rank > 4) return undefined;
  const dash = words[head + 1]?.word === '-' ? 1 : 0;
  if (words[head + 1 + dash]?.unit !== 'quarter') return undefined;
  let until = head + 2 + dash;
  const stated = dash === 0 && words[until]?.word === 'of' ? words[until + 1]?.year : undefined;
  if (stated !== undefined) {
    year = stated;
    until += 2;
  }
  return pointFound(dash === 1 && opens ? at + 1 : at, until, (setting) =>
    quarterNear(setting, rank, year, by),
  );
};

function quarterNear({ anchor, ahead }: Setting, rank: number, year?: number, by?: number) {
  if (year !== undefined) return quarterPoint(year, rank);
  if (anchor === undefined) return undefined;
  const here = quarterPoint(yearOf(anchor), rank);
  if (by !== undefined) return quarterPoint(yearOf(anchor) + by, rank);
  const isPast = here.first <= anchor;
  return isPast || ahead ? here : quarterPoint(yearOf(anchor) - 1, rank);
}

/** `the spring of 1998`, `summer 2023`, `last spring`, `this past summer`. */
export const namedSeason: Construction = (words, at) => {
  let head = words[at].word === 'the' ? at + 1 : at;
  const { direction } = words[head] ?? {};
  if (direction) head++;
  if (direction && words[head]?.direction) head++;
  const season = words[head]?.season;
  if (season === undefined) return undefined;
  const year = yearAfter(words, head + 1);
  if (year) return pointFound(at, year.until, () => seasonPoint(year.year, season));
  if (!direction) return undefined;
  return pointFound(at, head + 1, ({ anchor }) => seasonNear(anchor, season, direction));
};

function seasonNear(anchor: Day | undefined, season: string, direction: 'back' | 'here' | 'ahead') {
  if (anchor === undefined) return undefined;
  const here = seasonPoint(yearOf(anchor), season);
  if (direction === 'back' && here.first > anchor) return seasonPoint(yearOf(anchor) - 1, season);
  if (direction === 'ahead' && here.first <= anchor) return seasonPoint(yearOf(anchor) + 1, season);
  return here;
}

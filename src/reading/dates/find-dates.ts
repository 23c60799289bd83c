import { addDays, type Day } from '../../base/day.ts';
import type { DateMention } from '../../model/reading.ts';
import { makeSpan, overlapping, spansOverlap } from '../../model/span.ts';
import type { DateLexicon } from '../../reference/date-lexicon.ts';
import type { Document } from '../document.ts';
import * as absolute from './absolute-dates.ts';
import type { CalendarPoint } from './calendar.ts';
import { dayPoint, edtfOf } from './calendar.ts';
import type { Construction, Found, Setting } from './construction.ts';
import { fixedExpression } from './fixed-dates.ts';
import { type Lexeme, makeLexemeTable, readLexemes } from './lexeme.ts';
import * as relative from './relative-dates.ts';
import * as spans from './spans-of-time.ts';
import * as times from './times-of-day.ts';

/** Words looked at before an expression for a verb that looks ahead. */
const lookBack = 8;

/**
 * Prepares the finder of dates once. Values are TIMEX3 and EDTF, read against the day of
 * publication and the points named before; without a day of publication only what names its own
 * year gets a value. One pass over the words, so linear in the text.
 */
export function createDateFinder(lexicon: DateLexicon) {
  const table = makeLexemeTable(lexicon);
  const future = new Set(lexicon.future);
  const approximations = lexicon.approximations.map((words) => words.split(' '));
  const eras = lexicon.eras.map(({ pattern, day }) => ({
    pattern: new RegExp(pattern, 'gi'),
    day,
  }));
  const openers = new Set([...plainOpeners, ...lexicon.fixed.map(({ words }) => words[0])]);
  const constructions: readonly Construction[] = [
    fixedExpression(lexicon.fixed),
    absolute.bareYear,
    absolute.dateFirst,
    absolute.decadeOrCentury,
    absolute.directedMonth,
    absolute.isoDate,
    absolute.monthFirst,
    absolute.namedQuarter,
    absolute.namedSeason,
    relative.weekday,
    relative.namedUnit,
    relative.quarterInFocus,
    relative.countedAway,
    relative.dayInFocus,
    relative.weekend,
    relative.yearEnd,
    relative.theYear,
    spans.countedUnits,
    spans.theCountedUnits,
    spans.vagueUnits,
    spans.bareUnits,
    spans.repeated,
    times.partOfDay,
    times.clockTime,
  ];

  return function findDates(document: Document): DateMention[] {
    const { text } = document;
    const found: DateMention[] = findEras(document, eras);
    let focus: CalendarPoint | undefined;
    let quarter: CalendarPoint | undefined;
    for (const paragraph of document.paragraphs) {
      const words = readLexemes(text, paragraph.start, paragraph.end, table);
      for (let at = 0; at < words.length; ) {
        // Most words open no expression, and asking every construction about them is what costs.
        const longest = opens(words[at], openers) ? longestAt(constructions, words, at) : undefined;
        if (longest === undefined) {
          at++;
          continue;
        }
        const ahead = looksAhead(words, longest.from, future);
        const setting: Setting = { anchor: document.published, focus, quarter, ahead };
        const value = longest.resolve(setting);
        if (value) {
          const from = widen(words, longest.from, approximations);
          const { until } = longest;
          found.push({ ...makeSpan(text, words[from].start, words[until - 1].end), ...value });
          const point = longest.point?.(setting);
          focus = point ?? focus;
          quarter = point && isRecentQuarter(point, document.published) ? point : quarter;
        }
        at = Math.max(longest.until, at + 1);
      }
    }
    return withoutOverlaps(found);
  };
}

/** A quarter named only to compare with, a year back, is not the one spoken of. */
function isRecentQuarter({ grain, first }: CalendarPoint, anchor: Day | undefined): boolean {
  return grain === 'quarter' && (anchor === undefined || first > addDays(anchor, -300));
}

/** Words without a meaning of their own in the lexicon that an expression may begin with. */
const plainOpeners = [
  ...['the', 'that', 'same', 'latest', 'fiscal', 'comparable', 'corresponding', 'year', 'half'],
  ...['every', 'each', 'about', 'around', 'nearly', 'almost', 'roughly', 'over', 'just'],
  ...['yesterday', 'today', 'tomorrow', 'recent', 'coming', 'future', 'past'],
];

/** A lexeme with no meaning has its place, its word and perhaps a capital, and nothing else. */
function opens(lexeme: Lexeme, openers: ReadonlySet<string>): boolean {
  return lexeme.known === true || openers.has(lexeme.word);
}

function longestAt(
  constructions: readonly Construction[],
  words: readonly Lexeme[],
  at: number,
): Found | undefined {
  let longest: Found | undefined;
  for (const construction of constructions) {
    const found = construction(words, at);
    if (found && (longest === undefined || found.until > longest.until)) longest = found;
  }
  return longest;
}

function looksAhead(words: readonly Lexeme[], at: number, future: ReadonlySet<string>): boolean {
  for (let i = at - 1; i >= Math.max(0, at - lookBack); i--) {
    if (/^[.;:]$/.test(words[i].word)) return false;
    if (future.has(words[i].word)) return true;
  }
  return false;
}

/** Early, late, about, more than: such words belong to the expression behind them. */
function widen(
  words: readonly Lexeme[],
  from: number,
  approximations: readonly (readonly string[])[],
): number {
  let at = from;
  if (words[at - 1]?.word === '-' && words[at - 2]?.modifier) at -= 2;
  else if (words[at - 1]?.modifier) at -= 1;
  else if (
    words[at - 1]?.word === 'of' &&
    /^(end|beginning|start|middle)$/.test(words[at - 2]?.word ?? '')
  ) {
    at -= words[at - 3]?.word === 'the' ? 3 : 2;
  }
  for (const phrase of approximations) {
    const start = at - phrase.length;
    if (start >= 0 && phrase.every((word, i) => words[start + i].word === word)) return start;
  }
  return at;
}

function findEras(
  { text, paragraphs }: Document,
  eras: readonly { readonly pattern: RegExp; readonly day: Day }[],
): DateMention[] {
  return eras.flatMap(({ pattern, day }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .filter((span) => overlapping(paragraphs, span).length > 0)
      .map(({ start, end }) => ({
        ...makeSpan(text, start, end),
        type: 'DATE' as const,
        timex: day,
        value: edtfOf(dayPoint(day)),
      })),
  );
}

/** In reading order; of two that overlap the longer one stays. */
function withoutOverlaps(found: readonly DateMention[]): DateMention[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  const kept: DateMention[] = [];
  let tangle: DateMention[] = [];
  let end = 0;
  for (const one of inOrder) {
    if (one.start >= end) {
      kept.push(...longestOf(tangle));
      tangle = [];
    }
    tangle.push(one);
    end = Math.max(end, one.end);
  }
  return [...kept, ...longestOf(tangle)];
}

function longestOf(tangle: readonly DateMention[]): DateMention[] {
  const kept: DateMention[] = [];
  for (const one of [...tangle].sort((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start)) {
    if (!kept.some((other) => spansOverlap(one, other))) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function lengthOf({ start, end }: DateMention): number {
  return end - start;
}

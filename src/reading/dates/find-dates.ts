import type { DateMention } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import type { DateLexicon, DateWords, Slots } from '../../reference/constructions/date-lexicon.ts';
import type { Document } from '../document.ts';
import { type CalendarPoint, edtfOf, rangeOf, timexOf } from './calendar.ts';
import { makeConstructions } from './construction.ts';
import { type Lexeme, readLexemes } from './lexeme.ts';
import { standsAt } from './match.ts';
import { afterNaming, type SpokenOf, type Value } from './setting.ts';

/** Words looked at before an expression for a verb that looks ahead, or for a record. */
const reach = 20;
const longestLead = 4;

/**
 * Prepares the finder of dates once. Values are TIMEX3 and EDTF, read against the day of
 * publication and the points named before; without a day of publication only what names its own
 * year gets a value. One pass over the words, so linear in the text.
 */
export function createDateFinder(lexicon: DateLexicon) {
  const { meaningOf, longestAt } = makeConstructions(lexicon);
  const leads = phrasesOf(lexicon.words.leads);
  const records = phrasesOf(lexicon.words.records);
  const looksAhead = makeAheadTest(lexicon.words);
  const joins = new Set(lexicon.words.joins);

  return function findDates({ text, published: anchor, paragraphs }: Document): DateMention[] {
    const dates: DateMention[] = [];
    let spoken: SpokenOf = {};
    for (const paragraph of paragraphs) {
      const words = readLexemes(text, paragraph.start, paragraph.end, meaningOf);
      let before: Read | undefined;
      let free = 0;
      for (let at = 0; at < words.length; ) {
        const found = longestAt(words, at);
        const first = at;
        at = found?.until ?? at + 1;
        if (found === undefined) continue;
        const { slots, construction } = found;
        const isAhead = () => looksAhead(words, first);
        const isRecord = () => lastBefore(words, first, records) !== undefined;
        const meant = construction.operation(slots, { anchor, ...spoken, isAhead, isRecord });
        if (meant === undefined || isOffCalendar(meant)) continue;
        // The pluperfect, "a year earlier he had visited", leaves the focus where it was.
        const looksBack =
          slots.from?.endsWith('focus') && (slots.direction ?? slots.years) === '-1';
        if (!looksBack) spoken = afterNaming(spoken, meant, anchor);
        const lead = withLead(words, first, leads);
        const from = lead < free ? first : lead;
        free = at;
        const read: Read = { until: at, slots, meant };
        const between = before && words.slice(before.until, from);
        const isJoined = between?.every(({ word }) => joins.has(word));
        const time = before && isJoined ? joinedTime(before, read) : undefined;
        const start = time && dates.pop()?.start;
        const span = makeSpan(text, start ?? words[from].start, words[at - 1].end);
        const value = time ?? toValue(meant, slots);
        dates.push({ ...span, ...value, rule: construction.id });
        before = time ? undefined : read;
      }
    }
    return dates;
  };
}

/** Days that four digits cannot write stop at the first or the last that they can. */
function isOffCalendar(meant: CalendarPoint | Value): boolean {
  return 'first' in meant && (meant.first < '0001' || meant.first > '9999');
}

/** A day with a part of it or a time of the clock is a TIME. */
function toValue(meant: CalendarPoint | Value, slots: Slots): Value {
  if ('timex' in meant) return meant;
  const { part, clock, hour } = slots;
  const timex = timexOf(meant);
  if (part !== undefined) return { type: 'TIME', timex: `${timex}T${part}`, value: timex };
  if (clock !== undefined || hour !== undefined) return timeOn(meant, slots);
  const range = meant.grain === 'day' ? {} : rangeOf(meant);
  return { type: 'DATE', timex, value: edtfOf(meant), ...range };
}

/** `7:15` in the evening: `19:15`. */
function timeOn({ first }: CalendarPoint, { clock, hour = '', meridian }: Slots): Value {
  const [, hours, minutes = '00'] = /^(\d\d?):?(\d\d)?$/.exec(hour) ?? [];
  const half = meridian === 'PM' ? 12 : 0;
  const of24 = meridian === undefined ? Number(hours) : (Number(hours) % 12) + half;
  const timex = `${first}T${clock ?? `${`${of24}`.padStart(2, '0')}:${minutes}`}`;
  return { type: 'TIME', timex, value: timex };
}

/** An expression as it was read. */
interface Read {
  readonly until: number;
  readonly slots: Slots;
  readonly meant: CalendarPoint | Value;
}

/** A time of the clock and its day, side by side, are one: `5 p.m. on Tuesday`. */
function joinedTime(a: Read, b: Read): Value | undefined {
  const [time, day] = a.slots.hour === undefined ? [b, a] : [a, b];
  const { hour, part, clock } = day.slots;
  if (time.slots.hour === undefined || (hour ?? part ?? clock)) return undefined;
  if ('timex' in day.meant || day.meant.grain !== 'day') return undefined;
  return timeOn(day.meant, time.slots);
}

/** Words and phrases by the first word of each. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasesOf(texts: readonly string[]): Phrases {
  return Map.groupBy(
    texts.map((text) => text.split(' ')),
    ([first]) => first,
  );
}

/** Whether the words before turn a bare date ahead. Code, since it goes by distance. */
function makeAheadTest({ ahead, notAhead, aheadEnds, aheadBeside }: DateWords) {
  const deciding = phrasesOf([...ahead, ...aheadEnds]);
  return (words: readonly Lexeme[], at: number): boolean => {
    if (aheadBeside.includes(words[at - 1]?.word)) return true;
    const last = lastBefore(words, at, deciding);
    if (last === undefined || aheadEnds.includes(words[last].word)) return false;
    return !notAhead.includes(words[last - 1]?.word);
  };
}

/** Where one of the phrases stands last before a word, within reach. */
function lastBefore(words: readonly Lexeme[], at: number, phrases: Phrases): number | undefined {
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const here = phrases.get(words[i].word);
    if (here?.some((phrase) => standsAt(phrase, words, i))) return i;
  }
  return undefined;
}

/** Early, about, more than, the end of: such words belong to the expression behind them. */
function withLead(words: readonly Lexeme[], from: number, leads: Phrases): number {
  for (let first = Math.max(0, from - longestLead); first < from; first++) {
    const here = leads.get(words[first].word);
    const ends = here?.some((lead) => first + lead.length === from && standsAt(lead, words, first));
    if (ends) return withLead(words, first, leads);
  }
  return from;
}

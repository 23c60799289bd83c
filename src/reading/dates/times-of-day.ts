import { addDays, type Day, weekdayOf } from '../../base/day.ts';
import type { Construction, Found, Setting } from './construction.ts';
import type { Lexeme } from './lexeme.ts';

/** `this morning`, `last night`, `Friday evening`, `yesterday afternoon`. */
export const partOfDay: Construction = (words, at) => {
  const { word, weekday, direction } = words[at];
  const dayWord = word === 'yesterday' || word === 'tomorrow';
  if (weekday === undefined && !dayWord && direction !== 'here' && direction !== 'back')
    return undefined;
  const modifier = words[at + 1]?.modifier ? 1 : 0;
  const part = words[at + 1 + modifier];
  if (part?.part === undefined || part.word.endsWith('s')) return undefined;
  return timeFound(at, at + 2 + modifier, words[at], `T${part.part}`);
};

/** `8 p.m.`, `7:15 p.m. Wednesday`, `noon Thursday`, `midnight`. */
export const clockTime: Construction = (words, at) => {
  const approximate = /^(around|about)$/.test(words[at].word) ? 1 : 0;
  const head = at + approximate;
  const clock = readClock(words, head);
  if (clock === undefined) return undefined;
  let until = clock.until;
  if (/^(est|edt|gmt|utc|pst|pdt|cet|local)$/.test(words[until]?.word ?? '')) until++;
  const comma = words[until]?.word === ',' ? 1 : 0;
  const next = words[until + comma];
  const named =
    next?.weekday !== undefined || /^(yesterday|today|tomorrow)$/.test(next?.word ?? '');
  if (clock.word && !named) return undefined;
  return timeFound(
    at,
    named ? until + comma + 1 : until,
    named ? next : undefined,
    `T${clock.value}`,
  );
};

function readClock(words: readonly Lexeme[], at: number) {
  const { word, clock } = words[at] ?? { word: '' };
  if (clock !== undefined) return { value: clock, until: at + 1, word: true };
  const digits = /^(\d{1,2})(?::(\d{2}))?$/.exec(word);
  const half = /^([ap])\.?m\.?$/.exec(words[at + 1]?.word ?? '');
  if (!digits || !half) return undefined;
  const hour = (Number(digits[1]) % 12) + (half[1] === 'p' ? 12 : 0);
  const value = `${String(hour).padStart(2, '0')}:${digits[2] ?? '00'}`;
  return { value, until: at + 2, word: false };
}

function timeFound(from: number, until: number, day: Lexeme | undefined, time: string): Found {
  return {
    from,
    until,
    resolve(setting) {
      const on = dayOf(setting, day, time);
      if (on === undefined) return undefined;
      return { type: 'TIME', timex: `${on}${time}`, value: /\d/.test(time) ? `${on}${time}` : on };
    },
  };
}

function dayOf({ anchor }: Setting, word: Lexeme | undefined, time: string): Day | undefined {
  if (anchor === undefined) return undefined;
  if (word?.weekday !== undefined) {
    return addDays(anchor, -((weekdayOf(anchor) - word.weekday + 7) % 7));
  }
  if (word?.word === 'yesterday') return addDays(anchor, -1);
  if (word?.word === 'tomorrow') return addDays(anchor, 1);
  return word?.direction === 'back' && time === 'TNI' ? addDays(anchor, -1) : anchor;
}

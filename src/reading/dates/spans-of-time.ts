import { durationOf, moveDay, type Unit } from './calendar.ts';
import { type Construction, durationFound, type Found, setFound } from './construction.ts';
import { readCount } from './counts.ts';
import type { Lexeme } from './lexeme.ts';

const lead = new Set('for in within over after nearly almost about than of every per'.split(' '));
const money =
  /^([\d.,]+|million|billion|trillion|percent|%|times|once|twice|dollars?|cents?|shares?|tons?|barrels?|hours?|days?|people|visits?|flights?)$/;

/** `three months`, `two-week`, `several years`, `a day and a half`, `24 years`. */
export const countedUnits: Construction = (words, at) => {
  const count = readCount(words, at);
  if (count === undefined) return undefined;
  let head = count.until;
  const hyphen = words[head]?.word === '-' ? 1 : 0;
  head += hyphen;
  while (
    /^(more|other|additional|full|consecutive|straight|long|trading|working|business)$/.test(
      words[head]?.word ?? '',
    )
  )
    head++;
  const unit = words[head]?.unit;
  if (unit === undefined || words[at - 1]?.word === '$') return undefined;
  if (unit === 'second' && !words[head].plural) return undefined;
  if (count.article) return oneUnit(words, at, head, unit);
  if (isAge(words, head + 1)) return undefined;
  if (hyphen === 0 && count.value !== 1 && !words[head].plural && count.value !== 'X') {
    const spoken = !/\d/.test(words[at].word) && words[head + 1] !== undefined;
    if (!spoken) return undefined;
  }
  const half = halfMore(words, head + 1, unit);
  if (half && typeof count.value === 'number') {
    return durationFound(at, half.until, `${durationOf(count.value, unit)}${half.rest}`);
  }
  return backwards(words, at, head + 1, count.value, unit);
};

/** `a year`: a length after a preposition of length, each year after a sum or a count. */
function oneUnit(
  words: readonly Lexeme[],
  at: number,
  head: number,
  unit: Unit,
): Found | undefined {
  const before = words[at - 1]?.word ?? '';
  if (money.test(before) || words[at - 1]?.number !== undefined) {
    return setFound(at, head + 1, durationOf(1, unit));
  }
  const half = halfMore(words, head + 1, unit);
  if (half) return durationFound(at, half.until, `${durationOf(1, unit)}${half.rest}`);
  if (words[head + 1]?.word === 'and') return undefined;
  return lead.has(before) ? durationFound(at, head + 1, durationOf(1, unit)) : undefined;
}

/** `first visit in 24 years` looks back from the anchor; it never names a day ahead. */
function backwards(
  words: readonly Lexeme[],
  at: number,
  until: number,
  count: number | 'X',
  unit: Unit,
): Found {
  const timex = durationOf(count, unit);
  const looksBack =
    typeof count === 'number' &&
    words[at - 1]?.word === 'in' &&
    words
      .slice(Math.max(0, at - 12), at)
      .some(({ word }) =>
        /^(first|only|last|worst|best|biggest|largest|strongest|deadliest)$/.test(word),
      );
  if (!looksBack) return durationFound(at, until, timex);
  return {
    from: at,
    until,
    resolve: ({ anchor }) => ({
      type: 'DURATION',
      timex,
      value: timex,
      ...(anchor && { from: moveDay(anchor, unit, -Number(count)), until: anchor }),
    }),
  };
}

function isAge(words: readonly Lexeme[], at: number): boolean {
  const next = words[at]?.word === '-' ? words[at + 1]?.word : words[at]?.word;
  return next === 'old' || next === 'olds';
}

function halfMore(words: readonly Lexeme[], at: number, unit: Unit) {
  const isHalf =
    words[at]?.word === 'and' && words[at + 1]?.word === 'a' && words[at + 2]?.word === 'half';
  if (!isHalf) return undefined;
  const halves: Partial<Record<Unit, string>> = {
    day: 'T12H',
    year: '6M',
    minute: '30S',
    hour: '30M',
  };
  const rest = halves[unit];
  return rest === undefined ? undefined : { rest, until: at + 3 };
}

/** `the past three months`, `the next few days`, `the first nine months`, `the nine months`. */
export const theCountedUnits: Construction = (words, at) => {
  if (words[at].word !== 'the') return undefined;
  let head = at + 1;
  const bounded =
    words[head]?.direction !== undefined ||
    /^(first|final|early|late)$/.test(words[head]?.word ?? '');
  if (bounded) head++;
  const count = readCount(words, head);
  const unitAt = count && !count.article ? count.until : head;
  const unit = words[unitAt]?.unit;
  if (unit === undefined || (count === undefined && (!bounded || !words[unitAt].plural)))
    return undefined;
  if (count !== undefined && count.value !== 1 && !words[unitAt].plural) return undefined;
  if (isAge(words, unitAt + 1) || /^(ago|earlier|later)$/.test(words[unitAt + 1]?.word ?? ''))
    return undefined;
  const back = words[at + 1].direction === 'back';
  const timex = durationOf(count?.value ?? 'X', unit);
  const value = count?.value;
  return {
    from: at,
    until: unitAt + 1,
    resolve: ({ anchor }) => ({
      type: 'DURATION',
      timex,
      value: timex,
      ...(back &&
        anchor &&
        typeof value === 'number' && { from: moveDay(anchor, unit, -value), until: anchor }),
    }),
  };
};

/** `recent years`, `coming months`, `past weeks`. */
export const vagueUnits: Construction = (words, at) => {
  const { word } = words[at];
  const unit = words[at + 1]?.unit;
  if (unit === undefined || !words[at + 1].plural) return undefined;
  if (word === 'recent' || word === 'past') {
    if (unit !== 'year' && unit !== 'day') return durationFound(at, at + 2, durationOf('X', unit));
    return {
      from: at,
      until: at + 2,
      resolve: () => ({ type: 'DATE', timex: 'PAST_REF', value: '../' }),
    };
  }
  if (word !== 'coming' && word !== 'future') return undefined;
  return {
    from: at,
    until: at + 2,
    resolve: () => ({ type: 'DATE', timex: 'FUTURE_REF', value: '/..' }),
  };
};

/** `weeks`, `months`, `decades` standing for themselves after a preposition of length. */
export const bareUnits: Construction = (words, at) => {
  const { unit, plural } = words[at];
  if (unit === undefined || !plural || unit === 'second') return undefined;
  if (!/^(for|in|after|within|over|of|took|takes|lasted)$/.test(words[at - 1]?.word ?? ''))
    return undefined;
  return durationFound(at, at + 1, durationOf('X', unit));
};

/** `every Thursday`, `each year`, `Tuesday nights`, `weekly`. */
export const repeated: Construction = (words, at) => {
  const each = words[at].word === 'every' || words[at].word === 'each';
  const head = each ? at + 1 : at;
  const word = words[head];
  if (word === undefined) return undefined;
  if (word.weekday !== undefined && (each || words[head + 1]?.part !== undefined)) {
    const part = words[head + 1]?.part;
    const nights = part !== undefined && words[head + 1].word.endsWith('s');
    if (!each && !nights) return undefined;
    return setFound(
      at,
      head + (part === undefined ? 1 : 2),
      `XXXX-WXX-${word.weekday}${part === undefined ? '' : `T${part}`}`,
    );
  }
  if (!each) return undefined;
  if (word.month !== undefined)
    return setFound(at, head + 1, `XXXX-${String(word.month).padStart(2, '0')}`);
  if (word.unit === undefined || word.plural) return undefined;
  return setFound(at, head + 1, durationOf(1, word.unit));
};

import type { Lexeme } from './lexeme.ts';

/** The value read from several words, with the index behind the last of them. */
type Reader = (
  words: readonly Lexeme[],
  at: number,
) => { readonly value: string; readonly until: number } | undefined;

/**
 * Classes that are read rather than listed: putting numbers together is arithmetic, which a
 * pattern cannot do. `parts` are the listed classes that they are put together from.
 */
export const composedClasses: Readonly<
  Record<string, { readonly parts: readonly string[]; readonly read: Reader }>
> = {
  count: { parts: ['number', 'digits', 'multiplier'], read: readCount },
  year: { parts: ['number'], read: readSpokenYear },
  'spoken-year': { parts: ['number'], read: readSpokenYear },
  capital: { parts: [], read: wordThat(({ capital }) => capital) },
  /** A word with a capital that the lexicon does not know: `Vision 2030`. */
  name: { parts: [], read: wordThat(({ capital, meaning }) => capital && !meaning) },
  'any-word': { parts: [], read: wordThat(({ word }) => letters.test(word)) },
};

const letters = /^[\p{L}\p{N}-]/u;

/** A count in words or digits: `24`, `twenty-four`, `two thousand`. */
function readCount(words: readonly Lexeme[], at: number): ReturnType<Reader> {
  let value = numberOf(words[at], 'number') ?? numberOf(words[at], 'digits');
  if (value === undefined) return undefined;
  let until = at + 1;
  const next = words[until]?.word === '-' ? until + 1 : until;
  const ones = numberOf(words[next], 'number') ?? 0;
  if (value >= 20 && value < 100 && value % 10 === 0 && ones > 0 && ones < 10) {
    value += ones;
    until = next + 1;
  }
  const multiplier = numberOf(words[until], 'multiplier');
  if (multiplier === undefined) return { value: `${value}`, until };
  return { value: `${value * multiplier}`, until: until + 1 };
}

/** A year in words: `nineteen ninety-six`, `two thousand`, `nineteen eighty`. */
function readSpokenYear(words: readonly Lexeme[], at: number): ReturnType<Reader> {
  const first = numberOf(words[at], 'number');
  const whole = first === 2 ? readCount(words, at) : undefined;
  if (whole?.value === '2000') return whole;
  const isCentury = (first === 19 || first === 20) && numberOf(words[at + 1], 'number');
  const rest = isCentury ? readCount(words, at + 1) : undefined;
  return rest?.value.length === 2 ? { ...rest, value: `${first}${rest.value}` } : undefined;
}

function wordThat(is: (word: Lexeme) => boolean): Reader {
  return (words, at) =>
    words[at] && is(words[at]) ? { value: words[at].word, until: at + 1 } : undefined;
}

function numberOf(word: Lexeme | undefined, name: string): number | undefined {
  const member = word?.meaning?.members.find(({ of }) => of === name);
  return member && Number(member.value);
}

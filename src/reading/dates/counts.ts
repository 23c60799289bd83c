import type { Lexeme } from './lexeme.ts';

/** A count in words or digits: `24`, `twenty-four`, `two thousand`, `a few`, `a couple of`. */
export interface Count {
  readonly value: number | 'X';
  /** Index behind its last word. */
  readonly until: number;
  /** `a` or `an`, which also opens other phrases. */
  readonly article?: true;
}

export function readCount(words: readonly Lexeme[], at: number): Count | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  if (first.word === 'a' || first.word === 'an') return readArticle(words, at);
  if (first.vague) return { value: 'X', until: at + 1 };
  if (first.word === 'half' && words[at + 1]?.word === 'a' && words[at + 2]?.word === 'dozen') {
    return { value: 6, until: at + 3 };
  }
  if (first.number === undefined) return undefined;
  return readNumber(words, at, first.number);
}

function readArticle(words: readonly Lexeme[], at: number): Count {
  const next = words[at + 1]?.word;
  if (next === 'couple') {
    const until = words[at + 2]?.word === 'of' ? at + 3 : at + 2;
    return { value: 2, until };
  }
  if (next === 'few') return { value: 'X', until: at + 2 };
  if (next === 'dozen') return { value: 12, until: at + 2 };
  const multiplier = words[at + 1]?.multiplier;
  if (multiplier !== undefined) return { value: multiplier, until: at + 2 };
  return { value: 1, until: at + 1, article: true };
}

function readNumber(words: readonly Lexeme[], at: number, first: number): Count {
  let value = first;
  let until = at + 1;
  if (first >= 20 && first % 10 === 0 && first < 100) {
    const skip = words[until]?.word === '-' ? 1 : 0;
    const small = words[until + skip]?.number;
    const isWord = !/\d/.test(words[until + skip]?.word ?? '0');
    if (small !== undefined && small < 10 && isWord && words[until + skip].word !== 'a') {
      value += small;
      until += skip + 1;
    }
  }
  const multiplier = words[until]?.multiplier;
  if (multiplier !== undefined) return { value: value * multiplier, until: until + 1 };
  return { value, until };
}

/** A year in words: `nineteen ninety-six`, `two thousand`, `nineteen eighty`. */
export function readSpokenYear(
  words: readonly Lexeme[],
  at: number,
): { readonly year: number; readonly until: number } | undefined {
  const first = words[at];
  if (first?.word === 'two' && words[at + 1]?.word === 'thousand') {
    return { year: 2000, until: at + 2 };
  }
  if (first?.number === undefined || /\d/.test(first.word)) return undefined;
  if (first.number !== 19 && first.number !== 20) return undefined;
  const rest = readCount(words, at + 1);
  if (rest === undefined || typeof rest.value !== 'number' || rest.article) return undefined;
  if (rest.value < 10 || rest.value > 99 || /\d/.test(words[at + 1].word)) return undefined;
  return { year: first.number * 100 + rest.value, until: rest.until };
}

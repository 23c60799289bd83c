import { addDays } from '../../base/day.ts';
import type { DateLexicon } from '../../reference/date-lexicon.ts';
import { dayPoint } from './calendar.ts';
import { type Construction, type Found, pointFound } from './construction.ts';
import type { Lexeme } from './lexeme.ts';

type Fixed = DateLexicon['fixed'][number];

/** `today`, `right now`, `recently`, `the near future`: whole expressions from the lexicon. */
export function fixedExpression(fixed: readonly Fixed[]): Construction {
  const byFirst = Map.groupBy(fixed, (entry) => entry.words[0]);
  return (words, at) => {
    let longest: Found | undefined;
    for (const entry of byFirst.get(words[at].word) ?? []) {
      const until = at + entry.words.length;
      const matches = entry.words.every((word, i) => words[at + i]?.word === word);
      if (!matches || entry.notBefore?.includes(words[until]?.word)) continue;
      if (entry.bare && !standsAlone(words, until)) continue;
      if (longest === undefined || until > longest.until)
        longest = toFound(entry, words, at, until);
    }
    return longest;
  };
}

function toFound(entry: Fixed, words: readonly Lexeme[], at: number, until: number): Found {
  const before = words[at - 1]?.word ?? '';
  const from = entry.withBefore?.includes(before) ? at - 1 : at + (entry.skip ?? 0);
  const { ref, duration, day, part } = entry;
  if (duration !== undefined) {
    return { from, until, resolve: () => ({ type: 'DURATION', timex: duration, value: duration }) };
  }
  if (ref !== undefined) {
    const open = { PRESENT_REF: undefined, PAST_REF: '../', FUTURE_REF: '/..' }[ref];
    return {
      from,
      until,
      resolve: ({ anchor }) => ({
        type: 'DATE',
        timex: ref,
        value: open ?? (anchor ? `${anchor}~` : '..'),
      }),
    };
  }
  if (part !== undefined) {
    return {
      from,
      until,
      resolve: ({ anchor }) =>
        anchor && {
          type: 'TIME',
          timex: `${addDays(anchor, day ?? 0)}T${part}`,
          value: addDays(anchor, day ?? 0),
        },
    };
  }
  return pointFound(from, until, ({ anchor }) => anchor && dayPoint(addDays(anchor, day ?? 0)));
}

function standsAlone(words: readonly Lexeme[], at: number): boolean {
  const next = words[at];
  return (
    next === undefined ||
    !/^[\p{L}\p{N}-]/u.test(next.word) ||
    /^(and|or|but|to|of|for|in|is|was|as|by|with|will)$/.test(next.word)
  );
}

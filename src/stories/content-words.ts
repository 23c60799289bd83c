import type { Report } from '../model/report.ts';
import type { StoryWords } from './story-words.ts';

/** A word, with the points and apostrophes inside it: `U.S`, `don’t`. */
export const wordPattern = /[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*/gu;

/** The words of a report's article by a pattern; furniture stands in order, so one pass does. */
export function* wordsOutsideFurniture(
  { text, boilerplate }: Report,
  pattern: RegExp,
): Generator<RegExpExecArray> {
  let next = 0;
  for (const match of text.matchAll(pattern)) {
    while (next < boilerplate.length && boilerplate[next].end <= match.index) next++;
    if (next < boilerplate.length && boilerplate[next].start <= match.index) continue;
    yield match;
  }
}

/** The words of a phrase that carry its content: lower case, endings off, none of `silent`. */
export function contentWords(
  text: string,
  { stopWords, bareOf, stemOf }: StoryWords,
  silent: ReadonlySet<string>,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [match] of text.toLowerCase().matchAll(wordPattern)) {
    const bare = bareOf(match);
    if (bare.length < 2 || stopWords.has(bare) || silent.has(bare)) continue;
    words.add(stemOf(bare));
  }
  return words;
}

/** How many words two sets share, and that as a share of the smaller one (0 where it is empty). */
export function likeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { readonly shared: number; readonly share: number } {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return { shared, share: few.size === 0 ? 0 : shared / few.size };
}

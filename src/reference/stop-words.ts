import { z } from 'zod';
import { type Language, wordsIn } from './language.ts';

/** The shape of `data/language/<language>/stop-words.yaml`. */
const stopWordsSchema = z.strictObject({ words: z.array(z.string()).min(1) });

export const stopWordsFile = {
  name: 'stop-words',
  schema: stopWordsSchema,
  without: 'the commonest words count as much as names when reports are compared',
} as const;

/** The words of a language that say nothing about what a text is about. */
export function stopWords(language: Language): ReadonlySet<string> {
  return new Set(wordsIn(language, stopWordsFile).words);
}

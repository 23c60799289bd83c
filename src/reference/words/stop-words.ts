import { z } from 'zod';
import { type Language, wordsIn } from '../language.ts';

const endingSchema = z.strictObject({
  ending: z.string().min(1),
  /** A pattern for what stands before the ending. */
  after: z.string().optional(),
  least: z.int(),
  gives: z.string(),
});

const stopWordsSchema = z.strictObject({
  words: z.array(z.string()).default([]),
  possessives: z.array(z.string().min(1)).default([]),
  plurals: z.array(endingSchema).default([]),
  endings: z.array(z.string().min(1)).default([]),
  endingsFrom: z.int().default(0),
});

/** The shape of `stop-words.yaml` in a language folder; its comments say what each part does. */
export type StopWords = Readonly<z.infer<typeof stopWordsSchema>>;

export const stopWordsFile = {
  name: 'stop-words',
  schema: stopWordsSchema,
  without: 'the commonest words count as much as names when reports are compared',
} as const;

/** Takes the words and endings that count for nothing out of a language's folder. */
export function stopWords(language: Language): StopWords {
  return wordsIn(language, stopWordsFile);
}

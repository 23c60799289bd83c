import { z } from 'zod';
import { eventTypeSchema } from '../../model/event-type.ts';
import { type Language, type LanguageFile, wordsIn } from '../language.ts';

const words = z.array(z.string().min(1)).default([]);

const objectsSchema = z.strictObject({
  classes: z.record(z.string(), words).default({}),
  /** What a class speaks of by itself, where no verb says more. */
  types: z.record(z.string(), eventTypeSchema).default({}),
  /** Classes that are the means of a type or of a mode. */
  means: z.record(z.string(), words).default({}),
});

const wordsSchema = z.strictObject({
  actorNouns: words,
  instruments: words,
  notActors: words,
  quantifiers: words,
  measures: words,
  notDeeds: words,
  ownClasses: words,
  attackClasses: words,
  receiverMarks: words,
  toMarks: words,
  withMarks: words,
  fromMarks: words,
  frontMarks: words,
  againstMarks: words,
  ownerMarks: words,
  partMarks: words,
  placeMarks: words,
  siteMarks: words,
  attackMarks: words,
  circumstances: words,
  oneSided: words,
});
export type EventWords = Readonly<z.infer<typeof wordsSchema>>;

const objectsFile = {
  name: 'event-objects',
  schema: objectsSchema,
  without: 'what a deed is done with or to is not known',
} as const;
const wordsFile = {
  name: 'event-words',
  schema: wordsSchema,
  without: 'common nouns do not act, and who receives a deed is seldom found',
} as const;

export const eventLexiconFiles: readonly LanguageFile[] = [objectsFile, wordsFile];

/** The event files of a language, checked. */
export function eventFiles(
  language: Language,
): Readonly<z.infer<typeof objectsSchema>> & { readonly words: EventWords } {
  return { ...wordsIn(language, objectsFile), words: wordsIn(language, wordsFile) };
}

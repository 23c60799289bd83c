import { z } from 'zod';
import { type Language, wordsIn } from '../language.ts';

const languageSchema = z.strictObject({
  /** As its speakers' neighbours call it, in English: `Russian`. */
  name: z.string().min(1),
  /** The letters it is written with, by the name of the script in Unicode: `Latin`, `Han`. */
  script: z.string().refine(isScript, 'is not the name of a script in Unicode'),
  /** The folder of `weights/` with the tagger and parser that were trained for it. */
  weights: z.string().optional(),
  /** Without weights: sentences with trees made by hand, in CoNLL-U. Others have no trees. */
  treebank: z.string().optional(),
});

/** What the program has to know of a language besides its words. */
export type LanguageFacts = Readonly<z.infer<typeof languageSchema>>;

export const languageFactsFile = {
  name: 'language',
  schema: languageSchema,
  required: true,
  without: 'nobody knows which texts are in the language',
} as const;

/** Takes them out of a language's folder. */
export function languageFacts(language: Language): LanguageFacts {
  return wordsIn(language, languageFactsFile);
}

function isScript(name: string): boolean {
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u').source !== '';
  } catch {
    return false; // The pattern is not valid: no such script.
  }
}

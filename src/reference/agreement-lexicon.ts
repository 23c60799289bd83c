import { z } from 'zod';
import { type Language, type LanguageFile, wordsIn } from './language.ts';

const words = z.array(z.string().min(1));

const agreementWordsSchema = z.strictObject({
  instruments: z.strictObject({ formal: words, middle: words, relation: words }),
  parts: words,
  soft: words,
  kinds: z.array(z.strictObject({ words, type: z.string(), notBefore: words.optional() })),
  marks: words,
  notOurs: words,
  newer: words,
  older: words,
  existing: words,
  statuses: z.array(
    z.strictObject({
      status: z.string(),
      object: words,
      subject: words,
      nouns: words,
      phrases: words.optional(),
    }),
  ),
  partiesOnly: words,
  signing: words,
  judging: words,
  halting: words,
  membership: words,
  joining: words,
  leaving: words,
  replaces: words,
  notSo: words,
  ownVerbs: words,
  signatures: words,
  partyWords: words,
  partyVerbs: words,
});

const provisionWordsSchema = z.strictObject({
  provisions: z.array(z.strictObject({ type: z.string(), clause: words, duty: words.optional() })),
  fields: z.record(z.string(), words),
  cooperation: words,
  furthers: words,
  triggers: z.strictObject({ clause: words, phrases: words, acts: words }),
  absent: words,
  guesses: words,
});

export type AgreementWords = Readonly<z.infer<typeof agreementWordsSchema>>;
export type ProvisionWords = Readonly<z.infer<typeof provisionWordsSchema>>;

const agreementWordsFile = {
  name: 'agreement-words',
  schema: agreementWordsSchema,
  without: 'no agreements are found',
} as const;
const provisionWordsFile = {
  name: 'provision-words',
  schema: provisionWordsSchema,
  without: 'the promises in agreements are not found',
} as const;

export const agreementLexiconFiles: readonly LanguageFile[] = [
  agreementWordsFile,
  provisionWordsFile,
];

/** The words of a language for instruments and their promises. */
export interface AgreementLexicon {
  readonly agreements: AgreementWords;
  readonly provisions: ProvisionWords;
}

/** Takes the words for agreements out of a language's folder. */
export function agreementLexicon(language: Language): AgreementLexicon {
  return {
    agreements: wordsIn(language, agreementWordsFile),
    provisions: wordsIn(language, provisionWordsFile),
  };
}

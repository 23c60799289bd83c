import { z } from 'zod';
import { type Language, type LanguageFile, wordsIn } from './language.ts';

const words = z.array(z.string().min(1));
const list = words.default([]);

const agreementWordsSchema = z.strictObject({
  instruments: z.strictObject({ formal: list, middle: list, relation: list }).prefault({}),
  parts: list,
  soft: list,
  kinds: z
    .array(z.strictObject({ words, type: z.string(), notBefore: words.optional() }))
    .default([]),
  marks: list,
  notOurs: list,
  newer: list,
  older: list,
  existing: list,
  statuses: z
    .array(
      z.strictObject({
        status: z.string(),
        object: words,
        subject: words,
        nouns: words,
        phrases: words.optional(),
      }),
    )
    .default([]),
  partiesOnly: list,
  signing: list,
  judging: list,
  halting: list,
  membership: list,
  joining: list,
  leaving: list,
  replaces: list,
  notSo: list,
  ownVerbs: list,
  signatures: list,
  partyWords: list,
  partyVerbs: list,
});

const provisionWordsSchema = z.strictObject({
  provisions: z
    .array(z.strictObject({ type: z.string(), clause: words, duty: words.optional() }))
    .default([]),
  fields: z.record(z.string(), words).default({}),
  cooperation: list,
  furthers: list,
  triggers: z.strictObject({ clause: list, phrases: list, acts: list }).prefault({}),
  absent: list,
  guesses: list,
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

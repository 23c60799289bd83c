import { z } from 'zod';
import { languageFile } from './language-file.ts';

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

/** Schemas of the files, by path inside the data folder. */
export const agreementLexiconSchemas: Readonly<Record<string, z.ZodType>> = {
  'language/en/agreement-words.yaml': agreementWordsSchema,
  'language/en/provision-words.yaml': provisionWordsSchema,
};

/** The English words for instruments and their promises, from `data/language/en`. */
export interface AgreementLexicon {
  readonly agreements: AgreementWords;
  readonly provisions: ProvisionWords;
}

/** Takes the words out of the checked facts, where their schemas have met them. */
export function agreementLexicon(language: ReadonlyMap<string, unknown>): AgreementLexicon {
  return {
    agreements: languageFile(language, 'agreement-words') as AgreementWords,
    provisions: languageFile(language, 'provision-words') as ProvisionWords,
  };
}

import { z } from 'zod';
import { wordList } from '../constructions/construction-rows.ts';
import { type Language, type LanguageFile, wordsIn } from '../language.ts';

const agreementWordsSchema = z.strictObject({
  formal: wordList,
  middle: wordList,
  relation: wordList,
  soft: wordList,
  parts: wordList,
  marks: wordList,
  notOurs: wordList,
  newer: wordList,
  older: wordList,
  existing: wordList,
  definite: wordList,
  articles: wordList,
  none: wordList,
  pronouns: wordList,
  ownVerbs: wordList,
  partnerMarks: wordList,
  deedMarks: wordList,
  capitalMarks: wordList,
  phraseMarks: wordList,
  phraseEnds: wordList,
  deadlineMarks: wordList,
  quantifiers: wordList,
  partyWords: wordList,
  partyVerbs: wordList,
});

/** Rows of words in the notation of `words` in the rows of promises. */
const wordRows = z.array(z.string()).default([]);

const provisionWordsSchema = z.strictObject({
  fields: z.record(z.string(), wordList).default({}),
  triggers: z
    .strictObject({
      /** What opens a trigger: anywhere, at the head of a clause, or right before an act. */
      openers: z
        .strictObject({ anywhere: wordRows, 'at head': wordRows, 'before act': wordRows })
        .prefault({}),
      acts: wordList,
      ends: wordRows,
    })
    .prefault({}),
  denials: wordRows,
  breaks: wordList,
  resumptions: wordList,
  guesses: wordList,
  mutual: wordList,
});

/** The words of a language for instruments. */
export type AgreementWords = Readonly<z.infer<typeof agreementWordsSchema>>;
/** The words of a language around promises: fields, triggers, denials. */
export type ProvisionWords = Readonly<z.infer<typeof provisionWordsSchema>>;

const agreementWordsFile = {
  name: 'agreement-words',
  schema: agreementWordsSchema,
  without: 'no agreements are found',
} as const;
const provisionWordsFile = {
  name: 'provision-words',
  schema: provisionWordsSchema,
  without: 'promises in agreements have neither triggers nor fields, and none is denied',
} as const;

export const agreementLexiconFiles: readonly LanguageFile[] = [
  agreementWordsFile,
  provisionWordsFile,
];

export function agreementWords(language: Language): AgreementWords {
  return wordsIn(language, agreementWordsFile);
}

export function provisionWords(language: Language): ProvisionWords {
  return wordsIn(language, provisionWordsFile);
}

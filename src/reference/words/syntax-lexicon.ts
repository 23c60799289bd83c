import { z } from 'zod';
import { type Language, type LanguageFile, wordsIn } from '../language.ts';

const words = z.array(z.string().min(1)).default([]);

const tokensSchema = z.strictObject({
  abbreviations: words,
  beforeNumbers: words,
  withCapital: words,
  notInitials: words,
  prefixes: words,
  suffixes: words,
  clitics: words,
  joined: z.array(z.strictObject({ first: words, second: words })).default([]),
  elided: words,
  elidedDecade: z.string().optional(),
  numberEndings: words,
  inNames: z.array(z.strictObject({ upos: z.string(), xpos: z.string(), words })).default([]),
  nameWord: z.string().default('_'),
  nameSign: z.string().default('_'),
});

const sentencesSchema = z.strictObject({ beforeNames: words, openers: words, verbs: words });

const endingSchema = z.strictObject({
  ending: z.string().min(1),
  after: z.string().optional(),
  least: z.int().optional(),
  gives: z.array(z.string()).optional(),
  stem: z.literal(true).optional(),
});
const lemmasSchema = z.strictObject({
  asWritten: words,
  keepsCapital: z.record(z.string(), z.string()).default({}),
  numbers: words,
  endings: z.array(z.strictObject({ tags: words, rules: z.array(endingSchema) })).default([]),
  stems: z
    .strictObject({
      letters: z.string(),
      mute: z.string(),
      needsMute: z.string(),
      doubled: z.string(),
    })
    .optional(),
});

export type TokenWords = Readonly<z.infer<typeof tokensSchema>>;

/** What the sentence splitter asks of a word. */
export interface SentenceWords {
  readonly beforeNames: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
}

export type LemmaRules = Readonly<z.infer<typeof lemmasSchema>>;
export type EndingRule = Readonly<z.infer<typeof endingSchema>>;

const tokensFile = {
  name: 'tokens',
  schema: tokensSchema,
  without: 'short forms, clitics and hyphened words are cut apart or left whole by signs alone',
} as const;
const sentencesFile = {
  name: 'sentences',
  schema: sentencesSchema,
  without: 'every short form may end a sentence',
} as const;
const lemmasFile = {
  name: 'lemmas',
  schema: lemmasSchema,
  without: 'the lemma of a word is the word in small letters',
} as const;

export const syntaxLexiconFiles: readonly LanguageFile[] = [tokensFile, sentencesFile, lemmasFile];

/** The words of a language that its tokeniser, splitter and lemmatiser know. */
export interface SyntaxLexicon {
  readonly tokens: TokenWords;
  readonly sentences: SentenceWords;
  readonly lemmas: LemmaRules;
}

/** Takes the words for syntax out of a language's folder. */
export function syntaxLexicon(language: Language): SyntaxLexicon {
  const { beforeNames, openers, verbs } = wordsIn(language, sentencesFile);
  return {
    tokens: wordsIn(language, tokensFile),
    sentences: {
      beforeNames: new Set(beforeNames),
      openers: new Set(openers),
      verbs: new Set(verbs),
    },
    lemmas: wordsIn(language, lemmasFile),
  };
}

import { z } from 'zod';
import { certaintySchema, stanceSchema } from '../../model/reading.ts';
import { type Language, type LanguageFile, wordsIn } from '../language.ts';
import { stanceWordsSchema } from './stance-words.ts';

/** How often, in per cent, a word is a cue when it stands in a construction. */
const weight = z.int().min(0).max(100);
const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .or(z.array(z.string()))
  .default([]);

const framesSchema = z.strictObject({
  quote: weight.optional(),
  clause: weight.optional(),
  question: weight.optional(),
  infinitive: weight.optional(),
  gerund: weight.optional(),
  object: weight.optional(),
  as: weight.optional(),
  predicate: weight.optional(),
  person: weight.optional(),
  raising: weight.optional(),
  passive: weight.optional(),
  adverb: weight.optional(),
});
export type CueFrames = Readonly<z.infer<typeof framesSchema>>;

const lends = {
  stance: stanceSchema,
  certainty: certaintySchema.optional(),
};
const mayLend = { stance: stanceSchema.optional(), certainty: certaintySchema.optional() };
const shape = { frames: framesSchema.optional(), with: z.record(z.string(), weight).optional() };

const verbsSchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        group: z.string(),
        ...lends,
        ...shape,
        hearer: z.literal(true).optional(),
        verbs: z.array(
          z.string().or(
            z.strictObject({
              verb: z.string(),
              ...mayLend,
              ...shape,
              hearer: z.literal(true).optional(),
            }),
          ),
        ),
      }),
    )
    .default([]),
});

const nounMarks = {
  sourceless: weight.optional(),
  light: weight.optional(),
};
const nounsSchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        group: z.string(),
        ...lends,
        ...shape,
        ...nounMarks,
        nouns: z.array(
          z.string().or(z.strictObject({ noun: z.string(), ...mayLend, ...shape, ...nounMarks })),
        ),
      }),
    )
    .default([]),
});

const adjectivesSchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        group: z.string(),
        ...lends,
        ...shape,
        evaluation: z.literal(true).optional(),
        adjectives: z.array(
          z.string().or(z.strictObject({ adjective: z.string(), ...mayLend, ...shape })),
        ),
      }),
    )
    .default([]),
});

const phrasesSchema = z.strictObject({
  adverbs: z
    .array(z.strictObject({ adverb: z.string(), cue: weight, certainty: certaintySchema }))
    .default([]),
  lightVerbs: words,
  copulas: words,
  documents: words,
  surveys: words,
});

const table = z.record(z.string(), weight).default({});
const always = weight.default(100);
const steps = z.array(z.tuple([weight, weight])).min(1);
const weightsSchema = z.strictObject({
  threshold: weight.default(50),
  nested: weight.default(50),
  positions: table,
  forms: table,
  sources: z
    .strictObject({
      none: always,
      who: always,
      which: always,
      noun: always,
      name: always,
      pronoun: always,
    })
    .prefault({}),
  parser: steps.default([[0, 100]]),
  calibration: steps.default([
    [0, 0],
    [100, 100],
  ]),
});

const hedgesSchema = z.strictObject({
  hedges: z
    .array(
      z.strictObject({
        word: z.string(),
        certainty: certaintySchema,
        /** Only as an auxiliary: `may` the month hedges nothing. */
        auxiliary: z.literal(true).optional(),
        future: z.literal(true).optional(),
        quantity: z.literal(true).optional(),
        notUnder: z.literal('demands').optional(),
      }),
    )
    .default([]),
});
const evaluationsSchema = z.strictObject({ positive: words, negative: words });
const speakersSchema = z.strictObject({
  anonymous: words,
  quantifiers: words,
  spokespeople: words,
  ranks: words,
  formulas: z.array(z.string()).default([]),
  numbers: z.record(z.string(), z.int().min(1)).default({}),
  single: words,
  silentVerbs: words,
  silentNouns: words,
});

export type Hedges = z.infer<typeof hedgesSchema>;
export type Evaluations = z.infer<typeof evaluationsSchema>;
export type SpeakerWords = z.infer<typeof speakersSchema>;
export type CueWeights = z.infer<typeof weightsSchema>;
export type VerbGroups = z.infer<typeof verbsSchema>;
export type NounGroups = z.infer<typeof nounsSchema>;
export type AdjectiveGroups = z.infer<typeof adjectivesSchema>;
export type CuePhrases = z.infer<typeof phrasesSchema>;

const verbsFile = {
  name: 'cues-verbs',
  schema: verbsSchema,
  without: 'no verb opens a statement',
} as const;
const nounsFile = {
  name: 'cues-nouns',
  schema: nounsSchema,
  without: 'no noun opens a statement',
} as const;
const adjectivesFile = {
  name: 'cues-adjectives',
  schema: adjectivesSchema,
  without: 'no adjective opens a statement',
} as const;
const phrasesFile = {
  name: 'cues-phrases',
  schema: phrasesSchema,
  without: 'no phrase such as “according to” opens a statement',
} as const;
const weightsFile = {
  name: 'cues-weights',
  schema: weightsSchema,
  without: 'how sure a statement is follows the weights of its words alone',
} as const;
const hedgesFile = {
  name: 'hedges',
  schema: hedgesSchema,
  without: 'every statement is as certain as its verb',
} as const;
const evaluationsFile = {
  name: 'evaluations',
  schema: evaluationsSchema,
  without: 'praise and blame are not told apart',
} as const;
const speakersFile = {
  name: 'speakers',
  schema: speakersSchema,
  without: 'nameless sources are not seen as such',
} as const;

const stancesFile = {
  name: 'stances',
  schema: stanceWordsSchema,
  without: 'what a source does with what it says follows its verb alone',
} as const;

export const cueLexiconFiles: readonly LanguageFile[] = [
  verbsFile,
  nounsFile,
  adjectivesFile,
  phrasesFile,
  weightsFile,
  hedgesFile,
  evaluationsFile,
  speakersFile,
  stancesFile,
];

/** The files as they were written, checked. */
export interface CueFiles {
  readonly verbs: VerbGroups;
  readonly nouns: NounGroups;
  readonly adjectives: AdjectiveGroups;
  readonly phrases: CuePhrases;
  readonly weights: CueWeights;
  readonly hedges: Hedges;
  readonly evaluations: Evaluations;
  readonly speakers: SpeakerWords;
  readonly stances: z.infer<typeof stanceWordsSchema>;
}

/** Takes the cue files out of a language's folder. */
export function cueFiles(language: Language): CueFiles {
  return {
    verbs: wordsIn(language, verbsFile),
    nouns: wordsIn(language, nounsFile),
    adjectives: wordsIn(language, adjectivesFile),
    phrases: wordsIn(language, phrasesFile),
    weights: wordsIn(language, weightsFile),
    hedges: wordsIn(language, hedgesFile),
    evaluations: wordsIn(language, evaluationsFile),
    speakers: wordsIn(language, speakersFile),
    stances: wordsIn(language, stancesFile),
  };
}

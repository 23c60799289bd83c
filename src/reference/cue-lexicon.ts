import { z } from 'zod';
import { certaintySchema, stanceSchema } from '../model/reading.ts';
import { languageFile } from './language-file.ts';

/** How often, in per cent, a word is a cue when it stands in a construction. */
const weight = z.int().min(0).max(100);
const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .or(z.array(z.string()));

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
});
export type CueFrames = Readonly<z.infer<typeof framesSchema>>;

const lends = {
  stance: stanceSchema,
  certainty: certaintySchema.optional(),
};
const mayLend = { stance: stanceSchema.optional(), certainty: certaintySchema.optional() };
const shape = { frames: framesSchema.optional(), with: z.record(z.string(), weight).optional() };

const verbsSchema = z.strictObject({
  groups: z.array(
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
  ),
});

const nounMarks = {
  sourceless: weight.optional(),
  light: weight.optional(),
  spoken: z.literal(true).optional(),
};
const nounsSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: z.string(),
      ...lends,
      ...shape,
      ...nounMarks,
      nouns: z.array(
        z.string().or(z.strictObject({ noun: z.string(), ...mayLend, ...shape, ...nounMarks })),
      ),
    }),
  ),
});

const adjectivesSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: z.string(),
      ...lends,
      ...shape,
      evaluation: z.literal(true).optional(),
      adjectives: z.array(
        z.string().or(z.strictObject({ adjective: z.string(), ...mayLend, ...shape })),
      ),
    }),
  ),
});

const phrasesSchema = z.strictObject({
  adverbs: z.array(z.strictObject({ adverb: z.string(), cue: weight, certainty: certaintySchema })),
  phrases: z.array(
    z.strictObject({
      phrase: z.string(),
      weight,
      ...lends,
      capital: z.literal(true).optional(),
      fronted: z.literal(true).optional(),
      sources: z.literal('surveys').optional(),
    }),
  ),
  possessed: z.array(z.strictObject({ before: z.string(), noun: z.string(), ...lends })),
  lightVerbs: words,
  copulas: words,
  documents: words,
  surveys: words,
});

const table = z.record(z.string(), weight);
const steps = z.array(z.tuple([weight, weight])).min(1);
const weightsSchema = z.strictObject({
  threshold: weight,
  nested: weight,
  positions: table,
  forms: table,
  sources: z.strictObject({
    none: weight,
    who: weight,
    which: weight,
    noun: weight,
    name: weight,
    pronoun: weight,
  }),
  parser: steps,
  constructions: table,
  calibration: steps,
});

const hedgesSchema = z.strictObject({
  hedges: z.array(
    z.strictObject({
      word: z.string(),
      certainty: certaintySchema,
      future: z.literal(true).optional(),
      quantity: z.literal(true).optional(),
      opensClause: z.literal(true).optional(),
      notUnder: z.literal('demands').optional(),
    }),
  ),
  boosters: words,
});
const evaluationsSchema = z.strictObject({ positive: words, negative: words });
const speakersSchema = z.strictObject({
  anonymous: words,
  quantifiers: words,
  spokespeople: words,
  ranks: words,
  formulas: z.array(z.string()),
  numbers: z.record(z.string(), z.int().min(1)),
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

/** Schemas of the files, by path inside the data folder. */
export const cueLexiconSchemas: Readonly<Record<string, z.ZodType>> = {
  'language/en/cues-verbs.yaml': verbsSchema,
  'language/en/cues-nouns.yaml': nounsSchema,
  'language/en/cues-adjectives.yaml': adjectivesSchema,
  'language/en/cues-phrases.yaml': phrasesSchema,
  'language/en/cues-weights.yaml': weightsSchema,
  'language/en/hedges.yaml': hedgesSchema,
  'language/en/evaluations.yaml': evaluationsSchema,
  'language/en/speakers.yaml': speakersSchema,
};

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
}

/** Takes the cue files out of the checked facts, where their schemas have met them. */
export function cueFiles(language: ReadonlyMap<string, unknown>): CueFiles {
  const take = (name: string) => languageFile(language, name);
  return {
    verbs: take('cues-verbs') as VerbGroups,
    nouns: take('cues-nouns') as NounGroups,
    adjectives: take('cues-adjectives') as AdjectiveGroups,
    phrases: take('cues-phrases') as CuePhrases,
    weights: take('cues-weights') as CueWeights,
    hedges: take('hedges') as Hedges,
    evaluations: take('evaluations') as Evaluations,
    speakers: take('speakers') as SpeakerWords,
  };
}

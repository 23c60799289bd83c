import { z } from 'zod';
import { eventTypeSchema } from '../model/event-type.ts';
import { languageFile } from './language-file.ts';

const words = z.array(z.string().min(1));
const typeSchema = z.union([eventTypeSchema, z.literal('none')]);

const frameSchema = z.strictObject({
  /** Only for these verbs of the group. */
  verb: words.optional(),
  /** Classes of the object; a name that is no class is the noun itself. */
  object: words.optional(),
  prep: words.optional(),
  pobj: words.optional(),
  to: words.optional(),
  complement: z.string().optional(),
  agent: z.enum(['person', 'civil', 'troops', 'police']).optional(),
  joint: z.literal(true).optional(),
  verbal: z.literal(true).optional(),
  /** Nothing but the verb: no object, no phrase, no clause. */
  prepless: z.literal(true).optional(),
  type: typeSchema,
  mode: z.string().optional(),
  /** The subject receives: `faces criticism from`. */
  swap: z.literal(true).optional(),
  reciprocal: z.literal(true).optional(),
});

const verbsSchema = z.strictObject({
  verbs: z.array(
    z.strictObject({
      verbs: words,
      type: eventTypeSchema.optional(),
      mode: z.string().optional(),
      frames: z.array(frameSchema).optional(),
    }),
  ),
});

const nounsSchema = z.strictObject({
  nouns: z.array(
    z.strictObject({
      nouns: words,
      type: eventTypeSchema,
      mode: z.string().optional(),
      parties: z.enum(['together', 'directed', 'undergone']),
      toward: words,
    }),
  ),
});

const objectsSchema = z.strictObject({
  classes: z.record(z.string(), words),
  measures: words,
  notDeeds: words,
  receivers: words,
  means: z.partialRecord(eventTypeSchema, words),
  own: words,
});

const actorsSchema = z.strictObject({ nouns: words, instruments: words, notActors: words });

const operatorKindSchema = z.enum([
  'agree',
  'refuse',
  'threaten',
  'warn',
  'request',
  'force',
  'fail',
  'phase',
  'stop',
  'wish',
  'say',
  'allow',
]);
/** What a word does with the deed that is its complement. */
export type OperatorKind = z.infer<typeof operatorKindSchema>;

const operatorsSchema = z.strictObject({
  operators: z.record(operatorKindSchema, words),
  obligation: words,
  future: words,
  possible: words,
  conditions: words,
  doubts: words,
  doubtVerbs: words,
  doubtNouns: words,
  fearNouns: words,
  fearVerbs: words,
  blames: words,
  thanks: words,
  prevents: words,
  clauses: words,
  clauseSubjects: words,
  joint: words,
  verbal: words,
  civil: words,
  troopWords: words,
  policeWords: words,
  prepositions: words,
  circumstances: words,
  irregular: z.record(z.string(), words),
});

export type VerbFrame = Readonly<z.infer<typeof frameSchema>>;
export type EventVerbs = Readonly<z.infer<typeof verbsSchema>>;
export type EventNouns = Readonly<z.infer<typeof nounsSchema>>;
export type EventObjects = Readonly<z.infer<typeof objectsSchema>>;
export type EventActors = Readonly<z.infer<typeof actorsSchema>>;
export type EventOperators = Readonly<z.infer<typeof operatorsSchema>>;

/** Schemas of the files, by path inside the data folder. */
export const eventLexiconSchemas: Readonly<Record<string, z.ZodType>> = {
  'language/en/event-verbs.yaml': verbsSchema,
  'language/en/event-nouns.yaml': nounsSchema,
  'language/en/event-objects.yaml': objectsSchema,
  'language/en/event-actors.yaml': actorsSchema,
  'language/en/event-operators.yaml': operatorsSchema,
};

/** The files as they were written, checked. */
export interface EventFiles {
  readonly verbs: EventVerbs;
  readonly nouns: EventNouns;
  readonly objects: EventObjects;
  readonly actors: EventActors;
  readonly operators: EventOperators;
}

/** Takes the event files out of the checked facts, where their schemas have met them. */
export function eventFiles(language: ReadonlyMap<string, unknown>): EventFiles {
  const take = (name: string) => languageFile(language, name);
  return {
    verbs: take('event-verbs') as EventVerbs,
    nouns: take('event-nouns') as EventNouns,
    objects: take('event-objects') as EventObjects,
    actors: take('event-actors') as EventActors,
    operators: take('event-operators') as EventOperators,
  };
}

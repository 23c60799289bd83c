import { z } from 'zod';
import { eventTypeSchema } from '../../model/event-type.ts';
import { type Language, type LanguageFile, wordsIn } from '../language.ts';

const words = z.array(z.string().min(1));
const list = words.default([]);
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
  verbs: z
    .array(
      z.strictObject({
        verbs: words,
        type: eventTypeSchema.optional(),
        mode: z.string().optional(),
        frames: z.array(frameSchema).optional(),
      }),
    )
    .default([]),
});

const nounsSchema = z.strictObject({
  nouns: z
    .array(
      z.strictObject({
        nouns: words,
        type: eventTypeSchema,
        mode: z.string().optional(),
        parties: z.enum(['together', 'directed', 'undergone']),
        toward: words,
      }),
    )
    .default([]),
});

const objectsSchema = z.strictObject({
  classes: z.record(z.string(), words).default({}),
  measures: list,
  notDeeds: list,
  receivers: list,
  means: z.partialRecord(eventTypeSchema, words).default({}),
  own: list,
});

const actorsSchema = z.strictObject({ nouns: list, instruments: list, notActors: list });

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
  operators: z.partialRecord(operatorKindSchema, words).default({}),
  obligation: list,
  future: list,
  possible: list,
  conditions: list,
  doubts: list,
  doubtVerbs: list,
  doubtNouns: list,
  fearNouns: list,
  fearVerbs: list,
  blames: list,
  thanks: list,
  prevents: list,
  clauses: list,
  clauseSubjects: list,
  joint: list,
  verbal: list,
  civil: list,
  troopWords: list,
  policeWords: list,
  prepositions: list,
  circumstances: list,
});

export type VerbFrame = Readonly<z.infer<typeof frameSchema>>;
export type EventVerbs = Readonly<z.infer<typeof verbsSchema>>;
export type EventNouns = Readonly<z.infer<typeof nounsSchema>>;
export type EventObjects = Readonly<z.infer<typeof objectsSchema>>;
export type EventActors = Readonly<z.infer<typeof actorsSchema>>;
export type EventOperators = Readonly<z.infer<typeof operatorsSchema>>;

const verbsFile = {
  name: 'event-verbs',
  schema: verbsSchema,
  without: 'no verb is read as a deed',
} as const;
const nounsFile = {
  name: 'event-nouns',
  schema: nounsSchema,
  without: 'no noun is read as a deed',
} as const;
const objectsFile = {
  name: 'event-objects',
  schema: objectsSchema,
  without: 'what a deed is done with or to is not known',
} as const;
const actorsFile = {
  name: 'event-actors',
  schema: actorsSchema,
  without: 'common nouns do not act',
} as const;
const operatorsFile = {
  name: 'event-operators',
  schema: operatorsSchema,
  without: 'promised, denied and wished deeds count as done',
} as const;

export const eventLexiconFiles: readonly LanguageFile[] = [
  verbsFile,
  nounsFile,
  objectsFile,
  actorsFile,
  operatorsFile,
];

/** The files as they were written, checked. */
export interface EventFiles {
  readonly verbs: EventVerbs;
  readonly nouns: EventNouns;
  readonly objects: EventObjects;
  readonly actors: EventActors;
  readonly operators: EventOperators;
}

/** Takes the event files out of a language's folder. */
export function eventFiles(language: Language): EventFiles {
  return {
    verbs: wordsIn(language, verbsFile),
    nouns: wordsIn(language, nounsFile),
    objects: wordsIn(language, objectsFile),
    actors: wordsIn(language, actorsFile),
    operators: wordsIn(language, operatorsFile),
  };
}

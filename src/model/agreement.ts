import { z } from 'zod';
import {
  certaintyOfFactSchema,
  daySchema,
  edtfSchema,
  sourceIdsSchema,
  sourceMapSchema,
} from './source.ts';

/** What a provision asks of the bound state. */
export const dutySchema = z.union([
  z.enum(['defend', 'attack', 'consult', 'stay neutral', 'not attack', 'aid']),
  /** Promises without a war duty; they are kept and shown, and call nobody to act. */
  z.string().regex(/^(cooperation:[a-z ]+|nonproliferation|sanctions|basing|guarantee)$/, {
    error:
      'is not a duty: write defend, attack, consult, stay neutral, not attack, aid, guarantee, ' +
      'basing, sanctions, nonproliferation or cooperation:FIELD',
  }),
]);
export type DutyKind = z.infer<typeof dutySchema>;

export const strengthSchema = z.enum([
  'automatic',
  'own judgement',
  'constitutional process',
  'collective decision',
  'consult only',
  /** The text is unpublished or was not seen. */
  'not known',
]);
export type Strength = z.infer<typeof strengthSchema>;

/** Everyone, or the states named. */
const partiesSchema = z.union([z.literal('all'), z.array(z.string()).min(1)]);

export const triggerSchema = z.strictObject({
  kind: z.enum(['armed attack', 'aggression', 'threat', 'war', 'any war']),
  /** States whose act counts; absent: anyone's. */
  by: z.array(z.string()).min(1).optional(),
  /** States whose act does not count. */
  notBy: z.array(z.string()).min(1).optional(),
  /** Least number of states that must attack together. */
  atLeast: z.int().min(2).optional(),
  /** States that must stand behind the attacker for the duty to be called. */
  supportedBy: z.array(z.string()).min(1).optional(),
  /** The text asks that the victim gave no provocation. */
  unprovoked: z.literal(true).optional(),
  /** The text covers an act of one party against another too. */
  amongParties: z.literal(true).optional(),
  /** Attacks by armed groups count too. */
  nonState: z.literal(true).optional(),
});
export type Trigger = Readonly<z.infer<typeof triggerSchema>>;

/** Shared by every dated or sourced value. */
const sourced = {
  certainty: certaintyOfFactSchema,
  sources: sourceIdsSchema.optional(),
};

export const provisionSchema = z.strictObject({
  /** Unique in the agreement: `art-4`, `art-4-aid`. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** As the text numbers it: `4`, `IV(1)`. Absent where it was not seen. */
  article: z.string().optional(),
  duty: dutySchema,
  /** Who owes it. Default: every party. */
  bound: partiesSchema.default('all'),
  /** To whom. Default: every other party. May name states that are not a party (guarantees). */
  towards: partiesSchema.default('all'),
  trigger: triggerSchema.optional(),
  /** Id of a theatre; absent: the territory of the state protected. */
  theatre: z.string().optional(),
  strength: strengthSchema,
  /** Acts of will and limits the text names: at the victim's request, within its laws. */
  conditions: z.array(z.string()).optional(),
  /** Other promises it leaves untouched or ranks above itself, in words. */
  without: z.string().optional(),
  /** The gist of the article in our own words. */
  text: z.string(),
  /** Where the provision came or went by amendment; absent: with the agreement. */
  from: daySchema.optional(),
  until: daySchema.optional(),
  ...sourced,
});
export type Provision = Readonly<z.infer<typeof provisionSchema>>;

export const datedFactSchema = z.strictObject({
  day: edtfSchema,
  place: z.string().optional(),
  how: z.string().optional(),
  ...sourced,
});
export type DatedFact = Readonly<z.infer<typeof datedFactSchema>>;

export const membershipSchema = z.strictObject({
  state: z.string(),
  signed: edtfSchema.optional(),
  ratified: edtfSchema.optional(),
  /** Bound from and until. Absent: with the agreement's entry into force and end. */
  from: edtfSchema.optional(),
  until: edtfSchema.optional(),
  /** How it left: denounced, withdrew, expelled, ceased to exist, lapsed. */
  left: z.string().optional(),
  reservation: z.string().optional(),
  note: z.string().optional(),
  certainty: certaintyOfFactSchema.optional(),
  sources: sourceIdsSchema.optional(),
});
export type Membership = Readonly<z.infer<typeof membershipSchema>>;

/** An instrument between states: one file `data/agreements/<id>.yaml`. */
export const agreementSchema = z.strictObject({
  /** Alpha-3 codes in lower case or a short name, with the year: `rus-prk-2024`, `nato-1949`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  /** Other names that reports use. */
  also: z.array(z.string()).optional(),
  region: z.string().optional(),
  /** Where it is in the research data: ATOP and COW numbers. */
  atop: z.int().optional(),
  cow: z.int().optional(),
  secret: z.literal(true).optional(),
  signed: datedFactSchema.optional(),
  /** Absent: not known, and the engine says undecided; see also `neverInForce`. */
  inForce: datedFactSchema.optional(),
  neverInForce: z.literal(true).optional(),
  ended: datedFactSchema
    .extend({
      /** It ended by being broken: on that day it still bound the one who broke it. */
      broken: z.literal(true).optional(),
    })
    .optional(),
  /** No end is known, and nothing shows that it still stands. */
  standing: z.enum(['in force', 'ended', 'signed', 'doubtful', 'never in force']),
  duration: z.string().optional(),
  suspended: z
    .array(
      z.strictObject({
        from: daySchema,
        until: daySchema.optional(),
        between: z.array(z.string()).optional(),
        how: z.string(),
        ...sourced,
      }),
    )
    .optional(),
  parties: z.array(membershipSchema).min(1),
  /** States outside it that it expressly protects; provisions may be `towards` them. */
  protects: z.array(z.string()).min(1).optional(),
  provisions: z.array(provisionSchema),
  /** Instruments before this one, and whether it takes their place or only echoes them. */
  predecessors: z
    .array(z.strictObject({ agreement: z.string(), how: z.enum(['replaces', 'echoes', 'amends']) }))
    .optional(),
  /** Values on which sources differ, side by side. */
  disputes: z
    .array(
      z.strictObject({
        about: z.string(),
        values: z.array(z.strictObject({ value: z.string(), sources: sourceIdsSchema })).min(2),
      }),
    )
    .optional(),
  note: z.string().optional(),
  sources: sourceMapSchema,
});
export type Agreement = Readonly<z.infer<typeof agreementSchema>>;

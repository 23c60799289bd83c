import { z } from 'zod';
import { strengthSchema } from './agreement.ts';
import { madeSchema } from './made.ts';
import { certaintyOfFactSchema, sourceSchema } from './source.ts';

/** One state attacks another on a day, in a place. */
export const actSchema = z.strictObject({
  attacker: z.string(),
  target: z.string(),
  on: z.string(),
  /** A state's code or a place's id; absent: the target's own territory. */
  in: z.string().optional(),
  provoked: z.boolean().optional(),
});
export type Act = Readonly<z.infer<typeof actSchema>>;

export const scenarioSchema = z.strictObject({
  acts: z.array(actSchema).min(1),
  /** Agreements left out of the answer. */
  without: z.array(z.string()).optional(),
  reading: z.enum(['strict', 'loose']),
  assume: z.enum(['all', 'automatic', 'none']),
  /** `entente` for the sourced ledger of this project, else an imported data set. */
  ledger: z.string(),
  /** Only what had been entered in the ledger by then. */
  known: z.string().optional(),
});
export type Scenario = Readonly<z.infer<typeof scenarioSchema>>;

export const owedSchema = z.enum([
  'defend',
  'attack',
  'consult',
  'stay neutral',
  'not attack',
  'aid',
]);

/** What a provision makes a state owe in a scenario, with its proof in reading order. */
export const dutyInScenarioSchema = z.strictObject({
  state: z.string(),
  duty: owedSchema,
  towards: z.array(z.string()),
  against: z.array(z.string()),
  agreement: z.string(),
  provision: z.string().optional(),
  article: z.string().optional(),
  strength: strengthSchema,
  because: z.array(z.string()),
  sources: z.array(sourceSchema),
  certainty: certaintyOfFactSchema.optional(),
  /** Index of the act in the scenario that calls it. */
  act: z.int().optional(),
  /** Name of the test that refuses it or leaves it open. */
  test: z.string().optional(),
  chance: z.strictObject({ p: z.number(), from: z.string() }).optional(),
});
export type Duty = Readonly<z.infer<typeof dutyInScenarioSchema>>;

export const conflictSchema = z.strictObject({
  state: z.string(),
  /** Indexes into the rounds' duties, counted through all rounds in order. */
  duties: z.array(z.int()),
  kind: z.enum(['both sides', 'own ally attacks', 'promised not to attack', 'neutral or ally']),
  because: z.array(z.string()),
});
export type Conflict = Readonly<z.infer<typeof conflictSchema>>;

/** All duties that a scenario calls, round by round, and those it does not, with why. */
export const outcomeSchema = z.strictObject({
  made: madeSchema,
  scenario: scenarioSchema,
  rounds: z.array(z.array(dutyInScenarioSchema)),
  notOwed: z.array(dutyInScenarioSchema),
  /** Duties that a missing fact leaves open. */
  undecided: z.array(dutyInScenarioSchema),
  conflicts: z.array(conflictSchema),
  sides: z.strictObject({
    attacker: z.array(z.string()),
    target: z.array(z.string()),
    open: z.array(z.string()),
  }),
});
export type Outcome = Readonly<z.infer<typeof outcomeSchema>>;

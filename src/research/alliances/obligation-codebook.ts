import { z } from 'zod';
import type { Day } from '../../base/day.ts';
import {
  dutySchema,
  type Provision,
  strengthSchema,
  triggerSchema,
} from '../../model/agreement.ts';
import { daySchema, sourceMapSchema } from '../../model/source.ts';

const conditionSchema = z.strictObject({
  means: z.enum(['named foes', 'two foes', 'unprovoked', 'if attacked', 'told only']),
  /** Another column that must be set too. */
  with: z.string().optional(),
  text: z.string(),
});

const obligationSchema = z.strictObject({
  column: z.string(),
  duty: dutySchema,
  trigger: triggerSchema.shape.kind.optional(),
  strength: strengthSchema,
  text: z.string(),
  conditions: z.record(z.string(), conditionSchema),
});
export type Obligation = Readonly<z.infer<typeof obligationSchema>>;

/** `data/codebooks/atop.yaml` and `cow-alliances.yaml`: what the columns of a data set promise. */
export const obligationCodebookSchema = z.strictObject({
  title: z.string(),
  sources: sourceMapSchema,
  obligations: z.array(obligationSchema),
  dyadYears: z.array(
    z.strictObject({
      states: z.array(z.string()).length(2),
      prefix: z.string(),
      columns: z.array(z.string()),
    }),
  ),
  sameAs: z.record(z.string(), z.string()).optional(),
  releases: z.record(z.string(), daySchema),
});
export type ObligationCodebook = Readonly<z.infer<typeof obligationCodebookSchema>>;

/** The conditions in words that say a text names its foes. */
export function namedFoesTexts({ obligations }: ObligationCodebook): ReadonlySet<string> {
  const conditions = obligations.flatMap((obligation) => Object.values(obligation.conditions));
  return new Set(conditions.filter(({ means }) => means === 'named foes').map(({ text }) => text));
}

/** A promise as one row of a data set codes it. */
export interface CodedPromise {
  readonly obligation: Obligation;
  /** Columns of conditions that are set. */
  readonly conditions: readonly string[];
  /** Foes that the row names, in our codes. */
  readonly foes: readonly string[];
}

/** The provision a coded promise makes. Strength, article and place are not in the data. */
export function provisionOf(
  promise: CodedPromise,
  given: {
    readonly id: string;
    readonly bound: readonly string[] | 'all';
    readonly towards?: readonly string[];
    readonly from?: Day;
    readonly until?: Day;
    readonly source: string;
  },
): Provision {
  const { obligation } = promise;
  const set = promise.conditions.map((name) => obligation.conditions[name]);
  const trigger = triggerOf(promise, set);
  const told = set.filter((condition) => isTold(condition, promise)).map(({ text }) => text);
  return {
    id: given.id,
    duty: obligation.duty,
    bound: given.bound === 'all' ? 'all' : [...given.bound],
    towards: given.towards === undefined ? 'all' : [...given.towards],
    ...(trigger === undefined ? {} : { trigger }),
    strength: obligation.strength,
    ...(told.length === 0 ? {} : { conditions: told }),
    text: obligation.text,
    ...(given.from === undefined ? {} : { from: given.from }),
    ...(given.until === undefined ? {} : { until: given.until }),
    certainty: 'reported',
    sources: [given.source],
  };
}

type Condition = z.infer<typeof conditionSchema>;

function triggerOf(promise: CodedPromise, set: readonly Condition[]): Provision['trigger'] {
  const { trigger } = promise.obligation;
  if (trigger === undefined) return undefined;
  const has = (means: Condition['means']) => set.some((condition) => condition.means === means);
  return {
    kind: has('if attacked') ? 'armed attack' : trigger,
    ...(has('named foes') && promise.foes.length > 0 ? { by: [...promise.foes] } : {}),
    ...(has('two foes') ? { atLeast: 2 } : {}),
    ...(has('unprovoked') ? { unprovoked: true as const } : {}),
  };
}

/** Conditions that the trigger does not already hold stand beside the duty in words. */
function isTold(condition: Condition, promise: CodedPromise): boolean {
  if (condition.means === 'told only') return true;
  return condition.means === 'named foes' && promise.foes.length === 0;
}

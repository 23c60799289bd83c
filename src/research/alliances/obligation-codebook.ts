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

/** The last day that a release of the data set covers. */
export function lastDay({ releases }: ObligationCodebook, release: string): Day {
  return releases[release] as Day;
}

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

/**
 * The provision a coded promise makes, of every party towards every other until its maker names
 * them. Strength, article and place are not in the data.
 */
export function provisionOf(promise: CodedPromise, id: string, source: string): Provision {
  const { obligation } = promise;
  const set = promise.conditions.map((name) => obligation.conditions[name]);
  const trigger = triggerOf(promise, set);
  const stated = set.filter((condition) => isStated(condition, promise)).map(({ text }) => text);
  return {
    id,
    duty: obligation.duty,
    bound: 'all',
    towards: 'all',
    ...(trigger === undefined ? {} : { trigger }),
    strength: obligation.strength,
    ...(stated.length === 0 ? {} : { conditions: stated }),
    text: obligation.text,
    certainty: 'reported',
    sources: [source],
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

/** Conditions that the trigger does not already express stand beside the duty in words. */
function isStated(condition: Condition, promise: CodedPromise): boolean {
  if (condition.means === 'told only') return true;
  return condition.means === 'named foes' && promise.foes.length === 0;
}

import { z } from 'zod';
import { triggerSchema } from '../../model/agreement.ts';
import { type Language, wordsIn } from '../language.ts';

const { kind } = triggerSchema.shape;
const triggerKindsSchema = z.strictObject({
  kinds: z.array(z.strictObject({ kind, words: z.array(z.string().min(1)).min(1) })).default([]),
});

/** Kinds of trigger with the words that name them, in small letters. */
export type TriggerKinds = Readonly<z.infer<typeof triggerKindsSchema>>['kinds'];

export const triggerKindsFile = {
  name: 'trigger-kinds',
  schema: triggerKindsSchema,
  without: 'a promise that a report proposes to the ledger has no trigger',
} as const;

/** Takes the words for triggers out of a language's folder. */
export function triggerKinds(language: Language): TriggerKinds {
  return wordsIn(language, triggerKindsFile).kinds;
}

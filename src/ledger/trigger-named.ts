import { type Trigger, triggerSchema } from '../model/agreement.ts';

/** The trigger that a report names, where its words begin as one the ledger knows. */
export function triggerNamed(trigger: string | undefined): Trigger | undefined {
  const words = trigger?.toLowerCase() ?? '';
  const kind = triggerSchema.shape.kind.options.find(
    (option) => words === option || words.startsWith(`${option} `),
  );
  return kind === undefined ? undefined : { kind };
}

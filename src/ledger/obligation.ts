import { type DutyKind, dutySchema, type Trigger, triggerSchema } from '../model/agreement.ts';

/** Obligation types as ATOP names them, and as the ledger does. */
const dutyOfObligation: Readonly<Record<string, DutyKind>> = {
  defense: 'defend',
  offense: 'attack',
  neutrality: 'stay neutral',
  nonaggression: 'not attack',
  consultation: 'consult',
};

/** The ledger's duty for an obligation type told by a report; `undefined` where it has none. */
export function dutyToldAs(type: string): DutyKind | undefined {
  const known = dutyOfObligation[type];
  if (known !== undefined) return known;
  const parsed = dutySchema.safeParse(type);
  return parsed.success ? parsed.data : undefined;
}

/** The trigger a report names, where its words begin as one the ledger knows. */
export function triggerToldAs(trigger: string | undefined): Trigger | undefined {
  const words = trigger?.toLowerCase() ?? '';
  const kind = triggerSchema.shape.kind.options.find(
    (option) => words === option || words.startsWith(`${option} `),
  );
  return kind === undefined ? undefined : { kind };
}

/** A duty in words for people: `mutual defence`, `cooperation (trade)`. */
export function dutyInWords(duty: DutyKind): string {
  const field = /^cooperation:(.+)$/.exec(duty)?.[1];
  if (field !== undefined) return `cooperation (${field})`;
  const words: Readonly<Record<string, string>> = {
    defend: 'mutual defence',
    attack: 'joining an attack',
    consult: 'consultation',
    'stay neutral': 'neutrality',
    'not attack': 'non-aggression',
    aid: 'aid',
  };
  return words[duty] ?? duty;
}

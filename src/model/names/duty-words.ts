import { type DutyKind, dutySchema } from '../agreement.ts';

/** Obligation types as ATOP names them, and as the ledger does. */
const dutyOfObligation: Readonly<Record<string, DutyKind>> = {
  defense: 'defend',
  offense: 'attack',
  neutrality: 'stay neutral',
  nonaggression: 'not attack',
  consultation: 'consult',
};

/** The ledger's duty for the obligation type of a reading; `undefined` where it has none. */
export function dutyOfType(type: string): DutyKind | undefined {
  const known = dutyOfObligation[type];
  if (known !== undefined) return known;
  const parsed = dutySchema.safeParse(type);
  return parsed.success ? parsed.data : undefined;
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

/** A duty as a ledger or a reading names it, in words; a kind that is not known as it stands. */
export function promiseInWords(type: string): string {
  const duty = dutyOfType(type);
  return duty === undefined ? type : dutyInWords(duty);
}

import type { Duty } from '../../model/outcome.ts';

/** Duties that differ only in the state that owes them, in the order they came. */
export interface DutyGroup {
  /** The first of them; its proof stands for all. */
  readonly shown: Duty;
  readonly states: readonly string[];
}

/**
 * Puts together the duties that one article lays on several states. Those not owed or undecided
 * stay together only where the same test, in the same words, decided them.
 */
export function groupDuties(duties: readonly Duty[]): DutyGroup[] {
  const groups = new Map<string, { shown: Duty; states: string[] }>();
  for (const duty of duties) {
    const key = JSON.stringify([
      [duty.duty, duty.towards, duty.against, duty.strength, duty.agreement, duty.article],
      [duty.provision, duty.certainty, duty.act, duty.test, duty.test && duty.because[1]],
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { shown: duty, states: [duty.state] });
    else group.states.push(duty.state);
  }
  return [...groups.values()];
}

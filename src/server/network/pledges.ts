import type { Day } from '../../base/day.ts';
import type { Provision } from '../../model/agreement.ts';
import { existsOn } from '../../model/names/state-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';

/** A promise to defend that is in force on a day: who is bound, and to whom. */
export interface Pledge {
  readonly agreement: string;
  readonly bound: readonly string[];
  readonly towards: readonly string[];
  /** Everyone named is bound to everyone else. */
  readonly mutual: boolean;
  readonly unverified: boolean;
}

/** The promises to defend in force on a day, one an agreement, between states there are. */
export function pledgesOn(view: LedgerView, on: Day, reference: Reference): readonly Pledge[] {
  const standing = (code: string) => {
    const state = reference.states.get(code);
    return state === undefined || existsOn(state, on);
  };
  const pledges: Pledge[] = [];
  for (const agreement of view.ledger.values()) {
    const valid = view.validOn(agreement, on);
    if (valid.standing !== 'in force') continue;
    const members = valid.parties
      .filter((one) => one.standing === 'bound')
      .map(({ state }) => state);
    const defending = valid.provisions.filter(defends);
    const pick = (chosen: (one: Provision) => 'all' | readonly string[]) => [
      ...new Set(defending.flatMap((one) => (chosen(one) === 'all' ? members : chosen(one)))),
    ];
    const bound = pick((one) => one.bound).filter((state) => members.includes(state));
    const towards = pick((one) => one.towards).filter(standing);
    if (bound.length === 0 || towards.length === 0) continue;
    if (bound.length === 1 && towards.length === 1 && bound[0] === towards[0]) continue;
    pledges.push({
      agreement: agreement.id,
      bound,
      towards,
      mutual: bound.length === towards.length && bound.every((state) => towards.includes(state)),
      unverified: defending.every(({ certainty }) => certainty === 'unverified'),
    });
  }
  return pledges;
}

function defends({ duty, strength }: Provision): boolean {
  return duty === 'defend' || (duty === 'guarantee' && strength !== 'consult only');
}

import type { Call, Clash, Rule, Side, War } from '../clash.ts';
import type { Holds } from '../holds.ts';
import type { Bond } from '../world/world.ts';
import {
  exceptedFoeRule,
  namedFoeRule,
  numberRule,
  provocationRule,
  supportRule,
} from './rules-foe.ts';
import { insideOneAgreementRule, theatreRule } from './rules-place.ts';
import { firstStrikerRule, namedActRule, ownEnemyRule } from './rules-trigger.ts';

/**
 * The tests of a promise that is in force, in the order a proof reads. The order changes only
 * which refusal is named first, never the answer.
 */
export const rules: readonly Rule[] = [
  insideOneAgreementRule,
  ownEnemyRule,
  namedActRule,
  firstStrikerRule,
  namedFoeRule,
  exceptedFoeRule,
  numberRule,
  supportRule,
  provocationRule,
  theatreRule,
];

/** Whether the clash calls the bond: every test must hold; one unknown leaves it undecided. */
export function judge(bond: Bond, clash: Clash, side: Side, war: War): Call['verdict'] | 'refused' {
  let open = bond.objection !== undefined;
  // Plain loop without allocation: with all pairs of two centuries it runs a billion times.
  for (let i = 0; i < rules.length; i++) {
    const holds: Holds = rules[i].holds(bond, clash, side, war);
    if (holds === 'no') return 'refused';
    if (holds === 'unknown') open = true;
  }
  return open ? 'undecided' : 'owed';
}

/** The name of the first test that refuses the bond; `undefined` where none does. */
export function refusingTest(bond: Bond, clash: Clash, side: Side, war: War): string | undefined {
  if (bond.objection?.holds === 'no') return inForceTest;
  return rules.find((rule) => rule.holds(bond, clash, side, war) === 'no')?.name;
}

/** The test that comes before all rules: its answer is made once for the day. */
export const inForceTest = 'in force';

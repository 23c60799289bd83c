import type { Day } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import type { Duty } from '../../model/outcome.ts';
import type { CertaintyOfFact } from '../../model/source.ts';
import type { Call } from '../clash.ts';
import { joinsUnder } from '../joins-under.ts';
import { certaintyOf } from '../outcome/proof.ts';
import type { World } from '../world/world.ts';
import { attackBetween, statesOn } from './all-attacks.ts';

/** One promise to defend a state, and the attackers against whom it is called. */
export interface Shield {
  readonly state: string;
  readonly duty: Duty['duty'];
  readonly agreement: string;
  readonly provision: string;
  readonly article?: string;
  readonly strength: Duty['strength'];
  readonly certainty: CertaintyOfFact;
  readonly verdict: Call['verdict'];
  readonly against: readonly string[];
}

/** Who would be bound to stand by a state, if it were attacked in its territory. */
export interface Exposure {
  readonly state: string;
  readonly on: Day;
  /** To fight or to aid, in the order of the states bound. */
  readonly shields: readonly Shield[];
  /** Attackers against whom somebody is certainly bound to fight for it. */
  readonly covered: readonly string[];
  /** Attackers against whom nobody is, though somebody is perhaps. */
  readonly perhaps: readonly string[];
  /** Attackers against whom nobody is bound. */
  readonly gaps: readonly string[];
}

/** Tries every attack on a state on a day; only what the attack itself calls counts. */
export function exposureOf(world: World, code: string, on: Day): Exposure {
  const target = world.indexOf.get(code) ?? -1;
  const shields = new Map<string, { readonly call: Call; readonly against: string[] }>();
  const covered: string[] = [];
  const perhaps: string[] = [];
  const gaps: string[] = [];
  for (const attacker of target < 0 ? [] : statesOn(world, on)) {
    if (attacker === target) continue;
    const how = { on, reading: 'strict' as const, joins: joinsUnder('none') };
    const { calls } = attackBetween(world, attacker, target, how);
    const own = calls.filter((call) => standsBy(call, target));
    for (const call of own) {
      const { clause, bound } = call.bond;
      const { id } = clause.agreement.agreement;
      const key = [world.codes[bound], id, clause.provision.id, call.verdict].join(' ');
      const shield = shields.get(key) ?? { call, against: [] };
      shields.set(key, shield);
      shield.against.push(world.codes[attacker]);
    }
    const fighting = own.filter((call) => call.bond.clause.duty === 'defend');
    const certain = fighting.some((call) => call.verdict === 'owed');
    const list = certain ? covered : fighting.length > 0 ? perhaps : gaps;
    list.push(world.codes[attacker]);
  }
  const sorted = [...shields].sort(([a], [b]) => compareText(a, b));
  const told = sorted.map(([, { call, against }]) => shieldOf(call, against, world));
  return { state: code, on, shields: told, covered, perhaps, gaps };
}

function standsBy({ bond }: Call, target: number): boolean {
  const { duty } = bond.clause;
  return bond.towards === target && (duty === 'defend' || duty === 'aid');
}

function shieldOf({ bond, verdict }: Call, against: readonly string[], world: World): Shield {
  const { clause, bound } = bond;
  const { provision } = clause;
  return {
    state: world.codes[bound],
    duty: clause.duty,
    agreement: clause.agreement.agreement.id,
    provision: provision.id,
    ...(provision.article === undefined ? {} : { article: provision.article }),
    strength: provision.strength,
    certainty: certaintyOf(bond, world),
    verdict,
    against,
  };
}

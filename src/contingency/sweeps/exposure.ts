import type { Day } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import type { Exposure, Shield } from '../../model/answers/exposure.ts';
import type { Call } from '../clash.ts';
import { joinsUnder } from '../joins-under.ts';
import { certaintyOf } from '../outcome/proof.ts';
import type { World } from '../world/world.ts';
import { attackBetween, statesOn } from './all-attacks.ts';

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
      const { commitment, bound } = call.bond;
      const { id } = commitment.instrument.agreement;
      const key = [world.codes[bound], id, commitment.provision.id, call.verdict].join(' ');
      const shield = shields.get(key) ?? { call, against: [] };
      shields.set(key, shield);
      shield.against.push(world.codes[attacker]);
    }
    const fighting = own.filter((call) => call.bond.commitment.duty === 'defend');
    const certain = fighting.some((call) => call.verdict === 'owed');
    const list = certain ? covered : fighting.length > 0 ? perhaps : gaps;
    list.push(world.codes[attacker]);
  }
  const sorted = [...shields].sort(([a], [b]) => compareText(a, b));
  const lines = sorted.map(([, { call, against }]) => shieldOf(call, against, world));
  return { state: code, on, shields: lines, covered, perhaps, gaps };
}

function standsBy({ bond }: Call, target: number): boolean {
  const { duty } = bond.commitment;
  return bond.towards === target && (duty === 'defend' || duty === 'aid');
}

function shieldOf({ bond, verdict }: Call, against: readonly string[], world: World): Shield {
  const { commitment, bound } = bond;
  const { provision } = commitment;
  return {
    state: world.codes[bound],
    duty: commitment.duty,
    agreement: commitment.instrument.agreement.id,
    provision: provision.id,
    ...(provision.article === undefined ? {} : { article: provision.article }),
    strength: provision.strength,
    certainty: certaintyOf(bond, world),
    verdict,
    against,
  };
}

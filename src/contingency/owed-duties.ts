import type { Day } from '../base/day.ts';
import type { Duty, Scenario } from '../model/outcome.ts';
import { runCascade } from './cascade.ts';
import { foeOf } from './clash.ts';
import type { World } from './world/world.ts';

/** One state attacks another on a day, in a state's land or at a place. */
export interface ActInPlace {
  readonly attacker: string;
  readonly target: string;
  readonly on: Day;
  readonly place: string;
}

/** What a promise asks of a state once an act has called it. */
export interface OwedDuty {
  readonly agreement: string;
  readonly duty: Duty['duty'];
  readonly on: Day;
  readonly state: string;
  readonly towards: string;
  readonly against: string;
}

/**
 * The promises that acts call, in the order of their days, when nobody joins: for history, where
 * those who joined are acts themselves. No words are made, nothing refused is listed. Acts of
 * states without facts are passed over.
 */
export function owedDuties(
  acts: readonly ActInPlace[],
  reading: Scenario['reading'],
  world: World,
): readonly OwedDuty[] {
  const { codes, indexOf } = world;
  const known = acts.flatMap(({ on, place, ...act }, index) => {
    const [attacker, target] = [indexOf.get(act.attacker), indexOf.get(act.target)];
    if (attacker === undefined || target === undefined) return [];
    return [{ attacker, target, on, place, provoked: false, act: index }];
  });
  if (known.length === 0) return [];
  const { calls } = runCascade({ world, acts: known, reading, joins: () => false });
  return calls
    .filter(({ verdict }) => verdict === 'owed')
    .map((call) => ({
      agreement: call.bond.commitment.instrument.agreement.id,
      duty: call.bond.commitment.duty,
      on: call.clash.day,
      state: codes[call.bond.bound],
      towards: codes[call.bond.towards],
      against: codes[foeOf(call)],
    }));
}

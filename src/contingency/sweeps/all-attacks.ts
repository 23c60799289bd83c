import type { Day } from '../../base/day.ts';
import type { Scenario } from '../../model/outcome.ts';
import { objectionToExistence } from '../../reference/validity/party-objection.ts';
import { runCascade } from '../cascade.ts';
import type { Call, War } from '../clash.ts';
import type { World } from '../world/world.ts';

/** How every attack of a sweep is decided. */
export interface SweepOptions {
  readonly on: Day;
  readonly reading: Scenario['reading'];
  readonly joins: (call: Call) => boolean;
  /** Agreements left out. */
  readonly without?: readonly string[];
}

/** The states that exist on a day, by index; a state without facts counts as existing. */
export function statesOn(world: World, on: Day): readonly number[] {
  return world.codes
    .map((_, state) => state)
    .filter((state) => !objectionToExistence(world.codes[state], on, world.states));
}

/** One state attacks another in its territory, unprovoked. */
export function attackBetween(
  world: World,
  attacker: number,
  target: number,
  options: SweepOptions,
): War {
  const { on, reading, joins, without } = options;
  const place = world.codes[target];
  const act = { attacker, target, on, place, provoked: false, act: 0 };
  return runCascade({ world, acts: [act], reading, without, joins });
}

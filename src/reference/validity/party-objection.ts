import type { Day } from '../../base/day.ts';
import { reached } from '../../base/edtf.ts';
import { existsOn } from '../../model/names/state-name.ts';
import type { State } from '../../model/state.ts';
import type { Objection } from './objection.ts';
import type { Spell, Timeline } from './timeline.ts';

/**
 * What speaks against a state's being bound on a day, the agreement itself standing: of its
 * stretches of membership the one that lets it be bound decides, else one that leaves it open.
 */
export function objectionToParty(
  timeline: Timeline,
  state: string,
  day: Day,
  states: ReadonlyMap<string, State>,
): Objection | undefined {
  let best: Objection | undefined;
  const spells = timeline.spellsOf.get(state) ?? [];
  if (spells.length === 0) return { holds: 'no', kind: 'not a party', state };
  for (const spell of spells) {
    const objection = objectionToMembership(timeline, spell, day, states);
    if (objection === undefined) return undefined;
    if (best === undefined || objection.holds === 'unknown') best = objection;
  }
  return best;
}

/** The same for one stretch of membership. */
export function objectionToMembership(
  { inForce }: Timeline,
  { membership, from, until }: Spell,
  day: Day,
  states: ReadonlyMap<string, State>,
): Objection | undefined {
  const gone = until === undefined ? 'no' : reached(until, day);
  if (gone === 'yes') return { holds: 'no', kind: 'left', membership };
  const come = from === undefined ? 'yes' : reached(from, day);
  if (come === 'no') return { holds: 'no', kind: 'joined later', membership };
  if (gone === 'unknown') return { holds: 'unknown', kind: 'exit unsure', membership };
  if (come === 'unknown') return { holds: 'unknown', kind: 'joining unsure', membership };
  if (from === undefined && inForce === undefined)
    return { holds: 'unknown', kind: 'entry not recorded' };
  return objectionToExistence(membership.state, day, states);
}

/** A state without facts is taken to exist. */
export function objectionToExistence(
  state: string,
  day: Day,
  states: ReadonlyMap<string, State>,
): Objection | undefined {
  const facts = states.get(state);
  if (facts === undefined || existsOn(facts, day)) return undefined;
  return { holds: 'no', kind: 'does not exist', state };
}

import type { Day } from '../../base/day.ts';
import type { State } from '../../model/state.ts';
import type { Objection } from './objection.ts';
import { objectionToExistence } from './party-objection.ts';
import type { Spell, Timeline } from './timeline.ts';

export interface Heir {
  readonly state: string;
  /** Absent: it surely stands in for the party. */
  readonly objection?: Objection;
}

/**
 * Who stands in for a party that is gone: the successor that its facts say carries on its
 * treaties, else perhaps every successor. Where the agreement's own parties name a successor, only
 * they say it.
 */
export function heirsOn(
  timeline: Timeline,
  party: string,
  day: Day,
  states: ReadonlyMap<string, State>,
): readonly Heir[] {
  const { successors = [] } = states.get(party) ?? {};
  if (successors.length === 0 || !objectionToExistence(party, day, states)) return [];
  const named = successors.some(({ state }) => timeline.spellsOf.has(state));
  const goneBefore = timeline.spellsOf.get(party)?.some((spell) => leftBy(spell, day));
  if (named || goneBefore) return [];
  const continuing = successors.filter(({ continues }) => continues);
  const candidates = continuing.length > 0 ? continuing : successors;
  return candidates.flatMap(({ state, from, continues }): readonly Heir[] => {
    if (day < from || !wasPartyBy(timeline, party, from)) return [];
    if (continues) return [{ state }];
    return [{ state, objection: { holds: 'unknown', kind: 'perhaps an heir', state, of: party } }];
  });
}

/** A state that lived twice hands on only what it had joined in its life before. */
function wasPartyBy({ spellsOf, inForce, signed }: Timeline, party: string, day: Day): boolean {
  const began = inForce ?? signed;
  return (spellsOf.get(party) ?? []).some(({ from }) => {
    const first = (from ?? began)?.from;
    return first === undefined || first <= day;
  });
}

/** By its own exit, and not by ceasing to exist. */
function leftBy({ until, membership }: Spell, day: Day): boolean {
  return until !== undefined && until.from <= day && membership.left !== 'ceased to exist';
}

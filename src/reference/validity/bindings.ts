import type { Day } from '../../base/day.ts';
import type { State } from '../../model/state.ts';
import { objectionToAgreement } from './agreement-objection.ts';
import { heirsOn } from './heirs.ts';
import type { Objection } from './objection.ts';
import { objectionToParty } from './party-objection.ts';
import type { Timeline } from './timeline.ts';

/** How an agreement binds a state on a day. */
export interface Binding {
  /** Why that is not known; absent: it is bound. */
  readonly objection?: Objection;
  /** The party that is gone and that it stands in for. */
  readonly inPlaceOf?: string;
}

/** Everyone whom an agreement binds on a day, or perhaps binds: its parties, then their heirs. */
export function bindingsOn(
  timeline: Timeline,
  day: Day,
  states: ReadonlyMap<string, State>,
): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  const whole = objectionToAgreement(timeline, day);
  if (whole?.holds === 'no') return bindings;
  for (const party of timeline.spellsOf.keys()) {
    const own = objectionToParty(timeline, party, day, states);
    if (own?.holds !== 'no') bindings.set(party, { objection: own ?? whole });
  }
  for (const party of timeline.spellsOf.keys()) {
    for (const { state, objection } of heirsOn(timeline, party, day, states)) {
      if (bindings.has(state)) continue;
      bindings.set(state, { objection: objection ?? whole, inPlaceOf: party });
    }
  }
  return bindings;
}

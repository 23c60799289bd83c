import type { Event, Party } from '../../../model/reading.ts';

/** The same deed told again (lead and body, name and pronoun) is one event: the first telling. */
export function mergeEvents(events: readonly Event[]): Event[] {
  const kept = new Map<string, Event>();
  for (const event of events) {
    const key = keyOf(event);
    const earlier = kept.get(key);
    const again = earlier === undefined || daysAgree(earlier, event);
    kept.set(again ? key : `${key} ${event.start}`, again ? joined(event, earlier) : event);
  }
  return [...kept.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function keyOf({ type, mode, actors, recipients, status }: Event): string {
  const side = (parties: readonly Party[]) =>
    parties.map(({ state, id, span }) => state ?? id ?? span.text.toLowerCase()).sort();
  return JSON.stringify([type, mode, side(actors), side(recipients), status]);
}

function daysAgree(a: Event, b: Event): boolean {
  return a.on === undefined || b.on === undefined || a.on === b.on;
}

/** The first telling, with what only the second says. */
function joined(event: Event, first = event): Event {
  const { on = event.on, place = event.place } = first;
  const confidence = Math.max(first.confidence, event.confidence);
  return { ...first, ...(on && { on }), ...(place && { place }), confidence };
}

import type { Event } from '../../../model/reading.ts';

/** The same deed told again (lead and body, name and pronoun) is one event: the first telling. */
export function mergeEvents(events: readonly Event[]): Event[] {
  const kept = new Map<string, Event>();
  for (const event of events) {
    const key = keyOf(event);
    const earlier = kept.get(key);
    if (earlier === undefined) kept.set(key, event);
    else if (daysAgree(earlier, event)) kept.set(key, joinEvents(earlier, event));
    else kept.set(`${key} ${event.start}`, event);
  }
  return [...kept.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function keyOf({ type, mode, actors, recipients, status }: Event): string {
  const side = (parties: Event['actors']) =>
    parties
      .map(({ state, id, span }) => state ?? id ?? span.text.toLowerCase())
      .sort()
      .join('+');
  return [type, mode ?? '', side(actors), side(recipients), status].join('|');
}

function daysAgree(a: Event, b: Event): boolean {
  return a.on === undefined || b.on === undefined || a.on === b.on;
}

/** Keeps the first telling and takes from the second what the first leaves open. */
function joinEvents(first: Event, second: Event): Event {
  return {
    ...first,
    ...(first.on === undefined && second.on !== undefined ? { on: second.on } : {}),
    ...(first.place === undefined && second.place !== undefined ? { place: second.place } : {}),
    confidence: Math.max(first.confidence, second.confidence),
  };
}

import type { Day } from '../../base/day.ts';
import { holderOf, liesIn, type TheatreTest } from '../../reference/lies-in.ts';
import type { Holds } from '../holds.ts';
import type { World } from './world.ts';

/** The theatre test of the facts; a theatre that is not among them leaves everything open. */
export function testTheatre(
  world: World,
  theatreId: string,
  place: string,
  { parties, day }: { readonly parties: readonly string[]; readonly day: Day },
): TheatreTest {
  const theatre = world.theatres.get(theatreId);
  if (theatre !== undefined) return liesIn(theatre, place, { parties, on: day }, world);
  return {
    holds: undefined,
    because: `The theatre "${theatreId}" is not among the facts held, so it is open.`,
  };
}

/**
 * Whether a place is a state's own territory, the theatre of a promise that names none. Land that
 * another holds and the state claims is open.
 */
export function ownTerritoryHolds(world: World, code: string, place: string, day: Day): Holds {
  if (place === code) return 'yes';
  const small = world.places.get(place);
  if (small === undefined) return world.indexOf.has(place) ? 'no' : 'unknown';
  if (holderOf(small, day) === code) return 'yes';
  return small.claimedBy?.includes(code) ? 'unknown' : 'no';
}

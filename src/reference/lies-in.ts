import { contains, type Day } from '../base/day.ts';
import { stateName } from '../model/names/state-name.ts';
import type { State } from '../model/state.ts';
import type { Place, Theatre } from '../model/theatre.ts';
import type { Reference } from './reference.ts';

/** Whether a place lies in a theatre, and why; `undefined` where the facts do not say. */
export interface TheatreTest {
  readonly holds: boolean | undefined;
  readonly because: string;
}

/**
 * Whether `where` (a state's code, meaning its own territory, or a place's id) lies in the theatre
 * of an agreement between `parties`. Tests in this order: what the text leaves open, what it
 * excludes, what it names, regions that lie in it whole, the territory of the states it covers,
 * and what those hold elsewhere. `on` decides who held the place then; absent: who holds it now.
 */
export function liesIn(
  theatre: Theatre,
  where: string,
  { parties, on }: { readonly parties: readonly string[]; readonly on?: Day },
  reference: Pick<Reference, 'states' | 'places'>,
): TheatreTest {
  const state = reference.states.get(where);
  const place = reference.places.get(where);
  const spot = state
    ? spotOfState(state, on)
    : place
      ? spotOfPlace(place, reference, on)
      : undefined;
  if (spot === undefined) {
    return { holds: undefined, because: `No state or place is called "${where}", so it is open.` };
  }
  if (place !== undefined && on !== undefined && !contains(place, on)) {
    return {
      holds: undefined,
      because: `${place.name} was no such place on ${on}, so it is open.`,
    };
  }
  const named = namedInText(theatre, where, spot.name);
  if (named !== undefined) return named;
  const whole = shared(theatre.regions, spot.regions);
  if (whole !== undefined) {
    return {
      holds: true,
      because: `${spot.name} lies in ${theatre.name}: ${whole} is part of it.`,
    };
  }
  return byHolder(theatre, spot, parties);
}

/** Who held the place on the day; no day: who holds it now. `undefined`: nobody, as at sea. */
export function holderOf(place: Place, on?: Day): string | undefined {
  if (on === undefined) return place.of;
  const earlier = (place.heldBefore ?? []).find((stretch) => contains(stretch, on));
  return earlier?.of ?? place.of;
}

/** What the tests need to know of a state or a place. */
interface Spot {
  readonly name: string;
  readonly regions: readonly string[];
  readonly holder?: string;
  readonly holderName: string;
  /** Own territory of its holder, and no outlying possession. */
  readonly metropolitan: boolean;
  /** Whom most states count it to, where that is not its holder. */
  readonly owner?: State;
  /** The holder says that it is its own. */
  readonly claimed?: boolean;
}

function spotOfState(state: State, on: Day | undefined): Spot {
  const name = stateName(state, on);
  return {
    name,
    regions: state.regions,
    holder: state.code,
    holderName: name,
    metropolitan: true,
  };
}

function spotOfPlace(
  place: Place,
  reference: Pick<Reference, 'states'>,
  on: Day | undefined,
): Spot {
  const holder = holderOf(place, on);
  const state = holder === undefined ? undefined : reference.states.get(holder);
  const disputed = place.belongsTo !== undefined && place.belongsTo !== holder;
  return {
    owner: disputed ? reference.states.get(place.belongsTo ?? '') : undefined,
    claimed: holder !== undefined && place.claimedBy?.includes(holder) === true,
    name: place.name,
    regions: place.regions,
    holder,
    holderName: state === undefined ? (holder ?? 'nobody') : stateName(state, on),
    metropolitan: place.metropolitan === true,
  };
}

function namedInText(theatre: Theatre, where: string, name: string): TheatreTest | undefined {
  if (theatre.open?.includes(where)) {
    return {
      holds: undefined,
      because: `${theatre.name}: the text leaves open whether ${name} is in.`,
    };
  }
  if (theatre.excludes?.includes(where)) {
    return { holds: false, because: `${theatre.name} leaves ${name} out.` };
  }
  if (theatre.includes?.includes(where)) {
    return { holds: true, because: `${theatre.name} takes ${name} in.` };
  }
  return undefined;
}

function byHolder(theatre: Theatre, spot: Spot, parties: readonly string[]): TheatreTest {
  const { name, holder, holderName } = spot;
  if (theatre.states === 'any') {
    return { holds: true, because: `${theatre.name}: ${name} lies in it, as every place does.` };
  }
  const covered = theatre.states === 'parties' ? parties : theatre.states;
  if (spot.owner !== undefined) return byOwner(theatre, spot, spot.owner, covered);
  if (holder === undefined) {
    return {
      holds: false,
      because: `${name} is nobody's territory, and ${theatre.name} does not name it.`,
    };
  }
  if (!covered.includes(holder)) {
    const whose = spot.metropolitan ? holderName : `${name}, held by ${holderName},`;
    return { holds: false, because: `${theatre.name} does not cover ${whose.replace(/,$/, '')}.` };
  }
  if (spot.metropolitan) return byTerritory(theatre, spot);
  const region = shared(theatre.holdings, spot.regions);
  if (region !== undefined) {
    const because = `${name} is held by ${holderName} in ${region}, which ${theatre.name} covers.`;
    return { holds: true, because };
  }
  const reach = `${theatre.name} does not reach ${listed(spot.regions)}`;
  const because = `${name} is held by ${holderName}, but ${reach}.`;
  return { holds: false, because };
}

/** Held by one, counted to another by most states: the holder's claim leaves it open at best. */
function byOwner(
  theatre: Theatre,
  spot: Spot,
  owner: State,
  covered: readonly string[],
): TheatreTest {
  const { name, holderName } = spot;
  const fact = `Most states count ${name} to ${stateName(owner)}, though ${holderName} held it`;
  if (covered.includes(owner.code)) {
    return { holds: true, because: `${fact}, and ${theatre.name} covers ${stateName(owner)}.` };
  }
  const coversHolder = spot.holder !== undefined && covered.includes(spot.holder);
  if (!coversHolder) return { holds: false, because: `${fact}: ${theatre.name} covers neither.` };
  return spot.claimed
    ? {
        holds: undefined,
        because: `${fact} and claims it: whether ${theatre.name} covers it is open.`,
      }
    : {
        holds: false,
        because: `${fact} without claiming it: it is no territory of ${spot.holderName}.`,
      };
}

function byTerritory(theatre: Theatre, spot: Spot): TheatreTest {
  if (theatre.within === undefined) {
    return { holds: true, because: `${spot.name} is territory that ${theatre.name} covers.` };
  }
  const region = shared(theatre.within, spot.regions);
  if (region === undefined) {
    const reach = `${theatre.name} does not reach ${listed(spot.regions)}`;
    const because = `${reach}, where ${spot.name} lies.`;
    return { holds: false, because };
  }
  return { holds: true, because: `${spot.name} lies in ${region}, which ${theatre.name} covers.` };
}

function shared(wanted: readonly string[] | undefined, regions: readonly string[]) {
  return wanted?.find((region) => regions.includes(region));
}

function listed(regions: readonly string[]): string {
  return regions.length === 0 ? 'it' : regions.join(' or ');
}

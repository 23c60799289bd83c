import { type Clash, opponentIn, type Rule, type Side, type War } from '../clash.ts';
import { ownTerritoryHolds, testTheatre } from '../world/theatre-holds.ts';
import type { Bond, TheatreAnswer } from '../world/world.ts';
import { nameOf } from '../world/world.ts';

/** The place of the act lies where the promise holds. */
export const theatreRule: Rule = {
  name: 'theatre',
  holds(bond, clash, side, war) {
    const { provision } = bond.commitment;
    if (provision.theatre === 'any' || holdsAnywhere(bond)) return 'yes';
    const own = war.world.codes[bond.towards];
    const place = placeOfDanger(own, clash, side);
    if (provision.theatre !== undefined)
      return theatreTest(bond, provision.theatre, place, war).holds;
    return own === place ? 'yes' : ownTerritoryHolds(war.world, own, place, clash.day);
  },
  inWords({ bond, clash, side, war }, holds) {
    const { theatre } = bond.commitment.provision;
    if (theatre === 'any' || holdsAnywhere(bond)) return 'It is not limited to a place.';
    const place = placeOfDanger(war.world.codes[bond.towards], clash, side);
    if (theatre !== undefined) return theatreTest(bond, theatre, place, war).because;
    const area = `the territory of ${nameOf(war.world, bond.towards, clash.day)}`;
    const name = placeName(place, clash, war);
    if (holds === 'yes') return `It holds in ${area}, where the act happens (${name}).`;
    if (holds === 'no') return `It holds in ${area}; the act happens outside it (${name}).`;
    return `It holds in ${area}; whether ${name} belongs to it is not known.`;
  },
};

/** Who attacks and who is attacked are parties to one agreement: it does not bind its own. */
export const insideOneAgreementRule: Rule = {
  name: 'inside one agreement',
  holds(bond, clash, side, war) {
    const foe = opponentIn(clash, side);
    if (bond.commitment.duty === 'not attack') return 'yes';
    if (bond.bound === foe) return 'no';
    if (meantAmongParties(bond, foe)) return 'yes';
    const parties = war.view.parties.get(bond.commitment.instrument);
    if (!parties?.has(bond.towards)) return 'yes';
    const foeAsParty = parties.get(foe);
    return foeAsParty === undefined ? 'yes' : foeAsParty.objection === undefined ? 'no' : 'unknown';
  },
  inWords({ bond, clash, side, war }, holds) {
    const foe = nameOf(war.world, opponentIn(clash, side), clash.day);
    const own = nameOf(war.world, bond.towards, clash.day);
    if (bond.commitment.duty === 'not attack') return 'It is made for the two of them.';
    if (bond.bound === opponentIn(clash, side))
      return `${foe} is itself the state that ${own} is at war with.`;
    if (holds === 'no')
      return `${foe} and ${own} are both parties; it binds none of them against another.`;
    if (holds === 'unknown') return `Whether ${foe} is a party to it too is not known.`;
    if (meantAmongParties(bond, opponentIn(clash, side)))
      return `Its words cover an act of ${foe}, though that is a party too.`;
    const parties = war.view.parties.get(bond.commitment.instrument);
    return parties?.has(bond.towards) === false
      ? `${own} is protected by it without being a party.`
      : `${foe} is no party to it.`;
  },
};

/** Promises that are called by war, wherever it is fought, have no place of their own. */
function holdsAnywhere({ commitment }: Bond): boolean {
  if (commitment.provision.theatre !== undefined) return false;
  const kind = commitment.provision.trigger?.kind;
  if (kind === 'war' || kind === 'any war') return true;
  return (
    commitment.duty === 'not attack' ||
    commitment.duty === 'stay neutral' ||
    commitment.duty === 'attack'
  );
}

function meantAmongParties({ commitment }: Bond, foe: number): boolean {
  return commitment.provision.trigger?.amongParties === true || commitment.by?.[foe] === 1;
}

/** Where the protected state is struck: the place of the act, or its own land when struck back. */
function placeOfDanger(own: string, clash: Clash, side: Side): string {
  return side === 'target' ? clash.place : own;
}

/** Found once for a day, provision and place: a sweep asks for the same answer a thousand times. */
function theatreTest(bond: Bond, theatre: string, place: string, war: War): TheatreAnswer {
  const { theatreAnswers, parties, day } = war.view;
  const answers = theatreAnswers.get(bond.commitment) ?? new Map<string, TheatreAnswer>();
  theatreAnswers.set(bond.commitment, answers);
  const known = answers.get(place);
  if (known !== undefined) return known;
  const bound = parties.get(bond.commitment.instrument)?.keys() ?? [];
  const codes = [...bound].map((state) => war.world.codes[state]);
  const { holds, because } = testTheatre(war.world, theatre, place, { parties: codes, day });
  const found: TheatreAnswer = {
    holds: holds === undefined ? 'unknown' : holds ? 'yes' : 'no',
    because,
  };
  answers.set(place, found);
  return found;
}

function placeName(place: string, clash: Clash, war: War): string {
  const index = war.world.indexOf.get(place);
  if (index !== undefined) return nameOf(war.world, index, clash.day);
  return war.world.places.get(place)?.name ?? place;
}

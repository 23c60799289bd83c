import type { Day } from '../../base/day.ts';
import type { Objection } from '../../reference/validity/objection.ts';
import { type Instrument, nameOf, type World } from '../world/world.ts';

/** Why a promise does not bind on a day, or why that is not known, in one sentence. */
export function objectionInWords(
  objection: Objection,
  { agreement }: Instrument,
  world: World,
  day: Day,
): string {
  const { signed, inForce, ended } = agreement;
  const how = ended?.how === undefined ? '' : `: ${ended.how}`;
  const name = (code: string) => {
    const state = world.indexOf.get(code);
    return state === undefined ? code : nameOf(world, state, day);
  };
  switch (objection.kind) {
    case 'not yet signed':
      return `It was signed only on ${signed?.day}.`;
    case 'never in force':
      return 'It never entered into force.';
    case 'not yet in force': {
      const but = signed === undefined ? '' : `signed on ${signed.day}, but `;
      return `Not in force on ${day}: ${but}in force only from ${inForce?.day}.`;
    }
    case 'entry unsure':
      return `Its entry into force is dated ${inForce?.day}; whether by ${day} is not known.`;
    case 'entry not recorded': {
      const since = signed === undefined ? '' : `Signed on ${signed.day}; `;
      return `${since}the day it entered into force is not known.`;
    }
    case 'ended':
      return `It ended on ${ended?.day}${how}.`;
    case 'end unsure':
      return `Its end is dated ${ended?.day}${how}; whether before ${day} is not known.`;
    case 'end not dated':
      return 'It has ended, on a day that is not known.';
    case 'end not recorded':
      return 'No end of it is known, and nothing shows that it still stands.';
    case 'replaced':
      return `${objection.by.name} takes its place from ${objection.by.inForce?.day}.`;
    case 'suspended':
      return `Suspended since ${objection.suspension.from}: ${objection.suspension.how}.`;
    case 'suspended between': {
      const { from, how: why } = objection.suspension;
      return `Suspended between the two since ${from}: ${why}.`;
    }
    case 'provision later':
      return `The provision came only on ${objection.provision.from}.`;
    case 'provision over':
      return `The provision fell away on ${objection.provision.until}.`;
    case 'does not exist':
      return `${name(objection.state)} does not exist on ${day}.`;
    case 'perhaps an heir':
      return (
        `${name(objection.of)} was the party; whether ${name(objection.state)} stands in for it ` +
        'is told neither by the agreement nor by the facts held about it.'
      );
    case 'not a party':
      return `${name(objection.state)} is no party.`;
    default:
      return membershipInWords(objection, name(objection.membership.state));
  }
}

type OfMembership = Extract<Objection, { membership: unknown }>;

function membershipInWords({ kind, membership }: OfMembership, name: string): string {
  const { from, until, left } = membership;
  const how = left === undefined ? '' : ` (${left})`;
  switch (kind) {
    case 'left':
      return `${name} is no party since ${until}${how}.`;
    case 'exit unsure':
      return `${name}'s exit is dated only ${until}${how}.`;
    case 'joined later':
      return `${name} is a party only from ${from}.`;
    case 'joining unsure':
      return `${name}'s entry is dated only ${from}.`;
  }
}

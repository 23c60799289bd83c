import { contains, type Day } from '../../base/day.ts';
import { reached } from '../../base/edtf.ts';
import { type Clause, type Instrument, type Member, nameOf, type World } from './world.ts';

/** Why a promise does not, or may not, bind on a day. */
export interface Objection {
  readonly holds: 'no' | 'unknown';
  readonly says: string;
  /** The promise, or the state's part in it, was not yet made. */
  readonly early?: true;
}

/**
 * Whether an agreement as a whole stands on a day; `undefined` where nothing speaks against it.
 * Days are half-open: on the day of its end it no longer binds. Signed is not in force.
 */
export function objectionToAgreement(instrument: Instrument, day: Day): Objection | undefined {
  return (
    neverInForce(instrument) ??
    notYetSigned(instrument, day) ??
    ended(instrument, day) ??
    notYetInForce(instrument, day) ??
    replaced(instrument, day) ??
    endNotKnown(instrument) ??
    suspendedWhole(instrument, day)
  );
}

/** Whether a state is bound by an agreement on a day, the agreement itself standing. */
export function objectionToMember(
  world: World,
  instrument: Instrument,
  state: number,
  day: Day,
): Objection | undefined {
  let best: Objection | undefined;
  const spells = instrument.spellsOf.get(state) ?? [];
  for (const member of spells) {
    const objection = objectionToSpell(world, instrument, member, day);
    if (objection === undefined) return objectionToExistence(world, state, day);
    if (best === undefined || objection.holds === 'unknown') best = objection;
  }
  if (spells.length === 0)
    return { holds: 'no', says: `${nameOf(world, state, day)} is no party.` };
  return best;
}

/** Whether a state exists on a day. A state of which no facts are held is taken to. */
export function objectionToExistence(world: World, state: number, day: Day): Objection | undefined {
  const facts = world.states.get(world.codes[state]);
  if (facts === undefined || facts.exists.some((stretch) => contains(stretch, day))) return;
  return { holds: 'no', says: `${nameOf(world, state, day)} does not exist on ${day}.` };
}

/** Whether a provision, or the tie between two parties, is out of force while the rest stands. */
export function objectionToTie(
  world: World,
  clause: Clause,
  tie: { readonly bound: number; readonly towards: number },
  day: Day,
): Objection | undefined {
  const { provision, agreement } = clause;
  if (provision.from !== undefined && day < provision.from)
    return { holds: 'no', says: `The provision came only on ${provision.from}.` };
  if (provision.until !== undefined && day >= provision.until)
    return { holds: 'no', says: `The provision fell away on ${provision.until}.` };
  for (const pause of agreement.agreement.suspended ?? []) {
    if (pause.between === undefined || !contains(pause, day)) continue;
    const between = pause.between.map((code) => world.indexOf.get(code));
    if (!between.includes(tie.bound) || !between.includes(tie.towards)) continue;
    return { holds: 'no', says: `Suspended between the two since ${pause.from}: ${pause.how}.` };
  }
  return undefined;
}

function neverInForce({ agreement }: Instrument): Objection | undefined {
  if (!agreement.neverInForce && agreement.standing !== 'never in force') return undefined;
  return { holds: 'no', says: 'It never entered into force.' };
}

function notYetSigned({ agreement, signed }: Instrument, day: Day): Objection | undefined {
  if (signed === undefined || reached(signed, day) !== 'no') return undefined;
  return { holds: 'no', says: `It was signed only on ${agreement.signed?.day}.`, early: true };
}

function ended({ agreement, ended: end }: Instrument, day: Day): Objection | undefined {
  if (end === undefined) return undefined;
  const over = reached(end, day);
  if (over === 'no') return undefined;
  const how = agreement.ended?.how === undefined ? '' : `: ${agreement.ended.how}`;
  return over === 'yes'
    ? { holds: 'no', says: `It ended on ${agreement.ended?.day}${how}.` }
    : {
        holds: 'unknown',
        says: `Its end is dated ${agreement.ended?.day}${how}; whether before ${day} is not known.`,
      };
}

function notYetInForce({ agreement, inForce }: Instrument, day: Day): Objection | undefined {
  if (inForce === undefined) return undefined;
  const entered = reached(inForce, day);
  if (entered === 'yes') return undefined;
  const date = agreement.inForce?.day;
  if (entered === 'unknown')
    return {
      holds: 'unknown',
      says: `Its entry into force is dated ${date}; whether by ${day} is not known.`,
    };
  const signed = agreement.signed === undefined ? '' : `signed on ${agreement.signed.day}, but `;
  return { holds: 'no', says: `Not in force on ${day}: ${signed}in force only from ${date}.` };
}

function replaced({ ended: end, replacedBy }: Instrument, day: Day): Objection | undefined {
  if (end !== undefined) return undefined;
  for (const later of replacedBy) {
    if (later.inForce === undefined) continue;
    const entered = later.agreement.neverInForce ? 'no' : reached(later.inForce, day);
    if (entered === 'no') continue;
    const says = `${later.agreement.name} takes its place from ${later.agreement.inForce?.day}.`;
    return { holds: entered === 'yes' ? 'no' : 'unknown', says };
  }
  return undefined;
}

function endNotKnown({ agreement, ended: end }: Instrument): Objection | undefined {
  if (end !== undefined) return undefined;
  if (agreement.standing === 'ended')
    return { holds: 'unknown', says: 'It has ended, on a day that is not known.' };
  if (agreement.standing === 'doubtful')
    return {
      holds: 'unknown',
      says: 'No end of it is known, and nothing shows that it still stands.',
    };
  return undefined;
}

function suspendedWhole({ agreement }: Instrument, day: Day): Objection | undefined {
  const pause = agreement.suspended?.find(
    (stretch) => stretch.between === undefined && contains(stretch, day),
  );
  return pause && { holds: 'no', says: `Suspended since ${pause.from}: ${pause.how}.` };
}

function objectionToSpell(
  world: World,
  instrument: Instrument,
  member: Member,
  day: Day,
): Objection | undefined {
  const { membership } = member;
  const name = nameOf(world, member.state, day);
  if (member.until !== undefined) {
    const gone = reached(member.until, day);
    const how = membership.left === undefined ? '' : ` (${membership.left})`;
    if (gone !== 'no')
      return gone === 'yes'
        ? { holds: 'no', says: `${name} is no party since ${membership.until}${how}.` }
        : { holds: 'unknown', says: `${name}'s exit is dated only ${membership.until}${how}.` };
  }
  if (member.from !== undefined) {
    const come = reached(member.from, day);
    if (come !== 'yes')
      return come === 'no'
        ? { holds: 'no', says: `${name} is a party only from ${membership.from}.`, early: true }
        : { holds: 'unknown', says: `${name}'s entry is dated only ${membership.from}.` };
  }
  if (member.from === undefined && instrument.inForce === undefined)
    return { holds: 'unknown', says: entryMissing(instrument) };
  return undefined;
}

function entryMissing({ agreement }: Instrument): string {
  const signed = agreement.signed === undefined ? '' : `Signed on ${agreement.signed.day}; `;
  return `${signed}the day it entered into force is not known.`;
}

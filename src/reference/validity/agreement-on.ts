import { contains, type Day } from '../../base/day.ts';
import { reachedBy } from '../../base/edtf.ts';
import type { Agreement, Membership } from '../../model/agreement.ts';
import type { AgreementOn, HeirOn, PartyStanding, StandingOn } from '../../model/agreement-on.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { State } from '../../model/state.ts';
import { bindingsOn } from './bindings.ts';
import type { Objection } from './objection.ts';
import { objectionToMembership } from './party-objection.ts';
import { standingOn } from './standing.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** What it takes to say who is bound by an agreement on a day. */
export interface ValidityFacts {
  readonly states: ReadonlyMap<string, State>;
  /** The ledger, for what takes the place of what. */
  readonly agreements: Iterable<Agreement>;
}

/**
 * Who is a party, what is promised, and whether it binds on a day. Intervals are half-open: on the
 * day of its end an agreement no longer stands. A missing or unsure day gives `not known`, never
 * a guess.
 */
export function agreementOn(agreement: Agreement, day: Day, facts: ValidityFacts): AgreementOn {
  const { states } = facts;
  const timeline = timelineOf(agreement, facts.agreements);
  const { standing, because, objection } = standingOn(timeline, day);
  const heirs = heirsIn(timeline, day, states);
  return {
    agreement,
    day,
    standing,
    because,
    parties: timeline.spells.map((spell) => {
      const { membership } = spell;
      const own = objectionToMembership(timeline, spell, day, states);
      const deciding = own && comesFirst(own, objection) ? own : objection;
      const [bound, why] = partyStanding(membership, deciding, { standing, day, states });
      return { state: membership.state, standing: bound, because: why, membership };
    }),
    ...(heirs.length === 0 ? {} : { heirs }),
    provisions: agreement.provisions.filter((provision) => contains(provision, day)),
  };
}

/**
 * Whether what one party's own days say goes before what is to be said of the whole agreement.
 * Where that surely binds nobody, an unsure day of one party changes nothing.
 */
function comesFirst(own: Objection, whole: Objection | undefined): boolean {
  if (own.kind === 'left' || own.kind === 'joined later' || whole === undefined) return true;
  if (own.kind === 'entry not recorded') return false;
  return whole.holds === 'unknown' || whole.kind === 'suspended';
}

type Answer = readonly [PartyStanding, because: string];

function partyStanding(
  membership: Membership,
  objection: Objection | undefined,
  on: { readonly standing: StandingOn; readonly day: Day } & Pick<ValidityFacts, 'states'>,
): Answer {
  const { from, until, left = 'left', state } = membership;
  const { day } = on;
  switch (objection?.kind) {
    case 'left':
      return ['left', `No party since ${until} (${left}).`];
    case 'joined later':
      return [signedBy(membership, day), `Bound from ${from}, after ${day}.`];
    case 'exit unsure':
      return ['not known', `Its exit is dated ${until} (${left}).`];
    case 'joining unsure':
      return ['not known', `Bound from ${from}: by ${day}, not known.`];
    case 'does not exist':
      return ['gone', `${nameOfState(state, on, day)} does not exist on ${day}.`];
    case 'entry not recorded':
      return ['not known', 'Whether the agreement entered into force is not known.'];
    case 'suspended':
      return ['bound', `${since(membership)}; the agreement is suspended.`];
    case undefined:
      return ['bound', `${since(membership)}.`];
    default:
      return withTheAgreement(on.standing);
  }
}

function since({ from }: Membership): string {
  return `Party ${from === undefined ? 'from its beginning' : `since ${from}`}`;
}

function signedBy({ signed }: Membership, day: Day): PartyStanding {
  return signed !== undefined && reachedBy(signed, day) === 'yes' ? 'signed' : 'not yet';
}

function withTheAgreement(standing: StandingOn): Answer {
  switch (standing) {
    case 'not yet signed':
      return ['not yet', 'The agreement is not yet signed.'];
    case 'ended':
      return ['left', 'The agreement has ended.'];
    case 'not known':
      return ['not known', 'Whether the agreement stands is not known.'];
    default:
      return ['signed', 'The agreement is signed and not in force.'];
  }
}

function heirsIn(
  timeline: Timeline,
  day: Day,
  states: ReadonlyMap<string, State>,
): readonly HeirOn[] {
  return [...bindingsOn(timeline, day, states)].flatMap(([state, { inPlaceOf, objection }]) => {
    if (inPlaceOf === undefined) return [];
    const gone = nameOfState(inPlaceOf, { states }, day);
    const standing = objection === undefined ? 'bound' : 'not known';
    return [{ state, inPlaceOf, standing, because: whyHeir(gone, objection) } satisfies HeirOn];
  });
}

function whyHeir(gone: string, objection: Objection | undefined): string {
  if (objection === undefined) return `It carries on the treaties of ${gone}, which is gone.`;
  return objection.kind === 'perhaps an heir'
    ? `${gone} was the party; no fact says whether this state stands in for it.`
    : 'Whether the agreement stands is not known.';
}

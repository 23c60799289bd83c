import { contains, type Day } from '../base/day.ts';
import { reachedBy } from '../base/edtf.ts';
import type { Agreement, DatedFact, Membership, Provision } from '../model/agreement.ts';

export type StandingOn =
  | 'not yet signed'
  | 'signed'
  | 'in force'
  | 'suspended'
  | 'ended'
  | 'never in force'
  | 'not known';

export type PartyStanding = 'bound' | 'signed' | 'not yet' | 'left' | 'not known';

export interface PartyOn {
  readonly state: string;
  readonly standing: PartyStanding;
  readonly because: string;
  readonly membership: Membership;
}

/** An agreement as it was valid on a day. */
export interface AgreementOn {
  readonly agreement: Agreement;
  readonly day: Day;
  readonly standing: StandingOn;
  readonly because: readonly string[];
  readonly parties: readonly PartyOn[];
  /** Those that had come and not gone by that day, whether or not the agreement stands. */
  readonly provisions: readonly Provision[];
}

/**
 * Who is a party, what is promised, and whether it binds on a day. Intervals are half-open: on the
 * day of its end an agreement no longer stands. A missing or unsure day gives `not known`, never
 * a guess.
 */
export function agreementOn(agreement: Agreement, day: Day): AgreementOn {
  const { standing, because } = standingOn(agreement, day);
  return {
    agreement,
    day,
    standing,
    because,
    parties: agreement.parties.map((membership) =>
      partyOn({ agreement, membership, standing, day }),
    ),
    provisions: agreement.provisions.filter((provision) => contains(provision, day)),
  };
}

interface Told {
  readonly standing: StandingOn;
  readonly because: readonly string[];
}

function standingOn(agreement: Agreement, day: Day): Told {
  return (
    neverInForce(agreement, day) ??
    afterItsEnd(agreement, day) ??
    beforeEntry(agreement, day) ??
    entryNotKnown(agreement, day) ??
    endNotKnown(agreement) ??
    suspendedOn(agreement, day) ?? {
      standing: 'in force',
      because: [`In force since ${agreement.inForce?.day}.`],
    }
  );
}

function neverInForce(agreement: Agreement, day: Day): Told | undefined {
  if (!agreement.neverInForce && agreement.standing !== 'never in force') return undefined;
  const before = beforeSignature(agreement.signed, day);
  return before ?? { standing: 'never in force', because: ['It never entered into force.'] };
}

function afterItsEnd(agreement: Agreement, day: Day): Told | undefined {
  if (agreement.ended === undefined) return undefined;
  const reached = reachedBy(agreement.ended.day, day);
  if (reached === 'no') return undefined;
  const how = agreement.ended.how === undefined ? '' : ` (${agreement.ended.how})`;
  if (reached === 'yes')
    return { standing: 'ended', because: [`Ended on ${agreement.ended.day}${how}.`] };
  return {
    standing: 'not known',
    because: [`Its end is dated ${agreement.ended.day}${how}: before or after ${day}, not known.`],
  };
}

function beforeEntry(agreement: Agreement, day: Day): Told | undefined {
  const before = beforeSignature(agreement.signed, day);
  if (before !== undefined) return before;
  if (agreement.inForce === undefined) return undefined;
  const reached = reachedBy(agreement.inForce.day, day);
  if (reached === 'yes') return undefined;
  if (reached === 'perhaps')
    return {
      standing: 'not known',
      because: [`Its entry into force is dated ${agreement.inForce.day}: by ${day}, not known.`],
    };
  const entered = `It entered into force on ${agreement.inForce.day}, after ${day}.`;
  return agreement.signed === undefined
    ? { standing: 'not yet signed', because: [entered, 'The day of signature is not held.'] }
    : { standing: 'signed', because: [`Signed on ${agreement.signed.day}.`, entered] };
}

function beforeSignature(signed: DatedFact | undefined, day: Day): Told | undefined {
  if (signed === undefined || reachedBy(signed.day, day) === 'yes') return undefined;
  if (reachedBy(signed.day, day) === 'no')
    return { standing: 'not yet signed', because: [`Signed on ${signed.day}, after ${day}.`] };
  return {
    standing: 'not known',
    because: [`Its signature is dated ${signed.day}: by ${day}, not known.`],
  };
}

function entryNotKnown(agreement: Agreement, day: Day): Told | undefined {
  if (agreement.inForce !== undefined) return undefined;
  const missing = 'The day on which it entered into force is not known.';
  if (agreement.standing !== 'signed') return { standing: 'not known', because: [missing] };
  const signed = agreement.signed === undefined ? `Signed by ${day}` : agreement.signed.day;
  return {
    standing: 'signed',
    because: [
      agreement.signed === undefined ? `${signed}.` : `Signed on ${signed}.`,
      'No entry into force is known.',
    ],
  };
}

function endNotKnown(agreement: Agreement): Told | undefined {
  if (agreement.ended !== undefined) return undefined;
  if (agreement.standing === 'ended')
    return { standing: 'not known', because: ['It has ended, on a day that is not known.'] };
  if (agreement.standing === 'doubtful')
    return {
      standing: 'not known',
      because: ['No end is known, and nothing shows that it still stands.'],
    };
  return undefined;
}

function suspendedOn(agreement: Agreement, day: Day): Told | undefined {
  const now = (agreement.suspended ?? []).filter((stretch) => contains(stretch, day));
  if (now.length === 0) return undefined;
  const because = now.map((stretch) => {
    const between = stretch.between === undefined ? '' : ` between ${stretch.between.join(', ')}`;
    return `Suspended${between} since ${stretch.from} (${stretch.how}).`;
  });
  const whole = now.some((stretch) => stretch.between === undefined);
  return { standing: whole ? 'suspended' : 'in force', because };
}

interface Asked {
  readonly agreement: Agreement;
  readonly membership: Membership;
  readonly standing: StandingOn;
  readonly day: Day;
}

function partyOn(asked: Asked): PartyOn {
  const { membership } = asked;
  const { standing, because } = membershipOn(asked);
  return { state: membership.state, standing, because, membership };
}

function membershipOn(asked: Asked): { standing: PartyStanding; because: string } {
  const { membership, day } = asked;
  if (membership.until !== undefined && reachedBy(membership.until, day) !== 'no') {
    const how = membership.left ?? 'left';
    return reachedBy(membership.until, day) === 'yes'
      ? { standing: 'left', because: `No party since ${membership.until} (${how}).` }
      : { standing: 'not known', because: `Its exit is dated ${membership.until} (${how}).` };
  }
  if (membership.from !== undefined && reachedBy(membership.from, day) !== 'yes') {
    return reachedBy(membership.from, day) === 'perhaps'
      ? { standing: 'not known', because: `Bound from ${membership.from}: by ${day}, not known.` }
      : notYetBound(membership, day);
  }
  return withTheAgreement(asked);
}

function notYetBound(
  membership: Membership,
  day: Day,
): { standing: PartyStanding; because: string } {
  const because = `Bound from ${membership.from}, after ${day}.`;
  const signed = membership.signed !== undefined && reachedBy(membership.signed, day) === 'yes';
  return { standing: signed ? 'signed' : 'not yet', because };
}

function withTheAgreement(asked: Asked): { standing: PartyStanding; because: string } {
  const { membership, standing } = asked;
  const since = membership.from === undefined ? 'from its beginning' : `since ${membership.from}`;
  switch (standing) {
    case 'in force':
      return { standing: 'bound', because: `Party ${since}.` };
    case 'suspended':
      return { standing: 'bound', because: `Party ${since}; the agreement is suspended.` };
    case 'signed':
    case 'never in force':
      return { standing: 'signed', because: 'The agreement is signed and not in force.' };
    case 'ended':
      return { standing: 'left', because: 'The agreement has ended.' };
    case 'not yet signed':
      return { standing: 'not yet', because: 'The agreement is not yet signed.' };
    case 'not known':
      return { standing: 'not known', because: 'Whether the agreement stands is not known.' };
  }
}

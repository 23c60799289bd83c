import { contains, type Day } from '../../base/day.ts';
import { type DayRange, reached, reachedBy } from '../../base/edtf.ts';
import type { Agreement, Membership } from '../../model/agreement.ts';
import type { AgreementOn, PartyOn, PartyStanding, StandingOn } from '../../model/agreement-on.ts';
import { daysOfAgreement } from './agreement-days.ts';

/**
 * Who is a party, what is promised, and whether it binds on a day. Intervals are half-open: on the
 * day of its end an agreement no longer stands. A missing or unsure day gives `not known`, never
 * a guess.
 */
export function agreementOn(agreement: Agreement, day: Day): AgreementOn {
  const told = standingOn(agreement, day);
  const { standing, because } = told;
  return {
    agreement,
    day,
    standing,
    because,
    parties: agreement.parties.map((membership) => partyOn({ agreement, membership, told, day })),
    provisions: agreement.provisions.filter((provision) => contains(provision, day)),
  };
}

interface Told {
  readonly standing: StandingOn;
  readonly because: readonly string[];
  /** Nothing speaks against it but that the day of its entry into force is not held. */
  readonly entryMissing?: true;
}

function standingOn(agreement: Agreement, day: Day): Told {
  const { signed, inForce, ended } = daysOfAgreement(agreement);
  return (
    neverInForce(agreement, signed, day) ??
    afterItsEnd(agreement, ended, day) ??
    beforeEntry(agreement, { signed, inForce }, day) ??
    endNotKnown(agreement) ??
    entryNotKnown(agreement, day) ??
    suspendedOn(agreement, day) ?? {
      standing: 'in force',
      because: [`In force since ${agreement.inForce?.day}.`],
    }
  );
}

function neverInForce(
  agreement: Agreement,
  signed: DayRange | undefined,
  day: Day,
): Told | undefined {
  if (!agreement.neverInForce && agreement.standing !== 'never in force') return undefined;
  const before = beforeSignature(agreement, signed, day);
  return before ?? { standing: 'never in force', because: ['It never entered into force.'] };
}

function afterItsEnd(
  agreement: Agreement,
  ended: DayRange | undefined,
  day: Day,
): Told | undefined {
  if (ended === undefined || reached(ended, day) === 'no') return undefined;
  const how = agreement.ended?.how === undefined ? '' : ` (${agreement.ended.how})`;
  const dated = agreement.ended?.day;
  if (reached(ended, day) === 'yes')
    return { standing: 'ended', because: [`Ended on ${dated}${how}.`] };
  return {
    standing: 'not known',
    because: [`Its end is dated ${dated}${how}: before or after ${day}, not known.`],
  };
}

function beforeEntry(
  agreement: Agreement,
  { signed, inForce }: { readonly signed?: DayRange; readonly inForce?: DayRange },
  day: Day,
): Told | undefined {
  const entry = inForce && reached(inForce, day);
  const before = beforeSignature(agreement, signed, day);
  // What is surely in force was surely signed, however unsure the day of that.
  if (before !== undefined && (before.standing !== 'not known' || entry !== 'yes')) return before;
  if (entry === undefined || entry === 'yes') return undefined;
  const dated = agreement.inForce?.day;
  if (entry === 'unknown')
    return {
      standing: 'not known',
      because: [`Its entry into force is dated ${dated}: by ${day}, not known.`],
    };
  const entered = `It entered into force on ${dated}, after ${day}.`;
  return agreement.signed === undefined
    ? { standing: 'not yet signed', because: [entered, 'The day of signature is not held.'] }
    : { standing: 'signed', because: [`Signed on ${agreement.signed.day}.`, entered] };
}

function beforeSignature(
  agreement: Agreement,
  signed: DayRange | undefined,
  day: Day,
): Told | undefined {
  if (signed === undefined || reached(signed, day) === 'yes') return undefined;
  const dated = agreement.signed?.day;
  if (reached(signed, day) === 'no')
    return { standing: 'not yet signed', because: [`Signed on ${dated}, after ${day}.`] };
  return {
    standing: 'not known',
    because: [`Its signature is dated ${dated}: by ${day}, not known.`],
  };
}

function entryNotKnown(agreement: Agreement, day: Day): Told | undefined {
  if (agreement.inForce !== undefined) return undefined;
  const missing = 'The day on which it entered into force is not known.';
  if (agreement.standing !== 'signed')
    return { standing: 'not known', because: [missing], entryMissing: true };
  const signed = agreement.signed === undefined ? `Signed by ${day}` : agreement.signed.day;
  return {
    standing: 'signed',
    because: [
      agreement.signed === undefined ? `${signed}.` : `Signed on ${signed}.`,
      'No entry into force is known.',
    ],
    entryMissing: true,
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
  readonly told: Told;
  readonly day: Day;
}

function partyOn(asked: Asked): PartyOn {
  const { membership } = asked;
  const { standing, because } = membershipOn(asked);
  return { state: membership.state, standing, because, membership };
}

function membershipOn(asked: Asked): { standing: PartyStanding; because: string } {
  const { membership, told, day } = asked;
  const { from, until, left = 'left' } = membership;
  const gone = until === undefined ? 'no' : reachedBy(until, day);
  if (gone === 'yes') return { standing: 'left', because: `No party since ${until} (${left}).` };
  const come = from === undefined ? 'yes' : reachedBy(from, day);
  if (come === 'no') return notYetBound(membership, day);
  // Where the agreement itself surely binds nobody, an unsure day of one party changes nothing.
  const mayBind = ['in force', 'suspended', 'not known'].includes(told.standing);
  if (mayBind && gone === 'unknown')
    return { standing: 'not known', because: `Its exit is dated ${until} (${left}).` };
  if (mayBind && come === 'unknown')
    return { standing: 'not known', because: `Bound from ${from}: by ${day}, not known.` };
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

function withTheAgreement({ membership, told }: Asked): {
  standing: PartyStanding;
  because: string;
} {
  const since = membership.from === undefined ? 'from its beginning' : `since ${membership.from}`;
  // A party whose own day is held is bound from it, though that of the whole is not held.
  if (told.entryMissing && membership.from !== undefined)
    return { standing: 'bound', because: `Party ${since}.` };
  if (told.entryMissing)
    return {
      standing: 'not known',
      because: 'Whether the agreement entered into force is not known.',
    };
  switch (told.standing) {
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

import type { Agreement, Membership } from '../model/agreement.ts';

/**
 * A shipped agreement as it could be known at the end of a day: what happened later is not in it,
 * and one signed later is not there at all. The shipped facts carry no day of entry, so the day of
 * what they describe stands in for it; that a secret was known to its parties only is not kept
 * apart. Days may be EDTF: one that is unsure counts as known from its first day.
 */
export function knownBy(agreement: Agreement, day: string): Agreement | undefined {
  const later = (when: string | undefined) => when !== undefined && firstDay(when) > day;
  const began = agreement.signed?.day ?? agreement.inForce?.day;
  if (later(began)) return undefined;
  const { inForce, ended, ...rest } = agreement;
  const standing = agreement.standing;
  const wasInForce = inForce !== undefined && !later(inForce.day);
  return {
    ...rest,
    ...(wasInForce && { inForce }),
    ...(ended !== undefined && !later(ended.day) && { ended }),
    standing: later(ended?.day) ? (wasInForce ? 'in force' : 'signed') : standing,
    parties: agreement.parties.filter((party) => !later(party.from)).map((party) => member(party)),
    provisions: agreement.provisions.filter((provision) => !later(provision.from)),
    ...(agreement.suspended && {
      suspended: agreement.suspended.filter((pause) => !later(pause.from)),
    }),
  };

  function member({ until, left, ...party }: Membership): Membership {
    const gone = until !== undefined && !later(until);
    return gone ? { ...party, until, ...(left !== undefined && { left }) } : party;
  }
}

/** `2024` begins on its first of January, `2024-06` on its first. */
function firstDay(edtf: string): string {
  return `${edtf.replace(/[~?%]$/, '')}-01-01`.slice(0, 10);
}

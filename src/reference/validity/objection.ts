import type { Agreement, Membership, Provision } from '../../model/agreement.ts';

export type Suspension = NonNullable<Agreement['suspended']>[number];

/** The fact for which a promise does not bind on a day (`no`), or perhaps does not (`unknown`). */
export type Objection =
  | OfAgreement
  | OfMembership
  | OfState
  /** The day came before the provision, or after it. */
  | {
      readonly holds: 'no';
      readonly kind: 'provision later' | 'provision over';
      readonly provision: Provision;
    }
  | { readonly holds: 'no'; readonly kind: 'suspended between'; readonly suspension: Suspension };

type OfAgreement =
  | {
      readonly holds: 'no';
      readonly kind: 'not yet signed' | 'never in force' | 'not yet in force' | 'ended';
    }
  | { readonly holds: 'no'; readonly kind: 'suspended'; readonly suspension: Suspension }
  | { readonly holds: 'no' | 'unknown'; readonly kind: 'replaced'; readonly by: Agreement }
  | {
      readonly holds: 'unknown';
      readonly kind: 'entry unsure' | 'end unsure' | 'end not dated' | 'end not recorded';
    };

type OfMembership =
  | {
      readonly holds: 'no';
      readonly kind: 'joined later' | 'left';
      readonly membership: Membership;
    }
  | {
      readonly holds: 'unknown';
      readonly kind: 'joining unsure' | 'exit unsure';
      readonly membership: Membership;
    }
  /** Neither the agreement nor the party has a day from which it binds. */
  | { readonly holds: 'unknown'; readonly kind: 'entry not recorded' };

type OfState =
  | {
      readonly holds: 'no';
      readonly kind: 'not a party' | 'does not exist';
      readonly state: string;
    }
  | {
      readonly holds: 'unknown';
      readonly kind: 'perhaps an heir';
      readonly state: string;
      readonly of: string;
    };

/** The promise, or the state's part in it, was not yet made. */
export function comesLater({ kind }: Objection): boolean {
  return kind === 'not yet signed' || kind === 'joined later';
}

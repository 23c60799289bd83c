import type { Day } from '../base/day.ts';
import type { Agreement, Membership, Provision } from './agreement.ts';

export type StandingOn =
  | 'not yet signed'
  | 'signed'
  | 'in force'
  | 'suspended'
  | 'ended'
  | 'never in force'
  | 'not known';

/** `gone`: the state itself does not exist on the day. */
export type PartyStanding = 'bound' | 'signed' | 'not yet' | 'left' | 'gone' | 'not known';

export interface PartyOn {
  readonly state: string;
  readonly standing: PartyStanding;
  readonly because: string;
  readonly membership: Membership;
}

/** A state that stands in, or perhaps stands in, for a party that is gone. */
export interface HeirOn {
  readonly state: string;
  readonly inPlaceOf: string;
  readonly standing: 'bound' | 'not known';
  readonly because: string;
}

/** An agreement as it was valid on a day. */
export interface AgreementOn {
  readonly agreement: Agreement;
  readonly day: Day;
  readonly standing: StandingOn;
  readonly because: readonly string[];
  readonly parties: readonly PartyOn[];
  readonly heirs?: readonly HeirOn[];
  /** Those that had come and not gone by that day, whether or not the agreement stands. */
  readonly provisions: readonly Provision[];
}

import type { Day } from '../../base/day.ts';
import type { Duty } from '../outcome.ts';
import type { CertaintyOfFact } from '../source.ts';

/** One promise to defend a state, and the attackers against whom it is called. */
export interface Shield {
  readonly state: string;
  readonly duty: Duty['duty'];
  readonly agreement: string;
  readonly provision: string;
  readonly article?: string;
  readonly strength: Duty['strength'];
  readonly certainty: CertaintyOfFact;
  readonly verdict: 'owed' | 'undecided';
  readonly against: readonly string[];
}

/** Who would be bound to stand by a state, if it were attacked in its territory. */
export interface Exposure {
  readonly state: string;
  readonly on: Day;
  /** To fight or to aid, in the order of the states bound. */
  readonly shields: readonly Shield[];
  /** Attackers against whom somebody is certainly bound to fight for it. */
  readonly covered: readonly string[];
  /** Attackers against whom nobody is, though somebody is perhaps. */
  readonly perhaps: readonly string[];
  /** Attackers against whom nobody is bound. */
  readonly gaps: readonly string[];
}

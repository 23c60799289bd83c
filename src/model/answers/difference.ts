import type { Day } from '../../base/day.ts';
import type { Duty, Scenario } from '../outcome.ts';
import type { CertaintyOfFact } from '../source.ts';

/** The promises in force on a day, some left out: one side of a comparison. */
export interface PromiseSet {
  readonly on: Day;
  readonly without: readonly string[];
}

/** Two sets of promises to try every attack under. */
export interface Comparison {
  readonly before: PromiseSet;
  readonly after: PromiseSet;
  readonly reading: Scenario['reading'];
  readonly assume: Scenario['assume'];
}

/** An agreement left out on a day, and the same day with it. */
export function withoutAndWith(agreement: string, on: Day): Pick<Comparison, 'before' | 'after'> {
  return { before: { on, without: [agreement] }, after: { on, without: [] } };
}

/** A duty that one side of the comparison has and the other has not, over all its attacks. */
export interface ChangedDuty {
  readonly change: 'added' | 'removed';
  readonly state: string;
  readonly duty: Duty['duty'];
  /** One state where it is direct; those that what follows is owed to otherwise. */
  readonly towards: readonly string[];
  readonly agreement: string;
  readonly provision: string;
  readonly article?: string;
  readonly strength: Duty['strength'];
  readonly certainty: CertaintyOfFact;
  readonly verdict: 'owed' | 'undecided';
  /** The attack itself calls it; else it follows from what others do or must do. */
  readonly direct: boolean;
  /** The attacks whose answer it changes. */
  readonly attacks: readonly { readonly attacker: string; readonly target: string }[];
  /** In one sentence. */
  readonly says: string;
}

/** Every attack of one state on another whose answer differs between two sets of promises. */
export interface Difference {
  readonly before: PromiseSet;
  readonly after: PromiseSet;
  /** Ordered pairs of states looked at on both sides. */
  readonly attacks: number;
  /** Those whose answer differs. */
  readonly differing: number;
  /** States that exist on one of two days only; their attacks are not compared. */
  readonly notCompared: readonly string[];
  /** Direct ones first, then what they lead to. */
  readonly changes: readonly ChangedDuty[];
}

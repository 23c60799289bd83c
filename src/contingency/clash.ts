import type { Day } from '../base/day.ts';
import type { Scenario } from '../model/outcome.ts';
import type { Holds } from './holds.ts';
import type { Bond, DayView, World } from './world/world.ts';

/** One state acts against another: an act given, or one that a called promise leads to. */
export interface Clash {
  readonly attacker: number;
  readonly target: number;
  readonly day: Day;
  /** Where it happens: a state's code or a place's id. */
  readonly place: string;
  /** Index of the act in the scenario that it is, or that it follows from. */
  readonly act: number;
  /** The act is given; else it follows from a promise. */
  readonly given: boolean;
  readonly provoked: boolean;
  /**
   * Whether it answers an attack: the target struck the attacker first, or struck a state that
   * the attacker has promised to defend. Then nobody is attacked by it, under the strict reading.
   */
  readonly answering: Holds;
}

/** What has happened in a scenario so far, and how its texts are read. */
export interface War {
  readonly world: World;
  readonly reading: Scenario['reading'];
  view: DayView;
  readonly clashes: Clash[];
  readonly calls: Call[];
  /** Keys of the calls, made only where there are many. */
  readonly called: Set<number>;
  /** `attacker * states + target` of every clash. */
  readonly pairs: Set<number>;
}

/** On which side of a clash the state stands that a promise protects. */
export type Side = 'target' | 'attacker';

/** A bond that a clash calls, or perhaps calls. */
export interface Call {
  readonly bond: Bond;
  readonly clash: Clash;
  readonly side: Side;
  readonly verdict: 'owed' | 'undecided';
  /** Index of the act that calls it, which completes what earlier acts began. */
  readonly act: number;
  /** Counted from 1 within the act. */
  readonly round: number;
  /** How many clashes there were when it was called: what its proof may look at. */
  readonly seen: number;
}

/** The state that the one protected is at war with. */
export function opponentIn(clash: Clash, side: Side): number {
  return side === 'target' ? clash.attacker : clash.target;
}

/** The state against which a called bond asks something. For `not attack` it is the one spared. */
export function foeOf({ bond, clash, side }: Call): number {
  return bond.commitment.duty === 'not attack' ? bond.towards : opponentIn(clash, side);
}

/**
 * A bond and a foe as one number, the same on every day: below 2^53 for a thousand states and a
 * million commitments.
 */
export function bondKey({ commitment, bound, towards }: Bond, foe: number, world: World): number {
  const states = world.codes.length;
  return ((commitment.ordinal * states + bound) * states + towards) * states + foe;
}

/** The war as it stood when so many clashes had happened. */
export function warAsOf(war: War, seen: number): War {
  if (seen === war.clashes.length) return war;
  const clashes = war.clashes.slice(0, seen);
  const states = war.world.codes.length;
  const pairs = new Set(clashes.map(({ attacker, target }) => attacker * states + target));
  return { ...war, clashes, pairs };
}

/** What the rules are asked: does this bond bind, in this clash, protecting that side? */
export interface Question {
  readonly bond: Bond;
  readonly clash: Clash;
  readonly side: Side;
  readonly war: War;
}

/** One test: a small function with a name, and its finding in words. */
export interface Rule {
  readonly name: string;
  /** Absent: always asked. Else whether this text asks it; where not, the proof is silent on it. */
  readonly asked?: (bond: Bond) => boolean;
  /** Called millions of times: no allocation, no words. */
  readonly holds: (bond: Bond, clash: Clash, side: Side, war: War) => Holds;
  readonly inWords: (question: Question, holds: Holds) => string;
}

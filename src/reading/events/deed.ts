import type { EventType } from '../../model/event-type.ts';

/** Something done or said, before its words are turned into parties. Words are token indexes. */
export interface Deed {
  /** The word that makes it what it is: `agreed`, `rejected`, `talks`. */
  readonly at: number;
  readonly type: EventType;
  readonly mode?: string;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** A place told beside it: the state behind it receives where no other is known. */
  readonly place?: number;
  /** The authorities of a place act: `was arrested in Oln`. */
  readonly placeActs?: true;
  readonly object?: number;
  readonly reciprocal?: true;
  /** What somebody says of another: an answer for a given pair, no event beside the deed told. */
  readonly pairOnly?: true;
  /** How the words put it, before attributions are asked. */
  readonly standing: Standing;
  /** 2: decided by an object or complement; 1: by the verb alone; 0: by nothing but words near. */
  readonly weight: number;
  /** Deeds that went into this one and are none of their own. */
  readonly consumed: readonly number[];
  /** First and last word of the event. */
  readonly from: number;
  readonly until: number;
}

export type Standing = 'done' | 'promised' | 'possible' | 'negated' | 'alleged';

const hostile: ReadonlySet<EventType> = new Set([
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);

/** Would the deed hurt whom it is done to? */
export function isHostile(type: EventType): boolean {
  return hostile.has(type);
}

import type { EventType } from '../../model/event-type.ts';
import type { EventStatus } from '../../model/reading.ts';

/** Something done or said, before its words are turned into parties. Words are token indexes. */
export interface Deed {
  /** The word that makes it what it is: `agreed`, `rejected`, `talks`. */
  readonly at: number;
  readonly type: EventType;
  readonly mode?: string | undefined;
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** A place told beside it: the state behind it receives where no other is known. */
  readonly place?: number | undefined;
  /** The authorities of the place act: `was arrested in Oln`. */
  readonly placeActs?: boolean;
  readonly object?: number | undefined;
  /** Each does it to the other. */
  readonly both?: boolean | undefined;
  /** What somebody says of another: an answer for a given pair, no event beside the deed told. */
  readonly pairOnly?: boolean | undefined;
  /** How the words put it, before those above it and attributions are asked. */
  readonly status: EventStatus;
  /** The row that found it, and how often the row is right, in per cent. */
  readonly rule: string;
  readonly weight: number;
  /** Words of deeds that went into this one and are none of their own. */
  readonly consumed: readonly number[];
}

/** What a row and a type say of a deed; a pattern makes a row surer than a word alone. */
export function deedOf(
  at: number,
  { id, weight, where }: { id: string; weight?: number | undefined; where: readonly string[] },
  type: EventType,
): Omit<Deed, 'actors' | 'recipients'> {
  const sure = weight ?? (where.length > 0 ? 75 : 60);
  return { at, type, status: 'reported', rule: id, weight: sure, consumed: [] };
}

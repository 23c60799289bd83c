import type { EventStatus } from '../../model/reading.ts';
import type { StepRow } from '../../reference/constructions/step-rows.ts';
import type { Tree } from '../grammar/tree.ts';
import type { PromiseFound } from './find-promises.ts';

/** What a row finds said of an instrument. */
export interface Deed {
  readonly row: StepRow;
  /** The token of the verb or noun that tells it. */
  readonly at: number;
  readonly status: EventStatus;
  /** The states that act. */
  readonly by: readonly string[];
  /** The head of the instrument that takes its place. */
  readonly newer?: number;
}

/** Where a phrase stands that names an instrument, or an organisation that rests on one. */
export interface InstrumentPlace {
  readonly of?: 'organisation';
  /** The token of `treaty`, `pact`, `it`. */
  readonly head: number;
  /** The phrase without its article, and all of it with the parties behind. */
  readonly start: number;
  readonly end: number;
  readonly fullStart: number;
  readonly fullEnd: number;
}

/** A phrase that names or points at an instrument. */
export interface InstrumentMention extends InstrumentPlace {
  readonly tree: Tree;
  readonly strength: 'formal' | 'middle' | 'soft' | 'relation' | 'pronoun';
  readonly definite: boolean;
  readonly plural: boolean;
  readonly age?: 'newer' | 'older';
  readonly existing: boolean;
  /** Marked as an instrument by a kind of promise, a year, or words such as `strategic`. */
  readonly marked: boolean;
  /** Kinds of promise in the words before the instrument: `mutual defence`. */
  readonly kinds: readonly PromiseFound[];
  /** States named in the phrase or shown as parties by a deed. */
  readonly parties: readonly string[];
  readonly year?: string;
  /** The ledger's agreement that bears this proper name. */
  readonly ledgerId?: string;
  readonly deeds: readonly Deed[];
}

/** One instrument of the report in the making: its mentions in reading order. */
export interface InstrumentChain {
  readonly mentions: InstrumentMention[];
  parties: readonly string[];
  year?: string;
  ledgerId?: string;
}

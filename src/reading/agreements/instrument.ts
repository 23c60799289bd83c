import type { Tree } from '../grammar/tree.ts';

/** A phrase that names or points at an instrument. */
export interface InstrumentMention {
  readonly tree: Tree;
  /** The token of `treaty`, `pact`, `it`. */
  readonly head: number;
  /** The phrase up to its head, without article. */
  readonly start: number;
  readonly end: number;
  /** With the parties behind it: `the 1961 treaty between Corland and Dravia`. */
  readonly fullStart: number;
  readonly fullEnd: number;
  readonly strength: 'formal' | 'middle' | 'soft' | 'relation' | 'pronoun';
  readonly definite: boolean;
  readonly plural: boolean;
  readonly age?: 'newer' | 'older';
  readonly existing: boolean;
  /** Marked as an instrument by a kind of promise, a year, or words such as `strategic`. */
  readonly marked: boolean;
  readonly kinds: readonly KindTold[];
  /** States named in the phrase or joined by the deed it stands in. */
  readonly parties: readonly string[];
  readonly year?: string;
  /** The ledger's agreement that bears this proper name. */
  readonly ledgerId?: string;
  /** A status that the words of the mention itself tell: `joined the pact`. */
  readonly told?: string;
}

/** A kind of promise in the words before the instrument: `mutual defence`. */
export interface KindTold {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

import type { Certainty, Stance } from '../../model/reading.ts';
import type { Quotation } from '../grammar/quotations.ts';
import type { Tree } from '../grammar/tree.ts';
import type { CueLexicon } from './cue-lexicon.ts';

/** The constructions by which English attributes; each has its test and its error rate. */
export type Construction =
  | 'according to'
  | 'in a survey'
  | 'possessed view'
  | 'colon'
  | 'quotation before the cue'
  | 'quotation after the cue'
  | 'quotation around the cue'
  | 'clause before the cue'
  | 'clause around the cue'
  | 'clause'
  | 'question'
  | 'infinitive'
  | 'gerund'
  | 'object'
  | 'preposition'
  | 'X as Y'
  | 'X Y'
  | 'X of, for, to'
  | 'passive with by'
  | 'passive without agent'
  | 'raising'
  | 'relative object'
  | 'noun with a light verb'
  | 'possessive and noun'
  | 'noun and source'
  | 'noun without source'
  | 'there is'
  | 'adjective'
  | 'impersonal adjective'
  | 'adverb';

/** A stretch of the text, UTF-16 code units, `end` exclusive. */
export type Piece = readonly [start: number, end: number];

/** What a construction proposes, before the outermost ones are chosen. */
export interface Candidate {
  readonly construction: Construction;
  readonly sentence: number;
  /** The cue's main token. */
  readonly head: number;
  readonly source: readonly Piece[];
  /** The token that heads the source, where there is one in the same sentence. */
  readonly sourceHead: number;
  readonly cue: Piece;
  readonly content: readonly Piece[];
  /** 0 to 1: how often this cue in this construction is right. */
  readonly weight: number;
  readonly stance: Stance;
  readonly certainty?: Certainty;
  readonly negated: boolean;
  /** Quotation frames and parentheticals stand outside their content: they are tried first. */
  readonly outer: boolean;
  readonly word: string;
}

/** The document as the constructions see it. */
export interface Scene {
  readonly text: string;
  readonly lexicon: CueLexicon;
  readonly trees: readonly Tree[];
  readonly quotations: readonly Quotation[];
  /** Paragraph of each sentence. */
  readonly paragraphs: Int32Array;
  readonly headings: ReadonlySet<number>;
  /** For each sentence its words that may hedge. */
  readonly hedges: readonly (readonly number[])[];
  /** Where quotations end that no mark closes. */
  readonly openEnds: ReadonlySet<number>;
}

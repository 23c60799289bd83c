import type { AttributionRow } from '../../reference/constructions/attribution-rows.ts';
import type { NamedDocument } from '../document.ts';
import type { Tree } from '../grammar/tree.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { CueWord } from './cue-word.ts';

/** A stretch of the text, UTF-16 code units, `end` exclusive. */
export type Piece = readonly [start: number, end: number];

/** The first and the last token of a stretch of one sentence. */
export type Tokens = readonly [from: number, until: number];

/** What a construction proposes, before the outermost ones are chosen. */
export interface Candidate {
  readonly row: AttributionRow;
  readonly cueWord: CueWord;
  readonly tree: Tree;
  /** The cue's main token. */
  readonly head: number;
  readonly source?: Piece | undefined;
  /** The token that heads the source, -1 where there is none in the same sentence. */
  readonly sourceHead: number;
  readonly cue: Piece;
  readonly content: readonly Piece[];
  /** 0 to 1: how often this cue in this construction is right. */
  readonly weight: number;
}

/** The document as the constructions see it: its sentences and the words that attribute. */
export interface Scene {
  readonly document: NamedDocument;
  readonly lexicon: CueLexicon;
}

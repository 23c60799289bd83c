import type { Certainty, Stance } from '../../model/reading.ts';
import type { AttributionRow } from '../../reference/constructions/attribution-rows.ts';
import type { CueFrames } from '../../reference/words/cue-lexicon.ts';
import type { Matcher } from '../grammar/match.ts';

/** What a word must be for a row to be tried on it. */
export type CueKind =
  | 'active verb'
  | 'passive verb'
  | 'speech tag'
  | 'noun'
  | 'adjective'
  | 'adverb'
  | 'colon';

/** One cue word with everything its group lends it. */
export interface CueWord {
  readonly kind: 'verb' | 'noun' | 'adjective' | 'adverb' | 'none';
  readonly word: string;
  /** Words that must follow: `out` of `speak out`. */
  readonly rest: readonly string[];
  readonly stance: Stance;
  readonly certainty?: Certainty;
  readonly frames: CueFrames;
  /** Prepositions that belong to the cue, with their weights. */
  readonly governs: ReadonlyMap<string, number>;
  /** Its object is who is told, not what is told. */
  readonly hearer: boolean;
  /** Nouns: what is left of the weight, in per cent, where no source is in sight. */
  readonly sourceless: number;
  readonly light: number;
  /** The subject is content, not a holder of the view. */
  readonly evaluation: boolean;
  /** The rows that give it a weight. */
  readonly rows: ReadonlyMap<CueKind, readonly CompiledRow[]>;
}

/** How a row says what its content is. */
export type StretchKind =
  | 'around'
  | 'left'
  | 'right'
  | 'topic'
  | 'behind'
  | 'clause'
  | 'phrase'
  | 'word'
  | 'subject'
  | 'rest'
  | 'run'
  | 'other'
  | 'after'
  | 'from'
  | 'whole';

/** A stretch that a row takes as content, by what it says: nodes by their places in the pattern. */
export interface Stretch {
  readonly how: StretchKind;
  /** Its node; for `from … to` the one it ends with. */
  readonly node: number;
  readonly from: number;
}

/** A row made ready: its pattern as a matcher, its slots as places of nodes. */
export interface CompiledRow {
  readonly row: AttributionRow;
  readonly matches: Matcher;
  readonly bound: Int32Array;
  readonly content: readonly Stretch[];
  readonly source: 'subject' | 'behind' | 'none' | number;
  /** First and last node of the cue, where it is more than the cue word's own tokens. */
  readonly span?: readonly [number, number];
  /** The node of the preposition whose weight counts. */
  readonly with: number;
}

export interface RowIndex {
  readonly byKind: ReadonlyMap<CueKind, readonly CompiledRow[]>;
  /** Rows that are triggered by phrases, by the first word. */
  readonly byWord: ReadonlyMap<string, readonly PhraseTrigger[]>;
}

export interface PhraseTrigger {
  readonly words: readonly string[];
  readonly compiled: CompiledRow;
}

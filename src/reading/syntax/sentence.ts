/** A word of a tree. Its form is `text.slice(start, end)`, never kept apart from the text. */
export interface Token {
  /** UTF-16 code units into the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly lemma: string;
  /** Universal part of speech, e.g. `VERB`. */
  readonly upos: string;
  /** Penn tag as the English treebanks use it, e.g. `VBD`. */
  readonly xpos: string;
  /** Index of the head in the same sentence; -1 for the root. */
  readonly head: number;
  /** Universal relation with its subtype, e.g. `nsubj:pass`. */
  readonly deprel: string;
  /** How sure the parser is of head and relation, 0 to 1. */
  readonly confidence: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  /** The sentence was longer than the limit and was cut here; the next one goes on with it. */
  readonly cut?: true;
}

/** A stretch of the text, UTF-16 code units, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

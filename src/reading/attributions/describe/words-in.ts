import { firstEndingAfter } from '../../../model/span.ts';
import type { Tree } from '../../grammar/tree.ts';
import type { Candidate, Piece } from '../candidate.ts';

/** A token in its sentence. */
export interface Word {
  readonly word: string;
  readonly sentence: number;
  readonly at: number;
}

/** Tokens of one sentence that follow each other, `until` exclusive. */
export interface Run {
  readonly sentence: number;
  readonly from: number;
  readonly until: number;
}

/** The words of an attribution, looked up once for all that ask. */
export interface AttributionWords {
  readonly cue: readonly string[];
  /** All of the content: only its places, since contents may hold each other many times over. */
  readonly content: readonly Run[];
  /** The first words of the content. */
  readonly opening: readonly string[];
  readonly source: readonly Word[];
}

/** How many words of a content or a source are looked at one by one. */
const mostOpening = 24;
const mostSource = 40;

export function wordsOf(trees: readonly Tree[], candidate: Candidate): AttributionWords {
  const content = runsIn(trees, candidate.content);
  return {
    cue: wordsIn(trees, runsIn(trees, [candidate.cue])).map(({ word }) => word),
    content,
    opening: wordsIn(trees, content, mostOpening).map(({ word }) => word),
    source: wordsIn(trees, runsIn(trees, candidate.source), mostSource),
  };
}

/** The tokens that lie in the pieces, in reading order. */
function runsIn(trees: readonly Tree[], pieces: readonly Piece[]): Run[] {
  const found: Run[] = [];
  for (const [start, end] of pieces) {
    for (let sentence = sentenceAt(trees, start); sentence < trees.length; sentence++) {
      const { tokens } = trees[sentence];
      if (tokens[0].start >= end) break;
      const from = firstEndingAfter(tokens, start);
      const until = firstStartingFrom(tokens, end);
      if (from < until) found.push({ sentence, from, until });
    }
  }
  return found;
}

/** The words of the runs, as many as are asked for. */
function wordsIn(trees: readonly Tree[], runs: readonly Run[], limit = Infinity): Word[] {
  const found: Word[] = [];
  for (const { sentence, from, until } of runs) {
    const { words } = trees[sentence];
    for (let at = from; at < until && found.length < limit; at++) {
      found.push({ word: words[at], sentence, at });
    }
  }
  return found;
}

/** The first sentence that ends behind the place. */
function sentenceAt(trees: readonly Tree[], place: number): number {
  return firstWhere(trees.length, (at) => {
    const { tokens } = trees[at];
    return tokens[tokens.length - 1].end > place;
  });
}

function firstStartingFrom(tokens: readonly { readonly start: number }[], place: number): number {
  return firstWhere(tokens.length, (at) => tokens[at].start >= place);
}

/** The first of `size` places, in order, for which the condition holds from there on. */
function firstWhere(size: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

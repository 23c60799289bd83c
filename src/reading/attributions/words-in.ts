import type { Candidate, Piece, Scene } from './candidate.ts';

/** A token in its sentence. */
export interface Word {
  readonly word: string;
  readonly sentence: number;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** The tokens that lie in the pieces, in reading order, as many as are asked for. */
export function wordsIn(scene: Scene, pieces: readonly Piece[], limit = Infinity): Word[] {
  const found: Word[] = [];
  for (const [start, end] of pieces) {
    for (let sentence = sentenceAt(scene, start); sentence < scene.trees.length; sentence++) {
      const { tokens, words } = scene.trees[sentence];
      if (tokens[0].start >= end || found.length >= limit) break;
      for (let at = firstEndingAfter(tokens, start); at < tokens.length; at++) {
        const token = tokens[at];
        if (token.start >= end || found.length >= limit) break;
        found.push({ word: words[at], sentence, at, start: token.start, end: token.end });
      }
    }
  }
  return found;
}

function firstEndingAfter(tokens: readonly { readonly end: number }[], place: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle].end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The words of an attribution, looked up once for all that ask. */
export interface Told {
  readonly cue: readonly string[];
  readonly content: readonly Word[];
  readonly source: readonly Word[];
}

export function toldWords(scene: Scene, candidate: Candidate): Told {
  return {
    cue: wordsIn(scene, [candidate.cue]).map(({ word }) => word),
    content: wordsIn(scene, candidate.content),
    source: wordsIn(scene, candidate.source, 40),
  };
}

/** The first sentence that ends behind the place. */
function sentenceAt(scene: Scene, place: number): number {
  let low = 0;
  let high = scene.trees.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { tokens } = scene.trees[middle];
    if (tokens[tokens.length - 1].end > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

import type { Piece, Scene } from './candidate.ts';

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
      if (tokens[0].start >= end) break;
      for (let at = 0; at < tokens.length && found.length < limit; at++) {
        const token = tokens[at];
        if (token.end <= start) continue;
        if (token.start >= end) break;
        found.push({ word: words[at], sentence, at, start: token.start, end: token.end });
      }
    }
  }
  return found;
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

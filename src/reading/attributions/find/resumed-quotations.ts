import { firstEndingAfter } from '../../../model/span.ts';
import type { Tree } from '../../grammar/tree.ts';
import type { Piece, Scene } from '../candidate.ts';

/**
 * Quotations that go on after the sentence of their cue: sentences that are nothing but quotation
 * and follow at once, and paragraphs that open with a mark where the one before was not closed.
 */
export function resumed({ document, lexicon }: Scene, tree: Tree, last?: Piece): Piece[] {
  const { trees } = document;
  const pieces: Piece[] = [];
  let covered = Math.max(last?.[1] ?? 0, tree.sentence.end);
  let open = last !== undefined && endsOpen(tree, last[1]);
  for (let index = tree.index + 1; index < trees.length; index++) {
    const next = trees[index];
    const { start, end: sentenceEnd } = next.sentence;
    if (sentenceEnd <= covered) continue;
    if (next.quotes[0] < 0) break;
    const quotation = next.quotations[next.quotes[0]];
    if (quotation.start < start && quotation.start >= covered) break;
    if (next.paragraph !== tree.paragraph && !(open && quotation.goesOn)) break;
    const whole = isWholly(trees, index, quotation.end);
    if (!whole && !goesOnWithoutCue(lexicon, next)) break;
    const end = whole ? quotation.end : contentEnd(next);
    if (end > covered) pieces.push([quotation.start, end]);
    covered = Math.max(covered, end);
    open = whole && quotation.open;
  }
  return pieces;
}

/** Does a quotation end there that no mark closes? */
function endsOpen({ quotations }: Tree, end: number): boolean {
  const quotation = quotations[firstEndingAfter(quotations, end - 1)];
  return quotation !== undefined && quotation.end === end && quotation.open;
}

/** Nothing but punctuation follows the quotation in the sentence where it ends. */
function isWholly(trees: readonly Tree[], index: number, end: number): boolean {
  for (let at = index; at < trees.length; at++) {
    const { text, sentence } = trees[at];
    if (sentence.end < end) continue;
    return /^[\s.,;:!?…)\]]*$/.test(text.slice(end, Math.max(end, sentence.end)));
  }
  return true;
}

/** A sentence half quoted, half reported, in which nobody else is named as speaking. */
function goesOnWithoutCue(lexicon: Scene['lexicon'], tree: Tree): boolean {
  if (tree.tokens.length > 45) return false;
  for (let at = 0; at < tree.tokens.length; at++) {
    if (tree.quotes[at] >= 0) continue;
    for (const { kind, frames } of lexicon.words.get(tree.words[at]) ?? []) {
      if (kind !== 'verb') continue;
      if ((frames.quote ?? 0) >= 60 || (frames.clause ?? 0) >= 80) return false;
    }
  }
  return true;
}

/** The sentence without its own full stop. */
function contentEnd({ tokens, quotes }: Tree): number {
  let last = tokens.length - 1;
  while (last > 0 && tokens[last].upos === 'PUNCT' && quotes[last] < 0) last--;
  return tokens[last].end;
}

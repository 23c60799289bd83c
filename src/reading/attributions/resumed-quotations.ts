import type { Piece, Scene } from './candidate.ts';

/**
 * Quotations that go on after the sentence of their cue: sentences that are nothing but quotation
 * and follow at once, and paragraphs that open with a mark where the one before was not closed.
 */
export function resumed(scene: Scene, sentence: number, last: Piece | undefined): Piece[] {
  const pieces: Piece[] = [];
  let covered = Math.max(last?.[1] ?? 0, endOf(scene, sentence));
  let open = last !== undefined && scene.openEnds.has(last[1]);
  for (let next = sentence + 1; next < scene.trees.length; next++) {
    const tree = scene.trees[next];
    const { start } = tree.tokens[0];
    if (tree.tokens[tree.tokens.length - 1].end <= covered) continue;
    const quote = tree.quotes[0];
    if (quote < 0) break;
    const quotation = scene.quotations[quote];
    if (quotation.start < start && quotation.start >= covered) break;
    const sameParagraph = scene.paragraphs[next] === scene.paragraphs[sentence];
    if (!sameParagraph && !(open && quotation.goesOn)) break;
    const whole = isWholly(scene, next, quotation.end);
    if (!whole && !goesOnWithoutCue(scene, next)) break;
    const end = whole ? quotation.end : sentenceContentEnd(scene, next);
    if (end > covered) pieces.push([quotation.start, end]);
    covered = Math.max(covered, end);
    open = whole && quotation.open;
  }
  return pieces;
}

function endOf(scene: Scene, sentence: number): number {
  const { tokens } = scene.trees[sentence];
  return tokens[tokens.length - 1].end;
}

/** Nothing but punctuation follows the quotation in the sentence where it ends. */
function isWholly(scene: Scene, sentence: number, end: number): boolean {
  for (let at = sentence; at < scene.trees.length; at++) {
    const { tokens } = scene.trees[at];
    const last = tokens[tokens.length - 1].end;
    if (last < end) continue;
    return /^[\s.,;:!?…)\]]*$/.test(scene.text.slice(end, Math.max(end, last)));
  }
  return true;
}

/** A sentence half quoted, half told, in which nobody else is named as speaking. */
function goesOnWithoutCue(scene: Scene, sentence: number): boolean {
  const tree = scene.trees[sentence];
  if (tree.tokens.length > 45) return false;
  for (let at = 0; at < tree.tokens.length; at++) {
    if (tree.quotes[at] >= 0) continue;
    for (const cue of scene.lexicon.verbs.get(tree.words[at]) ?? []) {
      if ((cue.frames.quote ?? 0) >= 60 || (cue.frames.clause ?? 0) >= 80) return false;
    }
  }
  return true;
}

/** The sentence without its own full stop. */
function sentenceContentEnd(scene: Scene, sentence: number): number {
  const { tokens, quotes } = scene.trees[sentence];
  let last = tokens.length - 1;
  while (last > 0 && tokens[last].upos === 'PUNCT' && quotes[last] < 0) last--;
  return tokens[last].end;
}

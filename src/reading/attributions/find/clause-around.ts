import { opensSentence, type Tree } from '../../grammar/tree.ts';
import type { Piece, Scene, Tokens } from '../candidate.ts';
import { contentPiece } from './pieces.ts';
import { resumed } from './resumed-quotations.ts';

/** The clause that a phrase hands over: before it if there is one, else behind it. */
export function clauseAround(scene: Scene, tree: Tree, [from, until]: Tokens): Piece[] {
  const before = contentPiece(tree, clauseStart(tree, from), from - 1);
  if (before.length === 0 || opensSentence(tree, from)) {
    const after = clauseBehind(tree, until);
    return [...after, ...resumed(scene, tree, after.at(-1))];
  }
  const isParenthesis = tree.words[from - 1] === ',' && tree.words[until + 1] === ',';
  const goesOn = isParenthesis && until + 3 < tree.tokens.length;
  const after = goesOn ? clauseBehind(tree, until) : [];
  // A quotation that began in an earlier sentence is taken whole.
  const quotation = tree.quotations[tree.quotes[0]];
  if (quotation !== undefined && quotation.start < tree.tokens[0].start) {
    return [[quotation.start, before[0][1]], ...after];
  }
  return [...before, ...after, ...resumed(scene, tree, after.at(-1) ?? before.at(-1))];
}

function clauseBehind(tree: Tree, until: number): Piece[] {
  const semicolon = tree.semicolons.find((at) => at > until);
  return contentPiece(tree, until + 1, (semicolon ?? tree.tokens.length) - 1);
}

function clauseStart(tree: Tree, from: number): number {
  for (let at = from - 1; at > 0; at--) {
    if (tree.quotes[at] < 0 && /^[;:]$/.test(tree.words[at])) return at + 1;
  }
  return 0;
}

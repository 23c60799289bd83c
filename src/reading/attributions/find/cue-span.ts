import { hasEnding } from '../../grammar/endings.ts';
import { isTime } from '../../grammar/near-subject.ts';
import { isRelation, type Tree } from '../../grammar/tree.ts';
import type { Tokens } from '../candidate.ts';

/** First and last token of the cue around its verb: auxiliaries, negation and near adverbs in. */
export function verbCueTokens(tree: Tree, verb: number): Tokens {
  const from = leftEdge(tree, verb);
  const above = tree.tokens[verb].head;
  const carried =
    above >= 0 &&
    above < from &&
    isRelation(tree, verb, ['xcomp']) &&
    tree.grammar.carriers.has(tree.words[above]) &&
    reaches(tree, above, from);
  return [carried ? leftEdge(tree, above) : from, rightEdge(tree, verb)];
}

/** Only adverbs and the infinitive's mark stand between the carrier and what it carries. */
function reaches(tree: Tree, above: number, from: number): boolean {
  for (let at = above + 1; at < from; at++) {
    const isMark = tree.grammar.infinitiveMarks.has(tree.words[at]);
    if (!isMark && tree.tokens[at].upos !== 'ADV') return false;
  }
  return true;
}

function leftEdge(tree: Tree, verb: number): number {
  let from = verb;
  while (from > 0) {
    const before = from - 1;
    if (tree.tokens[before].head !== verb || tree.from[before] !== before) break;
    if (!isCuePart(tree, before)) break;
    from = before;
  }
  return from;
}

function isCuePart(tree: Tree, at: number): boolean {
  if (isRelation(tree, at, ['aux', 'cop'])) return true;
  const word = tree.words[at];
  const { negations, questionWords, infinitiveMarks, yetWords } = tree.grammar;
  if (infinitiveMarks.has(word)) return yetWords.has(tree.words[at - 1]);
  if (!isRelation(tree, at, ['advmod'])) return false;
  return negations.has(word) || !questionWords.has(word);
}

function rightEdge(tree: Tree, verb: number): number {
  let until = verb;
  for (const child of tree.children[verb]) {
    if (child <= verb) continue;
    if (child !== until + 1 || tree.until[child] !== child) break;
    const isPart =
      isRelation(tree, child, ['compound:prt']) ||
      tree.grammar.negations.has(tree.words[child]) ||
      (isRelation(tree, child, ['advmod']) && isMannerAdverb(tree, child));
    if (!isPart) break;
    until = child;
  }
  return until;
}

function isMannerAdverb(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (isTime(tree, at)) return false;
  const { mannerEndings, mannerAdverbs } = tree.grammar;
  return hasEnding(word, mannerEndings) || mannerAdverbs.has(word);
}

/** The cue with a medium right behind it: `said in a statement`. */
export function withMedium(tree: Tree, until: number): number {
  const first = until + 1;
  const { mediumLinks, media } = tree.grammar;
  if (first >= tree.tokens.length || !mediumLinks.has(tree.words[first])) return until;
  const { head } = tree.tokens[first];
  if (head < 0 || head <= first || head > first + 5 || !media.has(tree.words[head])) return until;
  for (let at = first; at <= head; at++) if (tree.words[at] === ',') return until;
  return head;
}

import { isRelation, type Tree } from './tree.ts';
import { prepositionOf } from './verb.ts';

/**
 * A noun phrase without a clause set off by a comma. Prepositions right behind it belong to it in
 * nine of ten cases, whatever the parser hung them on; the time, the place and the medium of the
 * saying do not.
 */
export function phraseUntil(tree: Tree, verb: number, object: number): number {
  let end = object;
  for (const child of tree.children[object]) {
    if (child < object) continue;
    if (isRelation(tree, child, ['parataxis', 'advcl']) || isCommentOn(tree, child)) break;
    end = tree.until[child];
  }
  for (const child of tree.children[verb]) {
    if (tree.from[child] !== end + 1 || !isRelation(tree, child, ['obl', 'nmod'])) continue;
    const preposition = prepositionOf(tree, child);
    if (preposition < 0 || tree.grammar.leavesObject.has(tree.words[preposition])) break;
    if (isCircumstance(tree, child)) break;
    end = tree.until[child];
  }
  return end;
}

function isCommentOn(tree: Tree, child: number): boolean {
  if (!isRelation(tree, child, ['acl'])) return false;
  const first = tree.from[child];
  return tree.words[first] === ',' || tree.words[first - 1] === ',';
}

/** A day, a medium or a stage: where and when something was said, not what. */
export function isCircumstance(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  const { times, moments, media, stages } = tree.grammar;
  return times.has(word) || moments.has(word) || media.has(word) || stages.has(word);
}

/** Is it a phrase in which a quotation begins behind its first word? */
export function holdsQuotation(tree: Tree, head: number): boolean {
  for (let at = tree.from[head] + 1; at <= tree.until[head]; at++)
    if (tree.quotes[at] >= 0) return true;
  return false;
}

/** How many words the phrase before a colon may have. */
const longestOpening = 14;

/**
 * The head of the phrase that opens a sentence and ends at a colon: `Orban: …`. -1 where a verb, a
 * stop or a quotation stands before the colon.
 */
export function openingPhrase(tree: Tree, colon: number): number {
  if (colon < 1 || colon >= longestOpening || colon + 1 >= tree.tokens.length) return -1;
  let head = -1;
  for (let at = 0; at < colon; at++) {
    if (tree.quotes[at] >= 0 && tree.quotes[at] === tree.quotes[0]) return -1;
    if (/^[.;!?:]$/.test(tree.words[at]) || /^(?:VERB|AUX)$/.test(tree.tokens[at].upos)) return -1;
    const above = tree.tokens[at].head;
    const outside = above < 0 || above >= colon;
    if (head < 0 && outside && /^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[at].upos)) head = at;
  }
  return head;
}

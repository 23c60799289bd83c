import { isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate } from './candidate.ts';
import { clauseFrom } from './clause-frames.ts';
import { contentUntil, cutTail } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { isCircumstance } from './cue-span.ts';
import { isTime } from './near-subject.ts';
import { contentPiece } from './pieces.ts';
import { prepositionOf } from './verb-arguments.ts';
import { intoQuotation, propose, type VerbSite } from './verb-site.ts';

/** `[S The Council] [C condemned] [K the raid]`. */
export function objectFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  if (cue.hearer && slots.object >= 0 && cue.frames.object === undefined) return undefined;
  const object = slots.object > verb ? slots.object : looseObject(site);
  if (object <= verb || tree.from[object] <= verb || isTime(tree, object)) return undefined;
  const end = withPrepositions(tree, verb, nounPhraseUntil(tree, object));
  if ((cue.frames.clause ?? 0) >= 60 && isFiniteAt(tree, end + 1)) {
    return clauseFrom(site, cue, tree.from[object]);
  }
  const until = intoQuotation(site, cutTail(tree, tree.from[object], end, 'phrase'));
  const content = contentPiece(site.scene, tree, tree.from[object], until);
  return propose(site, cue, { construction: 'object', content, weight: cue.frames.object });
}

/** `showed Clinton was ahead`: what looked like an object is the subject of a clause. */
function isFiniteAt(tree: Tree, at: number): boolean {
  if (at >= tree.tokens.length || tree.quotes[at] >= 0) return false;
  const { upos, xpos } = tree.tokens[at];
  return upos === 'AUX' || xpos === 'MD' || (upos === 'VERB' && /^VB[DZP]$/.test(xpos));
}

/** A noun phrase right behind the verb that the parser gave another name. */
function looseObject({ tree, verb, slots, cueTokens }: VerbSite): number {
  if (slots.clause > verb || slots.open > verb || slots.object >= 0) return -1;
  for (const child of tree.children[verb]) {
    if (child < verb || tree.from[child] !== cueTokens[1] + 1) continue;
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[child].upos)) return -1;
    if (isRelation(tree, child, ['obl']) && prepositionOf(tree, child) >= 0) return -1;
    return isRelation(tree, child, ['punct', 'conj']) ? -1 : child;
  }
  return -1;
}

const leaveContent = new Set(
  `during after before by since despite amid following until while when as because although
  though via without`.split(/\s+/),
);

/**
 * Prepositions right behind an object belong to it in nine of ten cases, whatever the parser hung
 * them on; the time, the place and the medium of the saying do not.
 */
function withPrepositions(tree: Tree, verb: number, until: number): number {
  let end = until;
  for (const child of tree.children[verb]) {
    if (tree.from[child] !== end + 1 || !isRelation(tree, child, ['obl', 'nmod'])) continue;
    const preposition = prepositionOf(tree, child);
    if (preposition < 0 || leaveContent.has(tree.words[preposition])) break;
    if (isCircumstance(tree, child)) break;
    end = tree.until[child];
  }
  return end;
}

/** A noun phrase with its modifiers, without a clause set off by a comma. */
function nounPhraseUntil(tree: Tree, head: number): number {
  let until = head;
  for (const child of tree.children[head]) {
    if (child < head) continue;
    const aside = isRelation(tree, child, ['parataxis', 'advcl']) || isCommentOn(tree, child);
    if (aside) break;
    until = tree.until[child];
  }
  return until;
}

function isCommentOn(tree: Tree, child: number): boolean {
  if (!isRelation(tree, child, ['acl'])) return false;
  const first = tree.from[child];
  return tree.words[first] === ',' || (first > 0 && tree.words[first - 1] === ',');
}

/** `a slogan [K that] [S Marava] [C has repeated]`. */
export function relativeObjectFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  const { object } = slots;
  if (object < 0 || object > verb) return undefined;
  if (!/^W/.test(tree.tokens[object].xpos)) return undefined;
  const content = contentPiece(site.scene, tree, tree.from[object], object);
  const weight = Math.max(cue.frames.object ?? 0, cue.frames.clause ?? 0);
  return propose(site, cue, { construction: 'relative object', content, weight });
}

/** `[S Teveria] [C called for] [K a ceasefire]`. */
export function prepositionFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots, scene } = site;
  if (cue.with.size === 0) return undefined;
  let best: Candidate | undefined;
  for (const at of [...slots.obliques, ...slots.adverbials]) {
    if (at < verb) continue;
    const preposition = prepositionOf(tree, at);
    if (preposition < verb) continue;
    const weight = cue.with.get(tree.words[preposition]);
    if (weight === undefined || weight === 0) continue;
    const [from, until] = site.cueTokens;
    const adjacent = preposition === until + 1;
    const between = preposition - until - 1;
    if (between > 6 && !cue.hearer) continue;
    const last = intoQuotation(site, contentUntil(tree, verb, at));
    const content = contentPiece(scene, tree, preposition + 1, last);
    const cueTokens: [number, number] =
      adjacent || between <= 1 ? [from, preposition] : [from, until];
    const found = propose(site, cue, { construction: 'preposition', content, weight, cueTokens });
    if (found !== undefined && (best === undefined || found.weight > best.weight)) best = found;
  }
  return best;
}

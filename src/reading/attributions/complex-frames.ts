import { childOf, isPunctuation, isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate } from './candidate.ts';
import { contentUntil } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { contentPiece } from './pieces.ts';
import { type Arguments, isInfinitive, prepositionOf } from './verb-arguments.ts';
import { intoQuotation, propose, relativeWord, type VerbSite } from './verb-site.ts';

/** `[S Ister] [C accused] [K Kestria of leaking the plan]`, `[C urged] [K both to wait]`. */
export function personFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots, scene } = site;
  const { object } = slots;
  const weight = cue.frames.person;
  if (object <= verb || weight === undefined) return undefined;
  const complement = personComplement(tree, verb, slots);
  if (complement < 0) return undefined;
  const from = cue.hearer && cue.word !== 'tell' ? tree.from[object] : tree.from[object];
  const until = intoQuotation(site, contentUntil(tree, verb, complement));
  const content = contentPiece(scene, tree, from, until);
  return propose(site, cue, { construction: 'X of, for, to', content, weight });
}

function personComplement(tree: Tree, verb: number, slots: Arguments): number {
  const { object } = slots;
  for (const child of tree.children[verb]) {
    if (child <= object || tree.words[tree.from[child]] === ',') continue;
    if (isRelation(tree, child, ['xcomp', 'ccomp', 'advcl']) && isInfinitive(tree, child)) {
      return child;
    }
    if (isRelation(tree, child, ['obl', 'nmod', 'advcl', 'acl'])) {
      const preposition = prepositionOf(tree, child);
      const word = preposition < 0 ? '' : tree.words[preposition];
      if (personPrepositions.has(word)) return child;
    }
  }
  // The parser may hang the charge on the accused, or take their names for a second object.
  for (const accused of tree.children[verb]) {
    if (accused < object || !isRelation(tree, accused, ['obj'])) continue;
    for (const child of tree.children[accused]) {
      if (child < accused || !isRelation(tree, child, ['acl', 'nmod'])) continue;
      const preposition = prepositionOf(tree, child);
      if (preposition >= 0 && /^(?:of|for)$/.test(tree.words[preposition])) return child;
    }
  }
  return -1;
}

const personPrepositions = new Set(['of', 'for', 'to', 'with', 'from', 'as', 'over']);

/** `[S He] [C dismissed] [K the pact as a farce]`. */
export function asFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots, scene } = site;
  const object = slots.object >= 0 ? slots.object : relativeWord(site);
  const weight = cue.frames.as;
  if (object < 0 || weight === undefined) return undefined;
  const as = asComplement(tree, verb, Math.max(verb, object));
  if (as < 0) return undefined;
  const relative = object < verb;
  const from = relative ? tree.from[as] : tree.from[object];
  const until = intoQuotation(site, contentUntil(tree, verb, as));
  const pieces = contentPiece(scene, tree, from, until);
  const before = relative ? contentPiece(scene, tree, object, object) : [];
  return propose(site, cue, { construction: 'X as Y', content: [...before, ...pieces], weight });
}

/** The `as` phrase of a verb, or of its object where the parser hung it there. */
export function asComplement(tree: Tree, verb: number, after: number): number {
  for (const head of [verb, after]) {
    for (const child of tree.children[head]) {
      if (child <= after) continue;
      if (!isRelation(tree, child, ['obl', 'nmod', 'advcl', 'xcomp', 'acl'])) continue;
      const preposition = prepositionOf(tree, child);
      if (preposition >= 0 && tree.words[preposition] === 'as') return child;
    }
  }
  return -1;
}

/** `[S Lodna] [C called] [K the exercise "a mistake"]`. */
export function predicateFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots, scene } = site;
  const weight = cue.frames.predicate;
  const { open } = slots;
  const object = slots.object >= 0 ? slots.object : relativeWord(site);
  if (weight === undefined || object < 0) return undefined;
  const second = open > object ? open : secondObject(tree, verb, object);
  const relative = object < verb;
  if (second <= Math.max(verb, object)) {
    // The parser may take `X Y` for one noun phrase: then it must hold a quotation or two nouns.
    if (relative || !holdsPredicate(tree, object)) return undefined;
    const content = contentPiece(scene, tree, tree.from[object], tree.until[object]);
    return propose(site, cue, { construction: 'X Y', content, weight: weight * 0.9 });
  }
  const until = intoQuotation(site, contentUntil(tree, verb, second));
  const from = relative ? tree.from[second] : tree.from[object];
  const before = relative ? contentPiece(scene, tree, object, object) : [];
  const content = [...before, ...contentPiece(scene, tree, from, until)];
  return propose(site, cue, { construction: 'X Y', content, weight });
}

/** Another noun phrase or clause behind the object, without a preposition or a comma. */
function secondObject(tree: Tree, verb: number, object: number): number {
  for (const child of tree.children[verb]) {
    if (child <= Math.max(verb, object) || isPunctuation(tree, tree.from[child])) {
      if (tree.quotes[tree.from[child]] < 0 || child <= Math.max(verb, object)) continue;
    }
    if (!isRelation(tree, child, ['obj', 'ccomp', 'obl', 'nmod', 'nsubj', 'advmod'])) continue;
    if (prepositionOf(tree, child) >= 0 || tree.words[tree.from[child] - 1] === ',') return -1;
    return /^(?:NOUN|PROPN|ADJ|VERB)$/.test(tree.tokens[child].upos) ? child : -1;
  }
  return -1;
}

function holdsPredicate(tree: Tree, object: number): boolean {
  for (let at = tree.from[object]; at <= tree.until[object]; at++) {
    if (tree.quotes[at] >= 0 && at > tree.from[object]) return true;
  }
  return childOf(tree, object, 'appos', 'nmod:desc') >= 0;
}

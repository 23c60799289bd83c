import type { Candidate, Construction, Piece, Scene } from './candidate.ts';
import { contentUntil, cutTail } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { isCircumstance, verbCueTokens } from './cue-span.ts';
import { type Frame, makeCandidate } from './frame.ts';
import { isTime } from './near-subject.ts';
import { contentPiece, hasSubject } from './pieces.ts';
import { childOf, isPunctuation, isRelation, type Tree } from './tree.ts';
import {
  type Arguments,
  argumentsOf,
  isInfinitive,
  isNegated,
  prepositionOf,
  subjectOf,
} from './verb-arguments.ts';

/** A verb in its sentence, as the frames below see it. */
export interface VerbSite {
  readonly scene: Scene;
  readonly tree: Tree;
  readonly sentence: number;
  readonly verb: number;
  readonly slots: Arguments;
  readonly cueTokens: readonly [number, number];
  readonly sourceHead: number;
  readonly sourceSpan?: readonly [number, number] | undefined;
}

export function verbSite(scene: Scene, sentence: number, verb: number): VerbSite {
  const tree = scene.trees[sentence];
  const slots = argumentsOf(tree, verb);
  const cueTokens = verbCueTokens(tree, verb);
  const sender = slots.passive ? undefined : senderOf(scene, tree, verb);
  if (sender !== undefined) return { scene, tree, sentence, verb, slots, ...sender };
  const subject = slots.passive ? undefined : subjectOf(tree, verb, cueTokens[0]);
  const sourceHead = subject?.head ?? -1;
  const sourceSpan = subject?.span;
  return { scene, tree, sentence, verb, slots, cueTokens, sourceHead, sourceSpan };
}

/** `she released a statement saying …`: the source sent the document, the cue spans both verbs. */
function senderOf(scene: Scene, tree: Tree, verb: number) {
  const { head: noun, deprel, xpos } = tree.tokens[verb];
  if (deprel !== 'acl' || xpos !== 'VBG' || noun < 0 || noun !== tree.from[verb] - 1) {
    return undefined;
  }
  const { head: verbAbove } = tree.tokens[noun];
  if (!isRelation(tree, noun, ['obj']) || verbAbove < 0 || noun - verbAbove > 6) return undefined;
  if (!scene.lexicon.documents.has(tree.words[noun])) return undefined;
  const subject = subjectOf(tree, verbAbove);
  if (subject.head < 0) return undefined;
  const cueTokens: [number, number] = [verbCueTokens(tree, verbAbove)[0], verb];
  return { cueTokens, sourceHead: subject.head, sourceSpan: subject.span };
}

/** The frames of an active verb, the more specific first. */
const activeFrames: readonly ((site: VerbSite, cue: Cue) => Candidate | undefined)[] = [
  raisingFrame,
  personFrame,
  asFrame,
  predicateFrame,
  clauseFrame,
  infinitiveFrame,
  prepositionFrame,
  gerundFrame,
  relativeObjectFrame,
  objectFrame,
];

export function activeVerbFrames(site: VerbSite, cue: Cue): Candidate[] {
  if (site.slots.passive) return [];
  const found: Candidate[] = [];
  for (const frame of activeFrames) {
    const candidate = frame(site, cue);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}

interface Found {
  readonly construction: Construction;
  readonly content: readonly Piece[];
  readonly weight: number | undefined;
  readonly cueTokens?: readonly [number, number];
  readonly sourceHead?: number;
  readonly sourceSpan?: readonly [number, number];
}

export function propose(site: VerbSite, cue: Cue, found: Found): Candidate | undefined {
  const { weight } = found;
  if (weight === undefined || weight === 0) return undefined;
  const sourceHead = found.sourceHead ?? site.sourceHead;
  const frame: Frame = {
    construction: found.construction,
    sentence: site.sentence,
    head: site.verb,
    cueTokens: found.cueTokens ?? site.cueTokens,
    sourceHead,
    sourceSpan: found.sourceSpan ?? (sourceHead === site.sourceHead ? site.sourceSpan : undefined),
    content: found.content,
    weight,
    cue,
    negated: isNegated(site.tree, site.verb),
  };
  return makeCandidate(site.scene, frame);
}

/** `[S Oln] [C has hinted] [K that the base may stay]`, with or without `that`, or with `whether`. */
function clauseFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  const { clause } = slots;
  if (clause < verb || tree.from[clause] <= verb) return looseClause(site, cue);
  const first = withItsSubject(site, cue, tree.from[clause]);
  const question = opensQuestion(tree, first, clause);
  const free = question && tree.words[first] === 'what' ? (cue.frames.object ?? 0) : 0;
  const asked = Math.max(cue.frames.question ?? cue.frames.clause ?? 0, free);
  const weight = question ? asked : cue.frames.clause;
  if (!question && tree.tokens[clause].xpos === 'VBG' && !hasSubject(tree, clause)) {
    // `said selling it had been hard`: verbs of speech take no gerund, this one is a subject.
    const never = cue.frames.gerund === undefined && (cue.frames.clause ?? 0) >= 85;
    return never ? clauseFrom(site, cue, first) : undefined;
  }
  const until = intoQuotation(site, contentUntil(tree, verb, clause));
  const pieces = contentPiece(site.scene, tree, skipComma(tree, first), until);
  const content = [...relativeBefore(site, first), ...pieces];
  return propose(site, cue, { construction: question ? 'question' : 'clause', content, weight });
}

/** `said a race would be hard`: a clause that seems to begin with its verb has its subject before. */
function withItsSubject({ tree, cueTokens }: VerbSite, cue: Cue, first: number): number {
  const begin = cueTokens[1] + 1;
  if (cue.hearer || first <= begin || first - begin > 30) return first;
  if (!/^(?:AUX|VERB)$/.test(tree.tokens[first].upos) || tree.tokens[first].xpos === 'VB')
    return first;
  let noun = false;
  for (let at = begin; at < first; at++) {
    if (tree.words[at] === ',' || tree.words[at] === ':') return first;
    if (/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[at].upos)) noun = true;
  }
  return noun ? begin : first;
}

/**
 * A clause behind a strong verb that the parser hung elsewhere: it begins at once, or with `that`
 * behind the hearer.
 */
function looseClause(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, cueTokens } = site;
  if ((cue.frames.clause ?? 0) < 75) return undefined;
  const limit = Math.min(tree.tokens.length, cueTokens[1] + 9);
  let first = -1;
  for (let at = cueTokens[1] + 1; at < limit && first < 0; at++) {
    if (tree.quotes[at] >= 0 && at > cueTokens[1] + 1) return undefined;
    if (tree.words[at] === 'that' && tree.tokens[at].upos === 'SCONJ') first = at;
    else if (tree.tokens[at].upos === 'VERB' || /^[:;.]$/.test(tree.words[at])) break;
  }
  const bare = cueTokens[1] + 1;
  if (first < 0 && !opensClause(tree, bare, verb)) return undefined;
  if (first < 0) first = bare;
  return clauseFrom(site, cue, first);
}

/** `which, Oln says, will close`: the relative word is the clause's own subject. */
function relativeBefore({ scene, tree, sourceHead, cueTokens }: VerbSite, first: number): Piece[] {
  if (sourceHead < 0 || sourceHead > cueTokens[0] || tree.from[sourceHead] === 0) return [];
  if (!/^(?:VERB|AUX)$/.test(tree.tokens[first].upos)) return [];
  return relativeAt({ scene, tree }, tree.from[sourceHead] - 1);
}

function relativeAt({ scene, tree }: Pick<VerbSite, 'scene' | 'tree'>, at: number): Piece[] {
  if (at < 0 || !/^W[DP]/.test(tree.tokens[at].xpos)) return [];
  return contentPiece(scene, tree, at, at);
}

/** A clause from here to the end of its surroundings. */
function clauseFrom(site: VerbSite, cue: Cue, first: number): Candidate | undefined {
  const { tree, verb, scene } = site;
  let until = tree.tokens.length - 1;
  const { head } = tree.tokens[verb];
  // Inside a relative clause or another's words the end is that of the clause around.
  if (head >= 0 && tree.until[head] < until && tree.until[head] > first) until = tree.until[head];
  const content = contentPiece(scene, tree, first, cutTail(tree, first, until, 'clause'));
  return propose(site, cue, { construction: 'clause', content, weight: cue.frames.clause });
}

/** A subject begins here, and its verb follows. */
function opensClause(tree: Tree, at: number, verb: number): boolean {
  if (at >= tree.tokens.length || !/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(tree.tokens[at].upos)) {
    return false;
  }
  let here = at;
  for (let step = 0; step < 12 && here >= 0; step++) {
    if (isRelation(tree, here, ['nsubj', 'expl'])) {
      const { head } = tree.tokens[here];
      return head > here && head !== verb && tree.from[here] >= at;
    }
    here = tree.tokens[here].head;
    if (here === verb) return false;
  }
  return false;
}

const questionWords = new Set(
  `whether if how why what who whom which where when whose how`.split(' '),
);

function opensQuestion(tree: Tree, first: number, clause: number): boolean {
  for (let at = first; at <= first + 1 && at <= clause; at++) {
    if (questionWords.has(tree.words[at])) return true;
  }
  return false;
}

function skipComma(tree: Tree, at: number): number {
  return tree.words[at] === ',' ? at + 1 : at;
}

/** `[S Belmark] [C vowed] [K to answer any attack]`. */
function infinitiveFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  const open = slots.open > verb ? slots.open : infinitiveAdverbial(tree, verb, slots);
  if (open < 0 || !isInfinitive(tree, open)) return undefined;
  if (slots.object > verb && slots.object < open) return undefined;
  const first = tree.from[open];
  if (first <= verb) return undefined;
  const until = contentUntil(tree, verb, open);
  const content = contentPiece(site.scene, tree, first, until);
  const weight = cue.frames.infinitive;
  return propose(site, cue, { construction: 'infinitive', content, weight });
}

function infinitiveAdverbial(tree: Tree, verb: number, slots: Arguments): number {
  for (const at of slots.adverbials) {
    if (at > verb && tree.from[at] === verb + 1 && isInfinitive(tree, at)) return at;
  }
  return -1;
}

/** `[S Dravia] [C denied] [K jamming the signal]`. */
function gerundFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  for (const at of [slots.open, slots.clause]) {
    if (at <= verb || tree.tokens[at].xpos !== 'VBG' || hasSubject(tree, at)) continue;
    if (tree.from[at] <= verb || tree.words[tree.from[at]] === ',') continue;
    const until = contentUntil(tree, verb, at);
    const content = contentPiece(site.scene, tree, tree.from[at], until);
    const weight = cue.frames.gerund;
    return propose(site, cue, { construction: 'gerund', content, weight });
  }
  return undefined;
}

/** `[S The Council] [C condemned] [K the landing]`. */
function objectFrame(site: VerbSite, cue: Cue): Candidate | undefined {
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

/** A quotation that follows without a comma belongs to the phrase before it. */
export function intoQuotation({ scene, tree }: VerbSite, until: number): number {
  const next = until + 1;
  if (next >= tree.tokens.length) return until;
  const quote = tree.quotes[next];
  if (quote < 0 || tree.quotes[until] === quote) return until;
  if (scene.quotations[quote].start !== tree.tokens[next].start) return until;
  let last = next;
  while (last + 1 < tree.tokens.length && tree.quotes[last + 1] === quote) last++;
  return last;
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
export function nounPhraseUntil(tree: Tree, head: number): number {
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

/** `a promise [K that] [S Torhal] [C has repeated]`. */
function relativeObjectFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  const { object } = slots;
  if (object < 0 || object > verb) return undefined;
  if (!/^W/.test(tree.tokens[object].xpos)) return undefined;
  const content = contentPiece(site.scene, tree, tree.from[object], object);
  const weight = Math.max(cue.frames.object ?? 0, cue.frames.clause ?? 0);
  return propose(site, cue, { construction: 'relative object', content, weight });
}

/** `[S Oln] [C accused] [K Belmark of hiding the list]`, `[C urged] [K both to wait]`. */
function personFrame(site: VerbSite, cue: Cue): Candidate | undefined {
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
  for (const child of tree.children[object]) {
    if (child < object || !isRelation(tree, child, ['acl', 'nmod'])) continue;
    const preposition = prepositionOf(tree, child);
    if (preposition >= 0 && /^(?:of|for)$/.test(tree.words[preposition])) return child;
  }
  return -1;
}

const personPrepositions = new Set(['of', 'for', 'to', 'with', 'from', 'as', 'over']);

/** `[S He] [C dismissed] [K the pact as theatre]`. */
function asFrame(site: VerbSite, cue: Cue): Candidate | undefined {
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

/** `what he termed …`: the word before the source, where the parser did not see the object. */
function relativeWord({ tree, sourceHead, cueTokens }: VerbSite): number {
  if (sourceHead < 0 || sourceHead >= cueTokens[0] || tree.from[sourceHead] === 0) return -1;
  const before = tree.from[sourceHead] - 1;
  return /^W[DP]/.test(tree.tokens[before].xpos) ? before : -1;
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

/** `[S Vess] [C called] [K the drill "a rehearsal"]`. */
function predicateFrame(site: VerbSite, cue: Cue): Candidate | undefined {
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

/** `[S Sestra] [C called for] [K an inquiry]`. */
function prepositionFrame(site: VerbSite, cue: Cue): Candidate | undefined {
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

/** `[K1 The pact] [C seems] [K2 to signal a return]`. */
function raisingFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots, scene } = site;
  const weight = cue.frames.raising;
  if (weight === undefined) return undefined;
  const complement = slots.open > verb ? slots.open : childOf(tree, verb, 'ccomp', 'advcl');
  if (complement <= verb) return undefined;
  const until = contentUntil(tree, verb, complement);
  const after = contentPiece(scene, tree, tree.from[complement], until);
  const subject = subjectOf(tree, verb).head;
  const expletive = slots.expletive >= 0 || subject < 0;
  const before = expletive
    ? relativeAt(site, site.cueTokens[0] - 1)
    : contentPiece(scene, tree, ...subjectTokens(tree, subject));
  const content = [...before, ...after];
  return propose(site, cue, { construction: 'raising', content, weight, sourceHead: -1 });
}

/** A subject that is content: the whole phrase. */
export function subjectTokens(tree: Tree, head: number): [number, number] {
  let until = head;
  for (const child of tree.children[head]) {
    if (child > head && !isRelation(tree, child, ['parataxis', 'punct'])) until = tree.until[child];
  }
  return [tree.from[head], until];
}

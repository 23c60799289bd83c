import { childOf, childrenOf, isRelation, type Tree } from '../grammar/tree.ts';
import { isTime, subjectAround, subjectBefore } from './near-subject.ts';

/** What hangs on a verb; -1 is none. */
export interface Arguments {
  readonly subject: number;
  readonly passiveSubject: number;
  readonly expletive: number;
  readonly object: number;
  readonly clause: number;
  readonly open: number;
  readonly agent: number;
  readonly obliques: readonly number[];
  readonly adverbials: readonly number[];
  readonly passive: boolean;
}

/** Reads a verb's dependents into slots. */
export function argumentsOf(tree: Tree, verb: number): Arguments {
  const passiveSubject = childOf(tree, verb, 'nsubj:pass', 'csubj:pass');
  const obliques = childrenOf(tree, verb, 'obl', 'nmod');
  const agent = obliques.find((at) => isAgent(tree, at)) ?? -1;
  const passive =
    childOf(tree, verb, 'aux:pass') >= 0 ||
    (passiveSubject >= 0 && isBarePassive(tree, verb, agent)) ||
    isReducedPassive(tree, verb);
  return {
    subject: tree.children[verb].find((at) => tree.tokens[at].deprel === 'nsubj') ?? -1,
    passiveSubject,
    expletive: childOf(tree, verb, 'expl'),
    object: childOf(tree, verb, 'obj'),
    clause: childOf(tree, verb, 'ccomp', 'csubj'),
    open: childOf(tree, verb, 'xcomp'),
    agent,
    obliques,
    adverbials: childrenOf(tree, verb, 'advcl'),
    passive,
  };
}

/** Without an auxiliary a passive is doubtful: `called for` is one only to the tagger. */
function isBarePassive(tree: Tree, verb: number, agent: number): boolean {
  if (agent >= 0 || childOf(tree, verb, 'aux') >= 0) return true;
  return /^(?:of|as|by|to)$/.test(tree.words[verb + 1] ?? '');
}

function isAgent(tree: Tree, at: number): boolean {
  if (tree.tokens[at].deprel === 'obl:agent') return true;
  const mark = childOf(tree, at, 'case');
  return mark >= 0 && tree.words[mark] === 'by';
}

/**
 * `the letter sent by him`: a participle that modifies a noun, without auxiliary. With an object or
 * a clause of its own it is a past tense that the tagger missed.
 */
function isReducedPassive(tree: Tree, verb: number): boolean {
  const { xpos, deprel } = tree.tokens[verb];
  if (xpos !== 'VBN' || hasAuxiliary(tree, verb)) return false;
  if (deprel !== 'acl' && deprel !== 'amod' && deprel !== 'advcl') return false;
  return !isHiddenPast(tree, verb);
}

/** A form in -ed behind an aside, with what only an active verb has. */
function isHiddenPast(tree: Tree, verb: number): boolean {
  if (!tree.words[verb].endsWith('ed')) return false;
  const active = childOf(tree, verb, 'obj', 'ccomp');
  if (active > verb) return true;
  const before = tree.words[verb - 1] ?? '';
  return before === ',' && subjectBefore(tree, verb) !== undefined && !hasAgent(tree, verb);
}

function hasAgent(tree: Tree, verb: number): boolean {
  return tree.children[verb].some((child) => isAgent(tree, child));
}

function hasAuxiliary(tree: Tree, verb: number): boolean {
  return childOf(tree, verb, 'aux') >= 0;
}

/** Whose words a verb's are: the head of the source, or -1. */
export interface Subject {
  readonly head: number;
  readonly how: 'own' | 'shared' | 'controlled' | 'modified' | 'none';
  /** First and last token, where place and not the tree has found it. */
  readonly span?: readonly [number, number];
}

const none: Subject = { head: -1, how: 'none' };

/** The subject of a verb, its own or the one it shares with the verbs above it. */
export function subjectOf(tree: Tree, verb: number, cueFrom = verb): Subject {
  const found = subjectAbove(tree, verb);
  const sound = found.head >= 0 && tree.quotes[found.head] === tree.quotes[verb];
  if (sound && isFiniteVerb(tree, verb) && isPastRelative(tree, found.head, cueFrom)) {
    const near = subjectBefore(tree, cueFrom);
    if (near !== undefined) return { head: near.head, how: 'own', span: [near.from, near.until] };
  }
  if (sound && (found.how === 'own' || !isFiniteVerb(tree, verb))) return found;
  if (!isFiniteVerb(tree, verb)) {
    if (sound) return found;
    const around = tree.tokens[verb].xpos === 'VBG' ? subjectAround(tree, verb) : -1;
    const partner = around < 0 ? partnerOf(tree, verb) : -1;
    if (partner >= 0) return { ...subjectOf(tree, partner), how: 'shared' };
    return around < 0 ? none : { head: around, how: 'controlled' };
  }
  const near = subjectBefore(tree, cueFrom);
  if (near !== undefined) {
    return { head: near.head, how: 'own', span: [near.from, near.until] };
  }
  return sound ? found : none;
}

/** `mocking them … and blaming …`: the participle that `and` continues. */
function partnerOf(tree: Tree, verb: number): number {
  if (tree.tokens[verb].xpos !== 'VBG' || tree.words[verb - 1] !== 'and') return -1;
  for (let at = verb - 2; at >= 0; at--) {
    if (tree.tokens[at].xpos === 'VBG' && tree.quotes[at] === tree.quotes[verb]) return at;
  }
  return -1;
}

/** `officials fear that …`: a noun to the tagger, but a plural before it and `that` behind. */
export function isHiddenVerb(tree: Tree, at: number): boolean {
  if (at === 0 || tree.tokens[at].upos !== 'NOUN') return false;
  if (endsLikeTag(tree, at)) return true;
  if (tree.words[at + 1] !== 'that') return false;
  const { upos, xpos } = tree.tokens[at - 1];
  return (upos === 'NOUN' && xpos === 'NNS') || upos === 'PRON';
}

/** `…, a new poll shows.`: behind a comma and a noun phrase, the last word of its sentence. */
function endsLikeTag(tree: Tree, at: number): boolean {
  if (!tree.words[at].endsWith('s') || (tree.words[at + 1] ?? '.') !== '.') return false;
  if (tree.tokens[at].deprel !== 'parataxis') return false;
  for (let before = at - 1; before > Math.max(0, at - 8); before--) {
    if (tree.words[before] === ',') return before < at - 1;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tree.tokens[before].upos)) return false;
  }
  return false;
}

/** `Nora Lind, who wrote the text, denied`: the relative clause is over at the comma. */
function isPastRelative(tree: Tree, subject: number, cueFrom: number): boolean {
  if (!/^W/.test(tree.tokens[subject].xpos) || subject > cueFrom - 3) return false;
  return tree.words[cueFrom - 1] === ',' && tree.words[subject - 1] === ',';
}

function isFiniteVerb(tree: Tree, verb: number): boolean {
  const { xpos, deprel } = tree.tokens[verb];
  const afterAside = tree.words[verb - 1] === ',';
  if ((deprel === 'conj' && !afterAside) || deprel === 'xcomp') return false;
  if (xpos === 'VBN' && isHiddenPast(tree, verb)) return true;
  if (isHiddenVerb(tree, verb)) return true;
  if (/^VB[DZP]$/.test(xpos)) return true;
  return childOf(tree, verb, 'aux') >= 0 && xpos !== 'VBG';
}

function subjectAbove(tree: Tree, verb: number): Subject {
  let here = verb;
  let how: Subject['how'] = 'own';
  for (let step = 0; step < 12; step++) {
    const own = ownSubject(tree, here);
    if (own >= 0) return { head: own, how };
    const { head, deprel, xpos } = tree.tokens[here];
    if (head < 0) return none;
    if (deprel === 'conj') how = how === 'own' ? 'shared' : how;
    else if (deprel === 'xcomp') {
      how = 'controlled';
      const object = childOf(tree, head, 'obj', 'iobj');
      if (object >= 0 && object < here) return { head: object, how };
    } else if (deprel === 'advcl') {
      const finite = xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP';
      if (finite) return none;
      how = 'controlled';
    } else if (deprel === 'acl') {
      if (xpos === 'VBG' || isInfinitive(tree, here)) return { head, how: 'modified' };
      return none;
    } else if (deprel === 'parataxis' || deprel === 'dep' || deprel === 'ccomp') {
      if (xpos !== 'VBG') return none;
      how = 'controlled';
    } else return none;
    here = head;
  }
  return none;
}

/**
 * Of several the one nearest before the verb (`The port, the ministry said, will reopen`), but
 * behind a comma the first (`The envoy, a former general, insisted`).
 */
function ownSubject(tree: Tree, verb: number): number {
  const afterAside = tree.words[verb - 1] === ',';
  let nearest = -1;
  for (const child of tree.children[verb]) {
    if (!isRelation(tree, child, ['nsubj']) || isTime(tree, child)) continue;
    if (nearest < 0 || (child < verb && !afterAside)) nearest = child;
  }
  return nearest;
}

export function isInfinitive(tree: Tree, verb: number): boolean {
  for (const child of tree.children[verb]) {
    if (child < verb && tree.words[child] === 'to' && tree.tokens[child].upos === 'PART') {
      return true;
    }
  }
  return false;
}

const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'hardly', 'cannot']);

export function isNegated(tree: Tree, verb: number): boolean {
  return tree.children[verb].some((child) => child < verb && negations.has(tree.words[child]));
}

/** The preposition before a noun phrase: its `case` or `mark` dependents as words. */
export function prepositionOf(tree: Tree, at: number): number {
  for (const child of tree.children[at]) {
    if (child < at && isRelation(tree, child, ['case', 'mark'])) return child;
  }
  return -1;
}

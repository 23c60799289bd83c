import { hasEnding } from './endings.ts';
import { subjectBefore } from './near-subject.ts';
import { childOf, childrenOf, isRelation, type Tree } from './tree.ts';

/** Is the verb in the passive, or a participle behind the noun it modifies (`sent by him`)? */
export function isPassive(tree: Tree, verb: number): boolean {
  if (childOf(tree, verb, 'aux:pass') >= 0) return true;
  if (passiveSubjectOf(tree, verb) >= 0 && isBarePassive(tree, verb)) return true;
  return isReducedPassive(tree, verb);
}

export function passiveSubjectOf(tree: Tree, verb: number): number {
  return childOf(tree, verb, 'nsubj:pass', 'csubj:pass');
}

/** Without an auxiliary a passive is doubtful: `called for` is one only to the tagger. */
function isBarePassive(tree: Tree, verb: number): boolean {
  if (agentOf(tree, verb) >= 0 || hasAuxiliary(tree, verb)) return true;
  return tree.grammar.passiveSigns.has(tree.words[verb + 1]);
}

/** Who does what a passive says, or -1. */
export function agentOf(tree: Tree, verb: number): number {
  return childrenOf(tree, verb, 'obl', 'nmod').find((at) => isAgent(tree, at)) ?? -1;
}

function isAgent(tree: Tree, at: number): boolean {
  if (tree.tokens[at].deprel === 'obl:agent') return true;
  const mark = childOf(tree, at, 'case');
  return mark >= 0 && tree.grammar.agentMarks.has(tree.words[mark]);
}

/** With an object or a clause of its own a participle is a past tense that the tagger missed. */
function isReducedPassive(tree: Tree, verb: number): boolean {
  const { xpos, deprel } = tree.tokens[verb];
  if (xpos !== 'VBN' || hasAuxiliary(tree, verb)) return false;
  if (deprel !== 'acl' && deprel !== 'amod' && deprel !== 'advcl') return false;
  return !isHiddenPast(tree, verb);
}

/** A participle behind an aside, with what only an active verb has. */
function isHiddenPast(tree: Tree, verb: number): boolean {
  if (!hasEnding(tree.words[verb], tree.grammar.pastEndings)) return false;
  if (childOf(tree, verb, 'obj', 'ccomp') > verb) return true;
  if (tree.words[verb - 1] !== ',' || subjectBefore(tree, verb) === undefined) return false;
  return !tree.children[verb].some((child) => isAgent(tree, child));
}

function hasAuxiliary(tree: Tree, verb: number): boolean {
  return childOf(tree, verb, 'aux') >= 0;
}

export function isFiniteVerb(tree: Tree, verb: number): boolean {
  const { xpos, deprel } = tree.tokens[verb];
  const afterAside = tree.words[verb - 1] === ',';
  if ((deprel === 'conj' && !afterAside) || deprel === 'xcomp') return false;
  if (xpos === 'VBN' && isHiddenPast(tree, verb)) return true;
  if (isHiddenVerb(tree, verb) || isFiniteForm(xpos)) return true;
  return hasAuxiliary(tree, verb) && xpos !== 'VBG';
}

/** Past or present tense by its tag. */
export function isFiniteForm(xpos: string): boolean {
  return xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP';
}

/** `officials fear that …`: a noun to the tagger, but a plural before it and a clause behind. */
export function isHiddenVerb(tree: Tree, at: number): boolean {
  if (at === 0 || tree.tokens[at].upos !== 'NOUN') return false;
  if (endsLikeTag(tree, at)) return true;
  if (!tree.grammar.complementisers.has(tree.words[at + 1])) return false;
  const { upos, xpos } = tree.tokens[at - 1];
  return (upos === 'NOUN' && xpos === 'NNS') || upos === 'PRON';
}

/** `…, a new poll shows.`: behind a comma and a noun phrase, the last word of its sentence. */
function endsLikeTag(tree: Tree, at: number): boolean {
  if (tree.tokens[at].xpos !== 'NNS' || (tree.words[at + 1] ?? '.') !== '.') return false;
  if (tree.tokens[at].deprel !== 'parataxis') return false;
  for (let before = at - 1; before > Math.max(0, at - 8); before--) {
    if (tree.words[before] === ',') return before < at - 1;
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tree.tokens[before].upos)) return false;
  }
  return false;
}

/** With its mark before it: `to leave`. */
export function isInfinitive(tree: Tree, verb: number): boolean {
  return tree.children[verb].some(
    (child) =>
      child < verb &&
      tree.tokens[child].upos === 'PART' &&
      tree.grammar.infinitiveMarks.has(tree.words[child]),
  );
}

export function isNegated(tree: Tree, verb: number): boolean {
  const { negations } = tree.grammar;
  return tree.children[verb].some((child) => child < verb && negations.has(tree.words[child]));
}

/** The preposition or conjunction before a phrase: its first `case` or `mark`, or -1. */
export function prepositionOf(tree: Tree, at: number): number {
  for (const child of tree.children[at]) {
    if (child < at && isRelation(tree, child, ['case', 'mark'])) return child;
  }
  return -1;
}

/** Does the word have a subject of its own? */
export function hasSubject(tree: Tree, at: number): boolean {
  return childOf(tree, at, 'nsubj', 'csubj', 'expl') >= 0;
}

/** The clause that a word takes: `agreed to`, `said that`, `kept from`; -1 where there is none. */
export function complementOf(tree: Tree, at: number): number {
  const direct = childOf(tree, at, 'xcomp', 'ccomp');
  if (direct >= 0 && isClause(tree, direct)) return direct;
  const { purposeMarks } = tree.grammar;
  const isPurpose = (child: number) =>
    childrenOf(tree, child, 'mark').some((mark) => purposeMarks.has(tree.words[mark]));
  return childrenOf(tree, at, 'advcl').find((child) => child > at && isPurpose(child)) ?? -1;
}

function isClause(tree: Tree, at: number): boolean {
  return /^(?:VERB|AUX|ADJ)$/.test(tree.tokens[at].upos) || childOf(tree, at, 'cop', 'nsubj') >= 0;
}

/** Clauses below a verb or its objects, in reading order: `sent ships to help`. */
export function aimsOf(tree: Tree, verb: number): number[] {
  const own = childrenOf(tree, verb, 'xcomp', 'advcl', 'ccomp');
  const inner = childrenOf(tree, verb, 'obj').flatMap((object) => childrenOf(tree, object, 'acl'));
  return [...own, ...inner].sort((a, b) => a - b);
}

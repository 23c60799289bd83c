import { childOf, isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Scene } from './candidate.ts';
import { contentUntil } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { makeCandidate } from './frame.ts';
import { contentPiece } from './pieces.ts';
import { isInfinitive, isNegated, prepositionOf, subjectOf } from './verb-arguments.ts';
import { subjectTokens } from './verb-site.ts';

/** `[S Marava] [C is wary of] [K the budget]`, `It [C is clear] [K that it failed]`. */
export function adjectiveFrame(
  scene: Scene,
  sentence: number,
  adjective: number,
  cue: Cue,
): Candidate | undefined {
  const tree = scene.trees[sentence];
  const copula = copulaOf(scene, tree, adjective);
  if (copula === undefined) return undefined;
  const complement = complementOf(tree, adjective, copula.verb, cue);
  if (complement === undefined) return undefined;
  const { child, weight, link } = complement;
  const until = contentUntil(tree, adjective, child);
  const first = link >= 0 ? link + 1 : tree.from[child];
  const after = contentPiece(scene, tree, first, until);
  const subject = subjectOf(tree, copula.verb >= 0 ? copula.verb : adjective).head;
  const raised = cue.evaluation && isInfinitive(tree, child) && subject >= 0;
  const before = raised ? contentPiece(scene, tree, ...subjectTokens(tree, subject)) : [];
  const holder = cue.evaluation ? -1 : subject;
  if (!cue.evaluation && holder < 0) return undefined;
  return makeCandidate(scene, {
    construction: cue.evaluation ? 'impersonal adjective' : 'adjective',
    sentence,
    head: adjective,
    cueTokens: [copula.from, link >= 0 ? link : adjective],
    sourceHead: holder,
    content: [...before, ...after],
    weight,
    cue,
    negated: isNegated(tree, adjective) || (copula.verb >= 0 && isNegated(tree, copula.verb)),
  });
}

interface Copula {
  /** The copular verb where it is the head (`remains wary`), -1 where the adjective is. */
  readonly verb: number;
  readonly from: number;
}

function copulaOf(scene: Scene, tree: Tree, adjective: number): Copula | undefined {
  const { head } = tree.tokens[adjective];
  const copula = childOf(tree, adjective, 'cop', 'aux:pass', 'aux');
  if (copula >= 0 && copula < adjective) {
    let from = adjective;
    for (const child of tree.children[adjective]) {
      if (child > adjective) break;
      const isPart = isRelation(tree, child, ['cop', 'aux', 'advmod']);
      if (isPart && child >= copulaStart(tree, adjective)) from = Math.min(from, tree.from[child]);
    }
    return { verb: -1, from };
  }
  if (head < 0 || head > adjective) return undefined;
  if (isRelation(tree, adjective, ['xcomp', 'advmod', 'obj']) && isCopula(scene, tree, head)) {
    let from = head;
    for (const child of tree.children[head]) {
      if (child < head && isRelation(tree, child, ['aux', 'advmod'])) from = Math.min(from, child);
    }
    return { verb: head, from };
  }
  if (isRelation(tree, adjective, ['conj', 'advcl', 'acl'])) return { verb: -1, from: adjective };
  return undefined;
}

function isCopula(scene: Scene, tree: Tree, at: number): boolean {
  return scene.lexicon.copulas.has(tree.words[at]);
}

/** The first auxiliary or copula before the adjective. */
function copulaStart(tree: Tree, adjective: number): number {
  for (const child of tree.children[adjective]) {
    if (isRelation(tree, child, ['cop', 'aux'])) return child;
  }
  return adjective;
}

interface Complement {
  readonly child: number;
  readonly weight: number;
  /** The preposition that closes the cue, or -1. */
  readonly link: number;
}

function complementOf(
  tree: Tree,
  adjective: number,
  verb: number,
  cue: Cue,
): Complement | undefined {
  for (const holder of verb >= 0 ? [adjective, verb] : [adjective]) {
    for (const child of tree.children[holder]) {
      if (child <= adjective || tree.from[child] <= adjective) continue;
      if (tree.words[tree.from[child]] === ',' || tree.from[child] > adjective + 3) continue;
      const found = weigh(tree, adjective, child, cue);
      if (found !== undefined && found.weight > 0) return found;
    }
  }
  return undefined;
}

function weigh(tree: Tree, adjective: number, child: number, cue: Cue): Complement | undefined {
  const { frames } = cue;
  if (isRelation(tree, child, ['ccomp', 'xcomp', 'advcl', 'csubj', 'nsubj', 'acl'])) {
    if (isInfinitive(tree, child)) {
      const weight = cue.evaluation ? frames.raising : frames.infinitive;
      return weight === undefined ? undefined : { child, weight, link: -1 };
    }
    const first = tree.words[tree.from[child]];
    const preposition = prepositionOf(tree, child);
    if (preposition === adjective + 1 && cue.with.has(tree.words[preposition])) {
      return { child, weight: cue.with.get(tree.words[preposition]) ?? 0, link: preposition };
    }
    const question = /^(?:whether|if|how|why|what|who|when|where)$/.test(first);
    if (isRelation(tree, child, ['nsubj', 'advcl', 'acl']) && first !== 'that' && !question) {
      return undefined;
    }
    const weight = question ? (frames.question ?? frames.clause) : frames.clause;
    return weight === undefined ? undefined : { child, weight, link: -1 };
  }
  if (isRelation(tree, child, ['obl', 'nmod'])) {
    const preposition = prepositionOf(tree, child);
    if (preposition < 0 || preposition > adjective + 2) return undefined;
    const weight = cue.with.get(tree.words[preposition]);
    return weight === undefined ? undefined : { child, weight, link: preposition };
  }
  return undefined;
}

import type { EventType } from '../../../model/event-type.ts';
import { caseOf } from '../../grammar/phrase.ts';
import { childrenOf, isRelation } from '../../grammar/tree.ts';
import { conjuncts, type EventTree, isNominal, isVerb } from '../event-tree.ts';
import type { Arguments } from './arguments.ts';
import { contentNoun, fits } from './noun-class.ts';
import { isActor, isDemonym, isPlace, isPronoun, isRelative } from './who.ts';

/** What is done, as far as it decides who receives it. */
export interface Done {
  readonly type: EventType;
  readonly mode?: string | undefined;
  /** The object is what is done or what it is done with. */
  readonly means?: boolean;
}

interface Candidate {
  readonly at: number;
  readonly score: number;
}

/** How good a place is to stand in, and how many steps lead to it. */
interface Reach {
  readonly score: number;
  readonly depth: number;
  /** It is what is done, not who receives it. */
  readonly means?: boolean;
}

const deepest = 5;

/**
 * To whom a deed is done, as heads of noun phrases. The receiver may be the object, its owner,
 * somebody behind a preposition, or a state behind a place; whoever acts is left out. A weighted
 * search over places of many depths, best first: no pattern says which of two readings is better.
 */
export function receiversOf(tree: EventTree, args: Arguments, done: Done): number[] {
  const { at, objects, doers } = args;
  const start = (score: number, means = false) => ({ score, depth: 0, means });
  const places = [
    ...objects.map((object) => ({ at: object, score: 100, means: isMeans(tree, object, done) })),
    ...phrasesBy(tree, args, done),
  ];
  const found = [
    ...places.flatMap(({ at: one, score, means }) =>
      (means ? within : visit)(tree, one, start(score, means), doers),
    ),
    ...childrenOf(tree, at, 'iobj').flatMap((one) => visit(tree, one, start(101), doers)),
    ...childrenOf(tree, at, 'xcomp', 'acl', 'advcl', 'ccomp')
      .filter((one) => isInfinite(tree, one) && !objects.includes(one))
      .flatMap((one) =>
        within(tree, one, start(isRelation(tree, one, ['xcomp']) ? 60 : 45), doers),
      ),
    ...apart(tree, at, done),
  ];
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = found.find((one) => !doers.includes(one.at));
  if (best === undefined) return [];
  // `accused U.S. allies Japan and South Korea`: the parser may give a verb two objects.
  const alike = found.filter((one) => one.score === best.score && objects.includes(one.at));
  const heads = alike.length > 0 ? alike.map((one) => one.at) : [best.at];
  const all = new Set(heads.flatMap((head) => conjuncts(tree, head)));
  return [...all].filter((one) => !doers.includes(one));
}

/** Phrases of the verb, the better the more its preposition points at somebody. */
function phrasesBy(
  tree: EventTree,
  { objects, phrases, passive }: Arguments,
  { type, mode }: Done,
): (Candidate & { readonly means: boolean })[] {
  const { ranks, words } = tree.lexicon;
  const gives = type === 'AID' || type === 'AGREE' || mode === 'return';
  const meets = type === 'CONSULT';
  const leaves = mode === 'withdraw' || (meets && objects.length > 0);
  return phrases.flatMap(({ at: phrase, prep, deep }) => {
    const rank = ranks.get(prep);
    const isAgent = passive && tree.grammar.agentMarks.has(prep);
    if (deep || rank === undefined || isAgent) return [];
    const first =
      (gives && words.toMarks.has(prep)) ||
      (meets && words.withMarks.has(prep)) ||
      (leaves && words.fromMarks.has(prep));
    const score = 92 + (first ? 20 : 0) - 1.5 * rank;
    return conjuncts(tree, phrase).map((one) => {
      return { at: one, score, means: isMeans(tree, one, { type }) };
    });
  });
}

/**
 * Far from its verb: who is behind `with` anywhere in a meeting (`held talks in Oln with Vess`),
 * and the last one behind `to` to whom something is given (`returned what was stolen to its
 * owners`).
 */
function apart(tree: EventTree, at: number, { type, mode }: Done): Candidate[] {
  const isThere = (here: number, marks: 'withMarks' | 'toMarks') =>
    isBehind(tree, here, marks) && isActor(tree, here) && !isPronoun(tree, here);
  const behind = tree.tokens.map((_, here) => here).slice(at + 1, tree.until[at] + 1);
  if (type === 'CONSULT') {
    const end = behind.findIndex((here) => isVerb(tree, here));
    const near = behind.slice(0, end < 0 ? 20 : end);
    return near
      .filter((here) => isThere(here, 'withMarks'))
      .slice(0, 1)
      .map((here) => ({ at: here, score: 115 }));
  }
  if (type !== 'AID' && type !== 'AGREE' && mode !== 'return') return [];
  return behind
    .filter((here) => isThere(here, 'toMarks'))
    .slice(-1)
    .map((here) => ({ at: here, score: 97 }));
}

/** Does the word stand behind one of the prepositions? */
export function isBehind(
  tree: EventTree,
  at: number,
  marks: keyof EventTree['lexicon']['words'],
): boolean {
  return tree.lexicon.words[marks].has(caseOf(tree, at) ?? '');
}

/** The object is what is done or what it is done with; who receives it stands elsewhere. */
export function isMeans(tree: EventTree, object: number, { type, mode, means }: Done): boolean {
  if (hasOwnPronoun(tree, object) || means) return true;
  const { meansOf } = tree.lexicon;
  if (mode === 'expel') return false;
  return fits(tree, object, [...(meansOf[type] ?? []), ...(meansOf[mode ?? ''] ?? [])]);
}

/** `its troops`: the doer's own; `its neighbour` is somebody else. */
function hasOwnPronoun(tree: EventTree, object: number): boolean {
  if (tree.lexicon.words.relations.has(tree.tokens[object].lemma)) return false;
  return childrenOf(tree, object, 'nmod:poss').some((child) => tree.tokens[child].xpos === 'PRP$');
}

/** Weighs a nominal and those inside its phrase. */
function visit(tree: EventTree, at: number, reach: Reach, skip: readonly number[]): Candidate[] {
  const { score, depth } = reach;
  if (depth > deepest || skip.includes(at) || (depth > 0 && isPronoun(tree, at))) return [];
  const isSomebody = (isActor(tree, at) || isPlace(tree, at)) && !isRelative(tree, at);
  const own = isSomebody && !isVerb(tree, at) ? [{ at, score }] : [];
  return [...own, ...within(tree, at, reach, skip)];
}

/** Weighs those below a verb or inside a nominal's phrase, that itself left out. */
function within(
  tree: EventTree,
  at: number,
  { score, depth, means = false }: Reach,
  skip: readonly number[],
): Candidate[] {
  const heads = means ? new Set([at, contentNoun(tree, at)]) : [at];
  return [...heads].flatMap((head) =>
    tree.children[head].flatMap((child) => {
      const cost = isVerb(tree, head) ? costBelow(tree, child) : costInside(tree, child, means);
      if (cost === undefined) return [];
      return visit(tree, child, { score: score - cost, depth: depth + 1 }, skip);
    }),
  );
}

/** What a step down from an infinitive or participle costs; none where it leads nowhere. */
function costBelow(tree: EventTree, child: number): number | undefined {
  const is = (...names: readonly string[]) => isRelation(tree, child, names);
  if (is('obj', 'iobj')) return 0;
  if (is('nsubj')) return 3;
  if (is('xcomp', 'advcl', 'ccomp', 'conj')) return 6;
  const mark = caseOf(tree, child) ?? '';
  const rank = tree.grammar.agentMarks.has(mark) ? 0 : tree.lexicon.ranks.get(mark);
  return is('obl', 'nmod') && rank !== undefined ? 2 + rank : undefined;
}

/** What a step inside a noun phrase costs: to its owner, a state in front, phrases behind. */
function costInside(tree: EventTree, child: number, means: boolean): number | undefined {
  const { head } = tree.tokens[child];
  const is = (...names: readonly string[]) => isRelation(tree, child, names);
  const { ownClasses } = tree.lexicon.words;
  const own = means && (fits(tree, head, ownClasses) || hasOwnPronoun(tree, head));
  if (is('nmod:poss')) return own ? undefined : 6;
  if (is('compound', 'amod', 'flat')) {
    if (own || !(isDemonym(tree, child) || (is('compound') && means))) return undefined;
    return means ? 14 : 8;
  }
  if (is('nmod', 'obl')) {
    const rank = tree.lexicon.ranks.get(caseOf(tree, child) ?? '');
    if (rank === undefined || !isNominal(tree, child)) return undefined;
    return 6 + (isBehind(tree, child, 'ownerMarks') ? 1 : rank);
  }
  return is('acl') ? 20 : is('conj', 'appos') ? 1 : undefined;
}

/** An infinitive or participle has no time of its own: what stands in it is still near the deed. */
function isInfinite(tree: EventTree, at: number): boolean {
  return /^(VB|VBG|VBN)$/.test(tree.tokens[at].xpos);
}

import type { EventType } from '../../../model/event-type.ts';
import { caseOf, conjunctsOf, isBehind } from '../../grammar/phrase.ts';
import { childrenOf, isNominal, isRelation } from '../../grammar/tree.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import type { Arguments } from './arguments.ts';
import { contentNoun, fits } from './noun-class.ts';
import { isActor, isDemonym, isPronoun, isRelative } from './who.ts';

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
  const weigh = (one: number, score: number, means: boolean) =>
    (means ? within : visit)(tree, one, { score, depth: 0, means }, doers);
  const found = [
    ...objects.flatMap((one) => weigh(one, 100, isMeans(tree, one, done))),
    ...phrasesBy(tree, args, done).flatMap((one) =>
      weigh(one.at, one.score, isMeans(tree, one.at, { type: done.type })),
    ),
    ...childrenOf(tree, at, 'iobj').flatMap((one) => weigh(one, 101, false)),
    ...childrenOf(tree, at, 'xcomp', 'acl', 'advcl', 'ccomp')
      .filter((one) => /^VB[GN]?$/.test(tree.tokens[one].xpos))
      .flatMap((one) => weigh(one, isRelation(tree, one, ['xcomp']) ? 60 : 45, false)),
    ...apart(tree, at, done),
  ];
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = found.find((one) => !doers.includes(one.at));
  if (best === undefined) return [];
  // `accused its allies Oln and Vess`: the parser may give a verb two objects.
  const alike = found.filter(({ at: one, score }) => score === best.score && objects.includes(one));
  const heads = alike.length > 0 ? alike : [best];
  const all = new Set(heads.flatMap((head) => conjunctsOf(tree, head.at)));
  return [...all].filter((one) => !doers.includes(one));
}

/** Phrases of the verb, the better the more its preposition points at somebody. */
function phrasesBy(
  tree: EventTree,
  { objects, phrases, passive }: Arguments,
  done: Done,
): Candidate[] {
  const { ranks, words } = tree.lexicon;
  const meets = done.type === 'CONSULT';
  const first: ReadonlySet<string>[] = [];
  if (gives(done)) first.push(words.toMarks);
  if (meets) first.push(words.withMarks);
  if (done.mode === 'withdraw' || (meets && objects.length > 0)) first.push(words.fromMarks);
  return phrases.flatMap(({ at, prep, deep }) => {
    const rank = ranks.get(prep);
    const isAgent = passive && tree.grammar.agentMarks.has(prep);
    if (deep || rank === undefined || isAgent) return [];
    const score = 92 - 1.5 * rank + (first.some((marks) => marks.has(prep)) ? 20 : 0);
    return conjunctsOf(tree, at).map((one) => ({ at: one, score }));
  });
}

/**
 * Far from its verb: who is behind `with` in a meeting (`held talks in Oln with Vess`), and the
 * last one behind `to` to whom something is given (`returned what was stolen to its owners`).
 */
function apart(tree: EventTree, at: number, done: Done): Candidate[] {
  const { withMarks, toMarks } = tree.lexicon.words;
  const meets = done.type === 'CONSULT';
  if (!meets && !gives(done)) return [];
  const behind = tree.tokens.flatMap((_, here) =>
    at < here && here <= tree.until[at] ? here : [],
  );
  const verb = behind.findIndex((here) => isVerb(tree, here));
  const near = meets && verb >= 0 ? behind.slice(0, verb) : behind;
  const there = near.filter(
    (here) =>
      isBehind(tree, here, meets ? withMarks : toMarks) &&
      isActor(tree, here) &&
      !isPronoun(tree, here),
  );
  const one = there.at(meets ? 0 : -1);
  return one === undefined ? [] : [{ at: one, score: meets ? 115 : 97 }];
}

function gives({ type, mode }: Done): boolean {
  return type === 'AID' || type === 'AGREE' || mode === 'return';
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
  const isSomebody = isActor(tree, at) && !isRelative(tree, at);
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
    return 6 + (isBehind(tree, child, tree.lexicon.words.ownerMarks) ? 1 : rank);
  }
  if (is('conj', 'appos')) return 1;
  // What is so under a treaty (`under which any attack ..`) is another deed.
  return is('acl') && tree.tokens[tree.from[child]].upos !== 'ADP' ? 20 : undefined;
}

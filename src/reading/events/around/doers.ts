import { caseOf, relationOf } from '../../grammar/phrase.ts';
import { childOf, childrenOf, isRelation } from '../../grammar/tree.ts';
import { hasSubject } from '../../grammar/verb.ts';
import { firstHit } from '../deeds/rules.ts';
import { conjuncts, type EventTree, isVerb } from '../event-tree.ts';
import { fits, nounsOnly } from './noun-class.ts';
import { antecedentOf, isFronted, isPassive } from './voice.ts';
import { isActor, isDemonym, isPronoun } from './who.ts';

const mostSteps = 8;

/**
 * Who does what a verb says, as heads of noun phrases: its own subject, the agent of a passive, the
 * subject it shares with the verb above (`and`, `to`, `-ing`), the noun its clause hangs on. Rows
 * (`above`) say where the verb above hands the deed to its object.
 */
export function doersOf(tree: EventTree, at: number, steps = 0): number[] {
  if (steps > mostSteps || at < 0) return [];
  if (isPassive(tree, at)) return agentsOf(tree, at);
  const own = childrenOf(tree, at, 'nsubj').filter((child) => !isEmpty(tree, child));
  if (own.length > 0) return ownDoers(tree, at, own);
  const { head } = tree.tokens[at];
  if (isFronted(tree, at)) return isActor(tree, at - 1) ? [at - 1] : [];
  switch (relationOf(tree, at)) {
    case 'root':
      return leftNeighbour(tree, at);
    case 'conj':
      return isVerb(tree, head) || hasSubject(tree, head) ? sharedDoers(tree, head, steps) : [];
    case 'xcomp':
    case 'ccomp':
    case 'advcl':
    case 'parataxis':
      return handedTo(tree, at) ?? sharedDoers(tree, head, steps);
    case 'acl':
      return doersByNoun(tree, head, steps);
    default:
      return [];
  }
}

/** `asked Oln to leave`, `accused Oln of leaving`: the row names who leaves. */
function handedTo(tree: EventTree, at: number): number[] | undefined {
  const rules = tree.lexicon.above.filter(({ row }) => row.actor !== undefined);
  const hit = firstHit(rules, tree, at, nounsOnly(tree));
  return hit && conjuncts(tree, hit.node(hit.row.actor));
}

function sharedDoers(tree: EventTree, above: number, steps: number): number[] {
  if (!isPassive(tree, above)) return doersOf(tree, above, steps + 1);
  return childrenOf(tree, above, 'nsubj').flatMap((child) => conjuncts(tree, child));
}

/** Who stands behind `by`, else who stands behind the attack that is told beside the verb. */
function agentsOf(tree: EventTree, at: number): number[] {
  const parts = childrenOf(tree, at, 'obj', 'xcomp', 'obl');
  const by = [at, ...parts]
    .flatMap((one) => childrenOf(tree, one, 'nmod', 'obl'))
    .find((child) => isAgent(tree, child));
  const agents = by === undefined ? [] : conjuncts(tree, by);
  if (agents.some((one) => isActor(tree, one))) return agents;
  return [...ownersOfAttack(tree, at), ...agents].slice(0, 1);
}

function isAgent(tree: EventTree, at: number): boolean {
  return tree.grammar.agentMarks.has(caseOf(tree, at) ?? '');
}

/** `killed in Corlander shelling`, `in a raid by rebels`. */
function ownersOfAttack(tree: EventTree, at: number): number[] {
  const { attackMarks, attackClasses } = tree.lexicon.words;
  const isAttack = (one: number) =>
    attackMarks.has(caseOf(tree, one) ?? '') && fits(tree, one, attackClasses);
  const attacks = childrenOf(tree, at, 'obl').filter(isAttack);
  return attacks.flatMap((one) => ownersOf(tree, one)).slice(0, 1);
}

/** Whose a noun is: `a visit by Oln`, `Oln's visit`, `a Corlander attack`. */
export function ownersOf(tree: EventTree, noun: number): number[] {
  const owned = childrenOf(tree, noun, 'nmod:poss').filter((child) => isActor(tree, child));
  const by = childrenOf(tree, noun, 'nmod', 'obl').filter((child) => isAgent(tree, child));
  const origin = childrenOf(tree, noun, 'amod', 'compound').filter((child) =>
    isDemonym(tree, child),
  );
  const first = [owned, by, origin].find((list) => list.length > 0) ?? [];
  return first.flatMap((child) => conjuncts(tree, child));
}

function isEmpty(tree: EventTree, child: number): boolean {
  return tree.tokens[child].deprel === 'expl' || tree.grammar.existentials.has(tree.words[child]);
}

/** Of several subjects the last that is no day, and all that are joined to it. */
function ownDoers(tree: EventTree, at: number, own: readonly number[]): number[] {
  const real = own.filter((child) => !tree.lexicon.words.notActors.has(tree.words[child]));
  const main = real.at(-1) ?? own[0];
  const joined = isJoined(tree, own[0], main) ? conjuncts(tree, own[0]) : [];
  const who = antecedentOf(tree, at, main);
  return [...joined, ...(who === main ? conjuncts(tree, main) : [who])];
}

/** `Oln and Vess met`, where the tree gives the verb two subjects. */
function isJoined(tree: EventTree, first: number, last: number): boolean {
  const between = tree.tokens.slice(first + 1, last).map(({ upos }) => upos);
  if (!between.includes('CCONJ')) return false;
  return between.every((upos) => /^(NOUN|PROPN|ADJ|DET|CCONJ|PUNCT|NUM|PART)$/.test(upos));
}

/** `the rebels holding the town`; `made a decision to leave`. */
function doersByNoun(tree: EventTree, noun: number, steps: number): number[] {
  if (isActor(tree, noun)) return conjuncts(tree, noun);
  const { head } = tree.tokens[noun];
  const carried = head >= 0 && isRelation(tree, noun, ['obj', 'iobj']) && isVerb(tree, head);
  return carried ? sharedDoers(tree, head, steps) : [];
}

/** Where the tree gives no subject: the nearest actor before the verb with no verb between. */
function leftNeighbour(tree: EventTree, at: number): number[] {
  for (let here = at - 1; here >= Math.max(0, at - 14); here--) {
    if (isVerb(tree, here) && tree.tokens[here].xpos !== 'VBN') return [];
    const loose = childOf(tree, here, 'case') < 0 && isActor(tree, here) && !isPronoun(tree, here);
    if (loose && !isRelation(tree, here, ['nmod', 'compound', 'flat', 'obl'])) return [here];
  }
  return [];
}

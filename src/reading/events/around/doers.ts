import { conjunctsOf, isBehind, relationOf } from '../../grammar/phrase.ts';
import { childOf, childrenOf, isRelation, upward } from '../../grammar/tree.ts';
import { hasSubject, isPassive as isPassiveVerb } from '../../grammar/verb.ts';
import { firstHit } from '../deeds/rules.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import { fits, nounsOnly } from './noun-class.ts';
import { isActor, isDemonym, isPronoun, isRelative } from './who.ts';

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
      // `the rebels holding the town`; `made a decision to leave`.
      if (isActor(tree, head)) return conjunctsOf(tree, head);
      return isRelation(tree, head, ['obj', 'iobj'])
        ? sharedDoers(tree, tree.tokens[head].head, steps)
        : [];
    default:
      return [];
  }
}

/** `asked Oln to leave`, `accused Oln of leaving`: the row names who leaves. */
function handedTo(tree: EventTree, at: number): number[] | undefined {
  const rules = tree.lexicon.above.filter(({ row }) => row.actor !== undefined);
  const hit = firstHit(rules, tree, at, nounsOnly(tree));
  return hit && conjunctsOf(tree, hit.node(hit.row.actor));
}

function sharedDoers(tree: EventTree, above: number, steps: number): number[] {
  if (!isPassive(tree, above)) return doersOf(tree, above, steps + 1);
  return childrenOf(tree, above, 'nsubj').flatMap((child) => conjunctsOf(tree, child));
}

/** Who stands behind `by`, else who stands behind the attack that is told beside the verb. */
function agentsOf(tree: EventTree, at: number): number[] {
  const { attackMarks, attackClasses } = tree.lexicon.words;
  const phrases = childrenOf(tree, at, 'obl');
  const by = [at, ...phrases, ...childrenOf(tree, at, 'obj', 'xcomp')].flatMap((one) =>
    childrenOf(tree, one, 'nmod', 'obl').filter((child) => isAgent(tree, child)),
  );
  const agents = by.slice(0, 1).flatMap((child) => conjunctsOf(tree, child));
  if (agents.some((one) => isActor(tree, one))) return agents;
  // `killed in Corlander shelling`, `in a raid by rebels`.
  const owners = phrases
    .filter((one) => isBehind(tree, one, attackMarks) && fits(tree, one, attackClasses))
    .flatMap((one) => ownersOf(tree, one));
  return [...owners, ...agents].slice(0, 1);
}

function isAgent(tree: EventTree, at: number): boolean {
  return isBehind(tree, at, tree.grammar.agentMarks);
}

/** Whose a noun is: `Oln's visit`, `a visit by Oln`, `a Corlander attack`. */
export function ownersOf(tree: EventTree, noun: number): number[] {
  const of = (...names: readonly string[]) => childrenOf(tree, noun, ...names);
  const owned = of('nmod:poss').filter((child) => isActor(tree, child));
  const by = of('nmod', 'obl').filter((child) => isAgent(tree, child));
  const origin = of('amod', 'compound').filter((child) => isDemonym(tree, child));
  const first = [owned, by, origin].find((list) => list.length > 0) ?? [];
  return first.flatMap((child) => conjunctsOf(tree, child));
}

function isEmpty(tree: EventTree, child: number): boolean {
  return tree.tokens[child].deprel === 'expl' || tree.grammar.existentials.has(tree.words[child]);
}

/** Of several subjects the last that is no day, and all that are joined to it. */
function ownDoers(tree: EventTree, at: number, own: readonly number[]): number[] {
  const real = own.filter((child) => !tree.lexicon.words.notActors.has(tree.words[child]));
  const main = real.at(-1) ?? own[0];
  const joined = isJoined(tree, own[0], main) ? conjunctsOf(tree, own[0]) : [];
  const who = antecedentOf(tree, at, main);
  return [...joined, ...(who === main ? conjunctsOf(tree, main) : [who])];
}

/** `Oln and Vess met`, where the tree gives the verb two subjects. */
function isJoined(tree: EventTree, first: number, last: number): boolean {
  const between = tree.tokens.slice(first + 1, last).map(({ upos }) => upos);
  if (!between.includes('CCONJ')) return false;
  return between.every((upos) => /^(NOUN|PROPN|ADJ|DET|CCONJ|PUNCT|NUM|PART)$/.test(upos));
}

/** Where the tree gives no subject: the nearest actor before the verb with no verb between. */
function leftNeighbour(tree: EventTree, at: number): number[] {
  for (let here = at - 1; here >= 0; here--) {
    if (isVerb(tree, here) && tree.tokens[here].xpos !== 'VBN') return [];
    const loose = childOf(tree, here, 'case') < 0 && isActor(tree, here) && !isPronoun(tree, here);
    if (loose && !isRelation(tree, here, ['nmod', 'compound', 'flat', 'obl'])) return [here];
  }
  return [];
}

/** In the passive, or joined to a passive and without a subject of its own. */
export function isPassive(tree: EventTree, at: number): boolean {
  if (isFronted(tree, at)) return false;
  const { xpos, deprel, head } = tree.tokens[at];
  const joined = deprel === 'conj' && xpos === 'VBN' && childOf(tree, at, 'aux') < 0;
  return joined && !hasSubject(tree, at) ? isPassive(tree, head) : isPassiveVerb(tree, at);
}

/** The noun a relative clause hangs on; the word itself where it is no relative pronoun. */
export function antecedentOf(tree: EventTree, verb: number, subject: number): number {
  if (!isRelative(tree, subject)) return subject;
  const clause = upward(tree, verb).find((one) => isRelation(tree, one, ['acl']));
  return clause === undefined ? subject : tree.tokens[clause].head;
}

/** `The envoys | presented evidence`, with the verb misread as an adjective of the noun. */
export function isFronted({ tokens }: EventTree, at: number): boolean {
  const { head, deprel, xpos } = tokens[at];
  if (deprel !== 'amod' || head < at || at === 0 || !/^VB[DN]$/.test(xpos)) return false;
  if (!/^(NOUN|PROPN)$/.test(tokens[at - 1].upos)) return false;
  const nested = tokens[head].head >= 0;
  return !tokens.some((one) => /^(VBZ|VBP|MD)$/.test(one.xpos) || (one.xpos === 'VBD' && nested));
}

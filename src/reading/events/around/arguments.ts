import type { Asked } from '../../grammar/kinds.ts';
import { caseOf, relationOf } from '../../grammar/phrase.ts';
import { childrenOf, isRelation } from '../../grammar/tree.ts';
import { conjuncts, type EventTree, isNominal } from '../event-tree.ts';
import { doersOf } from './doers.ts';
import { nounsOnly } from './noun-class.ts';
import { antecedentOf, isFronted, isPassive } from './voice.ts';

/** A verb with what stands around it. */
export interface Arguments {
  readonly at: number;
  readonly passive: boolean;
  readonly doers: readonly number[];
  /** What is acted upon, whatever the voice. */
  readonly objects: readonly number[];
  /** Phrases with a preposition, of the verb and (`deep`) of its objects. */
  readonly phrases: readonly Phrase[];
}

export interface Phrase {
  readonly at: number;
  readonly prep: string;
  readonly deep: boolean;
}

/** Gathers the surroundings of a verb; linear in its dependents. */
export function argumentsOf(tree: EventTree, at: number): Arguments {
  const passive = isPassive(tree, at);
  const objects = [
    ...(passive ? passiveObjects(tree, at) : []),
    ...directObjects(tree, at),
  ].flatMap((head) => conjuncts(tree, head));
  const phrases = childrenOf(tree, at, 'obl', 'nmod', 'advmod')
    .filter((child) => isNominal(tree, child))
    .map((child) => ({ at: child, prep: caseOf(tree, child) ?? '', deep: false }));
  const inner = objects
    .flatMap((object) => childrenOf(tree, object, 'nmod', 'obl'))
    .filter((child) => !isRelation(tree, child, ['nmod:poss']))
    .map((child) => ({ at: child, prep: caseOf(tree, child) ?? '', deep: true }));
  return {
    at,
    passive,
    doers: doersOf(tree, at),
    objects,
    phrases: [...phrases, ...inner.filter(({ prep }) => prep !== '')],
  };
}

/** What rows may ask of a verb beyond its tree. */
export function askedOf(tree: EventTree, { objects, phrases, doers }: Arguments): Asked {
  return {
    ...nounsOnly(tree),
    prepositions: new Map(phrases.map(({ at, prep }) => [at, prep])),
    around: {
      object: inOrder(objects),
      phrase: inOrder(phrases.map(({ at }) => at)),
      doer: inOrder(doers),
    },
  };
}

function inOrder(words: readonly number[]): number[] {
  return [...words].sort((a, b) => a - b);
}

function directObjects(tree: EventTree, at: number): number[] {
  const direct = childrenOf(tree, at, 'obj').filter((child) => isNominal(tree, child));
  if (direct.length > 0) return direct;
  const fronted = isFronted(tree, at) ? [tree.tokens[at].head] : [];
  return [...childrenOf(tree, at, 'iobj'), ...fronted];
}

function passiveObjects(tree: EventTree, at: number): number[] {
  const own = childrenOf(tree, at, 'nsubj');
  if (own.length > 0) return own.map((child) => antecedentOf(tree, at, child));
  const { head } = tree.tokens[at];
  const name = relationOf(tree, at);
  if (name === 'acl' && head >= 0) return [head];
  return name === 'conj' ? passiveObjects(tree, head) : [];
}

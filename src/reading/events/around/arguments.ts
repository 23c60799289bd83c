import type { Asked } from '../../grammar/kinds.ts';
import { caseOf, conjunctsOf, relationOf } from '../../grammar/phrase.ts';
import { childrenOf, isNominal, isRelation } from '../../grammar/tree.ts';
import type { EventTree } from '../event-tree.ts';
import { antecedentOf, doersOf, isFronted, isPassive } from './doers.ts';
import { nounsOnly } from './noun-class.ts';

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
  const heads = [...(passive ? passiveObjects(tree, at) : []), ...directObjects(tree, at)];
  const objects = heads.flatMap((head) => conjunctsOf(tree, head));
  const phrasesBelow = (words: readonly number[], deep: boolean) =>
    words
      .flatMap((word) => childrenOf(tree, word, 'obl', 'nmod', 'advmod'))
      .filter((one) => isNominal(tree, one) && !isRelation(tree, one, ['nmod:poss']))
      .map((one) => ({ at: one, prep: caseOf(tree, one) ?? '', deep }));
  const phrases = [...phrasesBelow([at], false), ...phrasesBelow(objects, true)];
  return { at, passive, doers: doersOf(tree, at), objects, phrases };
}

/** What rows may ask of a verb beyond its tree. */
export function askedOf(tree: EventTree, { objects, phrases, doers }: Arguments): Asked {
  const prepositions = new Map(phrases.map(({ at, prep }) => [at, prep]));
  const around = { object: objects, phrase: [...prepositions.keys()], doer: doers };
  return { ...nounsOnly(tree), prepositions, around };
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
  if (relationOf(tree, at) === 'acl') return [head];
  return relationOf(tree, at) === 'conj' ? passiveObjects(tree, head) : [];
}

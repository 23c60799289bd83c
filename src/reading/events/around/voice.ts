import { relationOf } from '../../grammar/phrase.ts';
import { childOf } from '../../grammar/tree.ts';
import { hasSubject, isPassive as isPassiveVerb } from '../../grammar/verb.ts';
import type { EventTree } from '../event-tree.ts';
import { isRelative } from './who.ts';

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
  let here = verb;
  for (let step = 0; step < 6 && here >= 0; step++) {
    if (relationOf(tree, here) === 'acl') return tree.tokens[here].head;
    here = tree.tokens[here].head;
  }
  return subject;
}

/** `The envoys | presented evidence`, with the verb misread as an adjective of the noun. */
export function isFronted(tree: EventTree, at: number): boolean {
  const { tokens } = tree;
  const { head, deprel, xpos } = tokens[at];
  if (deprel !== 'amod' || head < at || at === 0) return false;
  if (!/^(NOUN|PROPN)$/.test(tokens[at - 1].upos) || !/^VB[DN]$/.test(xpos)) return false;
  const nested = tokens[head].head >= 0;
  return !tokens.some((one) => /^(VBZ|VBP|MD)$/.test(one.xpos) || (one.xpos === 'VBD' && nested));
}

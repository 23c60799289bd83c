import { lemmaOf } from '../../grammar/phrase.ts';
import { childrenOf, isRelation, type Tree } from '../../grammar/tree.ts';
import type { ActorReading } from '../read/actor-reading.ts';
import type { ActorRules } from '../read/actor-rules.ts';
import { type ActorSet, isSubject } from './thread.ts';

/** The sets that the actors of one sentence form, in reading order. */
export function findSets(
  tree: Tree,
  found: readonly ActorReading[],
  { words }: ActorRules,
): ActorSet[] {
  const actors = found.filter(isMember);
  const sets: ActorSet[] = [];
  for (const actor of actors) {
    const conjuncts = childrenOf(tree, actor.head, 'conj');
    const joined = actors.filter(({ head }) => conjuncts.includes(head));
    if (joined.length > 0) sets.push([actor, ...joined]);
  }
  for (let index = 1; index < actors.length; index++) {
    const [left, right] = [actors[index - 1], actors[index]];
    const between = tree.text.slice(left.end, right.start).trim();
    if (words.setLinks.has(between)) sets.push([left, right]);
  }
  for (const subject of actors.filter((actor) => isSubject(actor) && actor.as === 'actor')) {
    const partner = actors.find((other) => isPartner(subject, other, words));
    if (partner) sets.push([subject, partner]);
  }
  return sets.sort(([a], [b]) => a.head - b.head);
}

/** Somebody may be one of a set under a name; groups and anonymous officials are not. */
function isMember({ as, open, state, kind, states, name }: ActorReading): boolean {
  if (as === 'place' || open !== undefined) return false;
  if (as === 'adjective') return state !== undefined;
  return kind !== 'group' && (states.length > 0 || name !== undefined);
}

/** `A signed a pact with B`, `A met B`: subject and partner form a set. */
function isPartner(
  { tree, head: subject }: ActorReading,
  { as, head: other }: ActorReading,
  words: ActorRules['words'],
): boolean {
  if (other <= subject || as !== 'actor') return false;
  const verb = tree.tokens[subject].head;
  const above = tree.tokens[other].head;
  if (above !== verb && tree.tokens[above]?.head !== verb) return false;
  const meets = words.meetingVerbs.has(lemmaOf(tree, verb)) && isRelation(tree, other, ['obj']);
  const marks = childrenOf(tree, other, 'case');
  return meets || marks.some((mark) => words.partnerPrepositions.has(tree.words[mark]));
}

import { childrenOf, type Tree } from '../../grammar/tree.ts';
import type { ActorReading } from '../read/actor-reading.ts';
import type { ActorRules } from '../read/actor-rules.ts';
import { type Resolution, uniteResolutions, unresolved } from '../resolver.ts';
import { type ActorSet, before, follow, isQuoted, isSubject, type Pointer } from './thread.ts';

/** The sets that the actors of one sentence form, in reading order. */
export function findSets(tree: Tree, all: readonly ActorReading[], rules: ActorRules): ActorSet[] {
  const { words, links } = rules;
  const actors = all.filter(isMember);
  const byHead = new Map(actors.map((actor) => [actor.head, actor]));
  const sets: ActorSet[] = [];
  for (const actor of actors) {
    const joined = childrenOf(tree, actor.head, 'conj').flatMap((at) => byHead.get(at) ?? []);
    if (joined.length > 0) sets.push([actor, ...joined]);
  }
  for (let index = 1; index < actors.length; index++) {
    const [left, right] = [actors[index - 1], actors[index]];
    const between = tree.text.slice(left.end, right.start).trim();
    if (words.setLinks.has(between)) sets.push([left, right]);
  }
  // `A signed a pact with B`, `A met B`: subject and partner form a set.
  const acting = actors.filter(({ as }) => as === 'actor');
  const subjects = new Map(acting.filter(isSubject).map((actor) => [actor.head, actor]));
  for (const partner of subjects.size > 0 ? acting : []) {
    for (const head of links('partner', tree, partner.head)) {
      const subject = subjects.get(head);
      if (subject) sets.push([subject, partner]);
      subjects.delete(head);
    }
  }
  return sets.sort(([a], [b]) => a.head - b.head);
}

/** Somebody may be one of a set under a name; groups and anonymous officials are not. */
function isMember({ as, open, state, kind, states, name }: ActorReading): boolean {
  if (as === 'place' || open !== undefined) return false;
  if (as === 'adjective') return state !== undefined;
  return kind !== 'group' && (states.length > 0 || name !== undefined);
}

/** What a word asks of the set it means: how many, and whether they are persons. */
export interface SetAsked {
  readonly size?: number;
  readonly persons: boolean;
}

/**
 * `both leaders`: the set of that size that the report dwells on, near ones counting more; else
 * as many as the sentences before name.
 */
export function closeSet(word: Pointer, asked: SetAsked): Resolution {
  const weights = new Map<string, { weight: number; found: Resolution }>();
  for (const set of setsBefore(word)) {
    const isPerson = ({ person, kind }: ActorReading) => person || kind === 'state';
    if (asked.persons && !set.every(isPerson)) continue;
    const found = membersOf(word, set);
    const size = new Set(found.states).size || found.actors.length;
    if (size < 2 || (asked.size !== undefined && size !== asked.size)) continue;
    const key = found.states.toSorted().join(' ') || found.actors.map(({ name }) => name).join();
    const weight = 1 / (1 + word.tree.index - set[0].tree.index);
    weights.set(key, { weight: (weights.get(key)?.weight ?? 0) + weight, found });
  }
  const best = [...weights.values()].sort((a, b) => b.weight - a.weight)[0];
  if (best === undefined) return recentSet(word, asked);
  const who = best.found.actors.map(({ name }) => name).join(' and ');
  const found = asked.persons ? asPersons(word, best.found) : best.found;
  return { ...found, because: `the set told of: ${who}` };
}

/** Only the last sets count, so that a long report stays quick: far ones weigh next to nothing. */
function setsBefore({ thread: { sets }, tree, at }: Pointer): ActorSet[] {
  const quoted = tree.quotes[at] >= 0;
  let found = sets[tree.index].filter(([first]) => first.head < at);
  for (let index = tree.index - 1; index >= 0 && found.length < 60; index--) {
    found = [...sets[index], ...found];
  }
  return found.slice(-60).filter(([first]) => quoted || !isQuoted(first));
}

function membersOf(word: Pointer, members: ActorSet): Resolution {
  return uniteResolutions(members.map(({ tree, head }) => follow(word, head, tree)));
}

/** `the two leaders` of two states: those who were named as speaking for them. */
function asPersons(word: Pointer, found: Resolution): Resolution {
  const people = before(word, 60).filter(({ person, name }) => person && name);
  const actors = found.actors.map((actor) => {
    const { id } = actor;
    const isState = id !== undefined && id === actor.state;
    const voice = isState ? people.find(({ states }) => states.includes(id)) : undefined;
    return voice?.actors[0] ?? actor;
  });
  return { ...found, actors };
}

/** No set was named: the persons or states of the last sentences, where their number is right. */
function recentSet(word: Pointer, { size, persons }: SetAsked): Resolution {
  if (size === undefined) return unresolved('no set was named before');
  for (const sentences of [1, 2, 4]) {
    const named = before(word, sentences).filter(
      ({ as, kind, person }) => as === 'actor' && kind !== 'group' && (person || !persons),
    );
    const byState = new Map<string, ActorReading>();
    for (const actor of named) {
      if (actor.state !== undefined && !byState.has(actor.state)) byState.set(actor.state, actor);
    }
    if (byState.size > size) break;
    if (byState.size < size) continue;
    const found = membersOf(word, [...byState.values()].reverse());
    return { ...found, because: `the only ${size} of the sentences before` };
  }
  return unresolved(`no set of ${size} was named before`);
}

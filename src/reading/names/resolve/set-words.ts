import type { ActorReading } from '../read/actor-reading.ts';
import type { Resolution } from '../resolver.ts';
import { stateItself, uniteResolutions, unresolved } from './resolution.ts';
import { type ActorSet, before, isQuoted, type Place, type Thread } from './thread.ts';

/** What a word asks of the set it means: how many, and whether they are persons. */
export interface SetAsked {
  readonly size?: number;
  readonly persons: boolean;
}

/**
 * `both leaders`: the set of that size that the report dwells on, near ones counting more; else
 * as many as the sentences before name.
 */
export function closeSet(thread: Thread, place: Place, asked: SetAsked): Resolution {
  const weights = new Map<string, { weight: number; found: Resolution }>();
  for (const set of setsBefore(thread, place)) {
    const isPerson = ({ person, kind }: ActorReading) => person || kind === 'state';
    if (asked.persons && !set.every(isPerson)) continue;
    const found = membersOf(thread, place, set);
    const size = new Set(found.states).size || found.actors.length;
    if (size < 2 || (asked.size !== undefined && size !== asked.size)) continue;
    const key = found.states.toSorted().join(' ') || found.actors.map(({ name }) => name).join();
    const weight = 1 / (1 + place.tree.index - set[0].tree.index);
    weights.set(key, { weight: (weights.get(key)?.weight ?? 0) + weight, found });
  }
  const best = [...weights.values()].sort((a, b) => b.weight - a.weight)[0];
  if (best === undefined) return recentSet(thread, place, asked);
  const who = best.found.actors.map(({ name }) => name).join(' and ');
  const found = asked.persons ? asPersons(thread, place, best.found) : best.found;
  return { ...found, because: `the set told of: ${who}` };
}

/** Only the last sets count, so that a long report stays quick: far ones weigh next to nothing. */
function setsBefore({ sets }: Thread, { tree, at }: Place): ActorSet[] {
  const quoted = tree.quotes[at] >= 0;
  let found = sets[tree.index].filter(([first]) => first.head < at);
  for (let index = tree.index - 1; index >= 0 && found.length < 60; index--) {
    found = [...sets[index], ...found];
  }
  return found.slice(-60).filter(([first]) => quoted || !isQuoted(first));
}

function membersOf(thread: Thread, place: Place, members: ActorSet): Resolution {
  const depth = place.depth + 1;
  const all = members.map(({ tree, head, as, state, name, because }) =>
    as === 'adjective' && state !== undefined
      ? stateItself(state, name?.name, because)
      : thread.follow({ ...place, tree, at: head, depth }),
  );
  return uniteResolutions(all);
}

/** `the two leaders` of two states: those who were named as speaking for them. */
function asPersons(thread: Thread, place: Place, found: Resolution): Resolution {
  const people = before(thread, place, 60).filter(({ person, name }) => person && name);
  const actors = found.actors.map((actor) => {
    const { id } = actor;
    const isState = id !== undefined && id === actor.state;
    const voice = isState ? people.find(({ states }) => states.includes(id)) : undefined;
    return voice?.actors[0] ?? actor;
  });
  return { ...found, actors };
}

/** No set was named: the persons or states of the last sentences, where their number is right. */
function recentSet(thread: Thread, place: Place, { size, persons }: SetAsked): Resolution {
  if (size === undefined) return unresolved('no set was named before');
  for (const sentences of [1, 2, 4]) {
    const named = before(thread, place, sentences).filter(
      ({ as, kind, person }) => as === 'actor' && kind !== 'group' && (person || !persons),
    );
    const byState = new Map<string, ActorReading>();
    for (const actor of named) {
      if (actor.state !== undefined && !byState.has(actor.state)) byState.set(actor.state, actor);
    }
    if (byState.size > size) break;
    if (byState.size < size) continue;
    const found = membersOf(thread, place, [...byState.values()].reverse());
    return { ...found, because: `the only ${size} of the sentences before` };
  }
  return unresolved(`no set of ${size} was named before`);
}

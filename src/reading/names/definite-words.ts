import type { Actor } from '../../model/reading.ts';
import type { ActorReading, OpenEnd } from './actor-reading.ts';
import type { ActorSet } from './antecedents.ts';
import { before, followWord, type Place, type Thread, unresolved } from './coreference.ts';
import { uniteResolutions } from './pronouns.ts';
import type { Resolution } from './resolver.ts';

/** `the minister`: the one person introduced with that role, or the nearest of several. */
export function closeRole(
  thread: Thread,
  place: Place,
  reading: ActorReading,
  open: OpenEnd & { kind: 'role' },
): Resolution {
  const lexicon = thread.reader.rules.nouns;
  const offices = lexicon.offices[open.lemma] ?? [];
  const fits = (other: ActorReading): boolean => {
    if (!other.person || other.name === undefined || other.number !== 'one') return false;
    if (open.state !== undefined && other.state !== open.state) return false;
    const role = other.role?.toLowerCase() ?? '';
    return role.split(/[\s-]+/).includes(open.lemma) || offices.includes(role);
  };
  const people = before(thread, place, 60).filter((occurrence) => fits(occurrence.reading));
  const word = reading.tree.text.slice(reading.start, reading.end);
  const ids = new Set(people.map(({ reading: other }) => other.id));
  const nearest = people[0];
  const close = nearest && place.tree.index - nearest.sentence <= 2;
  if (nearest && (ids.size === 1 || close)) {
    const { actors, states, because } = nearest.reading;
    return { actors, states, because: `"${word}" is ${actors[0]?.name ?? 'open'}: ${because}` };
  }
  if (ids.size === 0 && lexicon.focused.has(open.lemma)) {
    return closeFocus(thread, place, reading, open.lemma);
  }
  const actor: Actor = { name: word, ...(reading.role ? { role: reading.role } : {}) };
  const why = ids.size > 1 ? 'several have that role' : 'nobody was introduced with that role';
  return { actors: [actor], states: [], because: `"${word}": ${why}` };
}

/** `the government`, `the country`: the last state that acted, in this sentence or two before. */
export function closeFocus(
  thread: Thread,
  place: Place,
  reading: ActorReading,
  what: string,
): Resolution {
  const near = before(thread, place, 3);
  const told = near.filter(({ reading: other }) => hasState(other));
  const last = told[0];
  const where = near.find(({ reading: other }) => other.state !== undefined);
  if (where?.reading.as === 'place' && where.reading.state !== last?.reading.state) {
    return unresolved(`"${what}" may be that of a place named nearer`);
  }
  if (last === undefined) return unresolved(`no state is in focus for "${what}"`);
  const same = told.filter((occurrence) => occurrence.sentence === last.sentence);
  const chosen = same.find((occurrence) => occurrence.subject) ?? last;
  const state = chosen.reading.state;
  if (state === undefined) return unresolved(`no state is in focus for "${what}"`);
  const name = reading.tree.text.slice(reading.start, reading.end);
  const isState = what === 'state';
  const actor: Actor = isState
    ? { id: state, name: chosen.reading.name?.name ?? state, state }
    : { name, ...(reading.role ? { role: reading.role } : {}), state };
  const because = `"${name}" of the state in focus, ${state}`;
  return { actors: [actor], states: [state], because };
}

function hasState(reading: ActorReading): boolean {
  if (reading.state === undefined || reading.as === 'place') return false;
  return reading.as === 'adjective' || reading.states.length > 0;
}

/**
 * `both leaders`: the set of that size that the report dwells on, near ones counting more; else
 * as many as the sentences before name.
 */
export function closeSet(
  thread: Thread,
  place: Place,
  open: OpenEnd & { kind: 'set' },
): Resolution {
  const { tree, at } = place;
  const start = tree.tokens[at].start;
  const quoted = thread.antecedents.quotedAt(start);
  const weights = new Map<string, { weight: number; found: Resolution }>();
  for (const set of setsBefore(thread, start)) {
    if (!quoted && thread.antecedents.quotedAt(set.start)) continue;
    const { members } = set;
    if (open.persons && members.some((member) => !member.person && !named(member))) continue;
    const found = membersOf(thread, place, members);
    const size = new Set(found.states).size || found.actors.length;
    if (size < 2 || (open.size !== undefined && size !== open.size)) continue;
    const key = found.states.toSorted().join(' ') || found.actors.map(({ name }) => name).join();
    const weight = 1 / (1 + tree.index - members[0].tree.index);
    weights.set(key, { weight: (weights.get(key)?.weight ?? 0) + weight, found });
  }
  const best = [...weights.values()].sort((a, b) => b.weight - a.weight)[0];
  if (best === undefined) return recentSet(thread, place, open);
  const who = best.found.actors.map((actor) => actor.name).join(' and ');
  const found = open.persons ? asPersons(thread, place, best.found) : best.found;
  return { ...found, because: `the set told of: ${who}` };
}

/** Only the last sets count, so that a long report stays quick: far ones weigh next to nothing. */
function setsBefore({ antecedents }: Thread, start: number): readonly ActorSet[] {
  const { sets } = antecedents;
  let end = 0;
  let high = sets.length;
  while (end < high) {
    const middle = (end + high) >> 1;
    if (sets[middle].start >= start) high = middle;
    else end = middle + 1;
  }
  return sets.slice(Math.max(0, end - 60), end);
}

/** `the two leaders` of two states: those who were named as speaking for them. */
function asPersons(thread: Thread, place: Place, found: Resolution): Resolution {
  const people = before(thread, place, 60).filter(({ reading }) => reading.person && reading.name);
  const actors = found.actors.map((actor) => {
    if (actor.id === undefined || actor.id !== actor.state) return actor;
    const voice = people.find(({ reading }) => reading.states.includes(actor.id ?? ''));
    return voice?.reading.actors[0] ?? actor;
  });
  return { ...found, actors };
}

function named(reading: ActorReading): boolean {
  return reading.kind === 'state';
}

function membersOf(thread: Thread, place: Place, members: readonly ActorReading[]): Resolution {
  const all = members.map((member): Resolution => {
    if (member.as === 'adjective' && member.state !== undefined) {
      const { state } = member;
      const actors = [{ id: state, name: member.name?.name ?? state, state }];
      return { actors, states: [state], because: member.because };
    }
    return followWord(thread, {
      ...place,
      tree: member.tree,
      at: member.head,
      depth: place.depth + 1,
    });
  });
  return uniteResolutions(all);
}

/** No set was named: the persons or states of the last sentences, where their number is right. */
function recentSet(thread: Thread, place: Place, open: OpenEnd & { kind: 'set' }): Resolution {
  if (open.size === undefined) return unresolved('no set was named before');
  for (const sentences of [1, 2, 4]) {
    const byState = new Map<string, ActorReading>();
    for (const { reading } of before(thread, place, sentences)) {
      const state = reading.state;
      if (state === undefined || reading.as !== 'actor' || reading.kind === 'group') continue;
      if (open.persons && !reading.person) continue;
      byState.set(state, byState.get(state) ?? reading);
    }
    if (byState.size < open.size) continue;
    if (byState.size > open.size) break;
    const found = membersOf(thread, place, [...byState.values()].reverse());
    return { ...found, because: `the only ${open.size} of the sentences before` };
  }
  return unresolved(`no set of ${open.size} was named before`);
}

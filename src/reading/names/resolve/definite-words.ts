import type { ActorReading } from '../read/actor-reading.ts';
import { type Resolution, stateItself, unresolved } from '../resolver.ts';
import { before, isSubject, type Pointer } from './thread.ts';

/** `the minister`: the one person introduced with that role, or the nearest of several. */
export function closeRole(word: Pointer, reading: ActorReading, lemma: string): Resolution {
  const { offices, words } = word.thread.reader.rules;
  const fits = ({ person, name, number, role = '' }: ActorReading) => {
    const office = role.toLowerCase();
    const bears = office.split(/[\s-]+/).includes(lemma) || offices[lemma]?.includes(office);
    return person && name !== undefined && number === 'one' && bears;
  };
  const people = before(word, 60).filter(fits);
  const phrase = wordsOf(reading);
  const ids = new Set(people.map(({ id }) => id));
  const nearest = people[0];
  if (nearest && (ids.size === 1 || word.tree.index - nearest.tree.index <= 2)) {
    const { actors, states, because } = nearest;
    return { actors, states, because: `"${phrase}" is ${actors[0]?.name ?? 'open'}: ${because}` };
  }
  if (ids.size === 0 && words.focused.has(lemma)) return closeFocus(word, reading, lemma);
  const why = ids.size > 1 ? 'several have that role' : 'nobody was introduced with that role';
  return {
    actors: [{ name: phrase, role: reading.role }],
    states: [],
    because: `"${phrase}": ${why}`,
  };
}

function wordsOf({ tree, start, end }: ActorReading): string {
  return tree.text.slice(start, end);
}

/** `the government`, `the country`: the last state that acted, in this sentence or two before. */
export function closeFocus(word: Pointer, reading: ActorReading, what: string): Resolution {
  const near = before(word, 3).filter(({ state }) => state !== undefined);
  const acting = near.filter(
    ({ as, states }) => as === 'adjective' || (as === 'actor' && states.length > 0),
  );
  const last = acting[0];
  if (near[0]?.as === 'place' && near[0].state !== last?.state) {
    return unresolved(`"${what}" may be that of a place named nearer`);
  }
  const same = acting.filter(({ tree }) => tree.index === last.tree.index);
  const { state, name } = same.find(isSubject) ?? last ?? {};
  if (state === undefined) return unresolved(`no state is in focus for "${what}"`);
  const because = `"${wordsOf(reading)}" of the state in focus, ${state}`;
  if (reading.kind === 'state') return stateItself(state, name?.name, because);
  const actors = [{ name: wordsOf(reading), role: reading.role, state }];
  return { actors, states: [state], because };
}

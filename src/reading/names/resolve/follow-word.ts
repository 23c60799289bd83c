import { isNominal } from '../../grammar/tree.ts';
import type { ActorReader, ActorReading, OpenEnd } from '../read/actor-reading.ts';
import { type Resolution, stateItself, unresolved } from '../resolver.ts';
import { closeSet, findSets } from './actor-sets.ts';
import { resolvePronoun } from './pronouns.ts';
import { before, follow, isSubject, type Pointer, type Thread } from './thread.ts';

/** Gathers the actors of a report, so that its words can be followed back to them. */
export function createThread(reader: ActorReader): Thread {
  const actors = reader.trees.map((tree) =>
    tree.tokens.flatMap((_, at) => {
      const isWord = isNominal(tree, at) || reader.nameAt(tree, at) !== undefined;
      return (isWord ? reader.read(tree, at) : undefined) ?? [];
    }),
  );
  const sets = reader.trees.map((tree, index) => findSets(tree, actors[index], reader.rules));
  return { reader, actors, sets, follow: followWord };
}

/** Follows one nominal: its own phrase first, then the report before it. */
function followWord(word: Pointer): Resolution {
  const { tree, at, depth } = word;
  const { read, rules } = word.thread.reader;
  if (depth > 6) return unresolved('the words lead in a circle');
  const reading = read(tree, at);
  if (reading?.open) return closeOpen(word, reading, reading.open);
  if (reading) return asResolution(reading);
  const pronoun = rules.pronouns.get(tree.words[at]);
  const isPronoun = /^(PRON|DET|SCONJ|NUM)$/.test(tree.tokens[at].upos);
  if (pronoun === undefined || !isPronoun) return unresolved('no name, role or group');
  return resolvePronoun(word, pronoun);
}

function asResolution({ as, actors, states, state, name, because }: ActorReading): Resolution {
  if (as === 'place') return unresolved(`a place: ${because}`);
  if (as === 'actor') return { actors, states, because };
  return state === undefined ? unresolved(because) : stateItself(state, name?.name, because);
}

function closeOpen(word: Pointer, reading: ActorReading, open: OpenEnd): Resolution {
  switch (open.kind) {
    case 'role':
      return closeRole(word, reading, open.lemma);
    case 'focus':
      return closeFocus(word, reading, open.what);
    case 'set':
      return closeSet(word, open);
    case 'owner':
      return ownedBy(reading, follow(word, open.token));
  }
}

/** `its army`: an organ or office of whoever `its` means. */
function ownedBy(reading: ActorReading, { states, because: why }: Resolution): Resolution {
  const { role } = reading;
  if (states.length === 0) return unresolved(`whose is open: ${why}`);
  const name = wordsOf(reading);
  const because = `${role ?? 'organ'} of ${states.join(' and ')}: ${why}`;
  return { actors: states.map((state) => ({ name, role, state })), states, because };
}

/** `the minister`: the one person introduced with that role, or the nearest of several. */
function closeRole(word: Pointer, reading: ActorReading, lemma: string): Resolution {
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
function closeFocus(word: Pointer, reading: ActorReading, what: string): Resolution {
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

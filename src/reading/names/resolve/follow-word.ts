import { isNominal } from '../../grammar/tree.ts';
import type { ActorReader, ActorReading } from '../read/actor-reading.ts';
import type { Resolution } from '../resolver.ts';
import { closeSet, findSets } from './actor-sets.ts';
import { closeFocus, closeRole } from './definite-words.ts';
import { resolvePronoun } from './pronouns.ts';
import { stateItself, unresolved } from './resolution.ts';
import type { Place, Thread } from './thread.ts';

/** Gathers the actors of a report, so that its words can be followed back to them. */
export function createThread(reader: ActorReader): Thread {
  const actors = reader.trees.map((tree) =>
    tree.tokens.flatMap((_, at) => {
      const isWord = isNominal(tree, at) || reader.nameAt(tree, at) !== undefined;
      return (isWord ? reader.read(tree, at) : undefined) ?? [];
    }),
  );
  const sets = reader.trees.map((tree, index) => findSets(tree, actors[index], reader.rules));
  const thread: Thread = { reader, actors, sets, follow: (place) => followWord(thread, place) };
  return thread;
}

/** Follows one nominal: its own phrase first, then the report before it. */
function followWord(thread: Thread, place: Place): Resolution {
  if (place.depth > 6) return unresolved('the words lead in a circle');
  const { tree, at } = place;
  const { read, rules } = thread.reader;
  const reading = read(tree, at);
  if (reading) return reading.open ? closeOpen(thread, place, reading) : asResolution(reading);
  const pronoun = rules.pronouns.get(tree.words[at]);
  if (pronoun !== undefined && /^(PRON|DET|SCONJ|NUM)$/.test(tree.tokens[at].upos)) {
    return resolvePronoun(thread, place, pronoun);
  }
  return unresolved('no name, role or group');
}

function asResolution({ as, actors, states, state, name, because }: ActorReading): Resolution {
  if (as === 'place') return unresolved(`a place: ${because}`);
  if (as === 'actor') return { actors, states, because };
  return state === undefined ? unresolved(because) : stateItself(state, name?.name, because);
}

function closeOpen(thread: Thread, place: Place, reading: ActorReading): Resolution {
  const { open } = reading;
  switch (open?.kind) {
    case 'role':
      return closeRole(thread, place, reading, open.lemma);
    case 'focus':
      return closeFocus(thread, place, reading, open.what);
    case 'set':
      return closeSet(thread, place, open);
    case 'owner': {
      const owner = { ...place, at: open.token, depth: place.depth + 1 };
      return ownedBy(reading, thread.follow(owner));
    }
    default:
      return unresolved('nothing is open');
  }
}

/** `its army`: an organ or office of whoever `its` means. */
function ownedBy({ tree, start, end, role }: ActorReading, owner: Resolution): Resolution {
  const { states } = owner;
  if (states.length === 0) return unresolved(`whose is open: ${owner.because}`);
  const name = tree.text.slice(start, end);
  const because = `${role ?? 'organ'} of ${states.join(' and ')}: ${owner.because}`;
  return { actors: states.map((state) => ({ name, role, state })), states, because };
}

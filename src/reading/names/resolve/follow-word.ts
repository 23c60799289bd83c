import { isNominal } from '../../grammar/tree.ts';
import type { ActorReader, ActorReading } from '../read/actor-reading.ts';
import { type Resolution, stateItself, unresolved } from '../resolver.ts';
import { closeSet, findSets } from './actor-sets.ts';
import { closeFocus, closeRole } from './definite-words.ts';
import { resolvePronoun } from './pronouns.ts';
import { follow, type Pointer, type Thread } from './thread.ts';

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
  if (reading) return reading.open ? closeOpen(word, reading) : asResolution(reading);
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

function closeOpen(word: Pointer, reading: ActorReading): Resolution {
  const { open } = reading;
  switch (open?.kind) {
    case 'role':
      return closeRole(word, reading, open.lemma);
    case 'focus':
      return closeFocus(word, reading, open.what);
    case 'set':
      return closeSet(word, open);
    case 'owner':
      return ownedBy(reading, follow(word, open.token));
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

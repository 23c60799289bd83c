import type { Actor } from '../../model/reading.ts';
import { lowerForm, relationOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { ActorReader } from './actor-reader.ts';
import type { ActorReading, OpenEnd } from './actor-reading.ts';
import type { Antecedents, Occurrence } from './antecedents.ts';
import { closeFocus, closeRole, closeSet } from './definite-words.ts';
import { kindOfPronoun, resolvePronoun } from './pronouns.ts';
import type { Resolution, ResolveOptions } from './resolver.ts';

/** What following words through the report needs. */
export interface Thread {
  readonly reader: ActorReader;
  readonly antecedents: Antecedents;
}

/** A word of one sentence, to be followed to whom it means. */
export interface Place {
  readonly tree: Tree;
  readonly at: number;
  /** Guards against circles: how many words were followed before this one. */
  readonly depth: number;
  readonly options: ResolveOptions;
}

export const unresolved = (because: string): Resolution => ({ actors: [], states: [], because });

/** Follows one nominal: its own phrase first, then the report before it. */
export function followWord(thread: Thread, place: Place): Resolution {
  if (place.depth > 6) return unresolved('the words lead in a circle');
  const { tree, at } = place;
  const reading = thread.reader.read(tree, at);
  if (reading?.open) return closeOpen(thread, place, reading, reading.open);
  if (reading) return asResolution(reading);
  const pronoun = kindOfPronoun(lowerForm(tree, at));
  if (pronoun !== undefined && /^(PRON|DET|SCONJ|NUM)$/.test(tree.tokens[at].upos)) {
    return resolvePronoun(thread, place, pronoun);
  }
  return unresolved('no name, role or group');
}

function asResolution(reading: ActorReading): Resolution {
  if (reading.as === 'place') return unresolved(`a place: ${reading.because}`);
  if (reading.as === 'adjective') {
    const states = reading.state === undefined ? [] : [reading.state];
    const actors = states.map((state) => ({ id: state, name: reading.name?.name ?? state, state }));
    return { actors, states, because: reading.because };
  }
  const { actors, states, because } = reading;
  return { actors, states, because };
}

function closeOpen(thread: Thread, place: Place, reading: ActorReading, open: OpenEnd): Resolution {
  switch (open.kind) {
    case 'role':
      return closeRole(thread, place, reading, open);
    case 'focus':
      return closeFocus(thread, place, reading, open.what);
    case 'set':
      return closeSet(thread, place, open);
    default: {
      const next = { ...place, at: open.token, depth: place.depth + 1 };
      return ownedBy(reading, followWord(thread, next));
    }
  }
}

/** `its army`: an organ or office of whoever `its` means. */
export function ownedBy(reading: ActorReading, owner: Resolution): Resolution {
  if (owner.states.length === 0) return unresolved(`whose is open: ${owner.because}`);
  const name = reading.tree.text.slice(reading.start, reading.end);
  const actors = owner.states.map(
    (state): Actor => ({
      name,
      ...(reading.role === undefined ? {} : { role: reading.role }),
      state,
    }),
  );
  const because = `${reading.role ?? 'organ'} of ${owner.states.join(' and ')}: ${owner.because}`;
  return { actors, states: owner.states, because };
}

/** Actors before the word, nearest first, those only quoted left out where the word is not. */
export function before(thread: Thread, place: Place, sentencesBack: number): Occurrence[] {
  const { tree, at } = place;
  const { bySentence, quotedAt } = thread.antecedents;
  const start = tree.tokens[at].start;
  const quoted = quotedAt(start);
  const found: Occurrence[] = [];
  for (let index = tree.index; index >= Math.max(0, tree.index - sentencesBack); index--) {
    const sentence = bySentence[index] ?? [];
    for (let last = sentence.length - 1; last >= 0; last--) {
      const occurrence = sentence[last];
      if (occurrence.start < start && (quoted || !occurrence.quoted)) found.push(occurrence);
    }
  }
  return found;
}

/** Subjects of the clauses the word stands in, innermost first, its own subject left out. */
export function clauseSubjects(tree: Tree, at: number): number[] {
  const subjects: number[] = [];
  let up = at;
  for (let steps = 0; steps < 12 && up >= 0; steps++) {
    for (const child of tree.children[up]) {
      if (relationOf(tree, child) === 'nsubj' && child < at) subjects.push(child);
    }
    up = tree.tokens[up].head;
  }
  return subjects;
}

import { firstEndingAfter } from '../../model/span.ts';
import { lowerForm, tokenAt } from '../grammar/phrase.ts';
import type { ActorReading } from './actor-reading.ts';
import type { Occurrence } from './antecedents.ts';
import {
  before,
  clauseSubjects,
  followWord,
  type Place,
  type Thread,
  unresolved,
} from './coreference.ts';
import { closeSet } from './definite-words.ts';
import type { Resolution } from './resolver.ts';

/** What a pronoun may mean. */
export type PronounKind = 'he' | 'she' | 'it' | 'they' | 'i' | 'we' | 'relative' | 'both';

const kinds: Readonly<Record<string, PronounKind>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
  i: 'i',
  me: 'i',
  my: 'i',
  mine: 'i',
  myself: 'i',
  we: 'we',
  us: 'we',
  our: 'we',
  ours: 'we',
  ourselves: 'we',
  who: 'relative',
  which: 'relative',
  that: 'relative',
  whom: 'relative',
  whose: 'relative',
  both: 'both',
};

export function kindOfPronoun(form: string): PronounKind | undefined {
  return Object.hasOwn(kinds, form) ? kinds[form] : undefined;
}

/**
 * Pronouns in the order of tries of the coding guide: relative pronouns by their clause; then the
 * subject of the clause around, the source of the attribution before, the subject of the sentence
 * before, the last actor named. What does not fit in number or gender is passed over.
 */
export function resolvePronoun(thread: Thread, place: Place, kind: PronounKind): Resolution {
  const { tree, at } = place;
  if (tree.tokens[at].deprel === 'expl') return unresolved('"it" stands for nothing here');
  if (kind === 'relative') return resolveRelative(thread, place);
  if (kind === 'i' || kind === 'we') return resolveSpeaker(place, kind);
  if (kind === 'both') return closeSet(thread, place, { kind: 'set', size: 2, persons: false });
  const fits = (reading: ActorReading) => fitting(reading, kind);
  const near = inSentence(thread, place, fits);
  if (near) return named(thread, place, near, kind);
  const source = fromSource(thread, place, kind);
  if (source) return source;
  const subject = subjectBefore(thread, place, fits);
  if (subject) return named(thread, place, subject, kind);
  if (kind === 'they') {
    const set = closeSet(thread, place, { kind: 'set', persons: false });
    if (set.actors.length > 0) return set;
  }
  const last = before(thread, place, 4).find(({ reading }) => fits(reading));
  return last
    ? named(thread, place, last, kind)
    : unresolved(`nobody fits "${lowerForm(tree, at)}"`);
}

function fitting(reading: ActorReading, kind: PronounKind): boolean {
  if (reading.as === 'adjective') return kind === 'it' && reading.state !== undefined;
  if (kind === 'they') return reading.number === 'many';
  if (reading.number === 'many' && reading.kind !== 'organisation') return false;
  if (kind === 'it') return !reading.person && reading.kind !== 'group';
  if (!reading.person) return false;
  return reading.pronoun === undefined || reading.pronoun === 'they' || reading.pronoun === kind;
}

function named(thread: Thread, place: Place, found: Occurrence, kind: PronounKind): Resolution {
  const { reading } = found;
  const { depth, options } = place;
  const word = lowerForm(place.tree, place.at);
  if (reading.as === 'place' || reading.as === 'adjective') {
    const state = reading.state;
    if (kind !== 'it' || state === undefined) return unresolved('a place acts for nobody');
    const actors = [{ id: state, name: reading.name?.name ?? state, state }];
    return { actors, states: [state], because: `"${word}" is ${state}` };
  }
  const place2 = { tree: reading.tree, at: found.at, depth: depth + 1, options };
  const resolved = joinedWith(thread, place2, kind === 'they');
  const who = resolved.actors.map((actor) => actor.name).join(' and ');
  return { ...resolved, because: `"${word}" is ${who || 'open'}: ${resolved.because}` };
}

/** The word with its coordinated partners, where a plural is asked for. */
function joinedWith(thread: Thread, place: Place, plural: boolean): Resolution {
  const first = followWord(thread, place);
  if (!plural) return first;
  const others = place.tree.children[place.at]
    .filter((child) => place.tree.tokens[child].deprel === 'conj')
    .map((at) => followWord(thread, { ...place, at, depth: place.depth + 1 }));
  return uniteResolutions([first, ...others]);
}

export function uniteResolutions(all: readonly Resolution[]): Resolution {
  const told = all.filter((one) => one.actors.length > 0 || one.states.length > 0);
  if (told.length === 0) return all[0] ?? unresolved('nothing there');
  const actors = told.flatMap((one) => one.actors);
  const seen = new Set<string>();
  const distinct = actors.filter((actor) => {
    const key = actor.id ?? `${actor.name} ${actor.state ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const states = [...new Set(told.flatMap((one) => one.states))];
  return { actors: distinct, states, because: told.map((one) => one.because).join('; ') };
}

/** Subjects of the clauses around, then the nearest before in the same sentence. */
function inSentence(
  thread: Thread,
  place: Place,
  fits: (reading: ActorReading) => boolean,
): Occurrence | undefined {
  const { tree, at } = place;
  const here = thread.antecedents.bySentence[tree.index] ?? [];
  for (const subject of clauseSubjects(tree, at)) {
    const found = here.find((occurrence) => occurrence.at === subject);
    if (found && fits(found.reading)) return found;
  }
  return before(thread, place, 0).find(({ reading }) => fits(reading));
}

function fromSource(thread: Thread, place: Place, kind: PronounKind): Resolution | undefined {
  const source = place.options.previousSource;
  if (source === undefined || source.start >= place.tree.tokens[place.at].start) return undefined;
  const { trees } = thread.reader;
  const tree = trees[firstEndingAfter(thread.antecedents.sentences, source.start)];
  if (tree === undefined) return undefined;
  for (let at = tokenAt(tree, source.start); at < tree.tokens.length; at++) {
    if (tree.tokens[at].start >= source.end) break;
    const reading = thread.reader.read(tree, at);
    const start = tree.tokens[at].start;
    if (reading && fitting(reading, kind)) {
      const occurrence = { reading, sentence: tree.index, at, start, subject: true, quoted: false };
      return named(thread, place, occurrence, kind);
    }
  }
  return undefined;
}

/** The subject of the nearest sentence before that has a fitting one; coordinations for `they`. */
function subjectBefore(
  thread: Thread,
  place: Place,
  fits: (reading: ActorReading) => boolean,
): Occurrence | undefined {
  const { tree } = place;
  for (let back = 1; back <= 3 && tree.index - back >= 0; back++) {
    const sentence = thread.antecedents.bySentence[tree.index - back] ?? [];
    const subject = sentence.find(
      (occurrence) => occurrence.subject && !occurrence.quoted && fits(occurrence.reading),
    );
    if (subject) return subject;
  }
  return undefined;
}

/** `who`, `which`, `that`: the noun its clause hangs on. */
function resolveRelative(thread: Thread, place: Place): Resolution {
  const { tree, at } = place;
  let up = at;
  for (let steps = 0; steps < 6 && up >= 0; steps++) {
    if (tree.tokens[up].deprel === 'acl:relcl') {
      const head = tree.tokens[up].head;
      if (head < 0) break;
      return followWord(thread, { ...place, at: head, depth: place.depth + 1 });
    }
    up = tree.tokens[up].head;
  }
  return unresolved('no noun the clause hangs on');
}

function resolveSpeaker(place: Place, kind: 'i' | 'we'): Resolution {
  const speaker: Resolution | undefined = place.options.speaker;
  if (speaker === undefined) return unresolved('the speaker is not known');
  if (kind === 'i') return { ...speaker, because: `"I" is the speaker: ${speaker.because}` };
  const { states } = speaker;
  const actors = states.map((state) => ({ id: state, name: state, state }));
  return { actors, states, because: `"we" is the speaker's state: ${speaker.because}` };
}

import type { PronounKind } from '../../../reference/actor-lexicon.ts';
import { tokensIn } from '../../grammar/phrase.ts';
import { childrenOf } from '../../grammar/tree.ts';
import type { ActorReading } from '../read/actor-reading.ts';
import type { Resolution } from '../resolver.ts';
import { closeSet } from './actor-sets.ts';
import { stateItself, uniteResolutions, unresolved } from './resolution.ts';
import { before, isQuoted, isSubject, type Place, type Thread } from './thread.ts';

type Fits = (reading: ActorReading) => boolean;

/**
 * Pronouns in the order of tries of the coding guide: relative pronouns by their clause; then the
 * subject of the clause around, the source of the attribution before, the subject of the sentence
 * before, the last actor named. What does not fit in number or gender is passed over.
 */
export function resolvePronoun(thread: Thread, place: Place, kind: PronounKind): Resolution {
  const { tree, at } = place;
  const word = tree.words[at];
  if (tree.tokens[at].deprel === 'expl') return unresolved(`"${word}" stands for nothing here`);
  if (kind === 'relative') return resolveRelative(thread, place);
  if (kind === 'i' || kind === 'we') return resolveSpeaker(place, kind);
  if (kind === 'both') return closeSet(thread, place, { size: 2, persons: false });
  const fits: Fits = (reading) => isFitting(reading, kind);
  const found =
    inSentence(thread, place, fits) ??
    fromSource(thread, place, fits) ??
    subjectBefore(thread, place, fits);
  if (found === undefined && kind === 'they') {
    const set = closeSet(thread, place, { persons: false });
    if (set.actors.length > 0) return set;
  }
  const meant = found ?? before(thread, place, 4).find(fits);
  return meant ? meantBy(thread, place, meant, kind) : unresolved(`nobody fits "${word}"`);
}

function isFitting(reading: ActorReading, kind: PronounKind): boolean {
  const { as, state, number, person, pronoun } = reading;
  if (as === 'adjective') return kind === 'it' && state !== undefined;
  if (kind === 'they') return number === 'many';
  if (number === 'many' && reading.kind !== 'organisation') return false;
  if (kind === 'it') return !person && reading.kind !== 'group';
  return person && (pronoun === undefined || pronoun === 'they' || pronoun === kind);
}

function meantBy(
  thread: Thread,
  place: Place,
  { tree, head, as, state, name }: ActorReading,
  kind: PronounKind,
): Resolution {
  const word = place.tree.words[place.at];
  if (as !== 'actor') {
    const acts = kind === 'it' && state !== undefined;
    if (!acts) return unresolved('a place acts for nobody');
    return stateItself(state, name?.name, `"${word}" is ${state}`);
  }
  // The partners of a word are meant with it where a plural is asked for.
  const partners = kind === 'they' ? childrenOf(tree, head, 'conj') : [];
  const deeper = { ...place, tree, depth: place.depth + 1 };
  const found = uniteResolutions([head, ...partners].map((at) => thread.follow({ ...deeper, at })));
  const who = found.actors.map((actor) => actor.name).join(' and ');
  return { ...found, because: `"${word}" is ${who || 'open'}: ${found.because}` };
}

/** Subjects of the clauses around, innermost first, then the nearest before in the sentence. */
function inSentence(thread: Thread, place: Place, fits: Fits): ActorReading | undefined {
  const { tree, at } = place;
  let up = at;
  for (let steps = 0; steps < 12 && up >= 0; steps++) {
    for (const subject of childrenOf(tree, up, 'nsubj')) {
      const found = thread.actors[tree.index].find(({ head }) => head === subject);
      if (subject < at && found && fits(found)) return found;
    }
    up = tree.tokens[up].head;
  }
  return before(thread, place, 0).find(fits);
}

function fromSource({ reader }: Thread, place: Place, fits: Fits): ActorReading | undefined {
  const source = place.options.previousSource;
  if (source === undefined || source.start >= place.tree.tokens[place.at].start) return undefined;
  const tree = reader.treeAt(source.start);
  const named = tree && tokensIn(tree, source).flatMap((at) => reader.read(tree, at) ?? []);
  return named?.find(fits);
}

/** The subject of the nearest sentence before that has a fitting one. */
function subjectBefore(thread: Thread, { tree }: Place, fits: Fits): ActorReading | undefined {
  for (let index = tree.index - 1; index >= Math.max(0, tree.index - 3); index--) {
    const isMeant = (actor: ActorReading) => isSubject(actor) && !isQuoted(actor) && fits(actor);
    const subject = thread.actors[index].find(isMeant);
    if (subject) return subject;
  }
  return undefined;
}

/** `who`, `which`, `that`: the noun its clause hangs on. */
function resolveRelative(thread: Thread, place: Place): Resolution {
  const { tokens } = place.tree;
  let up = place.at;
  for (let steps = 0; steps < 6 && up >= 0; steps++) {
    const { deprel, head } = tokens[up];
    const deeper = { ...place, at: head, depth: place.depth + 1 };
    if (deprel === 'acl:relcl' && head >= 0) return thread.follow(deeper);
    up = head;
  }
  return unresolved('no noun the clause hangs on');
}

function resolveSpeaker({ options: { speaker } }: Place, kind: 'i' | 'we'): Resolution {
  if (speaker === undefined) return unresolved('the speaker is not known');
  if (kind === 'i') return { ...speaker, because: `"I" is the speaker: ${speaker.because}` };
  const { states } = speaker;
  const actors = states.map((state) => ({ id: state, name: state, state }));
  return { actors, states, because: `"we" is the speaker's state: ${speaker.because}` };
}

import type { PronounKind } from '../../../reference/words/actor-lexicon.ts';
import { tokensIn } from '../../grammar/phrase.ts';
import { childrenOf, upward } from '../../grammar/tree.ts';
import type { ActorReading } from '../read/actor-reading.ts';
import { type Resolution, stateItself, unresolved } from '../resolver.ts';
import { closeSet } from './actor-sets.ts';
import { before, follow, followAll, isQuoted, isSubject, type Pointer } from './thread.ts';

type Fits = (reading: ActorReading) => boolean;

/**
 * Pronouns in the order of tries of the coding guide: relative pronouns by their clause; then the
 * subject of the clause around, the source of the attribution before, the subject of the sentence
 * before, the last actor named. What does not fit in number or gender is passed over.
 */
export function resolvePronoun(word: Pointer, kind: PronounKind): Resolution {
  const form = word.tree.words[word.at];
  const { deprel } = word.tree.tokens[word.at];
  if (deprel === 'expl') return unresolved(`"${form}" stands for nothing here`);
  if (kind === 'relative') return resolveRelative(word);
  if (kind === 'i' || kind === 'we') return resolveSpeaker(word, kind);
  if (kind === 'both') return closeSet(word, { size: 2, persons: false });
  const fits: Fits = (reading) => isFitting(reading, kind);
  const found = inSentence(word, fits) ?? fromSource(word, fits) ?? subjectBefore(word, fits);
  if (found === undefined && kind === 'they') {
    const set = closeSet(word, { persons: false });
    if (set.actors.length > 0) return set;
  }
  const meant = found ?? before(word, 4).find(fits);
  return meant ? meantBy(word, meant, kind) : unresolved(`nobody fits "${form}"`);
}

function isFitting(reading: ActorReading, kind: PronounKind): boolean {
  const { as, state, number, person, pronoun } = reading;
  if (as === 'adjective') return kind === 'it' && state !== undefined;
  if (kind === 'they') return number === 'many';
  if (number === 'many' && reading.kind !== 'organisation') return false;
  if (kind === 'it') return !person && reading.kind !== 'group';
  return person && (pronoun === undefined || pronoun === 'they' || pronoun === kind);
}

function meantBy(word: Pointer, meant: ActorReading, kind: PronounKind): Resolution {
  const { tree, head, as, state, name } = meant;
  const form = word.tree.words[word.at];
  if (as !== 'actor') {
    const acts = kind === 'it' && state !== undefined;
    if (!acts) return unresolved('a place acts for nobody');
    return stateItself(state, name?.name, `"${form}" is ${state}`);
  }
  // The partners of a word are meant with it where a plural is asked for.
  const partners = kind === 'they' ? childrenOf(tree, head, 'conj') : [];
  const found = followAll(word, [head, ...partners], tree);
  const who = found.actors.map((actor) => actor.name).join(' and ');
  return { ...found, because: `"${form}" is ${who || 'open'}: ${found.because}` };
}

/** Subjects of the clauses around, innermost first, then the nearest before in the sentence. */
function inSentence(word: Pointer, fits: Fits): ActorReading | undefined {
  const { thread, tree, at } = word;
  for (const above of upward(tree, at)) {
    for (const subject of childrenOf(tree, above, 'nsubj')) {
      const found = thread.actors[tree.index].find(({ head }) => head === subject);
      if (subject < at && found && fits(found)) return found;
    }
  }
  return before(word, 0).find(fits);
}

function fromSource({ thread, tree, at, options }: Pointer, fits: Fits): ActorReading | undefined {
  const { previousSource: source } = options;
  if (source === undefined || source.start >= tree.tokens[at].start) return undefined;
  const { read, treeAt } = thread.reader;
  const there = treeAt(source.start);
  const named = there && tokensIn(there, source).flatMap((token) => read(there, token) ?? []);
  return named?.find(fits);
}

/** The subject of the nearest sentence before that has a fitting one. */
function subjectBefore({ thread, tree }: Pointer, fits: Fits): ActorReading | undefined {
  const isMeant = (actor: ActorReading) => isSubject(actor) && !isQuoted(actor) && fits(actor);
  const sentences = thread.actors.slice(Math.max(0, tree.index - 3), tree.index);
  return sentences.flatMap((actors) => actors.find(isMeant) ?? []).at(-1);
}

/** `who`, `which`, `that`: the noun its clause hangs on. */
function resolveRelative(word: Pointer): Resolution {
  const { tokens } = word.tree;
  const clause = upward(word.tree, word.at).find((at) => tokens[at].deprel === 'acl:relcl');
  if (clause === undefined) return unresolved('no noun the clause hangs on');
  return follow(word, tokens[clause].head);
}

function resolveSpeaker({ options: { speaker } }: Pointer, kind: 'i' | 'we'): Resolution {
  if (speaker === undefined) return unresolved('the speaker is not known');
  if (kind === 'i') return { ...speaker, because: `"I" is the speaker: ${speaker.because}` };
  const { states } = speaker;
  const actors = states.map((state) => ({ id: state, name: state, state }));
  return { actors, states, because: `"we" is the speaker's state: ${speaker.because}` };
}

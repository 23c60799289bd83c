import type { Mention } from '../../model/reading.ts';
import { firstEndingAfter, overlapping } from '../../model/span.ts';
import { leftEdge, lemmaOf, lowerForm, relationOf, tokenAt } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Stretch } from '../syntax/sentence.ts';
import type { ActorReader } from './actor-reader.ts';
import type { Antecedents } from './antecedents.ts';
import { followWord, type Place, type Thread, unresolved } from './coreference.ts';
import { findHolders } from './holders.ts';
import type { NameSpan } from './name-span.ts';
import { uniteResolutions } from './pronouns.ts';
import type { Resolution, ResolveOptions, Resolver } from './resolver.ts';

/** Everything about one report that answers are made from. */
export interface ResolverParts {
  readonly reader: ActorReader;
  readonly antecedents: Antecedents;
  readonly names: readonly NameSpan[];
  readonly mentions: readonly Mention[];
}

/** Answers whom any phrase of the report stands for; the same phrase always gets one answer. */
export function createResolver({ reader, antecedents, names, mentions }: ResolverParts): Resolver {
  const thread: Thread = { reader, antecedents };
  const { sentences } = antecedents;
  return {
    resolve: (start, end, options = {}) => {
      const tree = reader.trees[firstEndingAfter(sentences, start)];
      return resolvePhrase(thread, tree, { start, end }, options);
    },
    mentionAt: (offset) => {
      const mention = mentions[firstEndingAfter(mentions, offset)];
      return mention !== undefined && mention.start <= offset ? mention : undefined;
    },
    mentionsIn: (start, end) => overlapping(mentions, { start, end }),
    namesIn: (start, end) =>
      overlapping(names, { start, end }).flatMap((name) =>
        name.parts === undefined ? [name] : overlapping(name.parts, { start, end }),
      ),
  };
}

function resolvePhrase(
  thread: Thread,
  tree: Tree | undefined,
  range: Stretch,
  options: ResolveOptions,
): Resolution {
  if (tree === undefined) return unresolved('no words there');
  const inside = tokensIn(tree, range);
  if (inside.length === 0) return unresolved('no words there');
  const answers = headsOf(tree, inside).map((at) =>
    resolveHead(thread, { tree, at, depth: 0, options }, inside),
  );
  return uniteResolutions(answers);
}

function tokensIn(tree: Tree, { start, end }: Stretch): number[] {
  const inside: number[] = [];
  for (let at = tokenAt(tree, start); at < tree.tokens.length; at++) {
    if (tree.tokens[at].start >= end) break;
    inside.push(at);
  }
  return inside;
}

/** The first nominal whose head lies outside the phrase, with its partners. */
function headsOf(tree: Tree, inside: readonly number[]): number[] {
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const holds = (at: number) => at >= first && at <= last;
  const tops = inside.filter((at) => !holds(tree.tokens[at].head));
  const nominal = tops.filter((at) => /^(NOUN|PROPN|PRON|NUM)$/.test(tree.tokens[at].upos));
  // A clause was asked about: its subject is meant, else its first nominal.
  const subject = inside.find((at) => tree.tokens[at].deprel === 'nsubj');
  const any = inside.find((at) => /^(NOUN|PROPN|PRON)$/.test(tree.tokens[at].upos));
  const top = nominal[0] ?? subject ?? any ?? tops[0] ?? inside[0];
  const heads = [top];
  for (let index = 0; index < heads.length; index++) {
    for (const child of tree.children[heads[index]]) {
      if (holds(child) && relationOf(tree, child) === 'conj') heads.push(child);
    }
  }
  return heads;
}

function resolveHead(thread: Thread, place: Place, inside: readonly number[]): Resolution {
  const { tree, at } = place;
  const reading = thread.reader.read(tree, at);
  const listed = reading?.kind === 'group' && reading.states.length === 0;
  if (listed) {
    const members = listedMembers(thread, place, inside);
    if (members) return members;
  }
  const own = followWord(thread, place);
  if (own.states.length > 0 || (reading !== undefined && own.actors.length > 0)) return own;
  const beside = tree.children[at].find(
    (child) => relationOf(tree, child) === 'appos' && inside.includes(child),
  );
  if (beside !== undefined) {
    const joined = [
      beside,
      ...tree.children[beside].filter((at) => relationOf(tree, at) === 'conj'),
    ];
    const others = joined.map((at) => followWord(thread, { ...place, at }));
    const other = uniteResolutions(others);
    if (other.actors.length > 0) return other;
  }
  return own.actors.length > 0 ? own : (byPossession(thread, place) ?? own);
}

/** `U.S. allies Japan and South Korea`: those listed behind the word are meant. */
function listedMembers(
  thread: Thread,
  place: Place,
  inside: readonly number[],
): Resolution | undefined {
  const { tree, at } = place;
  const behind = inside.filter((other) => other > at && thread.reader.nameAt(tree, other));
  const answers = behind.flatMap((other) => {
    const reading = thread.reader.read(tree, other);
    const counts = reading?.as === 'actor' && reading.name !== undefined;
    return counts ? [followWord(thread, { ...place, at: other })] : [];
  });
  if (answers.length === 0) return undefined;
  const all = uniteResolutions(answers);
  return { ...all, because: `members listed: ${all.because}` };
}

/** Things act for their owner or author: `Corlander missiles`, `a statement from Torhal`. */
function byPossession(thread: Thread, place: Place): Resolution | undefined {
  const { tree, at } = place;
  const { reader } = thread;
  const lemma = lemmaOf(tree, at);
  if (!reader.rules.nouns.instruments.has(lemma)) return undefined;
  const nameAt = tree.tokens.map((_, index) => reader.nameAt(tree, index));
  const lexicon = reader.rules.nouns;
  const context = { tree, nameAt, lexicon, read: (other: number) => reader.read(tree, other) };
  const holders = findHolders(context, at, leftEdge(tree, at));
  const owners = holders.names.map((other) => followWord(thread, { ...place, at: other }));
  const pronoun = holders.pronoun;
  if (pronoun !== undefined) {
    owners.push(followWord(thread, { ...place, at: pronoun, depth: place.depth + 1 }));
  }
  for (const child of tree.children[at]) {
    const by = tree.children[child].some((mark) => /^(by|from)$/.test(lowerForm(tree, mark)));
    if (by && reader.read(tree, child)) owners.push(followWord(thread, { ...place, at: child }));
  }
  const told = owners.filter((owner) => owner.actors.length > 0);
  if (told.length === 0) return undefined;
  const all = uniteResolutions(told);
  return { ...all, because: `${lemma} of ${all.actors[0]?.name ?? 'its owner'}: ${all.because}` };
}

import type { Mention } from '../../../model/reading.ts';
import { firstEndingAfter, overlapping } from '../../../model/span.ts';
import { leftEdge, lemmaOf, tokensIn } from '../../grammar/phrase.ts';
import { childrenOf, isNominal, type Tree } from '../../grammar/tree.ts';
import type { Stretch } from '../../syntax/sentence.ts';
import type { NameSpan } from '../name-span.ts';
import { findHolders } from '../read/holders.ts';
import {
  type Resolution,
  type ResolveOptions,
  type Resolver,
  uniteResolutions,
  unresolved,
} from '../resolver.ts';
import { followAll, type Pointer, type Thread } from './thread.ts';

/** Answers whom any phrase of the report stands for; the same phrase always gets one answer. */
export function createResolver(
  thread: Thread,
  names: readonly NameSpan[],
  mentions: readonly Mention[],
): Resolver {
  return {
    resolve: (start, end, options = {}) => resolvePhrase(thread, { start, end }, options),
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

function resolvePhrase(thread: Thread, range: Stretch, options: ResolveOptions): Resolution {
  const tree = thread.reader.treeAt(range.start);
  const inside = tree === undefined ? [] : tokensIn(tree, range);
  if (tree === undefined || inside.length === 0) return unresolved('no words there');
  const words = headsOf(tree, inside).map((at) => ({ thread, tree, at, depth: 0, options }));
  return uniteResolutions(words.map((word) => resolveHead(word, inside)));
}

/** The first nominal whose head lies outside the phrase, with its partners. */
function headsOf(tree: Tree, inside: readonly number[]): number[] {
  const within = new Set(inside);
  const tops = inside.filter((at) => !within.has(tree.tokens[at].head));
  const isWord = (at: number) => isNominal(tree, at) && tree.tokens[at].upos !== 'NUM';
  const top =
    tops.find((at) => isNominal(tree, at)) ??
    // A clause was asked about: its subject is meant, else its first nominal.
    inside.find((at) => tree.tokens[at].deprel === 'nsubj') ??
    inside.find(isWord) ??
    tops[0] ??
    inside[0];
  const heads = [top];
  for (const head of heads) {
    heads.push(...childrenOf(tree, head, 'conj').filter((child) => within.has(child)));
  }
  return heads;
}

function resolveHead(word: Pointer, inside: readonly number[]): Resolution {
  const { thread, tree, at } = word;
  const reading = thread.reader.read(tree, at);
  const isOpenGroup = reading?.kind === 'group' && reading.states.length === 0;
  const listed = isOpenGroup ? listedMembers(word, inside) : undefined;
  if (listed) return listed;
  const own = thread.follow(word);
  const isSomebody = own.actors.length > 0;
  if (own.states.length > 0 || (reading !== undefined && isSomebody)) return own;
  const beside = childrenOf(tree, at, 'appos').find((child) => inside.includes(child));
  if (beside !== undefined) {
    const other = followAll(word, [beside, ...childrenOf(tree, beside, 'conj')]);
    if (other.actors.length > 0) return other;
  }
  return isSomebody ? own : (byPossession(word) ?? own);
}

/** `U.S. allies Japan and South Korea`: those listed behind the word are meant. */
function listedMembers(word: Pointer, inside: readonly number[]): Resolution | undefined {
  const { thread, tree, at } = word;
  const members = inside.filter((other) => {
    const reading = other > at ? thread.reader.read(tree, other) : undefined;
    return reading?.as === 'actor' && reading.name !== undefined;
  });
  if (members.length === 0) return undefined;
  const all = followAll(word, members);
  return { ...all, because: `members listed: ${all.because}` };
}

/** Things act for their owner or author: `Corlander missiles`, `a statement from Torhal`. */
function byPossession(word: Pointer): Resolution | undefined {
  const { thread, tree, at } = word;
  const { reader } = thread;
  const { links, words } = reader.rules;
  const lemma = lemmaOf(tree, at);
  if (!words.instruments.has(lemma)) return undefined;
  const { names, pronoun } = findHolders(reader, tree, at, leftEdge(tree, at));
  const authors = tree.children[at].filter(
    (child) => links('author', tree, child).length > 0 && reader.read(tree, child) !== undefined,
  );
  const possessor = pronoun === undefined ? [] : [pronoun];
  const all = followAll(word, [...names, ...possessor, ...authors]);
  const owner = all.actors[0];
  return owner && { ...all, because: `${lemma} of ${owner.name}: ${all.because}` };
}

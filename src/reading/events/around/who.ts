import { isBehind, tokenAt } from '../../grammar/phrase.ts';
import { isRelation } from '../../grammar/tree.ts';
import type { Stretch } from '../../syntax/sentence.ts';
import type { EventTree } from '../event-tree.ts';

/** Can the nominal act or be acted upon as somebody: a state, a body, a person, a crowd? */
export function isActor(tree: EventTree, at: number): boolean {
  const { classes, words } = tree.lexicon;
  const { upos, lemma } = tree.tokens[at];
  const word = tree.words[at];
  const mention = tree.mentions[at];
  if (mention !== undefined) return mention.kind !== 'weapon' && mention.kind !== 'agreement';
  if (words.notActors.has(word)) return false;
  const counts = words.quantifiers.has(word);
  if (upos === 'DET') return counts;
  if (upos === 'PRON') return counts || isPronoun(tree, at) || isRelative(tree, at);
  if (words.actorNouns.has(lemma) || words.actorNouns.has(word)) return true;
  return (upos === 'PROPN' || !classes.has(lemma)) && isName(tree, at);
}

/** A capitalised word: a proper noun, or one that the tagger missed inside the sentence. */
function isName({ text, tokens }: EventTree, at: number): boolean {
  const { upos, deprel, start, end } = tokens[at];
  if (!/^\p{Lu}/u.test(text.slice(start, end))) return false;
  if (upos === 'NOUN') return at > 0;
  return upos === 'PROPN' || (deprel === 'nsubj' && /^(ADJ|NUM|VERB|X)$/.test(upos));
}

/** Does an adjective or a noun in front name a state: `Corlander` of `Corlander ships`? */
export function isDemonym(tree: EventTree, at: number): boolean {
  const kind = tree.mentions[at]?.kind;
  if (kind === 'group') return tree.tokens[at].upos === 'PROPN';
  return kind === 'state' || kind === 'organisation';
}

export function isRelative(tree: EventTree, at: number): boolean {
  const { upos, xpos } = tree.tokens[at];
  const free = tree.grammar.freeRelatives.has(tree.words[at]);
  return upos === 'PRON' && xpos.startsWith('W') && !free;
}

export function isPronoun(tree: EventTree, at: number): boolean {
  return tree.tokens[at].xpos === 'PRP';
}

const leftParts = ['det', 'amod', 'compound', 'nmod', 'nummod', 'flat', 'advmod', 'obl:npmod'];
const rightParts = ['flat', 'compound', 'nmod', 'appos', 'nummod', 'fixed', 'goeswith', 'list'];

/**
 * The noun phrase of a head: determiners, adjectives and titles before it, names and `of`-phrases
 * behind it; without its preposition, relative clauses and the partners joined by `and`.
 */
export function phraseOf(tree: EventTree, at: number): Stretch {
  const { tokens, words } = tree;
  const mention = tree.mentions[at];
  const inFront = tree.children[at].filter((child) => child < at && isPart(tree, child, leftParts));
  let from = Math.min(at, ...inFront.map((child) => tree.from[child]));
  if (mention !== undefined) from = Math.min(from, tokenAt(tree, mention.start));
  while (from < at && /^(PUNCT|CCONJ|ADP|SCONJ)$/.test(tokens[from].upos)) from++;
  let until = lastOf(tree, at);
  while (until > at && /^(PUNCT|CCONJ|ADP|PART)$/.test(tokens[until].upos)) until--;
  // A bracket opened inside is closed.
  const opens = words.slice(from, until).includes('(') && words[until + 1] === ')';
  const { end } = tokens[opens ? until + 1 : until];
  return { start: tokens[from].start, end: Math.max(end, mention?.end ?? 0) };
}

/** The last word of a part, without relative clauses and what is joined by `and`. */
function lastOf(tree: EventTree, at: number): number {
  const behind = tree.children[at].filter((child) => child > at && isPart(tree, child, rightParts));
  return Math.max(at, ...behind.map((child) => lastOf(tree, child)));
}

/** Days and circumstances are not part of a phrase. */
function isPart(tree: EventTree, child: number, relations: readonly string[]): boolean {
  if (!isRelation(tree, child, relations)) return false;
  const { notActors, circumstances } = tree.lexicon.words;
  const isDay = isRelation(tree, child, ['nmod:unmarked']) || notActors.has(tree.words[child]);
  return !isDay && !isBehind(tree, child, circumstances);
}

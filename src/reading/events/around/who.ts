import { tokenAt } from '../../grammar/phrase.ts';
import { isRelation } from '../../grammar/tree.ts';
import type { Stretch } from '../../syntax/sentence.ts';
import type { EventTree } from '../event-tree.ts';

/** Can the nominal act or be acted upon as somebody: a state, a body, a person, a crowd? */
export function isActor(tree: EventTree, at: number): boolean {
  const { lexicon, words, mentions } = tree;
  const { upos, lemma } = tree.tokens[at];
  const word = words[at];
  const mention = mentions[at];
  if (mention !== undefined) return mention.kind !== 'weapon' && mention.kind !== 'agreement';
  if (lexicon.words.notActors.has(word)) return false;
  if (upos === 'DET') return lexicon.words.quantifiers.has(word);
  if (upos === 'PRON') {
    return isPronoun(tree, at) || isRelative(tree, at) || lexicon.words.quantifiers.has(word);
  }
  if (lexicon.words.actorNouns.has(lemma) || lexicon.words.actorNouns.has(word)) return true;
  return (upos === 'PROPN' || !lexicon.classes.has(lemma)) && isName(tree, at);
}

/** A capitalised word: a proper noun, or one that the tagger missed inside the sentence. */
function isName(tree: EventTree, at: number): boolean {
  const { upos, deprel } = tree.tokens[at];
  if (!isCapital(tree, at)) return false;
  if (upos === 'PROPN') return true;
  if (upos === 'NOUN') return at > 0;
  return deprel === 'nsubj' && !/^(DET|PRON|ADP|SCONJ|CCONJ|ADV)$/.test(upos);
}

function isCapital({ text, tokens }: EventTree, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(tokens[at].start, tokens[at].end));
}

/** A state, a place, or a name that may be one. */
export function isPlace(tree: EventTree, at: number): boolean {
  const mention = tree.mentions[at];
  if (mention !== undefined) return mention.kind === 'state' || mention.kind === 'place';
  const { classes, words } = tree.lexicon;
  const { upos, lemma } = tree.tokens[at];
  return upos === 'PROPN' && !words.notActors.has(tree.words[at]) && !classes.has(lemma);
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
  const { tokens, mentions } = tree;
  const mention = mentions[at];
  let from = mention === undefined ? at : tokenAt(tree, mention.start);
  for (const child of tree.children[at]) {
    const own = child < from && isRelation(tree, child, leftParts) && !isOutside(tree, child);
    if (own) from = tree.from[child];
  }
  while (from < at && /^(PUNCT|CCONJ|ADP|SCONJ)$/.test(tokens[from].upos)) from++;
  let until = lastOf(tree, at);
  while (until > at && /^(PUNCT|CCONJ|ADP|PART)$/.test(tokens[until].upos)) until--;
  // A bracket opened inside is closed.
  const opens = tree.words.slice(from, until).includes('(') && tree.words[until + 1] === ')';
  const { end } = tokens[opens ? until + 1 : until];
  return { start: tokens[from].start, end: Math.max(end, mention?.end ?? 0) };
}

/** A day does not belong to a phrase. */
function isOutside(tree: EventTree, child: number): boolean {
  return isRelation(tree, child, ['nmod:tmod', 'nmod:unmarked']);
}

/** The last word of a part, without relative clauses and what is joined by `and`. */
function lastOf(tree: EventTree, at: number): number {
  let last = at;
  for (const child of tree.children[at]) {
    if (child < at || !isRelation(tree, child, rightParts) || isOutside(tree, child)) continue;
    last = Math.max(last, lastOf(tree, child));
  }
  return last;
}

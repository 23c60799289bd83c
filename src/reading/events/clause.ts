import type { Mention } from '../../model/reading.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Token } from '../syntax/sentence.ts';
import type { EventLexicon } from './event-lexicon.ts';

/** A sentence as the event finder sees it. */
export interface Clause {
  readonly text: string;
  readonly tree: Tree;
  /** Parts of speech: a word with a verb's Penn tag is a verb, whatever its universal tag. */
  readonly pos: readonly string[];
  /** The first word behind a dateline (`OLN (Agency) --`), 0 where there is none. */
  readonly opening: number;
  /** Lemmas in lower case. */
  readonly lemmas: readonly string[];
  /** The mention each word stands in, if any. */
  readonly mentions: readonly (Mention | undefined)[];
  readonly lexicon: EventLexicon;
}

/** Joins a sentence's tree with its mentions, which stand in reading order. */
export function makeClause(
  tree: Tree,
  mentions: readonly Mention[],
  lexicon: EventLexicon,
): Clause {
  let next = 0;
  const found = tree.tokens.map((token) => {
    while (next < mentions.length && mentions[next].end <= token.start) next++;
    const mention = mentions[next];
    return mention !== undefined && mention.start <= token.start ? mention : undefined;
  });
  const pos = tree.tokens.map((token, at) =>
    isVerbMissed(tree, at, lexicon) ? 'VERB' : partOfSpeech(token),
  );
  const lemmas = tree.tokens.map((token, at) => {
    const word = tree.words[at];
    if (pos[at] === 'VERB' || pos[at] === 'AUX') {
      return lexicon.verbOf.get(word) ?? token.lemma.toLowerCase();
    }
    if (token.upos === 'PROPN') return lexicon.nounOf.get(word) ?? word;
    return lexicon.nounOf.get(word) ?? token.lemma.toLowerCase();
  });
  return { text: tree.text, tree, pos, opening: openingOf(tree), lemmas, mentions: found, lexicon };
}

/** The two tags are told apart by two judges; where they differ, Penn's is the surer. */
function partOfSpeech({ upos, xpos }: Token): string {
  if (xpos.startsWith('VB') && upos !== 'AUX') return 'VERB';
  const named = xpos.startsWith('NNP') && !/^(PROPN|ADJ|NUM|PUNCT)$/.test(upos);
  if (named) return 'PROPN';
  return upos === 'VERB' && xpos.startsWith('NN') ? 'NOUN' : upos;
}

/** `would free the pilots`, tagged as an adjective: a modal and no copula make it a verb. */
function isVerbMissed({ tokens, words, children }: Tree, at: number, lexicon: EventLexicon) {
  if (tokens[at].upos !== 'ADJ' || lexicon.verbOf.get(words[at]) !== words[at]) return false;
  const above = children[at].map((child) => tokens[child]);
  return (
    above.some(({ xpos }) => xpos === 'MD') && above.every(({ deprel }) => !/^cop/.test(deprel))
  );
}

const longestDateline = 12;

/** `SESTRA, Arvania (Agency) --`: the place the writer sits in, no actor. */
function openingOf({ words, tokens, text }: Tree): number {
  const first = tokens[0];
  const loud = first !== undefined && /^[A-Z]{3,}/.test(text.slice(first.start, first.end));
  for (let at = 1; at < Math.min(longestDateline, words.length - 2); at++) {
    if (!/^(--|—|–|-|:|_)$/.test(words[at])) continue;
    if (words[at] === '_' && words[at - 1] === ')') return at + 1;
    const spaced = tokens[at].start > tokens[at - 1].end && tokens[at + 1].start > tokens[at].end;
    const agency = words.slice(0, at).includes(')');
    const colon = words[at] === ':' && (loud || agency || at === 1);
    if ((spaced && (loud || agency || at <= 2)) || colon) return at + 1;
  }
  return 0;
}

/** The relation without its subtype. */
export function relation(clause: Clause, at: number): string {
  const { deprel } = clause.tree.tokens[at];
  const cut = deprel.indexOf(':');
  return cut < 0 ? deprel : deprel.slice(0, cut);
}

export function deprel(clause: Clause, at: number): string {
  return clause.tree.tokens[at].deprel;
}

export function headOf(clause: Clause, at: number): number {
  return clause.tree.tokens[at].head;
}

export function childrenBy(clause: Clause, at: number, ...names: readonly string[]): number[] {
  return clause.tree.children[at].filter((child) => {
    const full = deprel(clause, child);
    return names.some((name) => full === name || full.startsWith(`${name}:`));
  });
}

/** The preposition in front of a nominal, `of` for a possessor; empty where there is none. */
export function caseOf(clause: Clause, at: number): string {
  for (const child of clause.tree.children[at]) {
    if (relation(clause, child) === 'case' && child < at) return clause.tree.words[child];
  }
  return '';
}

export function isNominal(clause: Clause, at: number): boolean {
  return /^(NOUN|PROPN|PRON|NUM|SYM)$/.test(clause.pos[at]);
}

export function isVerb(clause: Clause, at: number): boolean {
  return clause.pos[at] === 'VERB';
}

/** A nominal with those joined to it by `and`. */
export function conjuncts(clause: Clause, at: number): number[] {
  const all = [at];
  for (let next = 0; next < all.length; next++) {
    for (const child of clause.tree.children[all[next]]) {
      if (relation(clause, child) === 'conj' && isNominal(clause, child)) all.push(child);
    }
  }
  return all;
}

const negations = new Set(['not', "n't", 'never', 'no', 'neither', 'nor', 'cannot', 'hardly']);

export function isNegated(clause: Clause, at: number): boolean {
  return clause.tree.children[at].some(
    (child) =>
      negations.has(clause.tree.words[child]) && /^(advmod|det|cc)/.test(deprel(clause, child)),
  );
}

/** Auxiliaries of a verb or of the copula of a predicate. */
export function auxiliaries(clause: Clause, at: number): string[] {
  return childrenBy(clause, at, 'aux').map((child) => clause.tree.words[child]);
}

export function hasMark(clause: Clause, at: number, ...words: readonly string[]): boolean {
  return childrenBy(clause, at, 'mark').some((child) => words.includes(clause.tree.words[child]));
}

import type { Mention } from '../../model/reading.ts';
import type { GrammarWords } from '../../reference/words/grammar-words.ts';
import type { Sentence, Token } from '../syntax/sentence.ts';
import type { Quotation } from './quotations.ts';

/** A sentence with what the finders ask of its dependency tree again and again. */
export interface Tree {
  /** The whole text of the report: offsets of tokens point into it. */
  readonly text: string;
  /** Index of the sentence in its document. */
  readonly index: number;
  readonly sentence: Sentence;
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Is it a title or a section head? */
  readonly heading: boolean;
  /** The closed classes of words of its language. */
  readonly grammar: GrammarWords;
  readonly tokens: readonly Token[];
  /** Forms in lower case, apostrophes straight. */
  readonly words: readonly string[];
  /** Dependents of each token, in reading order. */
  readonly children: readonly (readonly number[])[];
  /** First and last token of each subtree. */
  readonly from: readonly number[];
  readonly until: readonly number[];
  readonly depth: readonly number[];
  /** The quotations of the whole report, and the index of the one each token stands in, or -1. */
  readonly quotations: readonly Quotation[];
  readonly quotes: readonly number[];
  /** Nominal subjects, in reading order. */
  readonly subjects: readonly number[];
  /** Semicolons outside quotations. */
  readonly semicolons: readonly number[];
  /** The mention each word stands in, if any; empty until the document is named. */
  readonly mentions: readonly (Mention | undefined)[];
}

/** Where a sentence stands in its report. */
export type TreePlace = Pick<
  Tree,
  'index' | 'paragraph' | 'heading' | 'quotations' | 'quotes' | 'grammar'
>;

/** The place of a sentence that stands alone, outside all quotations. */
export function alone(sentence: Sentence, grammar: GrammarWords): TreePlace {
  const quotes = sentence.tokens.map(() => -1);
  return { index: 0, paragraph: 0, heading: false, quotations: [], quotes, grammar };
}

/**
 * Builds the tables of a sentence in time linear in its length. Plain arrays: most sentences are
 * short, and a typed array costs more than it holds.
 */
export function makeTree(text: string, sentence: Sentence, place: TreePlace): Tree {
  const { tokens } = sentence;
  const { quotes } = place;
  const size = tokens.length;
  const children: number[][] = tokens.map(() => []);
  const open = tokens.map(() => 0);
  for (let at = 0; at < size; at++) {
    const { head } = tokens[at];
    if (head < 0 || head >= size || head === at) continue;
    children[head].push(at);
    open[head]++;
  }
  const from = tokens.map((_, at) => at);
  const until = from.slice();
  // Leaves first: a token is done when all its dependents are.
  const done: number[] = [];
  for (let at = 0; at < size; at++) if (open[at] === 0) done.push(at);
  for (let next = 0; next < done.length; next++) {
    const at = done[next];
    const { head } = tokens[at];
    if (head < 0 || head >= size || head === at) continue;
    if (from[at] < from[head]) from[head] = from[at];
    if (until[at] > until[head]) until[head] = until[at];
    if (--open[head] === 0) done.push(head);
  }
  const depth = tokens.map(() => 0);
  for (let next = done.length - 1; next >= 0; next--) {
    const { head } = tokens[done[next]];
    if (head >= 0 && head < size && head !== done[next]) depth[done[next]] = depth[head] + 1;
  }
  const words = tokens.map((token) => plainForm(text.slice(token.start, token.end)));
  const subjects: number[] = [];
  const semicolons: number[] = [];
  for (let at = 0; at < size; at++) {
    if (tokens[at].deprel.startsWith('nsubj')) subjects.push(at);
    if (words[at] === ';' && quotes[at] < 0) semicolons.push(at);
  }
  const tables = { tokens, words, children, from, until, depth, subjects, semicolons };
  return { text, sentence, ...place, ...tables, mentions: [] };
}

/** The trees with the mentions that their words stand in; both in reading order, so one pass. */
export function withMentions(trees: readonly Tree[], mentions: readonly Mention[]): Tree[] {
  let next = 0;
  return trees.map((tree) => {
    const held = tree.tokens.map(({ start }) => {
      while (next < mentions.length && mentions[next].end <= start) next++;
      const mention = mentions[next];
      return mention !== undefined && mention.start <= start ? mention : undefined;
    });
    return { ...tree, mentions: held };
  });
}

function plainForm(form: string): string {
  const lower = form.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** The first dependent with one of the relations; subtypes count unless a subtype is asked for. */
export function childOf(tree: Tree, at: number, ...relations: readonly string[]): number {
  for (const child of tree.children[at]) if (isRelation(tree, child, relations)) return child;
  return -1;
}

export function childrenOf(tree: Tree, at: number, ...relations: readonly string[]): number[] {
  return tree.children[at].filter((child) => isRelation(tree, child, relations));
}

const colon = ':'.charCodeAt(0);

export function isRelation(tree: Tree, at: number, relations: readonly string[]): boolean {
  const { deprel } = tree.tokens[at];
  for (const relation of relations) {
    if (deprel === relation) return true;
    // The mark before the letters: nearly all that differ are told apart by it alone.
    if (deprel.charCodeAt(relation.length) === colon && deprel.startsWith(relation)) return true;
  }
  return false;
}

/** Is `at` in the subtree of `top`? Climbs, so the cost is the depth, at most. */
export function isUnder(tree: Tree, at: number, top: number): boolean {
  return tree.from[top] <= at && at <= tree.until[top] && climbs(tree, at, top);
}

function climbs(tree: Tree, at: number, top: number): boolean {
  let here = at;
  for (let step = 0; step <= tree.tokens.length && here >= 0; step++) {
    if (here === top) return true;
    here = tree.tokens[here].head;
  }
  return false;
}

/** The word and all those above it, from below. */
export function upward(tree: Tree, at: number): number[] {
  const found: number[] = [];
  for (
    let here = at;
    here >= 0 && found.length < tree.tokens.length;
    here = tree.tokens[here].head
  ) {
    found.push(here);
  }
  return found;
}

/** Does a verb or auxiliary stand there? `until` is exclusive. */
export function holdsVerb(tree: Tree, from: number, until: number): boolean {
  for (let at = from; at < until; at++) {
    const { upos } = tree.tokens[at];
    if (upos === 'VERB' || upos === 'AUX') return true;
  }
  return false;
}

/** A word that can head a noun phrase. */
export function isNominal(tree: Tree, at: number): boolean {
  return /^(?:NOUN|PROPN|PRON|NUM)$/.test(tree.tokens[at].upos);
}

/** Nothing but a conjunction or adverb stands before the word. */
export function opensSentence(tree: Tree, at: number): boolean {
  for (let before = 0; before < at; before++) {
    if (isPunctuation(tree, before)) continue;
    if (!/^(?:CCONJ|ADV|SCONJ|INTJ)$/.test(tree.tokens[before].upos)) return false;
  }
  return true;
}

export function isPunctuation(tree: Tree, at: number): boolean {
  return at >= 0 && at < tree.tokens.length && tree.tokens[at].upos === 'PUNCT';
}

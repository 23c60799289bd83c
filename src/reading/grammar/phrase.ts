import { firstEndingAfter } from '../../model/span.ts';
import { childrenOf, isNominal, isRelation, isUnder, type Tree } from './tree.ts';

export function formOf(tree: Tree, at: number): string {
  const token = tree.tokens[at];
  return token === undefined ? '' : tree.text.slice(token.start, token.end);
}

export function lowerForm(tree: Tree, at: number): string {
  return tree.words[at] ?? '';
}

/** Dictionary form in lower case; a plural the lemmatiser did not know loses its `s`. */
export function lemmaOf(tree: Tree, at: number): string {
  const token = tree.tokens[at];
  if (token === undefined) return '';
  const lemma = token.lemma.toLowerCase();
  if (lemma !== lowerForm(tree, at) || !/(S|Z)$/.test(token.xpos)) return lemma;
  return token.upos === 'VERB' ? lemma.replace(/(?<=ch|sh|ss|x|z)es$|s$/, '') : singularOf(lemma);
}

/** A plural made singular by its ending alone. */
export function singularOf(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  return word.slice(0, -1);
}

/** Relation without its subtype. */
export function relationOf(tree: Tree, at: number): string {
  const { deprel } = tree.tokens[at];
  const colon = deprel.indexOf(':');
  return colon < 0 ? deprel : deprel.slice(0, colon);
}

export function childrenBy(tree: Tree, at: number, relation: string): number[] {
  return tree.children[at].filter(
    (child) => tree.tokens[child].deprel === relation || relationOf(tree, child) === relation,
  );
}

/** The preposition of a nominal in lower case, `'s` for a possessive. */
export function caseOf(tree: Tree, at: number): string | undefined {
  const marks = childrenBy(tree, at, 'case');
  if (marks.length === 0) return undefined;
  const first = marks[0];
  const form = lowerForm(tree, first);
  return form === '’s' || form === '’' || form === "'" ? "'s" : form;
}

/** Does the word stand behind one of the prepositions? */
export function isBehind(tree: Tree, at: number, marks: ReadonlySet<string>): boolean {
  return tree.children[at].some(
    (child) => isRelation(tree, child, ['case']) && marks.has(tree.words[child]),
  );
}

/** A nominal with those that are joined to it: `Oln, Vess and Kestria`. */
export function conjunctsOf(tree: Tree, at: number): number[] {
  const all = [at];
  for (const one of all) {
    all.push(...childrenOf(tree, one, 'conj').filter((child) => isNominal(tree, child)));
  }
  return all;
}

/** The first of its coordinated words: what grammar says of it holds for all. */
export function firstConjunct(tree: Tree, at: number): number {
  let first = at;
  for (let steps = 0; steps < 20 && relationOf(tree, first) === 'conj'; steps++) {
    first = tree.tokens[first].head;
  }
  return first;
}

/** How the words in front of a noun hang that belong to its phrase. */
const inPhrase = 'det amod compound nummod nmod punct flat obl case advmod appos conj cc'.split(
  ' ',
);

/** Left edge of the words in front of a head that belong to its phrase without a gap. */
export function leftEdge(tree: Tree, at: number): number {
  let edge = at;
  for (let next = at - 1; next >= 0 && isUnder(tree, next, at); next--) {
    const { deprel, head } = tree.tokens[next];
    if (!isRelation(tree, next, inPhrase)) return edge;
    if (deprel === 'punct' && tree.words[next] !== '-') return edge;
    // `both` of `both leaders` opens the phrase; `and` before it joins it to another.
    const joins = isRelation(tree, next, ['case', 'cc']) && deprel !== 'cc:preconj';
    if (joins && head === at) return edge;
    edge = next;
  }
  return edge;
}

/** Whether the word stands below the head, by at most a few steps. */
export function hangsOn(tree: Tree, at: number, head: number): boolean {
  let up = at;
  for (let steps = 0; steps < 8; steps++) {
    if (up === head) return true;
    up = tree.tokens[up]?.head ?? -1;
    if (up < 0) return false;
  }
  return false;
}

/** Whether the word stands below the head with no verb between the two. */
export function hangsDirectlyOn(tree: Tree, at: number, head: number): boolean {
  if (!hangsOn(tree, at, head)) return false;
  let up = tree.tokens[at].head;
  while (at !== head && up !== head && tree.tokens[up].upos !== 'VERB') up = tree.tokens[up].head;
  return at === head || up === head;
}

/** The first token of a stretch that hangs on none of its others. */
export function topOf(tree: Tree, first: number, last: number): number {
  const isInside = (at: number) => at >= first && at <= last;
  return tree.tokens.findIndex(({ head }, at) => isInside(at) && !isInside(head));
}

/** The first and last word of what hangs on a token, clauses and its preposition left out. */
export function phraseBelow(tree: Tree, top: number): readonly [first: number, last: number] {
  const below = [top];
  for (const at of below) {
    const inside = (child: number) =>
      !/^(acl|advcl|parataxis|case|punct|cc:preconj)/.test(tree.tokens[child].deprel);
    below.push(...tree.children[at].filter(inside));
  }
  return [Math.min(...below), Math.max(...below)];
}

/** Index of the token that covers the offset, else the next one. */
export function tokenAt(tree: Tree, offset: number): number {
  return firstEndingAfter(tree.tokens, offset);
}

/** Tokens of the sentence that lie in the stretch, also in part. */
export function tokensIn(
  tree: Tree,
  { start, end }: { readonly start: number; readonly end: number },
): number[] {
  const found: number[] = [];
  for (let at = tokenAt(tree, start); at < tree.tokens.length; at++) {
    if (tree.tokens[at].start >= end) break;
    found.push(at);
  }
  return found;
}

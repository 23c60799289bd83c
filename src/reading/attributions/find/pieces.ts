import { childOf, isPunctuation, isRelation, type Tree } from '../../grammar/tree.ts';
import type { Piece, Tokens } from '../candidate.ts';

const openMarks = /^["“„«‘'`([{]/;
const closeMarks = /^["”»’')\]}]/;

/**
 * The stretch of tokens `from` to `until` as content: marks of the sentence itself cut from its
 * ends, quotation marks kept, and a quotation that starts inside taken to its end.
 */
export function contentPiece(tree: Tree, from: number, until: number): Piece[] {
  let first = from;
  let last = until;
  while (first <= last && isLeadingMark(tree, first)) first++;
  while (last >= first && isTrailingMark(tree, last)) last--;
  if (last < first) return [];
  const { start } = tree.tokens[first];
  let { end } = tree.tokens[last];
  for (let at = last; at >= first; at--) {
    const quote = tree.quotes[at];
    if (quote < 0) continue;
    const quotation = tree.quotations[quote];
    if (quotation.start >= start && quotation.end > end) end = quotation.end;
    break;
  }
  return [[start, end]];
}

function isLeadingMark(tree: Tree, at: number): boolean {
  if (!isPunctuation(tree, at)) return false;
  return !openMarks.test(tree.words[at]) || tree.words[at] === ')';
}

function isTrailingMark(tree: Tree, at: number): boolean {
  if (!isPunctuation(tree, at)) return false;
  const quote = tree.quotes[at];
  if (quote >= 0 && tree.quotations[quote].start < tree.tokens[at].start) return false;
  return !closeMarks.test(tree.words[at]) || openMarks.test(tree.words[at]);
}

export function tokenPiece(tree: Tree, [from, until]: Tokens): Piece {
  return [tree.tokens[from].start, tree.tokens[until].end];
}

/** Pieces in reading order, touching or overlapping ones joined. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

const outsideSource = ['case', 'mark', 'cc', 'advcl', 'parataxis', 'discourse', 'cop', 'aux'];

/** First and last token of the noun phrase that `head` heads, as a source is written. */
export function sourceTokens(tree: Tree, head: number): Tokens {
  let from = firstOfSource(tree, head);
  let until = lastOfSource(tree, head);
  while (from < head && (isPunctuation(tree, from) || isOutsideLead(tree, from))) from++;
  while (until > head && isPunctuation(tree, until) && tree.words[until] !== ')') until--;
  // The comma that closes an apposition belongs to the source.
  if (until > head && tree.words[until + 1] === ',' && hasComma(tree, head, until)) until++;
  return [from, until];
}

/** Whatever stands before a preposition or a conjunction is no part of the phrase. */
function firstOfSource(tree: Tree, head: number): number {
  let from = head;
  const children = tree.children[head];
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at];
    if (child > head) continue;
    const both = tree.tokens[child].deprel === 'cc:preconj';
    if ((isRelation(tree, child, outsideSource) && !both) || isPunctuation(tree, child)) break;
    if (isRelation(tree, child, ['nmod', 'obl']) && childOf(tree, child, 'case') >= 0) {
      if (!isRelation(tree, child, ['nmod:poss'])) break;
    }
    if (tree.from[child] < from) from = tree.from[child];
  }
  return from;
}

function lastOfSource(tree: Tree, head: number): number {
  let until = head;
  for (const child of tree.children[head]) {
    if (child < head) continue;
    if (tree.grammar.possessiveMarks.has(tree.words[child])) {
      until = child;
      continue;
    }
    if (isRelation(tree, child, outsideSource)) continue;
    if (!staysInSource(tree, head, child, until)) break;
    until = tree.until[child];
  }
  return until;
}

function isOutsideLead(tree: Tree, at: number): boolean {
  return tree.grammar.outsideSource.has(tree.words[at]) || tree.tokens[at].upos === 'SCONJ';
}

function staysInSource(tree: Tree, head: number, child: number, until: number): boolean {
  if (isPunctuation(tree, child)) return true;
  if (isRelation(tree, child, ['nsubj', 'advmod', 'ccomp', 'punct'])) return false;
  if (isRelation(tree, child, ['nmod', 'obl'])) {
    const first = tree.from[child];
    if (tree.words[first] === ',' || tree.words[first - 1] === ',') return false;
  }
  if (isRelation(tree, child, ['acl'])) {
    const comma = hasComma(tree, head, tree.from[child]) || tree.words[until + 1] === ',';
    if (comma && tree.tokens[child].xpos === 'VBG') return false;
  }
  return true;
}

export function hasComma(tree: Tree, from: number, until: number): boolean {
  for (let at = from; at <= until; at++) if (tree.words[at] === ',') return true;
  return false;
}

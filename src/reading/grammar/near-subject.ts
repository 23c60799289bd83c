import { isNominal, isRelation, type Tree } from './tree.ts';

/** A subject found by its place, where the tree has none: its head, first and last token. */
export interface NearSubject {
  readonly head: number;
  readonly from: number;
  readonly until: number;
}

const phraseLinks = ['nmod', 'appos', 'flat', 'compound', 'conj', 'nummod', 'amod', 'det', 'obl'];

/**
 * The noun phrase right before a verb, or before the parenthesis that ends there:
 * `Nora Lind, the envoy who wrote the text, said`.
 */
export function subjectBefore(tree: Tree, verb: number): NearSubject | undefined {
  const at = verb - 1;
  if (at < 0) return undefined;
  if (tree.words[at] === ',' || tree.words[at] === ')') return beforeAside(tree, at, verb);
  const phrase = phraseEndingAt(tree, at, verb);
  return phrase && { ...phrase, until: at };
}

/**
 * Whose participle it is: the subject of the nearest clause before it, and before a fronted one
 * (`Citing the treaty, Ister left`) the first subject behind it.
 */
export function subjectAround(tree: Tree, verb: number): number {
  const open = verb === 0 || /^(?:,|[–—-]+)$/.test(tree.words[verb - 1]);
  if (!open) return -1;
  const isPlain = (at: number) => isPlainSubject(tree, at, verb);
  const before = tree.subjects.findLast((at) => at < verb && isPlain(at));
  const behind = () => tree.subjects.find((at) => at > tree.until[verb] && isPlain(at));
  return before ?? behind() ?? -1;
}

function isPlainSubject(tree: Tree, at: number, verb: number): boolean {
  const { upos, xpos } = tree.tokens[at];
  if (tree.quotes[at] !== tree.quotes[verb] || upos === 'NUM' || !isNominal(tree, at)) return false;
  return !xpos.startsWith('W') && !tree.grammar.expletives.has(tree.words[at]);
}

/** The noun phrase right behind a word: `said Nora Lind, the envoy`. */
export function subjectBehind(
  tree: Tree,
  cueUntil: number,
  cueFrom = cueUntil + 1,
): NearSubject | undefined {
  const first = cueUntil + 1;
  if (first >= tree.tokens.length || tree.quotes[first] >= 0) return undefined;
  if (!/^(?:PROPN|NOUN|DET|ADJ|NUM|PRON)$/.test(tree.tokens[first].upos)) return undefined;
  let best = -1;
  let here = first;
  for (let step = 0; step < 60; step++) {
    if (isNominal(tree, here)) best = here;
    const { head } = tree.tokens[here];
    if (head <= cueUntil || tree.from[head] < cueFrom - 1) break;
    if (/^(?:VERB|AUX)$/.test(tree.tokens[head].upos)) break;
    here = head;
  }
  if (best < 0) best = lastBeforeMark(tree, first);
  // `six senior officials`: a number the parser hung elsewhere is not the whole phrase.
  const next = tree.until[best] + 1;
  const partial = /^(?:NUM|DET|ADJ)$/.test(tree.tokens[best].upos);
  if (partial && /^(?:ADJ|NOUN|PROPN)$/.test(tree.tokens[next]?.upos ?? '')) {
    const rest = subjectBehind(tree, next - 1, next);
    if (rest !== undefined) return { ...rest, from: first };
  }
  return { head: best, from: first, until: Math.max(best, tree.until[best]) };
}

/** Where no word is tagged as a noun: the last one before a comma, a stop or a verb. */
function lastBeforeMark(tree: Tree, first: number): number {
  let last = first;
  while (/^(?:ADJ|ADV|NOUN|PROPN)$/.test(tree.tokens[last + 1]?.upos ?? '')) last++;
  return last;
}

function phraseEndingAt(
  tree: Tree,
  at: number,
  before: number,
): { head: number; from: number } | undefined {
  if (!isNominal(tree, at) || tree.quotes[at] !== tree.quotes[before]) return undefined;
  if (isTime(tree, at)) return undefined;
  let best = at;
  for (let step = 0; step < 20; step++) {
    const { head } = tree.tokens[best];
    if (head < 0 || head >= before || !isRelation(tree, best, phraseLinks)) break;
    if (!isNominal(tree, head) || tree.quotes[head] !== tree.quotes[at]) break;
    best = head;
  }
  const isMark = (child: number) => child < best && isRelation(tree, child, ['case', 'mark']);
  if (tree.children[best].some(isMark)) return undefined;
  let from = tree.from[best];
  while (from < best && tree.quotes[from] !== tree.quotes[at]) from++;
  // The parser may hang the article on the verb it took for a noun.
  while (from > 0 && from > best - 4 && isArticle(tree, from - 1, at)) from--;
  return { head: best, from };
}

function isArticle(tree: Tree, at: number, beside: number): boolean {
  return /^(?:DET|NUM)$/.test(tree.tokens[at].upos) && tree.quotes[at] === tree.quotes[beside];
}

/** `Tuesday`, `last week`: a time is nobody's name. */
export function isTime(tree: Tree, at: number): boolean {
  return tree.grammar.times.has(tree.words[at]);
}

/** What explains a speaker: an apposition, an age, a relative clause. */
export function opensAside(tree: Tree, at: number): boolean {
  if (at >= tree.tokens.length || tree.quotes[at] >= 0) return false;
  if (tree.grammar.opensAside.has(tree.words[at])) return true;
  return /^(?:NUM|NOUN|PROPN)$/.test(tree.tokens[at].upos);
}

/** From the comma that closes an aside back to the noun phrase it explains. */
function beforeAside(tree: Tree, close: number, verb: number): NearSubject | undefined {
  const open = tree.words[close] === ')' ? '(' : ',';
  const limit = Math.max(0, close - 40);
  for (let at = close - 1; at > limit; at--) {
    if (tree.quotes[at] !== tree.quotes[verb]) return undefined;
    if (tree.words[at] !== open) continue;
    if (open !== '(' && !opensAside(tree, at + 1)) continue;
    const phrase = phraseEndingAt(tree, at - 1, verb);
    if (phrase !== undefined) return { ...phrase, until: close };
  }
  return undefined;
}

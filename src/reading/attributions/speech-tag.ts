import { childOf, isPunctuation, type Tree } from '../grammar/tree.ts';
import { isSpokenParticiple } from './content-end.ts';
import { isTime, opensSourceAside, subjectBefore, subjectBehind } from './near-subject.ts';
import { sourceTokens } from './pieces.ts';
import type { VerbSite } from './verb-site.ts';

/** The words of a speech tag: `Kim said`, `said Kim`, `as Kim said`. */
export interface Tag {
  readonly verb: number;
  readonly cue: readonly [number, number];
  readonly source: readonly [number, number] | undefined;
  readonly sourceHead: number;
  /** First and last token of the whole tag. */
  readonly from: number;
  readonly until: number;
}

export function tagOf({ tree, verb, verbTokens: cue, subject }: VerbSite, hearer: boolean): Tag {
  const bare = { verb, cue, source: undefined, sourceHead: -1, from: cue[0], until: cue[1] };
  // Inverted: punctuation or a quotation stands before the verb, the name follows at once.
  const open = cue[0] === 0 || isPunctuation(tree, cue[0] - 1) || tree.quotes[cue[0] - 1] >= 0;
  const apart = open && cue[0] > 0 && tree.words[cue[0] - 1] === ',' && subject.span === undefined;
  const next = cue[1] + 1;
  const named = !hearer && tree.tokens[next]?.upos === 'PROPN' && !isTime(tree, next);
  const before = subject.how === 'own' && subject.head < verb && !(apart && named);
  if (open && !before) {
    const behind = subjectBehind(tree, cue[1]);
    if (behind !== undefined && !hasComplement(tree, verb, behind.until)) {
      const { head } = behind;
      const source = withAside(tree, cutAtQuotation(tree, sourceTokens(tree, head)));
      return { verb, cue, source, sourceHead: head, from: cue[0], until: source[1] };
    }
  }
  if (subject.head < 0) return standingBefore(tree, bare);
  let source: [number, number] = subject.span
    ? [...subject.span]
    : sourceTokens(tree, subject.head);
  const own = subject.how === 'own';
  if (own && subject.head > verb) return bare;
  if (own) source = cutAtQuotation(tree, source);
  let from = own && source[1] < cue[0] ? source[0] : cue[0];
  if (from > 0 && tree.words[from - 1] === 'as' && tree.tokens[from - 1].upos !== 'ADV') from--;
  return { verb, cue, source, sourceHead: subject.head, from, until: cue[1] };
}

/** `"…," the envoy replied`, where the tree knows no subject: the noun phrase between the two. */
function standingBefore(tree: Tree, bare: Tag): Tag {
  const near = subjectBefore(tree, bare.cue[0]);
  if (near === undefined || near.from === 0) return bare;
  const before = near.from - 1;
  if (tree.quotes[before] < 0 && tree.words[before] !== ',') return bare;
  const source: [number, number] = [near.from, near.until];
  return { ...bare, source, sourceHead: near.head, from: near.from };
}

/** `said Nora Lind, who wrote the text`: what explains the speaker belongs to the source. */
function withAside(tree: Tree, source: [number, number]): [number, number] {
  const [from, until] = source;
  const comma = until + 1;
  if (tree.words[comma] !== ',' || !opensSourceAside(tree, comma + 1)) return source;
  let last = comma;
  for (let at = comma + 1; at < tree.tokens.length; at++) {
    if (tree.quotes[at] >= 0 || /^[.;:!?]$/.test(tree.words[at])) break;
    const next = tree.words[at + 1] ?? '.';
    if (tree.words[at] === ',' && (isSpokenParticiple(next) || next === 'and' || next === 'but')) {
      break;
    }
    last = at;
  }
  while (last > until && isPunctuation(tree, last) && tree.words[last] !== ')') last--;
  return [from, last];
}

/** `told reporters that …`: what follows the verb is a hearer, for a clause comes behind it. */
function hasComplement(tree: Tree, verb: number, until: number): boolean {
  const next = tree.words[until + 1] ?? '.';
  if (next === 'that' || /^(?:VERB|AUX)$/.test(tree.tokens[until + 1]?.upos ?? '')) return true;
  return childOf(tree, verb, 'ccomp') > until;
}

function cutAtQuotation(tree: Tree, source: [number, number]): [number, number] {
  let [from, until] = source;
  while (from < until && tree.quotes[from] >= 0 && tree.quotes[from] !== tree.quotes[until]) from++;
  if (tree.quotes[from] >= 0) return source;
  if (tree.quotes[until] < 0) return [from, until];
  while (until > from && tree.quotes[until] >= 0) until--;
  while (until > from && isPunctuation(tree, until)) until--;
  return [from, until];
}

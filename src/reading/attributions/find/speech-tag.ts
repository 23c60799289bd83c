import { isTime, opensAside, subjectBefore, subjectBehind } from '../../grammar/near-subject.ts';
import type { Subject } from '../../grammar/subject.ts';
import { childOf, isPunctuation, type Tree } from '../../grammar/tree.ts';
import type { Tokens } from '../candidate.ts';
import { sourceTokens } from './pieces.ts';

/** The words of a speech tag: `Kim said`, `said Kim`, `as Kim said`. */
export interface Tag {
  readonly verb: number;
  readonly cue: Tokens;
  readonly source?: Tokens;
  readonly sourceHead: number;
  /** First and last token of the whole tag. */
  readonly from: number;
  readonly until: number;
}

/** Marks and places decide here: the parser is least sure where a speaker breaks the sentence. */
export function tagOf(
  tree: Tree,
  { verb, cue, subject }: { verb: number; cue: Tokens; subject: Subject },
  hearer: boolean,
): Tag {
  const [from, until] = cue;
  const bare: Tag = { verb, cue, sourceHead: -1, from, until };
  // Inverted: punctuation or a quotation stands before the verb, the name follows at once.
  const open = from === 0 || isPunctuation(tree, from - 1) || tree.quotes[from - 1] >= 0;
  const apart = open && from > 0 && tree.words[from - 1] === ',' && subject.span === undefined;
  const next = until + 1;
  const named = !hearer && tree.tokens[next]?.upos === 'PROPN' && !isTime(tree, next);
  const before = subject.how === 'own' && subject.head < verb && !(apart && named);
  if (open && !before) {
    const behind = subjectBehind(tree, until);
    if (behind !== undefined && !hasComplement(tree, verb, behind.until)) {
      const { head } = behind;
      const source = withAside(tree, cutAtQuotation(tree, sourceTokens(tree, head)));
      return { ...bare, source, sourceHead: head, until: source[1] };
    }
  }
  if (subject.head < 0) return standingBefore(tree, bare);
  const own = subject.how === 'own';
  if (own && subject.head > verb) return bare;
  const phrase = subject.span ?? sourceTokens(tree, subject.head);
  const source = own ? cutAtQuotation(tree, phrase) : phrase;
  const first = own && source[1] < from ? source[0] : from;
  return { ...bare, source, sourceHead: subject.head, from: withMark(tree, first) };
}

/** `as Kim said`. */
function withMark(tree: Tree, from: number): number {
  const isMark = from > 0 && tree.grammar.parentheticalMarks.has(tree.words[from - 1]);
  return isMark && tree.tokens[from - 1].upos !== 'ADV' ? from - 1 : from;
}

/** `"…," the envoy replied`, where the tree knows no subject: the noun phrase between the two. */
function standingBefore(tree: Tree, bare: Tag): Tag {
  const near = subjectBefore(tree, bare.cue[0]);
  if (near === undefined || near.from === 0) return bare;
  const before = near.from - 1;
  if (tree.quotes[before] < 0 && tree.words[before] !== ',') return bare;
  return { ...bare, source: [near.from, near.until], sourceHead: near.head, from: near.from };
}

/** `said Nora Lind, who wrote the text`: what explains the speaker belongs to the source. */
function withAside(tree: Tree, source: Tokens): Tokens {
  const [from, until] = source;
  const comma = until + 1;
  if (tree.words[comma] !== ',' || !opensAside(tree, comma + 1)) return source;
  const { spokenParticiples, coordinators } = tree.grammar;
  let last = comma;
  for (let at = comma + 1; at < tree.tokens.length; at++) {
    if (tree.quotes[at] >= 0 || /^[.;:!?]$/.test(tree.words[at])) break;
    const next = tree.words[at + 1] ?? '.';
    if (tree.words[at] === ',' && (spokenParticiples.has(next) || coordinators.has(next))) break;
    last = at;
  }
  while (last > until && isPunctuation(tree, last) && tree.words[last] !== ')') last--;
  return [from, last];
}

/** `told reporters that …`: what follows the verb is a hearer, for a clause comes behind it. */
function hasComplement(tree: Tree, verb: number, until: number): boolean {
  const next = until + 1;
  if (tree.grammar.complementisers.has(tree.words[next])) return true;
  if (/^(?:VERB|AUX)$/.test(tree.tokens[next]?.upos ?? '')) return true;
  return childOf(tree, verb, 'ccomp') > until;
}

function cutAtQuotation(tree: Tree, source: Tokens): Tokens {
  let [from, until] = source;
  while (from < until && tree.quotes[from] >= 0 && tree.quotes[from] !== tree.quotes[until]) from++;
  if (tree.quotes[from] >= 0) return source;
  if (tree.quotes[until] < 0) return [from, until];
  while (until > from && (tree.quotes[until] >= 0 || isPunctuation(tree, until))) until--;
  return [from, until];
}

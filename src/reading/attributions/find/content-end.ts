import { childOf, isRelation, type Tree } from '../../grammar/tree.ts';
import { isFiniteForm } from '../../grammar/verb.ts';

/** What a content is made of decides what may belong to its tail. */
export type ContentKind = 'clause' | 'phrase';

/**
 * The last token of the content that `complement` heads. Two contents in three run to the end of
 * their sentence, so what the parser hung on the cue behind the complement is taken in, unless it
 * is a new predicate of the same source, a participle that is a cue of its own, or a clause after
 * a comma. Then the tail is cut where the writer goes on by himself.
 */
export function contentUntil(tree: Tree, cue: number, complement: number): number {
  let until = tree.until[complement];
  for (const child of tree.children[cue]) {
    if (tree.from[child] <= until || child < complement) continue;
    if (isRelation(tree, child, ['punct'])) continue;
    if (!belongs(tree, until, child)) break;
    until = tree.until[child];
  }
  const kind = childOf(tree, complement, 'nsubj', 'csubj', 'expl') < 0 ? 'phrase' : 'clause';
  return cutTail(tree, Math.max(tree.from[complement], cue + 1), until, kind);
}

function belongs(tree: Tree, until: number, child: number): boolean {
  if (isRelation(tree, child, ['conj', 'cc', 'parataxis', 'nsubj', 'discourse'])) return false;
  const first = tree.from[child];
  const afterComma = tree.words[until + 1] === ',' || tree.words[first] === ',';
  if (!afterComma) return true;
  const bare = isRelation(tree, child, ['obl']) && childOf(tree, child, 'case') < 0;
  if (bare || tree.grammar.endsClause.has(tree.words[first])) return false;
  return isRelation(tree, child, ['obl', 'advmod', 'ccomp']);
}

/**
 * The last token before the place where the writer takes over again. Counted in news: a semicolon
 * ends nearly every content, `, while` and `, which` two of three, `, but` three of four noun
 * phrases but only two of five clauses, a spoken participle all.
 */
export function cutTail(tree: Tree, from: number, until: number, kind: ContentKind): number {
  const { endsClause, endsPhrase, spokenParticiples, coordinators, contrasts } = tree.grammar;
  const stops = kind === 'clause' ? endsClause : endsPhrase;
  for (let at = from + 1; at < until; at++) {
    if (tree.quotes[at] >= 0) continue;
    const word = tree.words[at];
    if (word === ';') return at - 1;
    const next = tree.words[at + 1];
    if (word === ',') {
      if (stops.has(next) || spokenParticiples.has(next)) return at - 1;
      continue;
    }
    if (kind === 'phrase' && isDash(tree, at)) return at - 1;
    if (!coordinators.has(word)) continue;
    const ends =
      (spokenParticiples.has(next) && !contrasts.has(word)) ||
      (contrasts.has(word) && isDenial(tree, at + 1)) ||
      (kind === 'phrase' && startsPredicate(tree, at, from));
    if (ends) return tree.words[at - 1] === ',' ? at - 2 : at - 1;
  }
  return until;
}

/** `but did not say`: without a subject of its own this is the source's next predicate. */
function isDenial(tree: Tree, at: number): boolean {
  return tree.tokens[at]?.upos === 'AUX' && tree.grammar.negations.has(tree.words[at + 1]);
}

function isDash(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (!/^(?:-|--|–|—)$/.test(word)) return false;
  const { start, end } = tree.tokens[at];
  return word.length > 1 || word === '—' || /\s/.test(tree.text[start - 1] + tree.text[end]);
}

/** A conjunction before a finite verb: a noun phrase does not go on like that. */
function startsPredicate(tree: Tree, at: number, from: number): boolean {
  const conjunct = tree.tokens[at].head;
  if (conjunct <= at || !isRelation(tree, conjunct, ['conj'])) return false;
  const { xpos, head } = tree.tokens[conjunct];
  if (!(isFiniteForm(xpos) || childOf(tree, conjunct, 'aux', 'cop') >= 0) || head < 0) return false;
  // The conjunct continues a finite verb inside the phrase, in a relative clause, or stands free.
  return !(head >= from && tree.tokens[head].xpos.startsWith('V'));
}

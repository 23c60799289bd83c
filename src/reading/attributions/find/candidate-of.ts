import type { Tree } from '../../grammar/tree.ts';
import type { Candidate, Piece, Tokens } from '../candidate.ts';
import { placeWeight } from '../choose/confidence.ts';
import type { CompiledRow, CueWord, Stretch } from '../cue-word.ts';
import { clauseAround } from './clause-around.ts';
import { weightOf } from './compile-rows.ts';
import type { CueSite, SiteSource } from './cue-site.ts';
import { verbCueTokens } from './cue-span.ts';
import { contentPiece, hasComma, sourceTokens, tokenPiece } from './pieces.ts';
import { resumed } from './resumed-quotations.ts';
import {
  clauseContent,
  phraseContent,
  relativeWord,
  restFrom,
  runFrom,
  sourceBehind,
  subjectPhrase,
  topicOf,
  wholeContent,
} from './stretches.ts';

/** What a row makes of a cue word where it stands; `undefined` where its pattern does not hold. */
export function candidateOf(
  site: CueSite,
  compiled: CompiledRow,
  cueWord: CueWord,
): Candidate | undefined {
  const { tree, head } = site;
  const { row, matches, bound } = compiled;
  if (!matches(tree, head, bound, cueWord)) return undefined;
  const preposition = compiled.with < 0 ? undefined : tree.words[bound[compiled.with]];
  const weight = weightOf(row, cueWord, preposition);
  if (weight === 0) return undefined;
  const cueTokens = cueTokensOf(site, compiled);
  // A light verb and its noun are one cue: its place is that of the verb.
  const place = row.light && compiled.span ? bound[compiled.span[0]] : head;
  const source = sourceOf(site, compiled);
  if (source === undefined) return undefined;
  const content = compiled.content.flatMap((one) =>
    piecesOf({ ...site, cueTokens, source }, one, compiled, cueWord.hearer),
  );
  if (content.length === 0) return undefined;
  return finish({ ...site, head: place, cueTokens, source }, content, { row, cueWord, weight });
}

/** A candidate with its source and its content kept apart, weighed by its place. */
export function finish(
  { scene, tree, head, cueTokens, source }: CueSite,
  content: readonly Piece[],
  about: Pick<Candidate, 'row' | 'cueWord' | 'weight'> & { readonly cue?: Piece },
): Candidate | undefined {
  const apart =
    source.head < 0
      ? { source: undefined, content }
      : keptApart(tree, content, source.head, trimmedSource(tree, source, cueTokens));
  if (apart.content.length === 0) return undefined;
  const candidate = {
    cue: tokenPiece(tree, cueTokens),
    ...about,
    tree,
    head,
    source: apart.source,
    sourceHead: source.head,
    content: apart.content,
  };
  return { ...candidate, weight: placeWeight(scene.lexicon.weights, candidate) };
}

function cueTokensOf(site: CueSite, { span, bound, source }: CompiledRow): Tokens {
  const [from, until] = site.cueTokens;
  if (span === undefined) return site.cueTokens;
  const [first, last] = span;
  const close = bound[last];
  // The preposition closes the cue where at most one word stands between.
  const end = last === 0 || close < 0 || close - until > 2 ? until : close;
  if (first === 0 || bound[first] < 0) return [from, end];
  if (first === source) return [site.tree.until[bound[first]] + 1, end];
  return [verbCueTokens(site.tree, bound[first])[0], end];
}

const nobody: SiteSource = { head: -1 };

function sourceOf(site: CueSite, { source, bound }: CompiledRow): SiteSource | undefined {
  if (source === 'subject') return site.source;
  if (source === 'none') return nobody;
  if (source === 'behind') return sourceBehind(site);
  return { head: bound[source] };
}

function piecesOf(
  site: CueSite,
  { how, node, from }: Stretch,
  { bound }: CompiledRow,
  hearer: boolean,
): Piece[] {
  const { scene, tree, head, cueTokens } = site;
  const at = bound[node];
  if (at < 0) return [];
  switch (how) {
    case 'whole':
      return wholeContent(site, Math.max(tree.from[at], cueTokens[1] + 1), at);
    case 'from':
      return wholeContent(site, tree.from[bound[from]], at);
    case 'after':
      return wholeContent(site, bound[from] + 1, at);
    case 'clause':
      return clauseContent(site, at, hearer);
    case 'phrase':
      return phraseContent(site, at);
    case 'rest':
      return restFrom(site, tree.from[at]);
    case 'run':
      return runFrom(tree, at);
    case 'word':
      return relativeWord(tree, at);
    case 'subject':
      return subjectPhrase(tree, at);
    case 'topic':
      return topicOf(tree, head);
    case 'around':
      return clauseAround(scene, tree, phraseTokens(site));
    case 'other':
      return [
        ...contentPiece(tree, tree.from[at], head - 1),
        ...contentPiece(tree, head + 1, tree.until[at]),
      ];
    case 'behind': {
      const content = contentPiece(tree, at + 1, tree.tokens.length - 1);
      return [...content, ...resumed(scene, tree, content.at(-1))];
    }
    default:
      return [];
  }
}

/** A phrase with the source behind or inside it. */
function phraseTokens({ tree, cueTokens: [from, until], source }: CueSite): Tokens {
  if (source.head < 0) return [from, until];
  const [first, last] = source.span ?? sourceTokens(tree, source.head);
  // `in Ister's view`: the preposition belongs to the phrase.
  const opens = first < from && tree.tokens[first - 1]?.upos === 'ADP' ? first - 1 : first;
  return [Math.min(from, opens), Math.max(until, last)];
}

/** The source never runs into its own cue. */
function trimmedSource(tree: Tree, source: SiteSource, [cueFrom, cueUntil]: Tokens): Tokens {
  let [from, until] = source.span ?? sourceTokens(tree, source.head);
  if (source.head < cueFrom && until >= cueFrom) until = cueFrom - 1;
  if (source.head > cueUntil && from <= cueUntil) from = cueUntil + 1;
  while (until > source.head && tree.words[until] === ',' && !hasComma(tree, from, until - 1)) {
    until--;
  }
  return [from, until];
}

/** Each word has one role: where source and content run into one another, the earlier one ends. */
function keptApart(tree: Tree, content: readonly Piece[], head: number, span: Tokens) {
  let [from, until] = span;
  const { start } = tree.tokens[from];
  const { end } = tree.tokens[until];
  const inside = content.find(([first]) => first > start && first < end);
  if (inside !== undefined) {
    while (until > from && tree.tokens[until].start >= inside[0]) until--;
    return { source: tokenPiece(tree, [from, until]), content };
  }
  from = Math.min(from, tree.from[head]);
  const limit = from > 0 ? tree.tokens[from - 1].end : 0;
  return {
    source: tokenPiece(tree, span),
    content: content.flatMap(([first, last]): Piece[] => {
      if (start < first || start >= last) return [[first, last]];
      return limit > first ? [[first, limit]] : [];
    }),
  };
}

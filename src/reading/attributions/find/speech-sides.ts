import { isTime } from '../../grammar/near-subject.ts';
import { childOf, holdsVerb, isPunctuation, isRelation, type Tree } from '../../grammar/tree.ts';
import { isPassive } from '../../grammar/verb.ts';
import type { Piece, Scene } from '../candidate.ts';
import type { CueWord } from '../cue-word.ts';
import { contentPiece } from './pieces.ts';
import type { Tag } from './speech-tag.ts';

/** How many words may stand between a tag and the quotation it opens. */
const longestReach = 30;

/** What stands on one side of a speech tag and may be what is said. */
export interface Side {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
  /** A comma or colon stands between. */
  readonly marked: boolean;
  readonly colon: boolean;
}

/** What is said before and behind a tag. Marks and commas decide, not the tree. */
export interface Sides {
  readonly left?: Side | undefined;
  readonly right?: Side | undefined;
}

export function sidesOf(scene: Scene, tree: Tree, tag: Tag, cue: CueWord): Sides {
  const left = leftSide(scene, tree, tag);
  const right = rightSide(scene, tree, tag, left);
  if (left === undefined) return { right };
  return left.quoted || mayFollowClause(tree, tag, cue) ? { left, right } : {};
}

function quotationSide(piece: Piece, marks: { marked: boolean; colon: boolean }): Side {
  return { pieces: [piece], quoted: true, ...marks };
}

const commaBetween = { marked: true, colon: false };

function leftSide(scene: Scene, tree: Tree, tag: Tag): Side | undefined {
  let last = tag.from - 1;
  let comma = false;
  while (last >= 0 && isPunctuation(tree, last) && tree.quotes[last] < 0) {
    if (!/^[,–—-]+$/.test(tree.words[last])) return undefined;
    comma = true;
    last--;
  }
  // The quotation may be the sentence before: `"Never!" he said.`
  if (last < 0) return sentenceBefore(scene, tree, tag);
  const quote = tree.quotes[last];
  if (quote < 0) return comma ? clauseBefore(tree, tag, last) : undefined;
  const { start, end } = tree.quotations[quote];
  if (tree.tokens[last].end !== end || !(comma || looksSpoken(tree.text, end))) return undefined;
  if (start <= tree.tokens[0].start) return quotationSide([start, end], commaBetween);
  const begin = quotedStart(tree, quote) ?? clauseStart(tree, last);
  const pieces = contentPiece(tree, begin, last);
  const whole = pieces.length === 1 && pieces[0][0] === start;
  const mostly = end - start > (end - tree.tokens[begin].start) / 2;
  return { pieces, quoted: whole || mostly, ...commaBetween };
}

/** Behind a colon the quotation alone is what is said. */
function quotedStart(tree: Tree, quote: number): number | undefined {
  const first = tree.quotes.indexOf(quote);
  return first > 0 && tree.words[first - 1] === ':' ? first : undefined;
}

/**
 * A tag that opens its sentence belongs to the quotation that ended right before it: always behind
 * a comma inside the marks, behind another mark only if the tag is bare.
 */
function sentenceBefore({ document }: Scene, tree: Tree, tag: Tag): Side | undefined {
  const before = document.trees[tree.index - 1];
  const quote = before?.quotes.at(-1) ?? -1;
  if (before === undefined || quote < 0 || tag.from > 1) return undefined;
  const { start, end } = tree.quotations[quote];
  if (!/^[ \t,]*$/.test(tree.text.slice(end, tree.tokens[tag.from].start))) return undefined;
  const comma = /,["”»’']*$/u.test(tree.text.slice(Math.max(0, end - 4), end));
  if (!comma && !isBareTag(tree, tag)) return undefined;
  if (start <= before.tokens[0].start) return quotationSide([start, end], commaBetween);
  const last = before.tokens.length - 1;
  const begin = quotedStart(before, quote) ?? clauseStart(before, last);
  return { pieces: contentPiece(before, begin, last), quoted: true, ...commaBetween };
}

function isBareTag(tree: Tree, { source, verb, until }: Tag): boolean {
  if (source === undefined || childOf(tree, verb, 'ccomp', 'csubj') > until) return false;
  const next = until + 1;
  return /^[.,]$/.test(tree.words[next] ?? '.') || isTime(tree, next) || isTime(tree, next + 1);
}

/** Speech ends with a mark of its own inside, or with a comma outside. */
function looksSpoken(text: string, end: number): boolean {
  const inner = text.slice(Math.max(0, end - 3), end).replace(/["”»’'\s]+$/u, '');
  return /[,.!?…—–-]$/u.test(inner);
}

function clauseStart(tree: Tree, last: number): number {
  const before = tree.semicolons.findLast((at) => at > 0 && at <= last);
  return before === undefined ? 0 : before + 1;
}

function clauseBefore(tree: Tree, tag: Tag, last: number): Side | undefined {
  const begin = clauseStart(tree, last);
  if (!holdsVerb(tree, begin, last + 1) && !isInterposed(tree, tag)) return undefined;
  if (tag.from !== last + 2 || tree.tokens[tag.verb].xpos === 'VBG') return undefined;
  // The parser often misses that a clause is over: a subject of its own and nothing behind decide.
  const ends = /^[.,!?]$/.test(tree.words[tag.until + 1] ?? '.');
  const doubtful = isRelation(tree, tag.verb, ['acl', 'conj', 'xcomp', 'advcl', 'obj']);
  const isRelative = tree.tokens[tag.sourceHead]?.xpos.startsWith('W') ?? true;
  if (doubtful && (!ends || isRelative)) return undefined;
  return { pieces: contentPiece(tree, begin, last), quoted: false, ...commaBetween };
}

/** `Recently, he said, …`: commas on both sides and a clause behind. */
function isInterposed(tree: Tree, tag: Tag): boolean {
  if (tree.words[tag.until + 1] !== ',' || tag.sourceHead < 0) return false;
  return holdsVerb(tree, tag.until + 2, tree.tokens.length);
}

/** After an unquoted clause a tag must be bare: nothing that could be its own content follows. */
function mayFollowClause(tree: Tree, tag: Tag, cue: CueWord): boolean {
  const { verb, until } = tag;
  if (tag.source === undefined || isPassive(tree, verb)) return false;
  if (!isBareAfter(tree, until + 1, cue.hearer)) return false;
  const complement = Math.max(childOf(tree, verb, 'ccomp', 'csubj'), childOf(tree, verb, 'xcomp'));
  if (complement > until && !isInterposed(tree, tag)) return false;
  const object = childOf(tree, verb, 'obj');
  const takesObject = object > until && !isTime(tree, object) && !cue.hearer;
  if (takesObject && tree.words[until + 1] !== ',') return false;
  if ((cue.frames.clause ?? 0) < 50 && (cue.frames.quote ?? 0) < 85) return false;
  const { parentheticalMarks } = tree.grammar;
  return !tree.children[verb].some(
    (child) =>
      child < verb &&
      isRelation(tree, child, ['mark']) &&
      !parentheticalMarks.has(tree.words[child]),
  );
}

/** Behind a bare tag stands a mark, a preposition, a day or an adverb, or whoever was told. */
function isBareAfter(tree: Tree, at: number, hearer: boolean): boolean {
  if (at >= tree.tokens.length || isPunctuation(tree, at) || isTime(tree, at)) return true;
  if (tree.grammar.complementisers.has(tree.words[at])) return false;
  if (/^(?:ADP|SCONJ|ADV|PART|CCONJ)$/.test(tree.tokens[at].upos)) return true;
  return hearer || isTime(tree, at + 1) || tree.quotes[at] >= 0;
}

function rightSide(scene: Scene, tree: Tree, tag: Tag, left: Side | undefined): Side | undefined {
  const after = left !== undefined;
  const { complementisers, spokenParticiples } = tree.grammar;
  let colon = false;
  let comma = false;
  const limit = Math.min(tree.tokens.length, tag.until + longestReach);
  for (let at = tag.until + 1; at < limit; at++) {
    const quote = tree.quotes[at];
    if (quote >= 0) return quotationBehind(tree, tag, at, { colon, comma, after });
    const word = tree.words[at];
    if (complementisers.has(word) && !comma) return undefined;
    if (/^[;.!?]$/.test(word)) break;
    if (word === ':') colon = true;
    else if (/^[,–—]$/.test(word)) {
      comma = true;
      if (!after) continue;
      if (spokenParticiples.has(tree.words[at + 1])) return undefined;
      if (at > tag.until + 1) continue;
      // Behind a quotation the writer mostly goes on by himself, but for `that`.
      const own = left.quoted && !complementisers.has(tree.words[at + 1]);
      const rest = own ? undefined : clauseBehind(tree, tag, at);
      if (rest !== undefined) return rest;
      if (own && !(tree.quotes[at + 1] >= 0)) return undefined;
    } else if (tree.tokens[at].upos === 'VERB' && !isCommentary(tree, at, tag.verb)) {
      return undefined;
    }
  }
  return colon ? nextParagraph(scene, tree) : undefined;
}

function quotationBehind(
  tree: Tree,
  tag: Tag,
  at: number,
  seen: { readonly colon: boolean; readonly comma: boolean; readonly after: boolean },
): Side | undefined {
  const { start, end } = tree.quotations[tree.quotes[at]];
  if (start !== tree.tokens[at].start) return undefined;
  const near = at === tag.until + 1 || /^[,:–—]$/.test(tree.words[at - 1]);
  const marked = seen.colon || seen.comma;
  if (!near && !seen.after) return undefined;
  if (!marked && !seen.after && !endsSentence(tree, end)) return undefined;
  return quotationSide([start, end], { marked, colon: seen.colon });
}

/** `he said, pointing at the map: "…"`: a participle beside the tag, not a new clause. */
function isCommentary(tree: Tree, at: number, verb: number): boolean {
  const { xpos, head, deprel } = tree.tokens[at];
  return (xpos === 'VBG' || xpos === 'VBN') && (head === verb || deprel.startsWith('acl'));
}

function endsSentence({ text, tokens }: Tree, end: number): boolean {
  const last = tokens[tokens.length - 1].end;
  return end >= last || /^\s*[.!?]?\s*$/.test(text.slice(end, last));
}

/** `The port, Kim said, will reopen`: the clause goes on behind the tag. */
function clauseBehind(tree: Tree, tag: Tag, comma: number): Side | undefined {
  const next = comma + 1;
  const last = tree.tokens.length - 1;
  if (next > last || isAttachedTo(tree, next, tag.verb) || tree.quotes[next] >= 0) return undefined;
  const pieces = contentPiece(tree, next, last);
  return pieces.length === 0 ? undefined : { pieces, quoted: false, ...commaBetween };
}

/** Does the stretch that starts here hang on the tag's verb, and not on the clause around it? */
function isAttachedTo(tree: Tree, at: number, verb: number): boolean {
  let here = at;
  for (let step = 0; step < tree.tokens.length; step++) {
    const { head } = tree.tokens[here];
    if (head === verb) {
      return !isRelation(tree, here, ['ccomp', 'xcomp', 'punct', 'obj', 'parataxis']);
    }
    if (head < 0 || head < at) return false;
    here = head;
  }
  return false;
}

/** `He went on:` and the quotation is the next paragraph. */
function nextParagraph({ document }: Scene, tree: Tree): Side | undefined {
  const next = document.trees[tree.index + 1];
  if (next === undefined || tree.words.at(-1) !== ':' || next.quotes[0] < 0) return undefined;
  const { start, end } = next.quotations[next.quotes[0]];
  if (start !== next.tokens[0].start) return undefined;
  return quotationSide([start, end], { marked: true, colon: true });
}

/** The last place of the colon that belongs to the cue: `He replied: "…"`, or -1. */
export function colonBehind(tree: Tree, { cue, source }: Tag): number {
  if (source !== undefined && source[0] > cue[1]) return -1;
  for (let at = cue[1] + 1; at <= cue[1] + 6 && at < tree.tokens.length; at++) {
    if (tree.words[at] === ':' && tree.quotes[at] < 0) return at;
  }
  return -1;
}

import { holdsVerb, isPunctuation, isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Construction, Piece, Scene } from './candidate.ts';
import { isSpokenParticiple } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { withMedium } from './cue-span.ts';
import { isTime } from './near-subject.ts';
import { contentPiece, tokenPiece } from './pieces.ts';
import { resumed } from './resumed-quotations.ts';
import { type Tag, tagOf } from './speech-tag.ts';
import { isNegated } from './verb-arguments.ts';
import type { VerbSite } from './verb-site.ts';

/** How many words may stand between a tag and the quotation it opens. */
const longestReach = 30;

/**
 * A verb of speech beside a quotation, or after or inside the clause it reports. Marks and commas
 * decide here, not the tree: the parser is least sure where a sentence is broken by its speaker.
 */
export function speechFrames(site: VerbSite, cue: Cue): Candidate | undefined {
  const weight = cue.frames.quote ?? 0;
  if (weight === 0) return undefined;
  const { scene, sentence, tree, verb } = site;
  const tag = tagOf(site, cue.hearer);
  const left = leftContent(site, tag);
  const right = rightContent(scene, sentence, tag, left);
  if (right !== undefined && left === undefined && !right.marked && weight < 75) return undefined;
  if (right !== undefined && left === undefined && !right.colon && weight < 60) return undefined;
  if (left === undefined && right === undefined) return undefined;
  const quoted = left?.quoted === true || right?.quoted === true;
  if (left !== undefined && !left.quoted && !mayFollowClause(site, tag, cue)) return undefined;
  const pieces = [...(left?.pieces ?? []), ...(right?.pieces ?? [])];
  const inline = right?.colon === true ? tag.until + 1 : -1;
  const cueEnd = cueEndOf(tree, tag, inline);
  return {
    construction: nameOf(left, right),
    sentence,
    head: verb,
    source: tag.source === undefined ? [] : [tokenPiece(tree, ...tag.source)],
    sourceHead: tag.sourceHead,
    cue: [tree.tokens[tag.cue[0]].start, cueEnd],
    content: [...pieces, ...resumed(scene, sentence, pieces.at(-1))],
    weight: (quoted ? weight : Math.min(weight, 95)) / 100,
    stance: cue.stance,
    ...(cue.certainty === undefined ? {} : { certainty: cue.certainty }),
    negated: isNegated(tree, verb),
    outer: true,
    word: cue.word,
  };
}

interface Side {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
  readonly colon: boolean;
  /** A comma or colon stands before the quotation. */
  readonly marked: boolean;
}

function nameOf(left: Side | undefined, right: Side | undefined): Construction {
  const quoted = left?.quoted === true || (left === undefined && right?.quoted === true);
  if (left !== undefined && right !== undefined) {
    return quoted ? 'quotation around the cue' : 'clause around the cue';
  }
  if (right !== undefined) return 'quotation after the cue';
  return quoted ? 'quotation before the cue' : 'clause before the cue';
}

/** The colon belongs to the cue, and so does a medium right behind the verb. */
function cueEndOf(tree: Tree, tag: Tag, colon: number): number {
  if (colon >= 0) {
    for (let at = tag.cue[1] + 1; at < tree.tokens.length && at <= colon + longestReach; at++) {
      if (tree.words[at] === ':' && tree.quotes[at] < 0) {
        const near = at - tag.cue[1] <= 6 && (tag.source === undefined || tag.source[1] < at);
        if (near && (tag.source === undefined || tag.source[1] < tag.cue[0])) {
          return tree.tokens[at].end;
        }
        break;
      }
    }
  }
  return tree.tokens[withMedium(tree, tag.cue[1])].end;
}

function leftContent(site: VerbSite, tag: Tag): Side | undefined {
  const { scene, tree } = site;
  let last = tag.from - 1;
  let comma = false;
  while (last >= 0 && isPunctuation(tree, last) && tree.quotes[last] < 0) {
    if (/^[,–—-]+$/.test(tree.words[last])) comma = true;
    else return undefined;
    last--;
  }
  if (last < 0) {
    // The quotation may be the sentence before: `"Never!" he said.`
    return tagAfterSentence(site, tag);
  }
  const quote = tree.quotes[last];
  if (quote < 0) {
    if (!comma) return undefined;
    return clauseBefore(scene, tree, tag, last);
  }
  const quotation = scene.quotations[quote];
  if (tree.tokens[last].end !== quotation.end) return undefined;
  if (!looksSpoken(scene.text, quotation.end, comma)) return undefined;
  const first = tree.tokens[0].start;
  if (quotation.start <= first) {
    return { pieces: [[quotation.start, quotation.end]], quoted: true, colon: false, marked: true };
  }
  const begin = quotedStart(scene, tree, quote) ?? clauseStart(tree, last);
  const pieces = contentPiece(scene, tree, begin, last);
  const whole = pieces.length === 1 && pieces[0][0] === quotation.start;
  return {
    pieces,
    quoted: whole || longEnough(quotation, tree, begin),
    colon: false,
    marked: true,
  };
}

/** Behind a colon the quotation alone is what is said. */
function quotedStart(scene: Scene, tree: Tree, quote: number): number | undefined {
  const { start } = scene.quotations[quote];
  const first = tree.tokens.findIndex((token) => token.start >= start);
  return first > 0 && tree.words[first - 1] === ':' ? first : undefined;
}

/**
 * A tag that opens its sentence belongs to the quotation that ended right before it: always behind
 * a comma inside the marks, behind another mark only if the tag is bare.
 */
function tagAfterSentence(site: VerbSite, tag: Tag): Side | undefined {
  const { scene, sentence, tree, slots } = site;
  const before = scene.trees[sentence - 1];
  const quote = before?.quotes.at(-1) ?? -1;
  if (before === undefined || quote < 0 || tag.from > 1) return undefined;
  const quotation = scene.quotations[quote];
  const between = scene.text.slice(quotation.end, tree.tokens[tag.from].start);
  if (!/^[ \t,]*$/.test(between)) return undefined;
  const comma = /,["”»’']*$/u.test(scene.text.slice(Math.max(0, quotation.end - 4), quotation.end));
  if (!comma) {
    if (slots.clause > tag.until || tag.source === undefined) return undefined;
    const next = tag.until + 1;
    const bare =
      /^[.,]$/.test(tree.words[next] ?? '.') || isTime(tree, next) || isTime(tree, next + 1);
    if (!bare) return undefined;
  }
  if (quotation.start <= before.tokens[0].start) {
    const pieces: Piece[] = [[quotation.start, quotation.end]];
    return { pieces, quoted: true, colon: false, marked: true };
  }
  const last = before.tokens.length - 1;
  const begin = quotedStart(scene, before, quote) ?? clauseStart(before, last);
  const pieces = contentPiece(scene, before, begin, last);
  return { pieces, quoted: true, colon: false, marked: true };
}

/** Speech ends with a mark of its own inside, or with a comma outside. */
function looksSpoken(text: string, end: number, comma: boolean): boolean {
  if (comma) return true;
  const inner = text.slice(Math.max(0, end - 3), end).replace(/["”»’'\s]+$/u, '');
  return /[,.!?…—–-]$/u.test(inner);
}

function longEnough(quotation: { start: number; end: number }, tree: Tree, from: number): boolean {
  const { start } = tree.tokens[from];
  return quotation.end - quotation.start > (quotation.end - start) / 2;
}

function clauseStart(tree: Tree, last: number): number {
  const before = tree.semicolons.findLast((at) => at > 0 && at <= last);
  return before === undefined ? 0 : before + 1;
}

function clauseBefore(scene: Scene, tree: Tree, tag: Tag, last: number): Side | undefined {
  const begin = clauseStart(tree, last);
  if (!holdsVerb(tree, begin, last + 1) && !isInterposed(tree, tag)) return undefined;
  if (tag.from !== last + 2 || tree.tokens[tag.verb].xpos === 'VBG') return undefined;
  // The parser often misses that a clause is over: a subject of its own and nothing behind decide.
  const ends = /^[.,!?]$/.test(tree.words[tag.until + 1] ?? '.');
  const doubtful = isRelation(tree, tag.verb, ['acl', 'conj', 'xcomp', 'advcl', 'obj']);
  if (doubtful && (!ends || tag.sourceHead < 0 || /^W/.test(tree.tokens[tag.sourceHead].xpos))) {
    return undefined;
  }
  return {
    pieces: contentPiece(scene, tree, begin, last),
    quoted: false,
    colon: false,
    marked: true,
  };
}

/** Behind a bare tag stands a mark, a preposition, a day or an adverb, or whoever was told. */
function isBareAfter(tree: Tree, at: number, cue: Cue): boolean {
  if (at >= tree.tokens.length || isPunctuation(tree, at) || isTime(tree, at)) return true;
  if (tree.words[at] === 'that') return false;
  if (/^(?:ADP|SCONJ|ADV|PART|CCONJ)$/.test(tree.tokens[at].upos)) return true;
  return cue.hearer || isTime(tree, at + 1) || tree.quotes[at] >= 0;
}

/** `Recently, he said, …`: commas on both sides and a clause behind. */
function isInterposed(tree: Tree, tag: Tag): boolean {
  if (tree.words[tag.until + 1] !== ',' || tag.sourceHead < 0) return false;
  return holdsVerb(tree, tag.until + 2, tree.tokens.length);
}

/** After an unquoted clause a tag must be bare: nothing that could be its own content follows. */
function mayFollowClause({ tree, slots }: VerbSite, tag: Tag, cue: Cue): boolean {
  if (tag.source === undefined) return false;
  const { clause, open, object, passive } = slots;
  if (passive || !isBareAfter(tree, tag.until + 1, cue)) return false;
  if ((clause > tag.until || open > tag.until) && !isInterposed(tree, tag)) return false;
  const told = object > tag.until && !isTime(tree, object);
  if (told && !cue.hearer && tree.words[tag.until + 1] !== ',') return false;
  if ((cue.frames.clause ?? 0) < 50 && (cue.frames.quote ?? 0) < 85) return false;
  const subordinate = tree.children[tag.verb].some(
    (child) => child < tag.verb && isRelation(tree, child, ['mark']) && tree.words[child] !== 'as',
  );
  return !subordinate;
}

function rightContent(
  scene: Scene,
  sentence: number,
  tag: Tag,
  left: Side | undefined,
): Side | undefined {
  const after = left !== undefined;
  const tree = scene.trees[sentence];
  let colon = false;
  let comma = false;
  const limit = Math.min(tree.tokens.length, tag.until + longestReach);
  for (let at = tag.until + 1; at < limit; at++) {
    const quote = tree.quotes[at];
    if (quote >= 0) {
      const quotation = scene.quotations[quote];
      if (quotation.start !== tree.tokens[at].start) return undefined;
      const near = at === tag.until + 1 || /^[,:–—]$/.test(tree.words[at - 1]);
      if (!near && !after) return undefined;
      if (!colon && !comma && !after && !endsSentence(scene, tree, quotation.end)) {
        return undefined;
      }
      return {
        pieces: [[quotation.start, quotation.end]],
        quoted: true,
        colon,
        marked: colon || comma,
      };
    }
    const word = tree.words[at];
    if (word === 'that' && !comma) return undefined;
    if (/^[;.!?]$/.test(word)) break;
    if (word === ':') colon = true;
    else if (/^[,–—]$/.test(word)) {
      comma = true;
      if (after && isSpokenParticiple(tree.words[at + 1] ?? '')) return undefined;
      if (after && at === tag.until + 1) {
        const rest = clauseAfter(scene, tree, tag, at);
        // Behind a quotation the writer mostly goes on by himself, but for `that`.
        const own = left?.quoted === true && tree.words[at + 1] !== 'that';
        if (rest !== undefined && !own) return rest;
        if (own && tree.quotes[at + 1] < 0) return undefined;
      }
    } else if (tree.tokens[at].upos === 'VERB' && !isCommentary(tree, at, tag.verb)) {
      return undefined;
    }
  }
  return colon ? nextParagraph(scene, sentence) : undefined;
}

/** `he said, pointing at the map: "…"`: a participle beside the tag, not a new clause. */
function isCommentary(tree: Tree, at: number, verb: number): boolean {
  const { xpos, head, deprel } = tree.tokens[at];
  return (xpos === 'VBG' || xpos === 'VBN') && (head === verb || deprel.startsWith('acl'));
}

function endsSentence(scene: Scene, tree: Tree, end: number): boolean {
  const last = tree.tokens[tree.tokens.length - 1].end;
  return end >= last || /^\s*[.!?]?\s*$/.test(scene.text.slice(end, last));
}

/** `The port, Kim said, will reopen`: the clause goes on behind the tag. */
function clauseAfter(scene: Scene, tree: Tree, tag: Tag, comma: number): Side | undefined {
  const next = comma + 1;
  const last = tree.tokens.length - 1;
  if (next > last || isAttachedTo(tree, next, tag.verb)) return undefined;
  const quote = tree.quotes[next];
  if (quote >= 0) return undefined;
  const pieces = contentPiece(scene, tree, next, last);
  if (pieces.length === 0) return undefined;
  return { pieces, quoted: false, colon: false, marked: true };
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
function nextParagraph(scene: Scene, sentence: number): Side | undefined {
  const next = scene.trees[sentence + 1];
  const here = scene.trees[sentence];
  if (next === undefined || here.words[here.tokens.length - 1] !== ':') return undefined;
  const quote = next.quotes[0];
  if (quote < 0) return undefined;
  const { start, end } = scene.quotations[quote];
  if (start !== next.tokens[0].start) return undefined;
  return { pieces: [[start, end]], quoted: true, colon: true, marked: true };
}

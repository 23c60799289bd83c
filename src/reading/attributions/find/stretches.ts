import { isTime, subjectBehind } from '../../grammar/near-subject.ts';
import { phraseUntil } from '../../grammar/noun-phrase.ts';
import {
  childOf,
  isPunctuation,
  isRelation,
  opensSentence,
  type Tree,
} from '../../grammar/tree.ts';
import { isFiniteForm, passiveSubjectOf } from '../../grammar/verb.ts';
import type { Piece, Tokens } from '../candidate.ts';
import { contentUntil, cutTail } from './content-end.ts';
import type { CueSite } from './cue-site.ts';
import { contentPiece } from './pieces.ts';

/**
 * A node with all that belongs to it behind a cue, from its first word or from that of another
 * node; a quotation that follows without a comma belongs to it.
 */
export function wholeContent({ tree, head }: CueSite, first: number, node: number): Piece[] {
  return contentPiece(tree, first, intoQuotation(tree, contentUntil(tree, head, node)));
}

/** A clause with its subject, also where it seems to begin with its verb: `said a race would`. */
export function clauseContent(site: CueSite, clause: number, hearer: boolean): Piece[] {
  const { tree } = site;
  let first = hearer ? tree.from[clause] : withItsSubject(site, tree.from[clause]);
  const before = relativeBefore(site, first);
  if (tree.words[first] === ',') first++;
  return [...before, ...wholeContent(site, first, clause)];
}

function withItsSubject({ tree, cueTokens }: CueSite, first: number): number {
  const begin = cueTokens[1] + 1;
  if (first <= begin || first - begin > 30) return first;
  const { upos, xpos } = tree.tokens[first];
  if (!/^(?:AUX|VERB)$/.test(upos) || xpos === 'VB') return first;
  let noun = false;
  for (let at = begin; at < first; at++) {
    if (tree.words[at] === ',' || tree.words[at] === ':') return first;
    if (/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[at].upos)) noun = true;
  }
  return noun ? begin : first;
}

/** `which, Ister says, will reopen`: the relative word is the clause's own subject. */
function relativeBefore({ tree, source, cueTokens }: CueSite, first: number): Piece[] {
  const { head } = source;
  if (head < 0 || head > cueTokens[0] || tree.from[head] === 0) return [];
  if (!/^(?:VERB|AUX)$/.test(tree.tokens[first].upos)) return [];
  return relativeWord(tree, tree.from[head] - 1);
}

/** A relative or interrogative pronoun by itself. */
export function relativeWord(tree: Tree, at: number): Piece[] {
  return at >= 0 && /^W[DP]/.test(tree.tokens[at].xpos) ? contentPiece(tree, at, at) : [];
}

/** A clause from a word to the end of its surroundings, where the parser hung it elsewhere. */
export function restFrom({ tree, head: verb }: CueSite, first: number): Piece[] {
  let until = tree.tokens.length - 1;
  const { head } = tree.tokens[verb];
  // Inside a relative clause or another's words the end is that of the clause around.
  if (head >= 0 && tree.until[head] < until && tree.until[head] > first) until = tree.until[head];
  return contentPiece(tree, first, cutTail(tree, first, until, 'clause'));
}

/** From a word up to the next finite verb or mark: an infinitive that the parser hung elsewhere. */
export function runFrom(tree: Tree, first: number): Piece[] {
  let last = first;
  for (let next = first + 1; next < tree.tokens.length; next++) {
    const { upos, xpos } = tree.tokens[next];
    if (isFiniteForm(xpos) || xpos === 'MD' || upos === 'AUX' || upos === 'PUNCT') break;
    last = next;
  }
  return contentPiece(tree, first, last);
}

/** An object as content: the noun phrase with the prepositions behind it. */
export function phraseContent({ tree, head }: CueSite, object: number): Piece[] {
  const first = tree.from[object];
  const until = cutTail(tree, first, phraseUntil(tree, head, object), 'phrase');
  return contentPiece(tree, first, intoQuotation(tree, until));
}

/** A quotation that follows without a comma belongs to the phrase before it. */
function intoQuotation(tree: Tree, until: number): number {
  const next = until + 1;
  const quote = tree.quotes[next] ?? -1;
  if (quote < 0 || tree.quotes[until] === quote) return until;
  if (tree.quotations[quote].start !== tree.tokens[next].start) return until;
  let last = next;
  while (tree.quotes[last + 1] === quote) last++;
  return last;
}

/** A subject that is content: the whole phrase. */
export function subjectPhrase(tree: Tree, head: number): Piece[] {
  let until = head;
  for (const child of tree.children[head]) {
    if (child > head && !isRelation(tree, child, ['parataxis', 'punct'])) until = tree.until[child];
  }
  return contentPiece(tree, tree.from[head], until);
}

/** What a passive speaks of: its own or a shared subject, or the noun the participle modifies. */
export function topicOf(tree: Tree, verb: number): Piece[] {
  if (childOf(tree, verb, 'expl') >= 0) return [];
  const own = passiveSubjectOf(tree, verb);
  if (own >= 0) return subjectPhrase(tree, own);
  const { head, deprel } = tree.tokens[verb];
  if (head < 0) return [];
  const shared = deprel === 'conj' ? childOf(tree, head, 'nsubj') : -1;
  if (shared >= 0) return subjectPhrase(tree, shared);
  if (deprel !== 'acl' || head > verb) return [];
  let until = head;
  for (const child of tree.children[head]) {
    if (child > head && tree.until[child] < tree.from[verb]) until = tree.until[child];
  }
  return contentPiece(tree, tree.from[head], until);
}

/**
 * The noun phrase behind a phrase such as `according to`. The parser takes the clause behind a
 * fronted phrase for an apposition: the first comma ends the source unless a short aside without a
 * verb follows it.
 */
export function sourceBehind({ tree, cueTokens: [from, last] }: CueSite) {
  const behind = subjectBehind(tree, last, from);
  if (behind === undefined || isTime(tree, behind.head)) return undefined;
  const { head } = behind;
  const comma = tree.words.indexOf(',', head + 1);
  const cut = opensSentence(tree, from) && comma > 0 && comma <= behind.until;
  let until = cut ? comma - 1 : behind.until;
  while (until > head && isPunctuation(tree, until) && tree.words[until] !== ')') until--;
  if (cut) until = asideUntil(tree, comma) ?? until;
  const span: Tokens = [last + 1, until];
  return { head, span };
}

/** The comma that closes a short aside without a verb. */
function asideUntil(tree: Tree, comma: number): number | undefined {
  const close = tree.words.indexOf(',', comma + 1);
  if (close < 0 || close - comma >= 16) return undefined;
  for (let at = comma + 1; at < close; at++) {
    if (/^(?:VERB|AUX)$/.test(tree.tokens[at].upos)) return undefined;
  }
  return tree.grammar.opensAside.has(tree.words[comma + 1]) ? close : undefined;
}

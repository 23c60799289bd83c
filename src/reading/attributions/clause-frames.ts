import { childOf, isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Piece } from './candidate.ts';
import { contentUntil, cutTail } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { contentPiece, hasSubject } from './pieces.ts';
import { type Arguments, isInfinitive, subjectOf } from './verb-arguments.ts';
import { intoQuotation, propose, relativeAt, subjectTokens, type VerbSite } from './verb-site.ts';

/** `[S Ister] [C has hinted] [K that the fleet may return]`, with `that`, `whether` or nothing. */
export function clauseFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  const { clause } = slots;
  if (clause < verb || tree.from[clause] <= verb) return looseClause(site, cue);
  const first = withItsSubject(site, cue, tree.from[clause]);
  const question = opensQuestion(tree, first, clause);
  const free = question && tree.words[first] === 'what' ? (cue.frames.object ?? 0) : 0;
  const asked = Math.max(cue.frames.question ?? cue.frames.clause ?? 0, free);
  const weight = question ? asked : cue.frames.clause;
  if (!question && tree.tokens[clause].xpos === 'VBG' && !hasSubject(tree, clause)) {
    // `said selling it had been hard`: verbs of speech take no gerund, this one is a subject.
    const never = cue.frames.gerund === undefined && (cue.frames.clause ?? 0) >= 85;
    return never ? clauseFrom(site, cue, first) : undefined;
  }
  const until = intoQuotation(site, contentUntil(tree, verb, clause));
  const pieces = contentPiece(site.scene, tree, skipComma(tree, first), until);
  const content = [...relativeBefore(site, first), ...pieces];
  return propose(site, cue, { construction: question ? 'question' : 'clause', content, weight });
}

const questionWords = new Set(
  `whether if how why what who whom which where when whose how`.split(' '),
);

function opensQuestion(tree: Tree, first: number, clause: number): boolean {
  for (let at = first; at <= first + 1 && at <= clause; at++) {
    if (questionWords.has(tree.words[at])) return true;
  }
  return false;
}

function skipComma(tree: Tree, at: number): number {
  return tree.words[at] === ',' ? at + 1 : at;
}

/** `said a race would be hard`: the subject of a clause that seems to begin with its verb. */
function withItsSubject({ tree, cueTokens }: VerbSite, cue: Cue, first: number): number {
  const begin = cueTokens[1] + 1;
  if (cue.hearer || first <= begin || first - begin > 30) return first;
  if (!/^(?:AUX|VERB)$/.test(tree.tokens[first].upos) || tree.tokens[first].xpos === 'VB')
    return first;
  let noun = false;
  for (let at = begin; at < first; at++) {
    if (tree.words[at] === ',' || tree.words[at] === ':') return first;
    if (/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[at].upos)) noun = true;
  }
  return noun ? begin : first;
}

/**
 * A clause behind a strong verb that the parser hung elsewhere: it begins at once, or with `that`
 * behind the hearer.
 */
function looseClause(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, cueTokens } = site;
  if ((cue.frames.clause ?? 0) < 75) return undefined;
  const limit = Math.min(tree.tokens.length, cueTokens[1] + 9);
  let first = -1;
  for (let at = cueTokens[1] + 1; at < limit && first < 0; at++) {
    if (tree.quotes[at] >= 0 && at > cueTokens[1] + 1) return undefined;
    if (tree.words[at] === 'that' && tree.tokens[at].upos === 'SCONJ') first = at;
    else if (tree.tokens[at].upos === 'VERB' || /^[:;.]$/.test(tree.words[at])) break;
  }
  const bare = cueTokens[1] + 1;
  if (first < 0 && !opensClause(tree, bare, verb)) return undefined;
  if (first < 0) first = bare;
  return clauseFrom(site, cue, first);
}

/** A subject begins here, and its verb follows. */
function opensClause(tree: Tree, at: number, verb: number): boolean {
  if (at >= tree.tokens.length || !/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(tree.tokens[at].upos)) {
    return false;
  }
  let here = at;
  for (let step = 0; step < 12 && here >= 0; step++) {
    if (isRelation(tree, here, ['nsubj', 'expl'])) {
      const { head } = tree.tokens[here];
      return head > here && head !== verb && tree.from[here] >= at;
    }
    here = tree.tokens[here].head;
    if (here === verb) return false;
  }
  return false;
}

/** A clause from here to the end of its surroundings. */
export function clauseFrom(site: VerbSite, cue: Cue, first: number): Candidate | undefined {
  const { tree, verb, scene } = site;
  let until = tree.tokens.length - 1;
  const { head } = tree.tokens[verb];
  // Inside a relative clause or another's words the end is that of the clause around.
  if (head >= 0 && tree.until[head] < until && tree.until[head] > first) until = tree.until[head];
  const content = contentPiece(scene, tree, first, cutTail(tree, first, until, 'clause'));
  return propose(site, cue, { construction: 'clause', content, weight: cue.frames.clause });
}

/** `which, Ister says, will reopen`: the relative word is the clause's own subject. */
function relativeBefore({ scene, tree, sourceHead, cueTokens }: VerbSite, first: number): Piece[] {
  if (sourceHead < 0 || sourceHead > cueTokens[0] || tree.from[sourceHead] === 0) return [];
  if (!/^(?:VERB|AUX)$/.test(tree.tokens[first].upos)) return [];
  return relativeAt({ scene, tree }, tree.from[sourceHead] - 1);
}

/** `[S Kestria] [C vowed] [K to defend its coast]`. */
export function infinitiveFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  const open = slots.open > verb ? slots.open : infinitiveAdverbial(tree, verb, slots);
  if (open < 0 || !isInfinitive(tree, open)) return undefined;
  if (slots.object > verb && slots.object < open) return undefined;
  const first = tree.from[open];
  if (first <= verb) return undefined;
  const until = contentUntil(tree, verb, open);
  const content = contentPiece(site.scene, tree, first, until);
  const weight = cue.frames.infinitive;
  return propose(site, cue, { construction: 'infinitive', content, weight });
}

function infinitiveAdverbial(tree: Tree, verb: number, slots: Arguments): number {
  for (const at of slots.adverbials) {
    if (at > verb && tree.from[at] === verb + 1 && isInfinitive(tree, at)) return at;
  }
  return -1;
}

/** `[S Ulmia] [C denied] [K cutting the cable]`. */
export function gerundFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots } = site;
  for (const at of [slots.open, slots.clause]) {
    if (at <= verb || tree.tokens[at].xpos !== 'VBG' || hasSubject(tree, at)) continue;
    if (tree.from[at] <= verb || tree.words[tree.from[at]] === ',') continue;
    const until = contentUntil(tree, verb, at);
    const content = contentPiece(site.scene, tree, tree.from[at], until);
    const weight = cue.frames.gerund;
    return propose(site, cue, { construction: 'gerund', content, weight });
  }
  return undefined;
}

/** `[K1 The pact] [C seems] [K2 to mark a break]`. */
export function raisingFrame(site: VerbSite, cue: Cue): Candidate | undefined {
  const { tree, verb, slots, scene } = site;
  const weight = cue.frames.raising;
  if (weight === undefined) return undefined;
  const complement = slots.open > verb ? slots.open : childOf(tree, verb, 'ccomp', 'advcl');
  if (complement <= verb) return undefined;
  const until = contentUntil(tree, verb, complement);
  const after = contentPiece(scene, tree, tree.from[complement], until);
  const subject = subjectOf(tree, verb).head;
  const expletive = slots.expletive >= 0 || subject < 0;
  const before = expletive
    ? relativeAt(site, site.cueTokens[0] - 1)
    : contentPiece(scene, tree, ...subjectTokens(tree, subject));
  const content = [...before, ...after];
  return propose(site, cue, { construction: 'raising', content, weight, sourceHead: -1 });
}

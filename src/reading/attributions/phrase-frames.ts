import { holdsVerb, isPunctuation, isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Piece, Scene } from './candidate.ts';
import type { CuePhrase } from './cue-lexicon.ts';
import { makeCandidate } from './frame.ts';
import { subjectBehind } from './near-subject.ts';
import { contentPiece } from './pieces.ts';
import { resumed } from './resumed-quotations.ts';

/** `according to …`, `in the words of …`, `in a poll`: a phrase that hands its clause over. */
export function phraseFrames(scene: Scene, sentence: number, at: number): Candidate[] {
  const tree = scene.trees[sentence];
  const found: Candidate[] = [];
  for (const phrase of scene.lexicon.phrases.get(tree.words[at]) ?? []) {
    const last = at + phrase.words.length - 1;
    if (!phrase.words.every((word, step) => tree.words[at + step] === word)) continue;
    const candidate = phraseFrame(scene, sentence, at, last, phrase);
    if (candidate !== undefined) found.push(candidate);
    if (phrase.words.length > 1) break;
  }
  return found;
}

function phraseFrame(
  scene: Scene,
  sentence: number,
  from: number,
  last: number,
  phrase: CuePhrase,
): Candidate | undefined {
  const tree = scene.trees[sentence];
  const behind = subjectBehind(tree, last, from);
  if (behind === undefined) return undefined;
  const { head } = behind;
  const until = phraseSourceUntil(tree, from, head, behind.until);
  if (phrase.surveysOnly && !scene.lexicon.surveys.has(tree.words[head])) return undefined;
  if (phrase.capital && !/^(?:PROPN|DET|NOUN)$/.test(tree.tokens[last + 1].upos)) return undefined;
  if (phrase.fronted && (from !== 0 || tree.words[until + 1] !== ',')) return undefined;
  const end = until;
  const content = handedClause(scene, sentence, from, end);
  return makeCandidate(scene, {
    construction: phrase.surveysOnly ? 'in a survey' : 'according to',
    sentence,
    head: from,
    cueTokens: [from, last],
    sourceHead: head,
    sourceSpan: [last + 1, until],
    content,
    weight: phrase.weight,
    cue: { ...phrase, word: phrase.words.join(' ') },
    outer: phrase.weight >= 80,
  });
}

/**
 * Where the source of a phrase ends. The parser takes the clause behind a fronted phrase for an
 * apposition: the first comma ends the source unless a short aside without a verb follows it.
 */
function phraseSourceUntil(tree: Tree, from: number, head: number, until: number): number {
  if (!isOpener(tree, from)) return trimComma(tree, head, until);
  for (let at = head + 1; at <= until; at++) {
    if (tree.words[at] !== ',' || tree.quotes[at] >= 0) continue;
    const close = tree.words.indexOf(',', at + 1);
    const isAside = close > 0 && close - at < 16 && !holdsVerb(tree, at + 1, close);
    if (isAside && /^(?:a|an|the|chairman|director)$/.test(tree.words[at + 1])) return close;
    return at - 1;
  }
  return trimComma(tree, head, until);
}

function trimComma(tree: Tree, head: number, until: number): number {
  let last = until;
  while (last > head && isPunctuation(tree, last) && tree.words[last] !== ')') last--;
  return last;
}

/** The clause around a phrase: before it if there is one, else behind it. */
function handedClause(scene: Scene, sentence: number, from: number, until: number): Piece[] {
  const tree = scene.trees[sentence];
  const size = tree.tokens.length;
  const before = contentPiece(scene, tree, clauseStart(tree, from), from - 1);
  const starts = before.length === 0 || isOpener(tree, from);
  if (starts) {
    const after = contentPiece(scene, tree, until + 1, clauseEnd(tree, until + 1, size - 1));
    return [...after, ...resumed(scene, sentence, after.at(-1))];
  }
  const cut = isParenthesis(tree, from, until) && until + 3 < size;
  const after = cut
    ? contentPiece(scene, tree, until + 1, clauseEnd(tree, until + 1, size - 1))
    : [];
  const opens = tree.tokens[0].start;
  const quote = tree.quotes[0];
  // A quotation that began in an earlier sentence is taken whole.
  if (quote >= 0 && scene.quotations[quote].start < opens && before.length > 0) {
    const whole: Piece = [scene.quotations[quote].start, before[0][1]];
    return [whole, ...after];
  }
  return [...before, ...after, ...resumed(scene, sentence, after.at(-1) ?? before.at(-1))];
}

/** Nothing but a conjunction or adverb stands before the phrase. */
function isOpener(tree: Tree, from: number): boolean {
  for (let at = 0; at < from; at++) {
    if (isPunctuation(tree, at)) continue;
    if (!/^(?:CCONJ|ADV|SCONJ|INTJ)$/.test(tree.tokens[at].upos)) return false;
  }
  return true;
}

function isParenthesis(tree: Tree, from: number, until: number): boolean {
  return tree.words[from - 1] === ',' && tree.words[until + 1] === ',';
}

function clauseStart(tree: Tree, from: number): number {
  for (let at = from - 1; at > 0; at--) {
    if (tree.quotes[at] < 0 && /^[;:]$/.test(tree.words[at])) return at + 1;
  }
  return 0;
}

function clauseEnd(tree: Tree, from: number, last: number): number {
  for (let at = from; at <= last; at++) {
    if (tree.quotes[at] < 0 && tree.words[at] === ';') return at - 1;
  }
  return last;
}

/** `in Ister's view, …`: a possessive between a preposition and a noun of opinion. */
export function possessedFrame(
  scene: Scene,
  sentence: number,
  noun: number,
): Candidate | undefined {
  const tree = scene.trees[sentence];
  const entry = scene.lexicon.possessed.get(tree.words[noun]);
  if (entry === undefined) return undefined;
  const owner = tree.children[noun].find((child) => isRelation(tree, child, ['nmod:poss'])) ?? -1;
  if (owner < 0) return undefined;
  const before = tree.from[owner] - 1;
  if (before < 0 || tree.words[before] !== entry.before) return undefined;
  const size = tree.tokens.length;
  const next = tree.words[noun + 1] ?? '.';
  if (!isPunctuation(tree, noun + 1) && noun + 1 < size) return undefined;
  if (before > 0 && next !== ',' && noun + 2 < size) return undefined;
  const content = handedClause(scene, sentence, before, noun);
  return makeCandidate(scene, {
    construction: 'possessed view',
    sentence,
    head: noun,
    cueTokens: [noun, noun],
    sourceHead: owner,
    content,
    weight: 70,
    cue: { ...entry, word: tree.words[noun] },
    outer: true,
  });
}

/** `[K1 Three ships] [C reportedly] [K2 crossed]`. */
export function adverbFrame(scene: Scene, sentence: number, at: number): Candidate | undefined {
  const tree = scene.trees[sentence];
  const entry = scene.lexicon.adverbs.get(tree.words[at]);
  if (entry === undefined) return undefined;
  const { head } = tree.tokens[at];
  const clause = head >= 0 && isRelation(tree, at, ['advmod']) ? head : at;
  const first = tree.from[clause];
  const before = contentPiece(scene, tree, first, at - 1);
  const after = contentPiece(scene, tree, at + 1, tree.until[clause]);
  return makeCandidate(scene, {
    construction: 'adverb',
    sentence,
    head: at,
    cueTokens: [at, at],
    sourceHead: -1,
    content: [...before, ...after],
    weight: entry.cue,
    cue: { stance: 'asserts', certainty: entry.certainty, word: tree.words[at] },
  });
}

/** `[S Marava][C :] [K No talks before winter]`, in titles and in transcripts. */
export function colonFrame(scene: Scene, sentence: number): Candidate | undefined {
  const tree = scene.trees[sentence];
  const limit = Math.min(tree.tokens.length, 14);
  let colon = -1;
  for (let at = 1; at < limit && colon < 0; at++) {
    if (tree.quotes[at] >= 0 && tree.quotes[at] === tree.quotes[0]) return undefined;
    if (tree.words[at] === ':') colon = at;
    else if (/^(?:VERB|AUX)$/.test(tree.tokens[at].upos)) return undefined;
    else if (/^[.;!?]$/.test(tree.words[at])) return undefined;
  }
  if (colon < 1 || colon + 1 >= tree.tokens.length) return undefined;
  const head = nounHead(tree, 0, colon - 1);
  if (head < 0) return undefined;
  const quoted = tree.quotes[colon + 1] >= 0;
  const isName = tree.tokens[head].upos === 'PROPN';
  const isDocument = scene.lexicon.documents.has(tree.words[head]);
  const inTitle = scene.headings.has(sentence) || sentence === 0;
  if (!quoted && !inTitle) return undefined;
  if (!isName && !isDocument && !quoted) return undefined;
  const content = contentPiece(scene, tree, colon + 1, tree.tokens.length - 1);
  return makeCandidate(scene, {
    construction: 'colon',
    sentence,
    head: colon,
    cueTokens: [colon, colon],
    sourceHead: head,
    content: [...content, ...resumed(scene, sentence, content.at(-1))],
    weight: quoted ? 75 : 60,
    cue: { stance: 'asserts', word: ':' },
    outer: true,
  });
}

/** The token between the two that hangs outside: the head of the phrase they make. */
function nounHead(tree: Tree, from: number, until: number): number {
  for (let at = from; at <= until; at++) {
    const { head, upos } = tree.tokens[at];
    const outside = head < from || head > until;
    if (outside && /^(?:NOUN|PROPN|PRON)$/.test(upos)) return at;
  }
  return -1;
}

import type { Stretch } from '../syntax/sentence.ts';
import { type Clause, caseOf, deprel, relation } from './clause.ts';

const people = new Set(['he', 'she', 'they', 'we', 'i', 'him', 'her', 'them', 'us', 'it', 'you']);
const relatives = new Set(['who', 'which', 'that', 'whom']);

/** Can the nominal act or be acted upon as somebody: a state, a body, a person, a crowd? */
export function isActor(clause: Clause, at: number): boolean {
  if (at < clause.opening) return false;
  const word = clause.tree.words[at];
  const pos = clause.pos[at];
  if (pos === 'PRON') return people.has(word) || relatives.has(word) || isQuantifier(word);
  const mention = clause.mentions[at];
  if (mention !== undefined) return mention.kind !== 'weapon' && mention.kind !== 'agreement';
  const { lexicon, lemmas } = clause;
  if (lexicon.notActors.has(word)) return false;
  if (lexicon.actorNouns.has(lemmas[at]) || lexicon.actorNouns.has(word)) return true;
  if (lexicon.classes.has(lemmas[at])) return false;
  return isName(clause, at);
}

const functionWords = /^(the|an?|this|that|these|those|there|what|no|but|and|in|on|at|for|as|it)$/;

/** A capitalised word: a proper noun, or one that the tagger missed inside the sentence. */
function isName(clause: Clause, at: number): boolean {
  const capital = (one: number) =>
    /^\p{Lu}/u.test(clause.text.slice(clause.tree.tokens[one].start, clause.tree.tokens[one].end));
  // `al Shabaab`: the first word of a name may be small.
  const small = clause.tree.children[at].some(
    (one) => relation(clause, one) === 'flat' && capital(one),
  );
  if (!capital(at) && !small) return false;
  if (clause.pos[at] === 'PROPN') return true;
  if (functionWords.test(clause.tree.words[at])) return false;
  const inside = at > clause.opening && clause.pos[at] === 'NOUN';
  return inside || (deprel(clause, at) === 'nsubj' && clause.pos[at] !== 'NOUN');
}

/** A state, a place, or a name that may be one. */
export function isPlace(clause: Clause, at: number): boolean {
  const mention = clause.mentions[at];
  if (mention !== undefined) return mention.kind === 'state' || mention.kind === 'place';
  const token = clause.tree.tokens[at];
  return token.upos === 'PROPN' && !clause.lexicon.notActors.has(clause.tree.words[at]);
}

/** Does an adjective or a noun in front name a state: `Corlander` of `Corlander ships`? */
export function isDemonym(clause: Clause, at: number): boolean {
  const kind = clause.mentions[at]?.kind;
  return (
    kind === 'state' || kind === 'organisation' || (kind === 'group' && clause.pos[at] === 'PROPN')
  );
}

export function isRelative(clause: Clause, at: number): boolean {
  return relatives.has(clause.tree.words[at]) && clause.pos[at] === 'PRON';
}

export function isPronoun(clause: Clause, at: number): boolean {
  return clause.pos[at] === 'PRON' && people.has(clause.tree.words[at]);
}

function isQuantifier(word: string): boolean {
  return /^(some|many|others|several|both|all|thousands|hundreds|dozens)$/.test(word);
}

const leftParts = /^(det|amod|compound|nmod|nummod|flat|advmod|case|punct|obl:tmod|obl:npmod)/;
const rightParts = /^(flat|compound|nmod|appos|nummod|case|fixed|goeswith|list)/;

/**
 * The noun phrase of a head: determiners, adjectives and titles before it, names and `of`-phrases
 * behind it; without its preposition, relative clauses and the partners joined by `and`.
 */
export function phraseOf(clause: Clause, at: number): Stretch {
  const { tokens } = clause.tree;
  let from = at;
  let until = at;
  for (const child of clause.tree.children[at]) {
    const name = deprel(clause, child);
    if (child < at && leftParts.test(name) && !isOutside(clause, child)) {
      from = Math.min(from, clause.tree.from[child]);
    }
    if (child > at && rightParts.test(name) && !isOutside(clause, child)) {
      until = Math.max(until, lastOf(clause, child));
    }
  }
  const { words } = clause.tree;
  while (from < at && /^(PUNCT|CCONJ|ADP|SCONJ)$/.test(tokens[from].upos)) from++;
  while (from < at && /^(and|or|but|where|when|that|,)$/.test(words[from])) from++;
  while (until > at && /^(PUNCT|CCONJ|ADP|PART)$/.test(tokens[until].upos)) until--;
  const mention = clause.mentions[at];
  if (from < clause.opening && at >= clause.opening) from = clause.opening;
  const start = Math.min(tokens[from].start, mention?.start ?? tokens[from].start);
  const end = Math.max(tokens[until].end, mention?.end ?? tokens[until].end);
  const joiner = /^(?:and|or|but) /i.exec(clause.text.slice(start, end))?.[0].length ?? 0;
  return closed(clause.text, start + joiner, end);
}

/** A bracket opened inside is closed, or the phrase ends before it. */
function closed(text: string, start: number, end: number): Stretch {
  const inside = text.slice(start, end);
  const open = inside.lastIndexOf('(');
  if (open < 0 || inside.indexOf(')', open) >= 0) return { start, end };
  const rest = text.slice(end, end + 3).match(/^ ?\)/);
  if (rest !== null) return { start, end: end + rest[0].length };
  const cut = inside.slice(0, open).trimEnd().length;
  return cut > 0 ? { start, end: start + cut } : { start, end };
}

/** Parts that do not belong: prepositions in front, commas, days. */
function isOutside(clause: Clause, child: number): boolean {
  const name = relation(clause, child);
  if (name === 'case' || name === 'punct') return true;
  if (name !== 'nmod') return false;
  if (deprel(clause, child) === 'nmod:tmod' || deprel(clause, child) === 'nmod:unmarked')
    return true;
  if (clause.lexicon.notActors.has(clause.tree.words[child])) return true;
  return clause.lexicon.sets.circumstances.has(caseOf(clause, child));
}

/** The last word of a part, without relative clauses and what is joined by `and`. */
function lastOf(clause: Clause, at: number): number {
  let last = at;
  for (const child of clause.tree.children[at]) {
    if (child < at || !rightParts.test(deprel(clause, child)) || isOutside(clause, child)) continue;
    last = Math.max(last, lastOf(clause, child));
  }
  return last;
}

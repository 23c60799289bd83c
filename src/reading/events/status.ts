import type { Attribution, DateMention, EventStatus } from '../../model/reading.ts';
import { type Clause, childrenBy, hasMark, headOf, isNegated, isVerb, relation } from './clause.ts';
import type { Deed } from './deed.ts';
import { modality } from './match-verb.ts';
import { controlOf } from './subject.ts';

const order: readonly EventStatus[] = [
  'denied',
  'historical',
  'hypothetical',
  'alleged',
  'promised',
  'reported',
];

/** How firmly the text puts a deed: by its own words, the clauses above it and who tells it. */
export function statusOf(
  clause: Clause,
  deed: Deed,
  told: Attribution | undefined,
  on: DateMention | undefined,
  published: string | undefined,
): EventStatus {
  const found = new Set<EventStatus>([byStanding(deed), ...byClauses(clause, deed)]);
  if (told?.stance === 'denies') found.add('denied');
  if (told?.stance === 'alleges') found.add('alleged');
  if (told?.stance === 'fears') found.add('hypothetical');
  if (isLongPast(on, published)) found.add('historical');
  return order.find((status) => found.has(status)) ?? 'reported';
}

function byStanding({ standing, type, mode }: Deed): EventStatus {
  if (standing === 'negated') return 'denied';
  if (standing === 'possible') return 'hypothetical';
  if (standing === 'alleged') return 'alleged';
  if (standing === 'promised') return 'promised';
  const announces = type === 'THREATEN' || (type === 'AGREE' && mode !== 'sign');
  return announces ? 'promised' : 'reported';
}

const mostSteps = 12;

/** What the words above a deed say of it: conditions, fears, doubts, clauses of a treaty. */
function byClauses(clause: Clause, deed: Deed): EventStatus[] {
  const { sets } = clause.lexicon;
  const found: EventStatus[] = [];
  const { words } = clause.tree;
  for (const child of clause.tree.children[deed.at]) {
    if (sets.doubts.has(words[child])) found.push('alleged');
  }
  let here = deed.at;
  for (let step = 0; step < mostSteps && here >= 0; step++) {
    if (isConditional(clause, here)) found.push('hypothetical');
    const above = headOf(clause, here);
    if (above < 0) break;
    found.push(...fromAbove(clause, here, above));
    here = above;
  }
  return found;
}

function isConditional(clause: Clause, at: number): boolean {
  return childrenBy(clause, at, 'mark').some((child) =>
    clause.lexicon.sets.conditions.has(clause.tree.words[child]),
  );
}

function fromAbove(clause: Clause, here: number, above: number): EventStatus[] {
  const name = relation(clause, here);
  const { sets } = clause.lexicon;
  const lemma = clause.lemmas[above];
  if (!/^(ccomp|xcomp|advcl|acl|obj|obl|nmod|csubj|nsubj)$/.test(name)) return [];
  if (!isVerb(clause, above)) {
    if (!/^(acl|nmod|ccomp)$/.test(name)) return [];
    if (sets.fearNouns.has(lemma)) return ['hypothetical'];
    return sets.doubtNouns.has(lemma) ? ['alleged'] : [];
  }
  const found: EventStatus[] = [];
  const control = controlOf(clause, here);
  if (control === 'blames') found.push('alleged');
  if (control === 'prevents') found.push('hypothetical');
  const gerund = name === 'advcl' && clause.tree.tokens[here].xpos === 'VBG';
  const below = /^(ccomp|xcomp|obj|obl)$/.test(name) || hasMark(clause, here, 'to') || gerund;
  if (below && modality(clause, above) === 'possible') found.push('hypothetical');
  if (name === 'ccomp' || name === 'xcomp') {
    if (sets.fearVerbs.has(lemma)) found.push('hypothetical');
    if (sets.doubtVerbs.has(lemma)) found.push('alleged');
    if (isNegated(clause, above) && name === 'xcomp') found.push('denied');
    if (lemma === 'deny') found.push('denied');
  }
  if (sets.clauses.has(lemma) && promisesInText(clause, above)) found.push('hypothetical');
  return found;
}

/** A treaty that promises tells of no deed. */
function promisesInText(clause: Clause, verb: number): boolean {
  const nouns = clause.lexicon.sets.clauseSubjects;
  const subjects = childrenBy(clause, verb, 'nsubj').map((child) => clause.lemmas[child]);
  const noun = relation(clause, verb) === 'acl' ? clause.lemmas[headOf(clause, verb)] : '';
  return subjects.some((lemma) => nouns.has(lemma)) || nouns.has(noun);
}

/** More than two years before the report: background. */
function isLongPast(on: DateMention | undefined, published: string | undefined): boolean {
  const year = Number(on?.value.slice(0, 4));
  const now = Number(published?.slice(0, 4));
  return Number.isFinite(year) && Number.isFinite(now) && year < now - 2;
}

import { type EventType, type Quad, quadOf } from '../../model/event-type.ts';
import type { NamedDocument } from '../document.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Stretch } from '../syntax/sentence.ts';
import { phraseOf } from './actor-phrase.ts';
import { type Clause, headOf, makeClause } from './clause.ts';
import { type Deed, isHostile } from './deed.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { classesOf } from './object-class.ts';
import { makeDeedReader } from './verb-deeds.ts';

export interface PairCode {
  readonly type: EventType;
  readonly quad: Quad;
}

/**
 * What `source` does to `target`, both given as stretches of the text (UTF-16 code units). The deed
 * whose parties they are is preferred, then the one on the path between them, then the words near:
 * with the pair given there is an answer wherever anything speaks for one.
 */
export function codeEventBetween(
  document: NamedDocument,
  source: Stretch,
  target: Stretch,
  lexicon: EventLexicon,
): PairCode | undefined {
  let best: { type: EventType; score: number } | undefined;
  for (const tree of document.trees) {
    const near = overlaps(tree.sentence, source) || overlaps(tree.sentence, target);
    if (!near) continue;
    const found = bestIn(document, tree, source, target, lexicon);
    if (found !== undefined && (best === undefined || found.score > best.score)) best = found;
  }
  return best === undefined ? undefined : { type: best.type, quad: quadOf[best.type] };
}

function bestIn(
  document: NamedDocument,
  tree: Tree,
  source: Stretch,
  target: Stretch,
  lexicon: EventLexicon,
): { type: EventType; score: number } | undefined {
  const clause = makeClause(tree, document.mentions, lexicon);
  const reader = makeDeedReader(clause);
  const path = pathBetween(clause, headIn(clause, source), headIn(clause, target));
  const consumed = new Set<number>();
  let best: { type: EventType; score: number } | undefined;
  for (let at = 0; at < tree.tokens.length; at++) {
    const deed = reader.deedAt(at);
    if (deed === undefined) continue;
    for (const lower of deed.consumed) if (lower !== deed.at) consumed.add(lower);
  }
  for (let at = 0; at < tree.tokens.length; at++) {
    const deed = reader.deedAt(at);
    if (deed === undefined) continue;
    const lower = consumed.has(at) ? 3 : 0;
    const score = scoreOf(clause, deed, source, target, path) - lower;
    if (best === undefined || score > best.score) best = { type: deed.type, score };
  }
  return best ?? byWords(clause, source, target, path);
}

function scoreOf(
  clause: Clause,
  deed: Deed,
  source: Stretch,
  target: Stretch,
  path: ReadonlySet<number>,
): number {
  const hits = (heads: readonly number[], stretch: Stretch) =>
    heads.some((head) => overlaps(phraseOf(clause, head), stretch));
  let score = deed.weight;
  if (hits(deed.actors, source)) score += 5;
  if (hits(deed.recipients, target)) score += 3;
  if (hits(deed.actors, target) && !hits(deed.actors, source)) score -= 2;
  if (path.has(deed.at)) score += 3;
  const first = clause.tree.tokens[deed.from].start;
  const last = clause.tree.tokens[deed.until].end;
  if (first < target.end && target.start < last) score += 1;
  return score - deed.at / 100;
}

/** The words between two heads over the tree, both ends left out. */
function pathBetween(clause: Clause, from: number, to: number): Set<number> {
  const up = climb(clause, from);
  const other = climb(clause, to);
  const shared = new Set(other);
  const path = new Set<number>();
  let top = -1;
  for (const at of up) {
    path.add(at);
    if (shared.has(at)) {
      top = at;
      break;
    }
  }
  for (const at of other) {
    path.add(at);
    if (at === top) break;
  }
  return path;
}

function climb(clause: Clause, from: number): number[] {
  const way: number[] = [];
  let here = from;
  while (here >= 0 && way.length <= clause.tree.tokens.length) {
    way.push(here);
    here = headOf(clause, here);
  }
  return way;
}

/** The word of a stretch that hangs highest. */
function headIn(clause: Clause, stretch: Stretch): number {
  let head = -1;
  clause.tree.tokens.forEach((token, at) => {
    if (!overlaps(token, stretch)) return;
    if (head < 0 || clause.tree.depth[at] < clause.tree.depth[head]) head = at;
  });
  return head;
}

const typeOfClass: Readonly<Record<string, EventType>> = {
  attack: 'ASSAULT',
  cyberattack: 'ASSAULT',
  inquiry: 'ACCUSE',
  criticism: 'ACCUSE',
  talks: 'CONSULT',
  visit: 'CONSULT',
  agreement: 'SUPPORT',
  tie: 'SUPPORT',
  support: 'SUPPORT',
  aid: 'AID',
  money: 'AID',
  peacekeeper: 'AID',
  ceasefire: 'YIELD',
  prisoner: 'YIELD',
  sanctions: 'SANCTION',
  curfew: 'COERCE',
  warrant: 'COERCE',
  exercise: 'MOBILIZE',
  alert: 'MOBILIZE',
  ultimatum: 'THREATEN',
  stoppage: 'PROTEST',
  demand: 'REQUEST',
  proposal: 'REJECT',
};

/** No deed found: what the verbs and nouns between the two and on the path speak of. */
function byWords(
  clause: Clause,
  source: Stretch,
  target: Stretch,
  path: ReadonlySet<number>,
): { type: EventType; score: number } | undefined {
  const votes = new Map<EventType, number>();
  const vote = (type: EventType, weight: number) =>
    votes.set(type, (votes.get(type) ?? 0) + weight);
  const from = Math.min(source.end, target.end);
  const until = Math.max(source.start, target.start);
  clause.tree.tokens.forEach((token, at) => {
    const between = token.start >= from && token.end <= until;
    const weight = (path.has(at) ? 2 : 0) + (between ? 2 : 0) + 1;
    const verb = clause.lexicon.verbs.get(clause.lemmas[at]);
    const plain = verb?.find(({ type, rest }) => type !== undefined && rest.length === 0)?.type;
    if (plain !== undefined) vote(plain, weight * (token.upos === 'VERB' ? 2 : 1));
    const noun = clause.lexicon.nouns.get(clause.lemmas[at]);
    if (noun !== undefined) vote(noun.type, weight);
    for (const name of classesOf(clause, at)) {
      const type = typeOfClass[name];
      if (type !== undefined && !isHostileNoise(type)) vote(type, weight / 2);
    }
  });
  let best: { type: EventType; score: number } | undefined;
  for (const [type, score] of votes) {
    if (best === undefined || score > best.score) best = { type, score };
  }
  return best === undefined ? undefined : { type: best.type, score: best.score - 100 };
}

function isHostileNoise(type: EventType): boolean {
  return isHostile(type) && type === 'MOBILIZE';
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

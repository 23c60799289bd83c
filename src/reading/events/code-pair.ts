import { type EventType, type Quad, quadOf } from '../../model/event-type.ts';
import { spansOverlap } from '../../model/span.ts';
import type { NamedDocument } from '../document.ts';
import type { Stretch } from '../syntax/sentence.ts';
import { classesOf } from './around/noun-class.ts';
import { phraseOf } from './around/who.ts';
import { readDeeds } from './deeds/read-deeds.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { type EventTree, isVerb, makeEventTree } from './event-tree.ts';

/** Who acts and who receives, as stretches of the text (UTF-16 code units). */
export interface Pair {
  readonly source: Stretch;
  readonly target: Stretch;
}

interface Answer {
  readonly type: EventType;
  readonly score: number;
}

/**
 * What one party does to another, both given. The deed whose parties they are is preferred, then
 * any other, then the words: there is an answer wherever anything speaks for one.
 */
export function codeEventBetween(
  document: NamedDocument,
  pair: Pair,
  lexicon: EventLexicon,
): { readonly type: EventType; readonly quad: Quad } | undefined {
  const { source, target } = pair;
  const answers = document.trees
    .filter(({ sentence }) => spansOverlap(sentence, source) || spansOverlap(sentence, target))
    .map((tree) => makeEventTree(tree, lexicon))
    .flatMap((tree) => [...answersByDeeds(tree, pair), ...answersByWords(tree, pair)])
    .sort((a, b) => b.score - a.score);
  return answers[0] && { type: answers[0].type, quad: quadOf[answers[0].type] };
}

/** Each deed, by how well the two given are its parties; of equals the first one counts. */
function answersByDeeds(tree: EventTree, { source, target }: Pair): Answer[] {
  const hits = (heads: readonly number[], stretch: Stretch) =>
    heads.some((head) => spansOverlap(phraseOf(tree, head), stretch));
  return readDeeds(tree).map(({ at, type, actors, recipients }) => {
    const score = (hits(actors, source) ? 5 : 0) + (hits(recipients, target) ? 3 : 0);
    return { type, score: score - at / 100 };
  });
}

const behindDeeds = 1000;

/** What the words speak of, those between the two above all. */
function answersByWords(tree: EventTree, { source, target }: Pair): Answer[] {
  const from = Math.min(source.end, target.end);
  const until = Math.max(source.start, target.start);
  const votes = new Map<EventType, number>();
  tree.tokens.forEach(({ start, end }, at) => {
    const weight = start >= from && end <= until ? 3 : 1;
    for (const [type, share] of typesOf(tree, at)) {
      votes.set(type, (votes.get(type) ?? 0) + weight * share);
    }
  });
  return [...votes].map(([type, votesFor]) => ({ type, score: votesFor - behindDeeds }));
}

/** What a word by itself speaks of, and how much that says. */
function typesOf(tree: EventTree, at: number): (readonly [EventType, number])[] {
  const { verbs, nouns, typeOfClass } = tree.lexicon;
  const { lemma } = tree.tokens[at];
  const verb = verbs.get(lemma)?.find(({ row, rest }) => rest.length + row.where.length === 0);
  const ofVerb = isVerb(tree, at) ? 2 : 1;
  const found = [
    [verb?.row.type, ofVerb] as const,
    [nouns.get(lemma)?.[0]?.row.type, 1] as const,
    ...[...classesOf(tree, at)].map((name) => [typeOfClass[name], 0.5] as const),
  ];
  return found.flatMap(([type, share]) => (type && type !== 'none' ? [[type, share]] : []));
}

import { type EventType, type Quad, quadOf } from '../../model/event-type.ts';
import { spansOverlap } from '../../model/span.ts';
import type { NamedDocument } from '../document.ts';
import type { Stretch } from '../syntax/sentence.ts';
import { classesOf } from './around/noun-class.ts';
import { phraseOf } from './around/who.ts';
import type { Deed } from './deed.ts';
import { readDeeds } from './deeds/read-deeds.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { type EventTree, isVerb, makeEventTree } from './event-tree.ts';

/** Who acts and who receives, as stretches of the text (UTF-16 code units). */
export interface Pair {
  readonly source: Stretch;
  readonly target: Stretch;
}

export interface PairCode {
  readonly type: EventType;
  readonly quad: Quad;
}

interface Answer {
  readonly type: EventType;
  readonly score: number;
}

/**
 * What one party does to another, both given. The deed whose parties they are is preferred, then
 * any other, then the words: with the pair given there is an answer wherever anything speaks for
 * one.
 */
export function codeEventBetween(
  document: NamedDocument,
  pair: Pair,
  lexicon: EventLexicon,
): PairCode | undefined {
  const answers = document.trees
    .filter(({ sentence }) => holdsOne(sentence, pair))
    .flatMap((tree) => answersIn(makeEventTree(tree, lexicon), pair));
  const best = bestOf(answers);
  return best && { type: best.type, quad: quadOf[best.type] };
}

function holdsOne(sentence: Stretch, { source, target }: Pair): boolean {
  return spansOverlap(sentence, source) || spansOverlap(sentence, target);
}

/** The first of the highest scores. */
function bestOf(answers: readonly Answer[]): Answer | undefined {
  return [...answers].sort((a, b) => b.score - a.score)[0];
}

function answersIn(tree: EventTree, pair: Pair): Answer[] {
  const deeds = readDeeds(tree);
  if (deeds.length === 0) return answersByWords(tree, pair);
  return deeds.map((deed) => ({ type: deed.type, score: partyScore(tree, deed, pair) }));
}

/** How well the two given are the parties of the deed; of equals the first one counts. */
function partyScore(tree: EventTree, deed: Deed, { source, target }: Pair): number {
  const hits = (heads: readonly number[], stretch: Stretch) =>
    heads.some((head) => spansOverlap(phraseOf(tree, head), stretch));
  const acts = hits(deed.actors, source) ? 5 : 0;
  const receives = hits(deed.recipients, target) ? 3 : 0;
  return acts + receives - deed.at / 100;
}

/** No deed found: what the words speak of, those between the two above all. */
function answersByWords(tree: EventTree, { source, target }: Pair): Answer[] {
  const from = Math.min(source.end, target.end);
  const until = Math.max(source.start, target.start);
  const votes = new Map<EventType, number>();
  tree.tokens.forEach(({ start, end }, at) => {
    const weight = start >= from && end <= until ? 3 : 1;
    for (const { type, share } of typesOf(tree, at)) {
      votes.set(type, (votes.get(type) ?? 0) + weight * share);
    }
  });
  return [...votes].map(([type, score]) => ({ type, score: score - 100 }));
}

/** What a word by itself speaks of, and how much that says. */
function typesOf(tree: EventTree, at: number): { type: EventType; share: number }[] {
  const { verbs, nouns, typeOfClass } = tree.lexicon;
  const { lemma } = tree.tokens[at];
  const verb = verbs.get(lemma)?.find(({ row, rest }) => rest.length + row.where.length === 0);
  const noun = nouns.get(lemma)?.[0];
  const found = [
    { type: verb?.row.type, share: isVerb(tree, at) ? 2 : 1 },
    { type: noun?.row.type, share: 1 },
    ...[...classesOf(tree, at)].map((name) => ({ type: typeOfClass[name], share: 0.5 })),
  ];
  return found.flatMap(({ type, share }) =>
    type === undefined || type === 'none' ? [] : [{ type, share }],
  );
}

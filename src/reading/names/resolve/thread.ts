import { isRelation, type Tree } from '../../grammar/tree.ts';
import type { ActorReader, ActorReading } from '../read/actor-reading.ts';
import type { Resolution, ResolveOptions } from '../resolver.ts';

/** Actors that stand together: `Putin and Kim`, `talks between Sestra and Oln`. */
export type ActorSet = readonly ActorReading[];

/** What following words through the report needs. */
export interface Thread {
  readonly reader: ActorReader;
  /** All actors of the report, sentence by sentence. */
  readonly actors: readonly (readonly ActorReading[])[];
  /** Actors that stand together, sentence by sentence. */
  readonly sets: readonly (readonly ActorSet[])[];
  /** Whom another word stands for. */
  readonly follow: (place: Place) => Resolution;
}

/** A word of one sentence, to be followed to whom it means. */
export interface Place {
  readonly tree: Tree;
  readonly at: number;
  /** Guards against circles: how many words were followed before this one. */
  readonly depth: number;
  readonly options: ResolveOptions;
}

export function isQuoted({ tree, head }: ActorReading): boolean {
  return tree.quotes[head] >= 0;
}

export function isSubject({ tree, head }: ActorReading): boolean {
  return isRelation(tree, head, ['nsubj']);
}

/** Actors before the word, nearest first, those only quoted left out where the word is not. */
export function before(
  { actors }: Thread,
  { tree, at }: Place,
  sentencesBack: number,
): ActorReading[] {
  const quoted = tree.quotes[at] >= 0;
  const found: ActorReading[] = [];
  for (let index = tree.index; index >= Math.max(0, tree.index - sentencesBack); index--) {
    for (const actor of actors[index].toReversed()) {
      const isBefore = index < tree.index || actor.head < at;
      if (isBefore && (quoted || !isQuoted(actor))) found.push(actor);
    }
  }
  return found;
}

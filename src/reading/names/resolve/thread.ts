import { isRelation, type Tree } from '../../grammar/tree.ts';
import type { ActorReader, ActorReading } from '../read/actor-reading.ts';
import { type Resolution, type ResolveOptions, uniteResolutions } from '../resolver.ts';

/** Actors that stand together: `Putin and Kim`, `talks between Sestra and Oln`. */
export type ActorSet = readonly ActorReading[];

/** What following words through a report needs. */
export interface Thread {
  readonly reader: ActorReader;
  /** All actors of the report, sentence by sentence. */
  readonly actors: readonly (readonly ActorReading[])[];
  /** Actors that stand together, sentence by sentence. */
  readonly sets: readonly (readonly ActorSet[])[];
  readonly follow: (word: Pointer) => Resolution;
}

/** A word of one sentence, to be followed to whom it means. */
export interface Pointer {
  readonly thread: Thread;
  readonly tree: Tree;
  readonly at: number;
  /** Guards against circles: how many words were followed before this one. */
  readonly depth: number;
  readonly options: ResolveOptions;
}

/** Follows another word on the way. */
export function follow(from: Pointer, at: number, tree = from.tree): Resolution {
  return from.thread.follow({ ...from, tree, at, depth: from.depth + 1 });
}

/** Follows several words of the sentence, which are meant together. */
export function followAll(from: Pointer, words: readonly number[], tree = from.tree): Resolution {
  return uniteResolutions(words.map((at) => follow(from, at, tree)));
}

export function isQuoted({ tree, head }: ActorReading): boolean {
  return tree.quotes[head] >= 0;
}

export function isSubject({ tree, head }: ActorReading): boolean {
  return isRelation(tree, head, ['nsubj']);
}

/** Actors before the word, nearest first, those only quoted left out where the word is not. */
export function before({ thread, tree, at }: Pointer, sentencesBack: number): ActorReading[] {
  const quoted = tree.quotes[at] >= 0;
  const found: ActorReading[] = [];
  for (let index = tree.index; index >= Math.max(0, tree.index - sentencesBack); index--) {
    for (const actor of thread.actors[index].toReversed()) {
      const isBefore = index < tree.index || actor.head < at;
      if (isBefore && (quoted || !isQuoted(actor))) found.push(actor);
    }
  }
  return found;
}

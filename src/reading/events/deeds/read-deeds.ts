import { isRelation } from '../../grammar/tree.ts';
import type { Deed } from '../deed.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import { nounDeed } from './noun-deed.ts';
import { overDeed } from './over-deed.ts';
import { verbDeed } from './verb-deed.ts';

/** Reads the deeds of one sentence; every word is looked at once. */
export function readDeeds(tree: EventTree): Deed[] {
  const known = new Map<number, Deed | undefined>();
  const deedAt = (at: number): Deed | undefined => {
    if (!known.has(at)) {
      // Trees of a trained parser may have circles: a word that is being read gives nothing.
      known.set(at, undefined);
      known.set(at, deedOf(tree, at, deedAt));
    }
    return known.get(at);
  };
  return tree.tokens.flatMap((_, at) => deedAt(at) ?? []);
}

function deedOf(
  tree: EventTree,
  at: number,
  deedAt: (at: number) => Deed | undefined,
): Deed | undefined {
  const { upos } = tree.tokens[at];
  if (!/^(VERB|ADJ|AUX)$/.test(upos)) return undefined;
  const deed = overDeed(tree, at, deedAt);
  if (deed !== 'own') return deed;
  return upos === 'VERB' ? verbDeed(tree, at) : undefined;
}

/** Deeds that stand for themselves: none that went into another, none told twice. */
export function deedsTold(tree: EventTree): Deed[] {
  const all = readDeeds(tree);
  const consumed = new Set(consumedBy(all));
  // `called Oln to congratulate it`: the purpose decided the type and is told already.
  for (const { at, type } of all) {
    const { head, deprel } = tree.tokens[at];
    if (deprel === 'xcomp' && all.some((one) => one.at === head && one.type === type)) {
      consumed.add(at);
    }
  }
  const kept = all.filter(({ at }) => !consumed.has(at));
  const objects = new Set(kept.map(({ object }) => object));
  const nouns = tree.tokens.flatMap((_, at) => {
    const deed = objects.has(at) ? undefined : nounDeed(tree, at);
    return deed === undefined || isTold(tree, deed, kept) ? [] : [deed];
  });
  return [...kept, ...nouns].sort((a, b) => a.at - b.at);
}

/** Words whose deeds went into another. */
export function consumedBy(deeds: readonly Deed[]): number[] {
  return deeds.flatMap(({ at, consumed }) => consumed.filter((lower) => lower !== at));
}

/** Does the noun belong to a verb that tells it: `met for talks`, `the talks failed`? */
function isTold(tree: EventTree, { at, type }: Deed, kept: readonly Deed[]): boolean {
  const { head } = tree.tokens[at];
  if (head < 0 || !isVerb(tree, head)) return false;
  const subject = isRelation(tree, at, ['nsubj']);
  return kept.some((deed) => deed.at === head && (subject || deed.type === type));
}

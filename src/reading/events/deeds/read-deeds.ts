import { isRelation } from '../../grammar/tree.ts';
import type { Deed } from '../deed.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import { nounDeed } from './noun-deed.ts';
import { type DeedAt, overDeed } from './over-deed.ts';
import { verbDeed } from './verb-deed.ts';

/** Reads the deeds that verbs tell in one sentence; every word is looked at once. */
export function readDeeds(tree: EventTree): Deed[] {
  const known = new Map<number, Deed | undefined>();
  const deedAt = (at: number): Deed | undefined => {
    if (!known.has(at)) {
      // Trees of a trained parser may have circles: a word that is being read gives nothing.
      known.set(at, undefined);
      known.set(at, verbal(tree, at, deedAt));
    }
    return known.get(at);
  };
  return tree.tokens.flatMap((_, at) => deedAt(at) ?? []);
}

function verbal(tree: EventTree, at: number, deedAt: DeedAt): Deed | undefined {
  if (!/^(VERB|ADJ|AUX)$/.test(tree.tokens[at].upos)) return undefined;
  const deed = overDeed(tree, at, deedAt);
  if (deed !== 'own') return deed;
  return isVerb(tree, at) ? verbDeed(tree, at) : undefined;
}

/** Deeds that stand for themselves: none that went into another, none told twice. */
export function deedsTold(tree: EventTree): Deed[] {
  const all = readDeeds(tree);
  const consumed = new Set(
    all.flatMap(({ at, consumed: ones }) => ones.filter((one) => one !== at)),
  );
  const kept = all.filter((deed) => !consumed.has(deed.at) && !isTold(tree, deed, all));
  const objects = new Set(kept.map(({ object }) => object));
  const nouns = tree.tokens.flatMap((_, at) => (objects.has(at) ? [] : (nounDeed(tree, at) ?? [])));
  return [...kept, ...nouns.filter((deed) => !isTold(tree, deed, kept))].sort(
    (a, b) => a.at - b.at,
  );
}

/** Does the verb above say it: `called Oln to thank it`, `met for talks`, `the talks failed`? */
function isTold(tree: EventTree, { at, type }: Deed, others: readonly Deed[]): boolean {
  const above = others.find((deed) => deed.at === tree.tokens[at].head);
  if (above === undefined) return false;
  if (isVerb(tree, at)) return tree.tokens[at].deprel === 'xcomp' && above.type === type;
  return isRelation(tree, at, ['nsubj']) || above.type === type;
}

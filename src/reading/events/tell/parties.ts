import type { Party } from '../../../model/reading.ts';
import { makeSpan } from '../../../model/span.ts';
import { childrenOf } from '../../grammar/tree.ts';
import type { Resolver } from '../../names/resolver.ts';
import { contentNoun } from '../around/noun-class.ts';
import { isActor, isDemonym, isPronoun, isRelative, phraseOf } from '../around/who.ts';
import type { EventTree } from '../event-tree.ts';

/** A party with how sure it is that it can be one. */
export interface PartyFound {
  readonly party: Party;
  /** Somebody: not a thing that only stands where somebody might. */
  readonly somebody: boolean;
  /** The state as a whole, by its name, and not some of its people. */
  readonly itself: boolean;
}

/** The words and whom they stand for; a group gives one party for each of its states. */
export function partiesAt(
  tree: EventTree,
  at: number,
  resolver: Resolver,
  side: 'actor' | 'recipient',
): PartyFound[] {
  if (isRelative(tree, at)) return [];
  const { start, end } = phraseOf(tree, at);
  const { actors, states } = resolver.resolve(start, end);
  const span = makeSpan(tree.text, start, end);
  if (states.length > 1) {
    return states.map((state) => ({ party: { span, state }, somebody: true, itself: true }));
  }
  if (isPronoun(tree, at) && states.length === 0 && actors.length === 0) return [];
  const mention = tree.mentions[at];
  if (side === 'actor' && mention?.kind === 'place' && states.length === 0) return [];
  // The state behind a place or its people receives what is done there or to them.
  const state = states[0] ?? (side === 'recipient' ? stateBehind(tree, at) : undefined);
  const id = actors.length === 1 ? actors[0].id : undefined;
  const party = { span, ...(state !== undefined && { state }), ...(id !== undefined && { id }) };
  const itself = state !== undefined && mention?.id === state;
  return [{ party, itself, somebody: state !== undefined || isSomebody(tree, at) }];
}

/** The state a place lies in or whose people are meant: `the Thai pilot`, `villages in Mali`. */
function stateBehind(tree: EventTree, at: number): string | undefined {
  const inFront = childrenOf(tree, at, 'amod', 'compound', 'nmod').find(
    (child) => child < at && isDemonym(tree, child),
  );
  return tree.mentions[at]?.state ?? tree.mentions[inFront ?? -1]?.state;
}

/** Somebody, or a bomb or a raid, which stands for whoever sent it. */
function isSomebody(tree: EventTree, at: number): boolean {
  const who = contentNoun(tree, at);
  return isActor(tree, who) || tree.lexicon.words.instruments.has(tree.tokens[who].lemma);
}

import type { Party } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import type { Resolver } from '../names/resolver.ts';
import { isActor, isDemonym, isPronoun, isRelative, phraseOf } from './actor-phrase.ts';
import type { Clause } from './clause.ts';
import { contentNoun } from './object-class.ts';

/** A party with how sure it is that it can be one. */
export interface PartyFound {
  readonly party: Party;
  /** Somebody: not a thing that only stands where somebody might. */
  readonly somebody: boolean;
  /** The state as a whole, by its name, and not some of its people. */
  readonly itself: boolean;
}

/** The state a place lies in or whose people are meant: `the Thai pilot`, `villages in Mali`. */
function stateBehind(clause: Clause, at: number): string | undefined {
  const own = clause.mentions[at]?.state;
  if (own !== undefined) return own;
  for (const child of clause.tree.children[at]) {
    const before = child < at && /^(amod|compound|nmod)/.test(clause.tree.tokens[child].deprel);
    const hyphened = clause.tree.words[child + 1] === '-';
    if (before && !hyphened && isDemonym(clause, child)) return clause.mentions[child]?.state;
  }
  return undefined;
}

/** A bomb or a raid stands for whoever sent it. */
function isInstrument({ lexicon, lemmas }: Clause, at: number): boolean {
  return lexicon.instruments.has(lemmas[at]);
}

/** The words and whom they stand for; a group gives one party for each of its states. */
export function partiesAt(
  clause: Clause,
  at: number,
  resolver: Resolver,
  side: 'actor' | 'recipient',
): PartyFound[] {
  if (isRelative(clause, at)) return [];
  const { start, end } = phraseOf(clause, at);
  const { actors, states } = resolver.resolve(start, end);
  const span = makeSpan(clause.text, start, end);
  const who = contentNoun(clause, at);
  if (states.length > 1) {
    return states.map((state) => ({ party: { span, state }, somebody: true, itself: true }));
  }
  if (isPronoun(clause, at) && states.length === 0 && actors.length === 0) return [];
  // The state behind a place or its people receives what is done there or to them.
  const state = states[0] ?? (side === 'recipient' ? stateBehind(clause, at) : undefined);
  const id = actors.length === 1 ? actors[0].id : undefined;
  const party: Party = {
    span,
    ...(state === undefined ? {} : { state }),
    ...(id === undefined ? {} : { id }),
  };
  const isPlaceOnly = clause.mentions[at]?.kind === 'place' && states.length === 0;
  if (side === 'actor' && isPlaceOnly) return [];
  const named = clause.mentions[at];
  const itself = named !== undefined && state !== undefined && named.id === state;
  return [
    {
      party,
      itself,
      somebody: state !== undefined || isActor(clause, who) || isInstrument(clause, who),
    },
  ];
}

import type { Attribution, DateMention, Event } from '../../model/reading.ts';
import type { NamedDocument } from '../document.ts';
import type { Resolver } from '../names/resolver.ts';
import { type Clause, isVerb, makeClause, relation } from './clause.ts';
import type { Deed } from './deed.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { type EventContext, eventOf } from './event-of.ts';
import { mergeEvents } from './merge-events.ts';
import { nounDeed } from './noun-deeds.ts';
import { makeDeedReader } from './verb-deeds.ts';

/**
 * Finds who did what to whom in one report, after PLOVER's roots. Each event has its parties, how
 * firmly it is told and in which attribution it sits (an index into `attributions`). Headings are
 * not read: what they tell, the text tells better. Linear in the text.
 */
export function findEvents(
  document: NamedDocument,
  resolver: Resolver,
  attributions: readonly Attribution[],
  dates: readonly DateMention[],
  lexicon: EventLexicon,
): Event[] {
  const context: EventContext = {
    resolver,
    attributions,
    dates,
    ...(document.published === undefined ? {} : { published: document.published }),
  };
  const events: Event[] = [];
  document.trees.forEach((tree, index) => {
    if (document.headings.has(index)) return;
    const clause = makeClause(tree, document.mentions, lexicon);
    for (const deed of deedsOf(clause)) {
      const event = eventOf(clause, deed, context);
      if (event !== undefined) events.push(event);
    }
  });
  return mergeEvents(events);
}

/** Deeds that stand for themselves: none that went into another, none told twice. */
export function deedsOf(clause: Clause): Deed[] {
  const reader = makeDeedReader(clause);
  const verbs: Deed[] = [];
  const consumed = new Set<number>();
  for (let at = 0; at < clause.tree.tokens.length; at++) {
    const deed = reader.deedAt(at);
    if (deed === undefined) continue;
    verbs.push(deed);
    for (const lower of deed.consumed) if (lower !== deed.at) consumed.add(lower);
  }
  // `called Oln to congratulate it`: the purpose decided the type and is told already.
  for (const deed of verbs) {
    const above = clause.tree.tokens[deed.at].head;
    const upper = verbs.find((other) => other.at === above && other.type === deed.type);
    if (upper !== undefined && relation(clause, deed.at) === 'xcomp') consumed.add(deed.at);
  }
  const kept = verbs.filter((deed) => !consumed.has(deed.at));
  const objects = new Set(kept.map(({ object }) => object));
  const covered = (at: number) => objects.has(at) || isLightly(clause, at, kept);
  const nouns: Deed[] = [];
  for (let at = 0; at < clause.tree.tokens.length; at++) {
    const deed = nounDeed(clause, at);
    if (deed !== undefined && !covered(at)) nouns.push(deed);
  }
  return [...kept, ...nouns].sort((a, b) => a.at - b.at);
}

/** Does the noun belong to a verb that tells it: `met for talks`, `the talks failed`? */
function isLightly(clause: Clause, at: number, kept: readonly Deed[]): boolean {
  const above = clause.tree.tokens[at].head;
  if (above < 0 || !isVerb(clause, above)) return false;
  const noun = clause.lexicon.nouns.get(clause.lemmas[at]);
  const subject = relation(clause, at) === 'nsubj';
  return kept.some((deed) => deed.at === above && (subject || deed.type === noun?.type));
}

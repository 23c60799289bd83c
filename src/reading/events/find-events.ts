import type { Attribution, DateMention, Event } from '../../model/reading.ts';
import type { NamedDocument } from '../document.ts';
import { deedsTold } from './deeds/read-deeds.ts';
import type { EventLexicon } from './event-lexicon.ts';
import { makeEventTree } from './event-tree.ts';
import { eventOf } from './tell/event-of.ts';
import { mergeEvents } from './tell/merge-events.ts';

/**
 * Finds who did what to whom in one report, after PLOVER's roots. Each event has its parties, how
 * firmly it is told, the row that found it and the attribution it sits in (an index into
 * `attributions`). Headings are not read: the text says it better. Linear in the text.
 */
export function findEvents(
  document: NamedDocument,
  attributions: readonly Attribution[],
  dates: readonly DateMention[],
  lexicon: EventLexicon,
): Event[] {
  const { resolver, published, trees } = document;
  const told = { resolver, attributions, dates, published };
  const events = trees
    .filter(({ heading }) => !heading)
    .map((tree) => makeEventTree(tree, lexicon))
    .flatMap((tree) => deedsTold(tree).flatMap((deed) => eventOf(tree, deed, told) ?? []));
  return mergeEvents(events);
}

import type { Attribution, DateMention, Event } from '../../../model/reading.ts';
import { makeSpan } from '../../../model/span.ts';
import { tokenAt } from '../../grammar/phrase.ts';
import { childrenOf, isRelation } from '../../grammar/tree.ts';
import { isInfinitive } from '../../grammar/verb.ts';
import type { Resolver } from '../../names/resolver.ts';
import { isBehind } from '../around/receivers.ts';
import { phraseOf } from '../around/who.ts';
import type { Deed } from '../deed.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import { type Sides, sidesOf } from './sides.ts';
import { isLongPast, statusOf } from './status.ts';

/** What a report gives beside its trees. */
export interface Told {
  readonly resolver: Resolver;
  readonly attributions: readonly Attribution[];
  readonly dates: readonly DateMention[];
  readonly published?: string | undefined;
}

/** Turns a deed into an event; nothing where its parties do not bear it. */
export function eventOf(tree: EventTree, deed: Deed, told: Told): Event | undefined {
  if (deed.pairOnly || isPurpose(tree, deed) || isConsequence(tree, deed)) return undefined;
  const sides = sidesOf(tree, deed, told.resolver);
  if (sides === undefined) return undefined;
  const { type, mode, rule } = deed;
  const { actors, recipients, reciprocal } = sides;
  const attribution = attributionOf(tree, deed, told.attributions);
  const date = dateOf(tree, deed, told.dates);
  const place = placeOf(tree, deed);
  const object = objectOf(tree, deed, sides);
  const by = attribution === undefined ? undefined : told.attributions[attribution];
  const status = statusOf(tree, deed, by, isLongPast(date, told.published));
  if (actors.length === 0 && status !== 'hypothetical') return undefined;
  return {
    ...spanOf(tree, deed),
    type,
    ...(mode !== undefined && { mode }),
    actors,
    recipients,
    ...(object !== undefined && { object }),
    ...(date !== undefined && { on: date.value }),
    ...(place !== undefined && { place }),
    status,
    ...(attribution !== undefined && { attribution }),
    ...(reciprocal && { reciprocal }),
    rule,
    confidence: confidenceOf(tree, deed, sides),
  };
}

/** `to deter Oln` tells an aim, not a deed. */
function isPurpose(tree: EventTree, { at }: Deed): boolean {
  return isRelation(tree, at, ['advcl', 'acl']) && isInfinitive(tree, at);
}

/** `shelled the port, killing four`: the second tells what the first did. */
function isConsequence(tree: EventTree, { at, type }: Deed): boolean {
  const { head, deprel, xpos } = tree.tokens[at];
  if (type !== 'ASSAULT' || deprel !== 'advcl' || xpos !== 'VBG') return false;
  const rules = tree.lexicon.verbs.get(tree.tokens[head].lemma) ?? [];
  return rules.some(({ row }) => row.type === 'ASSAULT');
}

/** From the first to the last word that tells the deed. */
function spanOf(tree: EventTree, { at, consumed, object, recipients }: Deed) {
  const parts = [...consumed, ...(object === undefined ? [] : [object]), ...recipients].map(
    (part) => (isVerb(tree, part) ? tree.tokens[part] : phraseOf(tree, part)),
  );
  const all = [tree.tokens[at], ...parts];
  const start = Math.min(...all.map((part) => part.start));
  return makeSpan(tree.text, start, Math.max(...all.map((part) => part.end)));
}

function objectOf(tree: EventTree, { object, recipients }: Deed, sides: Sides) {
  if (object === undefined || recipients.includes(object)) return undefined;
  const { start, end } = phraseOf(tree, object);
  const isParty = [...sides.actors, ...sides.recipients].some(
    ({ span }) => span.start <= start && end <= span.end,
  );
  return isParty ? undefined : makeSpan(tree.text, start, end);
}

/**
 * The innermost attribution whose content holds one of the deed's words. One whose cue is the
 * deed's own word (`refused to`, `threatened to`) is the deed itself and does not hold it.
 */
function attributionOf(
  { tokens }: EventTree,
  { at, consumed }: Deed,
  attributions: readonly Attribution[],
): number | undefined {
  const words = [at, ...consumed].map((word) => tokens[word].start);
  const holds = (offset: number) => (span: { readonly start: number; readonly end: number }) =>
    span.start <= offset && offset < span.end;
  let best: number | undefined;
  attributions.forEach(({ content, cue }, index) => {
    if (cue?.spans.some(holds(words[0]))) return;
    if (!words.some((word) => content.spans.some(holds(word)))) return;
    const closer =
      best === undefined || content.text.length < attributions[best].content.text.length;
    if (closer) best = index;
  });
  return best;
}

/** The day that hangs on the deed's own verb. */
function dateOf(
  tree: EventTree,
  { at, consumed }: Deed,
  dates: readonly DateMention[],
): DateMention | undefined {
  const { tokens, sentence } = tree;
  return dates.find((date) => {
    if (date.type !== 'DATE' || date.start < sentence.start || date.end > sentence.end) {
      return false;
    }
    let here = tokenAt(tree, date.start);
    for (let step = 0; step < 8 && here >= 0; step++) {
      if (here === at || consumed.includes(here)) return true;
      if (isVerb(tree, here)) return false;
      here = tokens[here].head;
    }
    return false;
  });
}

function placeOf(tree: EventTree, { at }: Deed): string | undefined {
  const place = childrenOf(tree, at, 'obl', 'nmod').find((child) => {
    const kind = tree.mentions[child]?.kind;
    return (kind === 'place' || kind === 'state') && isBehind(tree, child, 'siteMarks');
  });
  return place === undefined ? undefined : tree.mentions[place]?.text;
}

/** How often the row is right, the parser's own doubt, and whether the parties are known. */
function confidenceOf(tree: EventTree, deed: Deed, { actors, recipients }: Sides): number {
  const known = [...actors, ...recipients].every(({ state, id }) => state ?? id);
  const { confidence } = tree.tokens[deed.at];
  return Math.round((deed.weight + (known ? 10 : 0)) * (0.7 + 0.3 * confidence)) / 100;
}

import type { Attribution, DateMention, Event } from '../../../model/reading.ts';
import { makeSpan } from '../../../model/span.ts';
import { isBehind, tokenAt } from '../../grammar/phrase.ts';
import { childrenOf, isRelation, upward } from '../../grammar/tree.ts';
import { isInfinitive } from '../../grammar/verb.ts';
import type { Resolver } from '../../names/resolver.ts';
import type { Stretch } from '../../syntax/sentence.ts';
import { phraseOf } from '../around/who.ts';
import type { Deed } from '../deed.ts';
import { type EventTree, isVerb } from '../event-tree.ts';
import { type Sides, sidesOf } from './sides.ts';
import { statusOf } from './status.ts';

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
  const { type, mode, rule, weight } = deed;
  const { reciprocal, ...parties } = sides;
  const attribution = attributionOf(tree, deed, told.attributions);
  const date = told.dates.find((one) => isDated(tree, deed, one));
  const place = placeOf(tree, deed);
  const object = objectOf(tree, deed, sides);
  const by = told.attributions[attribution ?? -1];
  const status = statusOf(tree, deed, by, isLongPast(date, told.published));
  if (parties.actors.length === 0 && status !== 'hypothetical') return undefined;
  // How often the row is right, the parser's own doubt, and whether the parties are known.
  const known = [...parties.actors, ...parties.recipients].every(({ state, id }) => state ?? id);
  const sure = (weight + (known ? 10 : 0)) * (0.7 + 0.3 * tree.tokens[deed.at].confidence);
  return {
    ...spanOf(tree, deed),
    type,
    ...(mode !== undefined && { mode }),
    ...parties,
    ...(object !== undefined && { object }),
    ...(date !== undefined && { on: date.value }),
    ...(place !== undefined && { place }),
    status,
    ...(attribution !== undefined && { attribution }),
    ...(reciprocal && { reciprocal }),
    rule,
    confidence: Math.round(sure) / 100,
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

/**
 * The innermost attribution whose content holds one of the deed's words. One whose cue is the
 * deed's own word (`refused to`, `threatened to`) is the deed itself and does not hold it.
 */
function attributionOf(
  { tokens }: EventTree,
  { at, consumed }: Deed,
  attributions: readonly Attribution[],
): number | undefined {
  const holds = (spans: readonly Stretch[] = [], word: number) =>
    spans.some(({ start, end }) => start <= tokens[word].start && tokens[word].start < end);
  const found = attributions.flatMap(({ content, cue }, index) => {
    const own = holds(cue?.spans, at);
    const inside = [at, ...consumed].some((word) => holds(content.spans, word));
    return inside && !own ? [{ index, size: content.text.length }] : [];
  });
  return found.sort((a, b) => a.size - b.size)[0]?.index;
}

/** Does the day hang on the deed's own verb? */
function isDated(tree: EventTree, { at, consumed }: Deed, date: DateMention): boolean {
  const { start, end } = tree.sentence;
  if (date.type !== 'DATE' || date.start < start || date.end > end) return false;
  const isOwn = (word: number) => word === at || consumed.includes(word);
  const verb = upward(tree, tokenAt(tree, date.start)).find(
    (one) => isOwn(one) || isVerb(tree, one),
  );
  return verb !== undefined && isOwn(verb);
}

/** More than two years before the report: background. */
function isLongPast(on: DateMention | undefined, published: string | undefined): boolean {
  return Number(on?.value.slice(0, 4)) < Number(published?.slice(0, 4)) - 2;
}

function placeOf(tree: EventTree, { at }: Deed): string | undefined {
  const { siteMarks } = tree.lexicon.words;
  const places = childrenOf(tree, at, 'obl', 'nmod').filter((one) =>
    isBehind(tree, one, siteMarks),
  );
  const mentions = places.map((one) => tree.mentions[one]);
  return mentions.find((one) => one?.kind === 'place' || one?.kind === 'state')?.text;
}

function objectOf(tree: EventTree, { object, recipients }: Deed, sides: Sides) {
  if (object === undefined || recipients.includes(object)) return undefined;
  const { start, end } = phraseOf(tree, object);
  const parties = [...sides.actors, ...sides.recipients];
  const isParty = parties.some(({ span }) => span.start <= start && end <= span.end);
  return isParty ? undefined : makeSpan(tree.text, start, end);
}

/** From the first to the last word that tells the deed. */
function spanOf(tree: EventTree, { at, consumed, object = at, recipients }: Deed) {
  const parts = [at, ...consumed, object, ...recipients].map((part) =>
    isVerb(tree, part) || part === at ? tree.tokens[part] : phraseOf(tree, part),
  );
  const start = Math.min(...parts.map((part) => part.start));
  return makeSpan(tree.text, start, Math.max(...parts.map((part) => part.end)));
}

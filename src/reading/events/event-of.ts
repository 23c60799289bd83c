import type { EventType } from '../../model/event-type.ts';
import type { Attribution, DateMention, Event } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import type { Resolver } from '../names/resolver.ts';
import { phraseOf } from './actor-phrase.ts';
import { type Clause, caseOf, childrenBy, hasMark, headOf, isVerb, relation } from './clause.ts';
import type { Deed } from './deed.ts';
import { type PartyFound, partiesAt } from './parties.ts';
import { statusOf } from './status.ts';

export interface EventContext {
  readonly resolver: Resolver;
  readonly attributions: readonly Attribution[];
  readonly dates: readonly DateMention[];
  readonly published?: string;
}

/** Turns a deed into an event; nothing where its parties do not bear it. */
export function eventOf(clause: Clause, deed: Deed, context: EventContext): Event | undefined {
  if (deed.pairOnly || isPurpose(clause, deed) || isConsequence(clause, deed)) return undefined;
  const sides = sidesOf(clause, deed, context.resolver);
  if (sides === undefined) return undefined;
  const { text, tree } = clause;
  const offsets = [deed.at, ...deed.consumed].map((at) => tree.tokens[at].start);
  const attribution = attributionAt(context.attributions, offsets, offsets[0]);
  const told = attribution === undefined ? undefined : context.attributions[attribution];
  const date = dateOf(clause, deed, context.dates);
  const place = placeOf(clause, deed);
  const object = objectOf(clause, deed, sides);
  const status = statusOf(clause, deed, told, date, context.published);
  const nobody = sides.actors.length === 0;
  if (nobody && status !== 'hypothetical') return undefined;
  return {
    ...spanOf(clause, deed, text),
    type: deed.type,
    ...(deed.mode === undefined ? {} : { mode: deed.mode }),
    actors: sides.actors,
    recipients: sides.recipients,
    ...(object === undefined ? {} : { object }),
    ...(date === undefined ? {} : { on: date.value }),
    ...(place === undefined ? {} : { place }),
    status,
    ...(attribution === undefined ? {} : { attribution }),
    ...(sides.reciprocal ? { reciprocal: true as const } : {}),
    confidence: confidenceOf(clause, deed, sides),
  };
}

/** `to deter Oln` tells an aim, not a deed. */
function isPurpose(clause: Clause, deed: Deed): boolean {
  return /^(advcl|acl)$/.test(relation(clause, deed.at)) && hasMark(clause, deed.at, 'to');
}

/** `shelled the port, killing four`: the second tells what the first did. */
function isConsequence(clause: Clause, { at, type }: Deed): boolean {
  if (type !== 'ASSAULT' || relation(clause, at) !== 'advcl') return false;
  return (
    clause.tree.tokens[at].xpos === 'VBG' &&
    clause.lexicon.violent.has(clause.lemmas[headOf(clause, at)])
  );
}

interface Sides {
  readonly actors: Event['actors'];
  readonly recipients: Event['recipients'];
  readonly reciprocal: boolean;
}

const needsReceiver: ReadonlySet<EventType> = new Set([
  'COOPERATE',
  'AID',
  'SANCTION',
  'ACCUSE',
  'ASSAULT',
  'SUPPORT',
  'COERCE',
  'REQUEST',
  'CONSULT',
]);
const together: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE']);

const mutual: ReadonlySet<EventType> = new Set(['SUPPORT', 'REJECT']);

/** Who acts and who receives; nothing where nobody is left that can act. */
function sidesOf(clause: Clause, deed: Deed, resolver: Resolver): Sides | undefined {
  const found = (heads: readonly number[], side: 'actor' | 'recipient') =>
    heads.flatMap((head) => partiesAt(clause, head, resolver, side));
  const doers = found(deed.actors, deed.placeActs ? 'recipient' : 'actor').filter(
    ({ somebody }) => somebody,
  );
  const receivers = found(deed.recipients, 'recipient');
  if (doers.length === 0) {
    const victim = receivers.filter(({ party }) => party.state !== undefined);
    const suffers = deed.actors.length === 0 && deed.type === 'ASSAULT' && victim.length > 0;
    return suffers ? { actors: [], recipients: partiesOnly(victim), reciprocal: false } : undefined;
  }
  const alone = mutual.has(deed.type) && !receivers.some(({ somebody }) => somebody);
  const joint = doers.length > 1 && (alone || isJoint(deed)) && !facesSomebody(clause, deed);
  if (joint) return jointly(deed, doers);
  const others = receivers.filter(
    ({ party, somebody, itself }) =>
      !isSame(party, doers) &&
      !(itself && doers.some((doer) => isOneWith(party, doer, deed))) &&
      (somebody || deed.type !== 'CONSULT'),
  );
  const known = others.some(({ party }) => party.state !== undefined);
  const abroad = known || deed.place === undefined ? [] : found([deed.place], 'recipient');
  const home = new Set(doers.map(({ party }) => party.state));
  for (const one of abroad) {
    const { state } = one.party;
    if (state !== undefined && !home.has(state) && !isSame(one.party, [...doers, ...others])) {
      others.push(one);
    }
  }
  const stranger = [...doers, ...others].every(({ party }) => !party.state && !party.id);
  if (stranger && others.length > 0 && !others.some(({ somebody }) => somebody)) return undefined;
  const bare = deed.type === 'REJECT' && deed.weight < 2;
  const needs = needsReceiver.has(deed.type) || bare;
  if (others.length === 0 && needs && !deed.reciprocal) return undefined;
  return {
    actors: partiesOnly(doers),
    recipients: partiesOnly(others),
    reciprocal: isMutual(clause, deed) && others.length > 0,
  };
}

function isJoint({ type, mode, reciprocal }: Deed): boolean {
  return together.has(type) || mode === 'sign' || mode === 'ceasefire' || reciprocal === true;
}

/** The state that acts is none that receives, nor the one whose envoy acts in a joint deed. */
function isOneWith({ state }: Event['actors'][number], doer: PartyFound, deed: Deed): boolean {
  return doer.party.state === state && (doer.itself || isJoint(deed));
}

/** Talks have two sides; a visit, a call and mediation have a direction. */
function isMutual(clause: Clause, { at, type, mode, reciprocal }: Deed): boolean {
  if (reciprocal) return true;
  const sided = /^(host|receive|attend|address|visit|tour|greet)$/.test(clause.lemmas[at]);
  return type === 'CONSULT' && mode === undefined && !sided;
}

/** `A and B met with C`: the two do not meet one another. */
function facesSomebody(clause: Clause, { recipients }: Deed): boolean {
  return recipients.some((one) => {
    const name = relation(clause, one);
    return name === 'obj' || /^(with|to|against)$/.test(caseOf(clause, one));
  });
}

/** Symmetrical deeds have all as actors; for the other types the first named acts. */
function jointly(deed: Deed, doers: readonly PartyFound[]): Sides {
  const all = partiesOnly(doers);
  if (together.has(deed.type)) return { actors: all, recipients: [], reciprocal: true };
  return { actors: all.slice(0, 1), recipients: all.slice(1), reciprocal: true };
}

function partiesOnly(found: readonly PartyFound[]): Event['actors'] {
  const kept: Event['actors'] = [];
  for (const { party } of found) {
    const { span, state } = party;
    const told = kept.some(
      (one) => one.state === state && one.span.start < span.end && span.start < one.span.end,
    );
    if (!told) kept.push(party);
  }
  return kept;
}

function isSame(party: Event['actors'][number], doers: readonly PartyFound[]): boolean {
  return doers.some(
    ({ party: doer }) => doer.span.start < party.span.end && party.span.start < doer.span.end,
  );
}

/** From the first to the last word that tells the deed. */
function spanOf(clause: Clause, deed: Deed, text: string) {
  const { tokens } = clause.tree;
  let { start, end } = tokens[deed.at];
  const parts = [...deed.consumed, ...(deed.object === undefined ? [] : [deed.object])];
  for (const part of [...parts, ...deed.recipients]) {
    const phrase = isVerb(clause, part) ? tokens[part] : phraseOf(clause, part);
    start = Math.min(start, phrase.start);
    end = Math.max(end, phrase.end);
  }
  return makeSpan(text, start, end);
}

function objectOf(clause: Clause, { object, recipients }: Deed, sides: Sides) {
  if (object === undefined || recipients.includes(object)) return undefined;
  const { start, end } = phraseOf(clause, object);
  const isParty = [...sides.actors, ...sides.recipients].some(
    ({ span }) => span.start <= start && end <= span.end,
  );
  return isParty ? undefined : makeSpan(clause.text, start, end);
}

/**
 * The innermost attribution whose content holds one of the deed's words. One whose cue is the
 * deed's own word (`refused to`, `threatened to`) is the deed itself and does not hold it.
 */
export function attributionAt(
  attributions: readonly Attribution[],
  offsets: readonly number[],
  own: number,
): number | undefined {
  let best: number | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  attributions.forEach(({ content, cue }, index) => {
    if (cue?.spans.some(({ start, end }) => start <= own && own < end)) return;
    const holds = content.spans.some(({ start, end }) =>
      offsets.some((offset) => start <= offset && offset < end),
    );
    if (holds && content.text.length < shortest) {
      best = index;
      shortest = content.text.length;
    }
  });
  return best;
}

/** The day that hangs on the deed's own verb. */
function dateOf(
  clause: Clause,
  deed: Deed,
  dates: readonly DateMention[],
): DateMention | undefined {
  const { tokens } = clause.tree;
  const first = tokens[0].start;
  const last = tokens[tokens.length - 1].end;
  const own = new Set([deed.at, ...deed.consumed]);
  return dates.find((date) => {
    if (date.type !== 'DATE' || date.start < first || date.end > last) return false;
    let here = tokens.findIndex(({ end }) => end > date.start);
    for (let step = 0; step < 8 && here >= 0; step++) {
      if (own.has(here)) return true;
      if (isVerb(clause, here)) return false;
      here = headOf(clause, here);
    }
    return false;
  });
}

function placeOf(clause: Clause, deed: Deed): string | undefined {
  for (const child of childrenBy(clause, deed.at, 'obl', 'nmod')) {
    if (!/^(in|at|near)$/.test(caseOf(clause, child))) continue;
    const mention = clause.mentions[child];
    if (mention?.kind === 'place' || mention?.kind === 'state') return mention.text;
  }
  return undefined;
}

/** Evidence of the type, the parser's own doubt, and whether the parties are known. */
function confidenceOf(clause: Clause, deed: Deed, { actors, recipients }: Sides): number {
  const type = [0.4, 0.6, 0.75][deed.weight] ?? 0.5;
  const known = [...actors, ...recipients].every(({ state, id }) => state ?? id);
  const tree = clause.tree.tokens[deed.at].confidence;
  return Math.round((type + (known ? 0.1 : 0)) * (0.7 + 0.3 * tree) * 100) / 100;
}

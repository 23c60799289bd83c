import type { EventType } from '../../../model/event-type.ts';
import type { Party } from '../../../model/reading.ts';
import { spansOverlap } from '../../../model/span.ts';
import { isRelation } from '../../grammar/tree.ts';
import type { Resolver } from '../../names/resolver.ts';
import { isBehind } from '../around/receivers.ts';
import type { Deed } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';
import { type PartyFound, partiesAt } from './parties.ts';

/** Who acts and who receives. */
export interface Sides {
  readonly actors: Party[];
  readonly recipients: Party[];
  readonly reciprocal: boolean;
}

const needReceiver: ReadonlySet<EventType> = new Set([
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

/** The parties of a deed; nothing where nobody is left that can act, or that must receive. */
export function sidesOf(tree: EventTree, deed: Deed, resolver: Resolver): Sides | undefined {
  const found = (heads: readonly number[], side: 'actor' | 'recipient') =>
    heads.flatMap((head) => partiesAt(tree, head, resolver, side));
  const side = deed.placeActs ? 'recipient' : 'actor';
  const doers = found(deed.actors, side).filter(({ somebody }) => somebody);
  const receivers = found(deed.recipients, 'recipient');
  if (doers.length === 0) return sufferedBy(deed, receivers);
  if (isDoneTogether(tree, deed, doers, receivers)) return jointly(deed, doers);
  const others = receivers.filter(
    (one) =>
      !isAmong(one, doers) &&
      !(one.itself && doers.some((doer) => isOneWith(one, doer, deed))) &&
      (one.somebody || deed.type !== 'CONSULT'),
  );
  const place = deed.place === undefined ? [] : found([deed.place], 'recipient');
  const all = [...others, ...abroad(place, doers, others)];
  const stranger = [...doers, ...all].every(({ party }) => !party.state && !party.id);
  if (stranger && all.length > 0 && !all.some(({ somebody }) => somebody)) return undefined;
  if (all.length === 0 && needReceiver.has(deed.type) && !deed.both) return undefined;
  const reciprocal = isMutual(tree, deed) && all.length > 0;
  return { actors: partiesOnly(doers), recipients: partiesOnly(all), reciprocal };
}

/** An attack on a state by nobody named is still told. */
function sufferedBy({ actors, type }: Deed, receivers: readonly PartyFound[]): Sides | undefined {
  const victims = receivers.filter(({ party }) => party.state !== undefined);
  if (actors.length > 0 || type !== 'ASSAULT' || victims.length === 0) return undefined;
  return { actors: [], recipients: partiesOnly(victims), reciprocal: false };
}

function isJoint({ type, mode, both }: Deed): boolean {
  return together.has(type) || mode === 'sign' || mode === 'ceasefire' || both === true;
}

/** Several act, and none of them towards a third: `A and B met with C` is no meeting of A and B. */
function isDoneTogether(
  tree: EventTree,
  deed: Deed,
  doers: readonly PartyFound[],
  receivers: readonly PartyFound[],
): boolean {
  if (doers.length < 2) return false;
  const mutual = deed.type === 'SUPPORT' || deed.type === 'REJECT';
  const alone = mutual && !receivers.some(({ somebody }) => somebody);
  const faces = (one: number) =>
    isRelation(tree, one, ['obj']) || isBehind(tree, one, 'frontMarks');
  return (alone || isJoint(deed)) && !deed.recipients.some(faces);
}

/** Symmetrical deeds have all as actors; for the other types the first named acts. */
function jointly({ type }: Deed, doers: readonly PartyFound[]): Sides {
  const all = partiesOnly(doers);
  if (together.has(type)) return { actors: all, recipients: [], reciprocal: true };
  return { actors: all.slice(0, 1), recipients: all.slice(1), reciprocal: true };
}

/** The state that acts does not receive, nor the one whose envoy acts in a joint deed. */
function isOneWith({ party }: PartyFound, doer: PartyFound, deed: Deed): boolean {
  return doer.party.state === party.state && (doer.itself || isJoint(deed));
}

/** The state of the place receives where no state is known to, and none that acts. */
function abroad(
  place: readonly PartyFound[],
  doers: readonly PartyFound[],
  others: readonly PartyFound[],
): PartyFound[] {
  if (others.some(({ party }) => party.state !== undefined)) return [];
  return place.filter(
    (one) =>
      one.party.state !== undefined &&
      !isAmong(one, [...doers, ...others]) &&
      !doers.some(({ party }) => party.state === one.party.state),
  );
}

/** Talks have two sides; a visit, a call and mediation have a direction. */
function isMutual(tree: EventTree, { at, type, mode, both }: Deed): boolean {
  if (both) return true;
  const sided = tree.lexicon.words.oneSided.has(tree.tokens[at].lemma);
  return type === 'CONSULT' && mode === undefined && !sided;
}

function isAmong({ party }: PartyFound, others: readonly PartyFound[]): boolean {
  return others.some((other) => spansOverlap(other.party.span, party.span));
}

/** Each once: a name and the phrase around it are one party. */
function partiesOnly(found: readonly PartyFound[]): Party[] {
  const kept: Party[] = [];
  for (const { party } of found) {
    const known = kept.some(
      ({ state, span }) => state === party.state && spansOverlap(span, party.span),
    );
    if (!known) kept.push(party);
  }
  return kept;
}

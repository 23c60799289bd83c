import type { Party } from '../../../model/reading.ts';
import { spansOverlap } from '../../../model/span.ts';
import { isBehind } from '../../grammar/phrase.ts';
import { isRelation } from '../../grammar/tree.ts';
import type { Resolver } from '../../names/resolver.ts';
import type { Deed } from '../deed.ts';
import type { EventTree } from '../event-tree.ts';
import { type PartyFound, partiesAt } from './parties.ts';

/** Who acts and who receives. */
export interface Sides {
  readonly actors: Party[];
  readonly recipients: Party[];
  readonly reciprocal: boolean;
}

const needReceiver = /^(COOPERATE|AID|SANCTION|ACCUSE|ASSAULT|SUPPORT|COERCE|REQUEST|CONSULT)$/;
const together = /^(AGREE|CONSULT|COOPERATE)$/;

/** The parties of a deed; nothing where nobody is left that can act, or that must receive. */
export function sidesOf(tree: EventTree, deed: Deed, resolver: Resolver): Sides | undefined {
  const found = (heads: readonly number[], side: 'actor' | 'recipient') =>
    heads.flatMap((head) => partiesAt(tree, head, resolver, side));
  const side = deed.placeActs ? 'recipient' : 'actor';
  const doers = found(deed.actors, side).filter(({ somebody }) => somebody);
  const receivers = found(deed.recipients, 'recipient');
  if (doers.length === 0) return sufferedBy(deed, receivers);
  const known = receivers.some(({ somebody }) => somebody);
  const faced = deed.recipients.some((one) => isFaced(tree, one));
  if (doers.length > 1 && !faced && isJoint(deed, known)) return jointly(deed, doers);
  const others = receivers.filter(
    (one) => isApart(one, doers, deed) && (one.somebody || deed.type !== 'CONSULT'),
  );
  // The state of the place receives where no state is known to, and none that acts.
  if (deed.place !== undefined && !others.some(hasState)) {
    const isAbroad = (one: PartyFound) => hasState(one) && !isHome(one, doers);
    others.push(...found([deed.place], 'recipient').filter(isAbroad));
  }
  const strangers = ![...doers, ...others].some(({ party }) => party.state ?? party.id);
  if (strangers && others.length > 0 && !others.some(({ somebody }) => somebody)) return undefined;
  // A refusal by the verb alone needs somebody refused, too.
  const needs = needReceiver.test(deed.type) || (deed.type === 'REJECT' && deed.weight < 75);
  if (others.length === 0 && needs && !deed.both) return undefined;
  const reciprocal = isMutual(tree, deed) && others.length > 0;
  return { actors: partiesOnly(doers), recipients: partiesOnly(others), reciprocal };
}

function hasState({ party }: PartyFound): boolean {
  return party.state !== undefined;
}

function isHome({ party }: PartyFound, doers: readonly PartyFound[]): boolean {
  return doers.some((doer) => doer.party.state === party.state);
}

function isAmong({ party }: PartyFound, others: readonly PartyFound[]): boolean {
  return others.some((other) => spansOverlap(other.party.span, party.span));
}

/** The state that acts does not receive, nor the one whose envoy acts in a joint deed. */
function isApart(one: PartyFound, doers: readonly PartyFound[], deed: Deed): boolean {
  const acts = doers.filter(({ itself }) => itself || isJoint(deed));
  return !isAmong(one, doers) && !(one.itself && isHome(one, acts));
}

/** An attack on a state by nobody named is still told. */
function sufferedBy({ actors, type }: Deed, receivers: readonly PartyFound[]): Sides | undefined {
  const victims = receivers.filter(hasState);
  if (actors.length > 0 || type !== 'ASSAULT' || victims.length === 0) return undefined;
  return { actors: [], recipients: partiesOnly(victims), reciprocal: false };
}

/** Several do it together; backing and refusal only where nobody else receives them. */
function isJoint({ type, mode, both }: Deed, known = true): boolean {
  if (!known && (type === 'SUPPORT' || type === 'REJECT')) return true;
  return together.test(type) || mode === 'sign' || mode === 'ceasefire' || both === true;
}

/** Those who act face a third: `A and B met with C` is not a meeting of A and B. */
function isFaced(tree: EventTree, one: number): boolean {
  return isRelation(tree, one, ['obj']) || isBehind(tree, one, tree.lexicon.words.frontMarks);
}

/** Symmetrical deeds have all as actors; for the other types the first named acts. */
function jointly({ type }: Deed, doers: readonly PartyFound[]): Sides {
  const all = partiesOnly(doers);
  if (together.test(type)) return { actors: all, recipients: [], reciprocal: true };
  return { actors: all.slice(0, 1), recipients: all.slice(1), reciprocal: true };
}

/** Talks have two sides; a visit, a call and mediation have a direction. */
function isMutual(tree: EventTree, { at, type, mode, both }: Deed): boolean {
  const sided = tree.lexicon.words.oneSided.has(tree.tokens[at].lemma);
  return both === true || (type === 'CONSULT' && mode === undefined && !sided);
}

/** Each once: a name and the phrase around it are one party. */
function partiesOnly(found: readonly PartyFound[]): Party[] {
  return found
    .filter(
      (one, at) => !found.slice(0, at).some((two) => isHome(one, [two]) && isAmong(one, [two])),
    )
    .map(({ party }) => party);
}

import { objectionToAgreement } from '../../reference/validity/agreement-objection.ts';
import { comesLater, type Objection } from '../../reference/validity/objection.ts';
import {
  objectionToExistence,
  objectionToParty,
} from '../../reference/validity/party-objection.ts';
import { objectionToPromise } from '../../reference/validity/promise-objection.ts';
import { bondKey, type Clash, foeOf, opponentIn, type Side, type War } from '../clash.ts';
import { inForceTest, refusingTest } from '../rules/judge.ts';
import { ownEnemyRule } from '../rules/rules-trigger.ts';
import { viewOn } from '../world/day-view.ts';
import type { Bond, Commitment, Instrument } from '../world/world.ts';

/** A bond that was looked at and is not called. */
export interface Refusal {
  readonly bond: Bond;
  /** The first clash it was looked at for. */
  readonly clash: Clash;
  readonly side: Side;
  /** Name of the test that refuses it. */
  readonly test: string;
  /** Everyone against whom the same test refuses it. */
  readonly foes: Set<number>;
}

/**
 * Everything looked at in a scenario that calls nothing: promises to both sides of each act given,
 * promises to those that others join against, and promises signed by then that are not in force.
 */
export function refusalsIn(war: War, without: readonly string[] = []): readonly Refusal[] {
  const { world } = war;
  const called = new Set(war.calls.map((call) => bondKey(call.bond, foeOf(call), world)));
  const refusals = new Map<number, Refusal[]>();
  const refuse = (bond: Bond, clash: Clash, side: Side, test: string) => {
    const foe = bond.commitment.duty === 'not attack' ? bond.towards : opponentIn(clash, side);
    const key = bondKey(bond, 0, world);
    const list = refusals.get(key) ?? [];
    if (list.length === 0) refusals.set(key, list);
    const same = list.find((refusal) => refusal.test === test);
    if (same) same.foes.add(foe);
    else list.push({ bond, clash, side, test, foes: new Set([foe]) });
  };
  const look = (bond: Bond, clash: Clash, side: Side) => {
    const foe = bond.commitment.duty === 'not attack' ? bond.towards : opponentIn(clash, side);
    if (called.has(bondKey(bond, foe, world))) return;
    const test = refusingTest(bond, clash, side, war);
    // Who joins against a state owes it nothing more: that needs no line.
    if (!clash.given && (test === ownEnemyRule.name || bond.bound === foe)) return;
    if (test !== undefined) refuse(bond, clash, side, test);
  };
  for (const clash of war.clashes) {
    war.view = viewOn(world, clash.day, without);
    for (const list of [war.view.ifAttacked, war.view.ifAtWar]) {
      for (const bond of list[clash.target]) look(bond, clash, 'target');
      if (!clash.given) continue;
      for (const bond of list[clash.attacker]) look(bond, clash, 'attacker');
    }
    if (!clash.given) continue;
    const pair = clash.attacker * world.codes.length + clash.target;
    for (const bond of war.view.notToAttack.get(pair) ?? []) look(bond, clash, 'target');
    for (const { bond, side } of sleeping(war, clash, new Set(without)))
      refuse(bond, clash, side, inForceTest);
  }
  return [...refusals.values()].flat();
}

type Sleeping = Pick<Refusal, 'bond' | 'side'>;

/** Promises between the states concerned that were signed by the day, but do not bind on it. */
function sleeping(war: War, clash: Clash, without: ReadonlySet<string>): readonly Sleeping[] {
  const { world } = war;
  const concerned = new Set([
    ...(world.instrumentsOf.get(clash.target) ?? []),
    ...(world.instrumentsOf.get(clash.attacker) ?? []),
  ]);
  const refusals: Sleeping[] = [];
  for (const instrument of concerned) {
    if (without.has(instrument.agreement.id)) continue;
    if (instrument.timeline.signed === undefined && startsLater(instrument, clash.day)) continue;
    for (const commitment of instrument.commitments) {
      for (const towards of [clash.target, clash.attacker]) {
        refusals.push(...sleepingTowards(war, clash, commitment, towards));
      }
    }
  }
  return refusals;
}

function startsLater({ timeline: { inForce } }: Instrument, day: string): boolean {
  return inForce !== undefined && day < inForce.from;
}

function sleepingTowards(
  war: War,
  clash: Clash,
  commitment: Commitment,
  towards: number,
): readonly Sleeping[] {
  const { instrument } = commitment;
  const { members } = instrument;
  const owedTo = commitment.towards === 'all' ? members : commitment.towards;
  if (!owedTo.includes(towards)) return [];
  const side = towards === clash.target ? 'target' : 'attacker';
  const foe = side === 'target' ? clash.attacker : clash.target;
  const refusals: Sleeping[] = [];
  for (const bound of new Set(commitment.bound === 'all' ? members : commitment.bound)) {
    if (bound === towards) continue;
    if (commitment.duty === 'not attack' && (bound !== foe || side === 'attacker')) continue;
    const objection = sureObjection(war, clash, commitment, { bound, towards });
    if (objection === undefined || comesLater(objection)) continue;
    if (isSucceeded(war, clash, instrument, bound)) continue;
    refusals.push({ bond: { commitment, bound, towards, objection }, side });
  }
  return refusals;
}

/** A state that is gone is not named where its heir is a party and is. */
function isSucceeded(
  { world }: War,
  { day }: Clash,
  { timeline }: Instrument,
  bound: number,
): boolean {
  const code = world.codes[bound];
  if (objectionToExistence(code, day, world.states) === undefined) return false;
  const heirs = world.states.get(code)?.successors ?? [];
  return heirs.some((heir) => timeline.spellsOf.has(heir.state) && heir.from <= day);
}

function sureObjection(
  { world }: War,
  { day }: Clash,
  { instrument, provision }: Commitment,
  tie: { readonly bound: number; readonly towards: number },
): Objection | undefined {
  const { agreement, timeline } = instrument;
  const [bound, towards] = [world.codes[tie.bound], world.codes[tie.towards]];
  const isParty = timeline.spellsOf.has(towards);
  const objections = [
    objectionToAgreement(timeline, day),
    objectionToParty(timeline, bound, day, world.states),
    isParty ? objectionToParty(timeline, towards, day, world.states) : undefined,
    objectionToPromise(agreement, provision, { bound, towards }, day),
  ];
  return objections.find((objection) => objection?.holds === 'no');
}

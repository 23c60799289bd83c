import { type Clash, foeOf, type Side, type War } from './clash.ts';
import { type Bond, viewOn } from './day-view.ts';
import { judge } from './judge.ts';
import {
  objectionToAgreement,
  objectionToExistence,
  objectionToMember,
  objectionToTie,
} from './standing.ts';
import type { Clause, Instrument } from './world.ts';

/** A bond that was looked at and is not called, with the clash it was looked at for. */
export interface Refusal {
  readonly bond: Bond;
  readonly clash: Clash;
  readonly side: Side;
}

/**
 * Everything looked at in a scenario that calls nothing: promises to both sides of each act given,
 * promises to those that others join against, and promises signed by then that are not in force.
 */
export function refusalsIn(war: War, without: readonly string[] = []): readonly Refusal[] {
  const called = new Set(war.calls.map((call) => keyOf(call.bond, foeOf(call))));
  const refusals: Refusal[] = [];
  const look = (bond: Bond, clash: Clash, side: Side) => {
    const foe = side === 'target' ? clash.attacker : clash.target;
    if (called.has(keyOf(bond, foe))) return;
    if (judge(bond, clash, side, war) === 'refused') refusals.push({ bond, clash, side });
  };
  for (const clash of war.clashes) {
    war.view = viewOn(war.world, clash.day, without);
    for (const list of [war.view.ifAttacked, war.view.ifAtWar]) {
      for (const bond of list[clash.target]) look(bond, clash, 'target');
      if (!clash.given) continue;
      for (const bond of list[clash.attacker]) look(bond, clash, 'attacker');
    }
    if (!clash.given) continue;
    const pair = clash.attacker * war.world.codes.length + clash.target;
    for (const bond of war.view.notToAttack.get(pair) ?? []) {
      if (called.has(keyOf(bond, bond.towards))) continue;
      if (judge(bond, clash, 'target', war) === 'refused')
        refusals.push({ bond, clash, side: 'target' });
    }
    refusals.push(...sleeping(war, clash, new Set(without)));
  }
  return refusals;
}

function keyOf({ clause, bound, towards }: Bond, foe: number): string {
  const { provision, agreement } = clause;
  return `${agreement.agreement.id} ${provision.id} ${bound} ${towards} ${foe}`;
}

/** Promises between the states concerned that were signed by the day, but do not bind on it. */
function sleeping(war: War, clash: Clash, without: ReadonlySet<string>): readonly Refusal[] {
  const { world } = war;
  const concerned = new Set([
    ...(world.instrumentsOf.get(clash.target) ?? []),
    ...(world.instrumentsOf.get(clash.attacker) ?? []),
  ]);
  const refusals: Refusal[] = [];
  for (const instrument of concerned) {
    if (without.has(instrument.agreement.id)) continue;
    if (instrument.signed === undefined && startsLater(instrument, clash.day)) continue;
    for (const clause of instrument.clauses) {
      for (const towards of [clash.target, clash.attacker]) {
        refusals.push(...sleepingTowards(war, clash, clause, towards));
      }
    }
  }
  return refusals;
}

function startsLater({ inForce }: Instrument, day: string): boolean {
  return inForce !== undefined && day < inForce.from;
}

function sleepingTowards(
  war: War,
  clash: Clash,
  clause: Clause,
  towards: number,
): readonly Refusal[] {
  const { agreement } = clause;
  const members = agreement.members.map((member) => member.state);
  const owedTo = clause.towards === 'all' ? members : clause.towards;
  if (!owedTo.includes(towards)) return [];
  const side = towards === clash.target ? 'target' : 'attacker';
  const foe = side === 'target' ? clash.attacker : clash.target;
  const refusals: Refusal[] = [];
  for (const bound of new Set(clause.bound === 'all' ? members : clause.bound)) {
    if (bound === towards) continue;
    if (clause.duty === 'not attack' && (bound !== foe || side === 'attacker')) continue;
    const objection = wholeObjection(war, clash, clause, { bound, towards });
    if (objection?.holds !== 'no' || objection.early) continue;
    if (isSucceeded(war, clash, agreement, bound)) continue;
    refusals.push({ bond: { clause, bound, towards, objection }, clash, side });
  }
  return refusals;
}

/** A state that is gone is not named where its heir is a party and is. */
function isSucceeded(
  { world }: War,
  { day }: Clash,
  agreement: Instrument,
  bound: number,
): boolean {
  if (objectionToExistence(world, bound, day) === undefined) return false;
  const heirs = world.states.get(world.codes[bound])?.successors ?? [];
  return agreement.members.some(({ membership }) =>
    heirs.some((heir) => heir.state === membership.state && heir.from <= day),
  );
}

function wholeObjection(
  { world }: War,
  { day }: Clash,
  clause: Clause,
  tie: { readonly bound: number; readonly towards: number },
) {
  const { agreement } = clause;
  const isParty = agreement.members.some((member) => member.state === tie.towards);
  const objections = [
    objectionToAgreement(agreement, day),
    objectionToMember(world, agreement, tie.bound, day),
    isParty ? objectionToMember(world, agreement, tie.towards, day) : undefined,
    objectionToTie(world, clause, tie, day),
  ];
  return objections.find((objection) => objection?.holds === 'no');
}

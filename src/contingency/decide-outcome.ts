import type { Made } from '../model/made.ts';
import type { Duty, Outcome, Scenario } from '../model/outcome.ts';
import { runCascade } from './cascade.ts';
import { checkScenario } from './check-scenario.ts';
import { type Call, foeOf, type Side, type War } from './clash.ts';
import { conflictsIn, type NumberedCall } from './conflicts.ts';
import { type Bond, viewOn } from './day-view.ts';
import {
  certaintyOf,
  decidingStep,
  type Proof,
  proofInSentences,
  prove,
  sourcesOf,
} from './proof.ts';
import { type Refusal, refusalsIn } from './refusals.ts';
import { sidesOf } from './sides.ts';
import type { World } from './world.ts';

/** An outcome with the proof of every duty, owed, refused or open. */
export interface ProvenOutcome {
  readonly outcome: Outcome;
  readonly proofs: ReadonlyMap<Duty, Proof>;
}

/**
 * Decides which promises a scenario calls, round by round, and which it does not, with why.
 * Throws a Failure for a scenario that makes no sense (unknown state, no day).
 */
export function decideOutcome(scenario: Scenario, world: World, made: Made): Outcome {
  return proveOutcome(scenario, world, made).outcome;
}

/** The same, with the proofs as trees. */
export function proveOutcome(scenario: Scenario, world: World, made: Made): ProvenOutcome {
  const acts = checkScenario(scenario, world);
  const { reading, without } = scenario;
  const war = runCascade({ world, acts, reading, without, joins: joinsUnder(scenario.assume) });
  const proofs = new Map<Duty, Proof>();
  const dutyFor = (group: readonly Matter[]): Duty => {
    war.view = viewOn(world, group[0].clash.day, without);
    const proof = prove({ ...group[0], war });
    const duty = dutyOf(group, proof, war);
    proofs.set(duty, proof);
    return duty;
  };

  const rounds: Duty[][] = [];
  const owed: NumberedCall[] = [];
  for (const calls of roundsOf(war.calls.filter((call) => call.verdict === 'owed'))) {
    const groups = groupedBy(inOrder(calls, world), (call) => bondKey(call.bond));
    const before = rounds.reduce((sum, round) => sum + round.length, 0);
    rounds.push(groups.map(dutyFor));
    for (const [i, group] of groups.entries())
      for (const call of group) owed.push({ call, duty: before + i });
  }
  const open = war.calls.filter((call) => call.verdict === 'undecided');
  const undecided = groupedBy(inOrder(open, world), (call) => bondKey(call.bond)).map(dutyFor);
  const notOwed = refusedGroups(war, without).map(dutyFor);
  const conflicts = conflictsIn(war, owed, without);
  const sides = sidesOf(war.clashes, war.calls, conflicts, world.codes);
  return { outcome: { made, scenario, rounds, notOwed, undecided, conflicts, sides }, proofs };
}

/** Who fights once bound: all that must, those bound automatically, or nobody. */
export function joinsUnder(assume: Scenario['assume']): (call: Call) => boolean {
  if (assume === 'none') return () => false;
  if (assume === 'all') return (call) => call.bond.clause.provision.strength !== 'consult only';
  return (call) => call.bond.clause.provision.strength === 'automatic';
}

/** A bond in a clash, called or refused. */
interface Matter {
  readonly bond: Bond;
  readonly clash: Call['clash'];
  readonly side: Side;
  /** Index of the act that calls it. */
  readonly act?: number;
}

function roundsOf(calls: readonly Call[]): readonly (readonly Call[])[] {
  return groupedBy(calls, (call) => `${call.act} ${call.round}`);
}

/** By state, agreement, provision and foe: the order of the facts shows nowhere. */
function inOrder<M extends Matter>(matters: readonly M[], world: World): M[] {
  const key = (matter: M) => {
    const { clause, bound, towards } = matter.bond;
    const foe = world.codes[foeIn(matter)];
    const { id } = clause.agreement.agreement;
    return [world.codes[bound], id, clause.provision.id, world.codes[towards], foe].join(' ');
  };
  const keyed = matters.map((matter) => ({ matter, key: key(matter) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ matter }) => matter);
}

function refusedGroups(war: War, without: readonly string[] = []): readonly Refusal[][] {
  const refusals = refusalsIn(war, without).map((refusal) => {
    war.view = viewOn(war.world, refusal.clash.day, without);
    return { ...refusal, test: decidingStep(prove({ ...refusal, war }))?.test ?? '' };
  });
  const groups = groupedBy(inOrder(refusals, war.world), ({ bond, test }) =>
    [test, bondKey(bond)].join(' '),
  );
  // What is in force is of more interest than what is not.
  const asleep = (group: (typeof groups)[number]) => (group[0].test === 'in force' ? 1 : 0);
  return groups.sort((a, b) => asleep(a) - asleep(b));
}

function dutyOf(group: readonly Matter[], proof: Proof, war: War): Duty {
  const [{ bond, clash, act }] = group;
  const { world } = war;
  const { provision, agreement, duty } = bond.clause;
  const foes = [...new Set(group.map((matter) => world.codes[foeIn(matter)]))].sort();
  const because = [proof.says, ...proofInSentences(proof)];
  if (foes.length > 1 && duty !== 'not attack')
    because.push(`The same against ${foes.join(', ')}.`);
  const test = decidingStep(proof)?.test;
  return {
    state: world.codes[bond.bound],
    duty,
    towards: [world.codes[bond.towards]],
    against: duty === 'not attack' ? [] : foes,
    agreement: agreement.agreement.id,
    provision: provision.id,
    ...(provision.article === undefined ? {} : { article: provision.article }),
    strength: provision.strength,
    because,
    sources: sourcesOf(bond),
    certainty: certaintyOf(bond, world),
    act: act ?? clash.act,
    ...(test === undefined ? {} : { test }),
  };
}

function foeIn({ bond, clash, side }: Matter): number {
  return foeOf({ bond, clash, side, verdict: 'owed', act: 0, round: 0 });
}

function bondKey({ clause, bound, towards }: Bond): string {
  return [clause.agreement.agreement.id, clause.provision.id, bound, towards].join(' ');
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

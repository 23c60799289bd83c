import type { Made } from '../model/made.ts';
import type { Duty, Outcome, Scenario } from '../model/outcome.ts';
import { runCascade } from './cascade.ts';
import { checkScenario } from './check-scenario.ts';
import { bondKey, type Call, foeOf, type War, warAsOf } from './clash.ts';
import { joinsUnder } from './joins-under.ts';
import { conflictsIn, type NumberedCall } from './outcome/conflicts.ts';
import { dutyFound, type Found, inOrder, mergedByBond } from './outcome/duty-found.ts';
import type { Proof } from './outcome/proof.ts';
import { refusalsIn } from './outcome/refusals.ts';
import { sidesOf } from './outcome/sides.ts';
import { inForceTest } from './rules/judge.ts';
import type { World } from './world/world.ts';

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
  const asOf = new Map<number, War>();
  const lineOf = (found: Found): Duty => {
    const then = asOf.get(found.seen) ?? { ...warAsOf(war, found.seen) };
    asOf.set(found.seen, then);
    const { duty, proof } = dutyFound(found, then, without);
    proofs.set(duty, proof);
    return duty;
  };
  const found = foundIn(war, without);
  const rounds = found.rounds.map((round) => round.map(lineOf));
  const undecided = found.undecided.map(lineOf);
  const notOwed = found.notOwed.map(lineOf);
  const conflicts = conflictsIn(war, numbered(war, found.rounds), without);
  const sides = sidesOf(war.clashes, war.calls, conflicts, world.codes);
  return { outcome: { made, scenario, rounds, notOwed, undecided, conflicts, sides }, proofs };
}

interface AllFound {
  readonly rounds: readonly (readonly Found[])[];
  readonly undecided: readonly Found[];
  readonly notOwed: readonly Found[];
}

function foundIn(war: War, without: readonly string[] | undefined): AllFound {
  const { world, calls, clashes } = war;
  const byRound = new Map<string, Found[]>();
  const open: Found[] = [];
  for (const call of calls) {
    const found = { ...call, foes: new Set([foeOf(call)]) };
    if (call.verdict === 'undecided') open.push(found);
    else if (byRound.has(roundKey(call))) byRound.get(roundKey(call))?.push(found);
    else byRound.set(roundKey(call), [found]);
  }
  const refusals = refusalsIn(war, without).map((refusal) => ({
    ...refusal,
    act: refusal.clash.act,
    seen: clashes.length,
  }));
  // What is in force is of more interest than what is not.
  const asleep = (test: string) => (test === inForceTest ? 1 : 0);
  return {
    rounds: [...byRound.values()].map((round) => mergedByBond(round, world)),
    undecided: mergedByBond(open, world),
    notOwed: inOrder(refusals, world).sort((a, b) => asleep(a.test) - asleep(b.test)),
  };
}

function roundKey({ act, round }: Call): string {
  return `${act} ${round}`;
}

/** Each owed call with the place of its line in the outcome, counted through all rounds. */
function numbered(war: War, rounds: AllFound['rounds']): NumberedCall[] {
  const places = new Map<string, number>();
  const key = (of: { readonly bond: Call['bond']; readonly act: number }, round: number) =>
    `${round} ${bondKey(of.bond, 0, war.world)}`;
  const order = new Map<string, number>();
  for (const call of war.calls) {
    if (call.verdict === 'owed' && !order.has(roundKey(call)))
      order.set(roundKey(call), order.size);
  }
  let place = 0;
  for (const [round, lines] of rounds.entries()) {
    for (const line of lines) places.set(key(line, round), place++);
  }
  return war.calls.flatMap((call) => {
    const duty = places.get(key(call, order.get(roundKey(call)) ?? -1));
    return call.verdict === 'owed' && duty !== undefined ? [{ call, duty }] : [];
  });
}

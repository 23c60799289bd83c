import { type Chance, seededChance } from '../../base/chance.ts';
import { parseDay } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import type { ChanceAnswer, StateChance } from '../../model/answers/chance.ts';
import type { Outcome, Scenario } from '../../model/outcome.ts';
import { runCascade } from '../cascade.ts';
import { checkScenario } from '../check-scenario.ts';
import type { Call } from '../clash.ts';
import { viewOn } from '../world/day-view.ts';
import type { World } from '../world/world.ts';
import { betaDraw } from './beta-draw.ts';
import {
  cellOf,
  type HonourCell,
  type HonourRates,
  shareKept,
  wilsonInterval,
} from './honour-rates.ts';

export interface ChanceInput {
  readonly scenario: Scenario;
  readonly world: World;
  readonly rates: HonourRates;
  readonly seed: number;
  /** Sets of rates drawn, and runs with each. Default 100 and 100. */
  readonly draws?: number;
  readonly runsEach?: number;
}

/**
 * Plays the scenario many times, each bound state keeping each agreement or not by the rate of
 * its cell. The rates themselves are drawn anew (beta, Jeffreys' prior), so that the intervals
 * hold how few wars they rest on. States decide independently, which alliances do not quite do.
 */
export function simulateChance(input: ChanceInput): ChanceAnswer {
  const { scenario, world, rates, seed, draws = 100, runsEach = 100 } = input;
  const acts = checkScenario(scenario, world);
  const chance = seededChance(seed);
  const shares = new Map<number, number[]>();
  for (let draw = 0; draw < draws; draw++) {
    const drawn = new Map(rates.cells.map((cell) => [cell, drawShare(cell, chance)]));
    const joined = new Map<number, number>();
    for (let run = 0; run < runsEach; run++) {
      const joins = decisions(chance, (call) => shareFor(call, rates, drawn));
      const { reading, without } = scenario;
      const war = runCascade({ world, acts, reading, without, joins });
      const own = war.clashes.filter((clash) => !clash.given).map((clash) => clash.attacker);
      for (const state of new Set(own)) joined.set(state, (joined.get(state) ?? 0) + 1);
    }
    for (const [state, times] of joined) {
      const list = shares.get(state) ?? new Array<number>(draws).fill(0);
      list[draw] = times / runsEach;
      shares.set(state, list);
    }
  }
  const states = [...shares].map(([state, list]) => summary(world.codes[state], list));
  states.sort((a, b) => compareText(a.state, b.state));
  return {
    says: `${rates.title}: base rates of the past, and no forecast.`,
    source: rates.source,
    brier: rates.score.brier,
    brierInterval: rates.score.interval,
    seed,
    runs: draws * runsEach,
    states,
  };
}

/** The outcome with the base rate on each owed duty that has one; nothing else changes. */
export function withChance(outcome: Outcome, world: World, rates: HonourRates): Outcome {
  const rounds = outcome.rounds.map((round) =>
    round.map((duty) => {
      const cell = cellOfDuty(duty, outcome, world, rates);
      if (cell === undefined || duty.duty === 'consult' || duty.duty === 'aid') return duty;
      return { ...duty, chance: { p: rounded(shareKept(cell)), from: cellInWords(cell, rates) } };
    }),
  );
  return { ...outcome, rounds };
}

function cellOfDuty(
  duty: Outcome['rounds'][number][number],
  { scenario }: Outcome,
  world: World,
  rates: HonourRates,
): HonourCell | undefined {
  const on = parseDay(scenario.acts[duty.act ?? 0]?.on ?? '');
  const towards = world.indexOf.get(duty.towards[0]);
  if (on === undefined || towards === undefined) return undefined;
  const view = viewOn(world, on, scenario.without);
  const bound = world.indexOf.get(duty.state) ?? -1;
  const pledges = view.notToAttack.get(bound * world.codes.length + towards) ?? [];
  const bonds = [...view.ifAttacked[towards], ...view.ifAtWar[towards], ...pledges];
  const bond = bonds.find(
    ({ commitment }) =>
      commitment.instrument.agreement.id === duty.agreement &&
      commitment.provision.id === duty.provision,
  );
  return bond && cellOf(bond, on, rates);
}

function cellInWords({ era, promise, kept, called }: HonourCell, rates: HonourRates): string {
  const [low, high] = wilsonInterval(kept, called).map((share) => Math.round(100 * share));
  return (
    `${kept} of ${called} kept, ${era}, agreements whose most demanding promise was to ` +
    `${promise} (95 % interval ${low} to ${high} %); ${rates.source.title}. ` +
    'A base rate of the past, and no forecast.'
  );
}

/** One decision for each state and agreement, kept through the run. */
function decisions(chance: Chance, shareOf: (call: Call) => number): (call: Call) => boolean {
  const made = new Map<string, boolean>();
  return (call) => {
    const key = `${call.bond.bound} ${call.bond.commitment.instrument.agreement.id}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const decision = chance() < shareOf(call);
    made.set(key, decision);
    return decision;
  };
}

/** A promise outside every cell is given no chance of its own: it stays unkept. */
function shareFor(
  { bond, clash }: Call,
  rates: HonourRates,
  drawn: ReadonlyMap<HonourCell, number>,
): number {
  const cell = cellOf(bond, clash.day, rates);
  return cell === undefined ? 0 : (drawn.get(cell) ?? 0);
}

function drawShare({ kept, called }: HonourCell, chance: Chance): number {
  return betaDraw(kept + 0.5, called - kept + 0.5, chance);
}

function summary(state: string, shares: readonly number[]): StateChance {
  const sorted = [...shares].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  const p = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { state, p: rounded(p), interval: [rounded(at(0.025)), rounded(at(0.975))] };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

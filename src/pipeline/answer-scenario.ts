import { simulateChance, withChance } from '../contingency/chance/chance.ts';
import { honourRatesSchema } from '../contingency/chance/honour-rates.ts';
import { proveOutcome } from '../contingency/decide-outcome.ts';
import type { Proof } from '../contingency/outcome/proof.ts';
import type { World } from '../contingency/world/world.ts';
import type { ChanceAnswer } from '../model/answers/chance.ts';
import type { Made } from '../model/made.ts';
import type { Outcome, Scenario } from '../model/outcome.ts';
import type { Reference } from '../reference/reference.ts';

/** An outcome with what stands behind it. */
export interface Answer {
  readonly outcome: Outcome;
  /** One tree for each duty looked at: owed ones first, round by round, then open, then refused. */
  readonly proofs: readonly Proof[];
  /** Base rates of the past, where a seed was given; never mixed with duties. */
  readonly chance?: ChanceAnswer;
}

/** Decides a scenario and keeps the proofs; with a seed also plays it by the rates of the past. */
export function answerScenario(
  scenario: Scenario,
  world: World,
  {
    made,
    tables,
    seed,
  }: Pick<Reference, 'tables'> & {
    readonly made: Made;
    readonly seed?: number;
  },
): Answer {
  const { outcome, proofs } = proveOutcome(scenario, world, made);
  const duties = [...outcome.rounds.flat(), ...outcome.undecided, ...outcome.notOwed];
  const trees = duties.flatMap((duty) => proofs.get(duty) ?? []);
  if (seed === undefined) return { outcome, proofs: trees };
  const rates = honourRatesSchema.parse(tables.get('codebooks/honour-rates'));
  const chance = simulateChance({ scenario, world, rates, seed });
  return { outcome: withChance(outcome, world, rates), proofs: trees, chance };
}

import { describe, expect, test } from 'vitest';
import { type Chance, pickNumber, seededChance } from '../base/chance.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Act, Duty, Outcome, Scenario } from '../model/outcome.ts';
import { decideOutcome, proveOutcome } from './decide-outcome.ts';
import type { Leaf, Proof } from './outcome/proof.ts';
import { agreement, facts, made, type SmallProvision, scenario } from './small-agreements.ts';
import { compileWorld } from './world/compile-world.ts';

const codes = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH'];
const seeds = Array.from({ length: 120 }, (_, i) => i + 1);

function pick<T>(chance: Chance, from: readonly T[]): T {
  return from[pickNumber(chance, from.length)];
}

function some(chance: Chance, least: number, most: number): string[] {
  const size = least + pickNumber(chance, most - least + 1);
  return shuffled(chance, codes).slice(0, size);
}

function shuffled<T>(chance: Chance, list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

function anyProvision(chance: Chance, parties: readonly string[]): SmallProvision {
  const duty = pick(chance, [
    'defend',
    'defend',
    'defend',
    'attack',
    'consult',
    'stay neutral',
    'not attack',
    'aid',
  ] as const);
  const kind = pick(chance, ['armed attack', 'aggression', 'threat', 'war', 'any war'] as const);
  const foes = codes.filter((code) => !parties.includes(code));
  const trigger = {
    kind,
    ...(chance() < 0.2 && foes.length > 0 ? { by: [pick(chance, foes)] } : {}),
    ...(chance() < 0.1 && foes.length > 0 ? { notBy: [pick(chance, foes)] } : {}),
    ...(chance() < 0.1 ? { atLeast: 2 } : {}),
    ...(chance() < 0.1 ? { amongParties: true as const } : {}),
  };
  return {
    duty,
    ...(chance() < 0.3 ? { bound: [pick(chance, parties)] } : {}),
    ...(duty === 'not attack' || chance() < 0.1 ? {} : { trigger }),
    strength: pick(chance, ['automatic', 'own judgement', 'consult only'] as const),
  };
}

function anyLedger(chance: Chance): Agreement[] {
  return Array.from({ length: 4 + pickNumber(chance, 9) }, (_, i) => {
    const parties = some(chance, 2, chance() < 0.2 ? 5 : 2);
    const provisions = Array.from({ length: 1 + pickNumber(chance, 3) }, () =>
      anyProvision(chance, parties),
    );
    const standing = chance() < 0.1 ? ('doubtful' as const) : ('in force' as const);
    return agreement(`pact-${String(i).padStart(2, '0')}`, parties, provisions, { standing });
  });
}

function anyScenario(chance: Chance, more: Partial<Scenario> = {}): Scenario {
  const acts: Act[] = Array.from({ length: 1 + pickNumber(chance, 3) }, (_, i) => {
    const [attacker, target] = shuffled(chance, codes);
    return { attacker, target, on: `2000-01-0${i + 1}` };
  });
  return scenario(acts, {
    assume: pick(chance, ['all', 'automatic', 'none'] as const),
    reading: chance() < 0.2 ? 'loose' : 'strict',
    ...more,
  });
}

function decide(ledger: readonly Agreement[], given: Scenario): Outcome {
  return decideOutcome(given, compileWorld(facts(ledger)), made);
}

const allOf = ({ rounds, undecided, notOwed }: Outcome): Duty[] => [
  ...rounds.flat(),
  ...undecided,
  ...notOwed,
];

/** Each promise with each foe it is called against. */
function keysOf(duties: readonly Duty[]): Set<string> {
  return new Set(
    duties.flatMap((duty) => {
      const foes = duty.against.length === 0 ? [''] : duty.against;
      const { state, agreement: id, provision, towards } = duty;
      return foes.map((foe) => [state, id, provision, ...towards, foe].join(' '));
    }),
  );
}

describe('whatever the ledger and the scenario', () => {
  test.each(seeds)('the order of the facts changes nothing (seed %i)', (seed) => {
    const chance = seededChance(seed);
    const ledger = anyLedger(chance);
    const given = anyScenario(chance);
    const turned = shuffled(chance, ledger).map((one) => ({
      ...one,
      parties: shuffled(chance, one.parties),
      provisions: shuffled(chance, one.provisions),
    }));
    expect(withoutOrder(decide(turned, given))).toEqual(withoutOrder(decide(ledger, given)));
  });

  test.each(seeds)('the names of the states change nothing (seed %i)', (seed) => {
    const chance = seededChance(seed);
    const ledger = anyLedger(chance);
    const given = anyScenario(chance);
    const turned = shuffled(chance, codes);
    const renamed = new Map(codes.map((code, i) => [code, turned[i]]));
    const back = new Map(codes.map((code, i) => [turned[i], code]));
    const outcome = decide(rename(ledger, renamed), rename(given, renamed));
    const expected = decide(ledger, given);
    const lines = (of: Outcome) => of.rounds.map((round) => [...keysOf(round)].sort());
    expect(lines(rename(outcome, back))).toEqual(lines(expected));
    expect(keysOf(rename(outcome.undecided, back))).toEqual(keysOf(expected.undecided));
    expect(rename(outcome, back).conflicts.length).toBe(expected.conflicts.length);
  });

  test.each(seeds)('the same question has the same answer twice (seed %i)', (seed) => {
    const chance = seededChance(seed);
    const ledger = anyLedger(chance);
    const given = anyScenario(chance);
    const world = compileWorld(facts(ledger));
    const first = JSON.stringify(decideOutcome(given, world, made));
    expect(JSON.stringify(decideOutcome(given, world, made))).toBe(first);
    expect(JSON.stringify(decide(ledger, given))).toBe(first);
  });

  test.each(seeds)('an agreement in no proof can go (seed %i)', (seed) => {
    const chance = seededChance(seed);
    const ledger = anyLedger(chance);
    const given = anyScenario(chance);
    const outcome = decide(ledger, given);
    const used = new Set([...outcome.rounds.flat(), ...outcome.undecided].map((d) => d.agreement));
    const idle = ledger.filter((one) => !used.has(one.id));
    if (idle.length === 0) return;
    const gone = pick(chance, idle).id;
    const less = decide(ledger, { ...given, without: [gone] });
    expect(less.rounds).toEqual(outcome.rounds);
    expect(less.undecided).toEqual(outcome.undecided);
    const others = outcome.notOwed.filter((duty) => duty.agreement !== gone);
    expect(less.notOwed).toEqual(others);
  });

  test.each(seeds)(
    'one agreement more takes no duty away but by a named rule (seed %i)',
    (seed) => {
      const chance = seededChance(seed);
      const [added, ...ledger] = anyLedger(chance);
      const given = anyScenario(chance);
      const before = decide(ledger, given);
      const after = decide([added, ...ledger], given);
      const kept = keysOf([...after.rounds.flat(), ...after.undecided]);
      for (const key of keysOf(before.rounds.flat())) {
        if (kept.has(key)) continue;
        expect(reasonGone(key, after), `${key} went without a reason`).toBe(true);
      }
    },
  );

  test.each(seeds)(
    'nobody joins, nothing goes: one act and one agreement more (seed %i)',
    (seed) => {
      const chance = seededChance(seed);
      const [added, ...ledger] = anyLedger(chance);
      const given = anyScenario(chance, { assume: 'none' });
      const one = { ...given, acts: given.acts.slice(0, 1) };
      const after = keysOf(decide([added, ...ledger], one).rounds.flat());
      for (const key of keysOf(decide(ledger, one).rounds.flat())) expect(after).toContain(key);
    },
  );

  test.each(seeds)('every line has a proof that ends in an article (seed %i)', (seed) => {
    const chance = seededChance(seed);
    const ledger = anyLedger(chance);
    const { outcome, proofs } = proveOutcome(
      anyScenario(chance),
      compileWorld(facts(ledger)),
      made,
    );
    const verdicts = [
      ...outcome.rounds.flat().map((duty) => ({ duty, holds: 'yes' })),
      ...outcome.undecided.map((duty) => ({ duty, holds: 'unknown' })),
      ...outcome.notOwed.map((duty) => ({ duty, holds: 'no' })),
    ];
    for (const { duty, holds } of verdicts) {
      const proof = proofs.get(duty);
      expect(proof?.holds, duty.because.join('\n')).toBe(holds);
      const leaves = proof ? leavesOf(proof) : [];
      expect(leaves.map((leaf) => `${leaf.agreement} ${leaf.provision}`)).toEqual([
        `${duty.agreement} ${duty.provision}`,
      ]);
      expect(duty.sources.length).toBeGreaterThan(0);
      expect(duty.because.length).toBeGreaterThan(2);
    }
    expect(verdicts.length).toBe(allOf(outcome).length);
  });
});

function leavesOf(proof: Proof): Leaf[] {
  return [...(proof.leaf ? [proof.leaf] : []), ...proof.parts.flatMap(leavesOf)];
}

/** The same lines in the same rounds, whatever the order of provisions within an agreement. */
function withoutOrder(outcome: Outcome) {
  const told = (duties: readonly Duty[]) =>
    duties.map((duty) => JSON.stringify(duty.because)).sort();
  return {
    rounds: outcome.rounds.map(told),
    undecided: told(outcome.undecided),
    notOwed: told(outcome.notOwed),
    sides: outcome.sides,
    conflicts: outcome.conflicts.map(({ state, kind }) => `${state} ${kind}`).sort(),
  };
}

/**
 * Named rules through which more promises mean fewer duties: a state that has joined is an enemy
 * of the one it joined against (own enemy), is not called again for those it already fights with
 * (already fighting), and an act that answers an attack attacks nobody (first striker).
 */
function reasonGone(key: string, after: Outcome): boolean {
  const [state, id, provision, towards, foe] = key.split(' ');
  const refused = after.notOwed.some(
    (duty) =>
      duty.state === state &&
      duty.agreement === id &&
      duty.provision === provision &&
      duty.towards[0] === towards,
  );
  const atWar = (one: string, other: string) =>
    after.rounds
      .flat()
      .some((duty) => fightsIn(duty) && duty.state === one && duty.against.includes(other));
  // Where the foe no longer joins, the duty that made it is gone, and is looked at itself.
  const given = after.scenario.acts.some((act) => act.attacker === foe && act.target === towards);
  const callerGone = !given && !atWar(foe, towards);
  const enemies = atWar(state, foe) || atWar(state, towards) || atWar(towards, state);
  return refused || enemies || callerGone;
}

function fightsIn(duty: Duty): boolean {
  return duty.duty === 'defend' || duty.duty === 'attack';
}

/** Every code in a value, replaced; the words of proofs hold names in lower case and stay. */
function rename<T>(value: T, names: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(value).replace(/\b[A-H]{3}\b/g, (code) => names.get(code) ?? code);
  return JSON.parse(text) as T;
}

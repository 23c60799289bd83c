import { describe, expect, test } from 'vitest';
import { seededChance } from '../../base/chance.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { decideOutcome } from '../decide-outcome.ts';
import { acts, agreement, defence, facts, made, scenario } from '../small-agreements.ts';
import { compileWorld } from '../world/compile-world.ts';
import { betaDraw } from './beta-draw.ts';
import { simulateChance, withChance } from './chance.ts';
import { honourRatesSchema, wilsonInterval } from './honour-rates.ts';

const rates = honourRatesSchema.parse(loadReference().tables.get('codebooks/honour-rates'));
const world = compileWorld(
  facts([
    agreement('shield', ['AAA', 'BBB'], [defence()]),
    agreement('chain', ['BBB', 'DDD'], [{ duty: 'attack', bound: ['DDD'] }]),
    agreement('talk', ['AAA', 'EEE'], [{ duty: 'consult', trigger: { kind: 'threat' } }]),
  ]),
);

describe('the rates', () => {
  test('count all called cases once', () => {
    expect(rates.cells.reduce((sum, cell) => sum + cell.called, 0)).toBe(146);
    expect(rates.cells.reduce((sum, cell) => sum + cell.kept, 0)).toBe(73);
  });

  test('have wider intervals where there are fewer cases', () => {
    const width = ([low, high]: readonly [number, number]) => high - low;
    expect(width(wilsonInterval(4, 7))).toBeGreaterThan(width(wilsonInterval(40, 70)));
  });
});

describe('chance', () => {
  const outcome = decideOutcome(scenario(acts('CCC>AAA')), world, made);

  test('is on no duty unless asked for', () => {
    expect(JSON.stringify(outcome)).not.toContain('chance');
  });

  test('is the rate of era and promise, and says what it is from', () => {
    const told = withChance(outcome, world, rates);
    const [shield, talk] = told.rounds[0];
    expect(shield.chance?.p).toBeCloseTo(4.5 / 39, 3);
    expect(shield.chance?.from).toContain('4 of 38 kept, 1945-2003');
    expect(talk.chance).toBe(undefined);
    expect(told.notOwed).toEqual(outcome.notOwed);
  });

  test('follows the cascade: who is called by a joiner joins more seldom than it', () => {
    const answer = simulateChance({ scenario: scenario(acts('CCC>AAA')), world, rates, seed: 5 });
    const of = (state: string) => answer.states.find((one) => one.state === state);
    expect(of('BBB')?.p).toBeGreaterThan(0.08);
    expect(of('BBB')?.p).toBeLessThan(0.16);
    expect(of('DDD')?.p).toBeLessThan(of('BBB')?.p ?? 0);
    expect(of('EEE')).toBe(undefined);
    const [low, high] = of('BBB')?.interval ?? [1, 0];
    expect(low).toBeLessThan(high);
    expect(answer.runs).toBe(10_000);
  });

  test('is the same for the same seed, and another for another', () => {
    const run = (seed: number) =>
      simulateChance({ scenario: scenario(acts('CCC>AAA')), world, rates, seed });
    expect(run(1)).toEqual(run(1));
    expect(run(1).states).not.toEqual(run(2).states);
  });
});

test('beta draws have the mean and the spread they should', () => {
  const chance = seededChance(11);
  const draws = Array.from({ length: 20_000 }, () => betaDraw(4.5, 34.5, chance));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(4.5 / 39, 2);
  expect(variance).toBeCloseTo((4.5 * 34.5) / (39 ** 2 * 40), 3);
});

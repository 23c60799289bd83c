import { describe, expect, test } from 'vitest';
import { day } from '../../base/day.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { decideOutcome } from '../decide-outcome.ts';
import { agreement, defence, facts, made, scenario } from '../small-agreements.ts';
import { compileWorld } from '../world/compile-world.ts';
import { difference, differenceOfAgreement } from './difference.ts';

const on = day('2000-01-01');
const how = { on, reading: 'strict', assume: 'all' } as const;
const pact = agreement('pact', ['AAA', 'BBB'], [defence()]);
const other = agreement('other', ['BBB', 'CCC'], [{ duty: 'not attack' }]);

describe('with and without an agreement', () => {
  const world = compileWorld(facts([pact, other]));
  const found = differenceOfAgreement(world, 'pact', how);

  test('every attack whose answer differs is found', () => {
    // Eight states: six others on AAA and on BBB; the pact binds neither against the other.
    expect(found.attacks).toBe(56);
    expect(found.differing).toBe(12);
    const direct = found.changes.filter((change) => change.direct);
    expect(
      direct.map(({ state, towards, attacks }) => [state, ...towards, attacks.length]),
    ).toEqual([
      ['AAA', 'BBB', 6],
      ['BBB', 'AAA', 6],
    ]);
    expect(direct[0].says).toBe(
      'If anyone else attacks bbb, aaa is bound to defend bbb: Article 1 of Treaty pact.',
    );
  });

  test('what follows stands apart: whom the bound state has promised not to attack', () => {
    const following = found.changes.filter((change) => !change.direct);
    expect(following.map(({ state, duty, towards }) => [state, duty, ...towards])).toEqual([
      ['BBB', 'not attack', 'CCC'],
    ]);
  });

  test('it is what the single answers say', () => {
    for (const change of found.changes) {
      for (const { attacker, target } of change.attacks) {
        const given = scenario([{ attacker, target, on }]);
        const full = decideOutcome(given, world, made);
        const less = decideOutcome({ ...given, without: ['pact'] }, world, made);
        const has = (outcome: typeof full) =>
          outcome.rounds
            .flat()
            .some((duty) => duty.state === change.state && duty.agreement === change.agreement);
        expect(has(full)).toBe(true);
        expect(has(less)).toBe(false);
      }
    }
  });

  test('an agreement that binds nobody to anything in a war changes nothing', () => {
    const trade = agreement('trade', ['AAA', 'BBB'], [{ duty: 'cooperation:trade' }]);
    const same = differenceOfAgreement(compileWorld(facts([pact, trade])), 'trade', how);
    expect(same.differing).toBe(0);
    expect(same.changes).toEqual([]);
  });
});

test('one day against another: what came, what went', () => {
  const late = agreement('late', ['CCC', 'DDD'], [defence()], {
    inForce: { day: '1999-06-01', certainty: 'text' },
  });
  const gone = { ...pact, ended: { day: '1999-06-01', certainty: 'text' as const } };
  const found = difference({
    world: compileWorld(facts([gone, late])),
    before: { on: day('1999-01-01'), without: [] },
    after: { on, without: [] },
    reading: 'strict',
    assume: 'none',
  });
  const told = found.changes.map(({ change, state, towards }) => [change, state, ...towards]);
  expect(told).toEqual([
    ['added', 'CCC', 'DDD'],
    ['added', 'DDD', 'CCC'],
    ['removed', 'AAA', 'BBB'],
    ['removed', 'BBB', 'AAA'],
  ]);
  expect(found.notCompared).toEqual([]);
});

test('what the pact of 2024 between Russia and North Korea changed', () => {
  const reference = loadReference();
  const world = compileWorld({ ...reference, agreements: reference.agreements.values() });
  const found = differenceOfAgreement(world, 'rus-prk-2024', { ...how, on: day('2025-01-01') });
  const direct = found.changes.filter((change) => change.direct);
  expect(
    direct.map(({ state, duty, towards, article }) => [state, duty, ...towards, article]),
  ).toEqual([
    ['PRK', 'consult', 'RUS', '3'],
    ['RUS', 'consult', 'PRK', '3'],
    ['PRK', 'defend', 'RUS', '4'],
    ['RUS', 'defend', 'PRK', '4'],
  ]);
});

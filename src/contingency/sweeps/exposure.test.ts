import { expect, test } from 'vitest';
import { day } from '../../base/day.ts';
import { agreement, defence, facts } from '../small-agreements.ts';
import { compileWorld } from '../world/compile-world.ts';
import { exposureOf } from './exposure.ts';

const on = day('2000-01-01');

test('who stands by a state, against whom, and where the gaps are', () => {
  const world = compileWorld(
    facts([
      agreement(
        'one',
        ['AAA', 'BBB'],
        [defence({ trigger: { kind: 'armed attack', by: ['CCC', 'DDD'] } })],
      ),
      agreement('two', ['AAA', 'EEE'], [defence()], { standing: 'doubtful' }),
      agreement('help', ['AAA', 'FFF'], [{ duty: 'aid', trigger: { kind: 'aggression' } }]),
    ]),
  );
  const found = exposureOf(world, 'AAA', on);
  expect(found.covered).toEqual(['CCC', 'DDD']);
  expect(found.perhaps).toEqual(['BBB', 'FFF', 'GGG', 'HHH']);
  expect(found.gaps).toEqual(['EEE']);
  expect(found.shields.map(({ state, duty, verdict }) => [state, duty, verdict])).toEqual([
    ['BBB', 'defend', 'owed'],
    ['EEE', 'defend', 'undecided'],
    ['FFF', 'aid', 'owed'],
  ]);
  expect(found.shields[0].against).toEqual(['CCC', 'DDD']);
});

test('a state without promises stands alone', () => {
  const found = exposureOf(compileWorld(facts([])), 'AAA', on);
  expect(found.shields).toEqual([]);
  expect(found.gaps).toHaveLength(7);
});

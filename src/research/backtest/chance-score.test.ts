import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chanceModels, scoreChance } from './chance-score.ts';
import { type CodedCase, readCodedWars, tableA } from './coded-wars.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('chance', () => {
  const one = (era: CodedCase['era'], honoured: boolean): CodedCase => ({
    war: '1',
    warName: 'W',
    alliance: '1',
    era,
    types: new Set(['defense']),
    triggered: true,
    honoured,
  });
  const cases = [
    one('1816-1944', true),
    one('1816-1944', true),
    one('1816-1944', false),
    one('1945-2003', false),
  ];

  test('each case is foretold by the others; one alone in its cell by all others', () => {
    const [constant, byEra] = chanceModels.map((model) => scoreChance(cases, model, 1));
    const third = 1 / 3;
    expect(constant.brier).toBeCloseTo((2 * (1 - third) ** 2 + 2 * (2 * third) ** 2) / 4);
    expect(byEra.brier).toBeCloseTo((2 * 0.5 ** 2 + 1 + (2 * third) ** 2) / 4);
  });

  test('the interval is that of the seed and holds the score', () => {
    const score = scoreChance(cases, chanceModels[2], 5);
    expect(scoreChance(cases, chanceModels[2], 5)).toEqual(score);
    expect(score.interval[0]).toBeLessThanOrEqual(score.brier);
    expect(score.interval[1]).toBeGreaterThanOrEqual(score.brier);
  });
});

const coded = resolve(
  root,
  '../shared/data/alliances/berkemeier_fuhrmann_2018/BerkemeierFuhrmannRAP2018_0303.csv',
);

describe.skipIf(!existsSync(coded))(
  'the coded file itself (needs ../shared/data/alliances)',
  () => {
    const cases = () => readCodedWars({ file: 'coded.csv', text: readFileSync(coded, 'utf8') });

    test('table A as published', () => {
      expect(tableA(cases())).toEqual({
        cases: 576,
        all: { honoured: 73, triggered: 146 },
        byEra: {
          '1816-1944': { honoured: 61, triggered: 92 },
          '1945-2003': { honoured: 12, triggered: 54 },
        },
        byType: {
          offense: { honoured: 31, triggered: 42 },
          defense: { honoured: 42, triggered: 102 },
          neutral: { honoured: 35, triggered: 45 },
          nonagg: { honoured: 18, triggered: 49 },
        },
      });
    });

    test('rates by era and type beat rates by era, and those a constant', () => {
      const scores = chanceModels.map((model) => scoreChance(cases(), model, 1).brier);
      expect(scores.map((score) => score.toFixed(3))).toEqual(['0.253', '0.210', '0.170']);
    });
  },
);

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { day } from '../../base/day.ts';
import { agreementSchema } from '../../model/agreement.ts';
import { refineFromOwn } from '../alliances/refine-from-own.ts';
import { chanceModels, scoreChance } from '../backtest/chance-score.ts';
import { type CodedCase, readCodedWars, tableA } from '../backtest/coded-wars.ts';
import { cowNumbers } from '../cow-numbers.ts';
import { readWars } from './war-list.ts';
import { placeOfAct, warPlaces } from './war-places.ts';

const root = resolve(import.meta.dirname, '../../..');
const yaml = (path: string) => parse(readFileSync(join(root, 'data', path), 'utf8'));
const numbers = cowNumbers(yaml('codebooks/cow-states.yaml'));
const codebook = yaml('codebooks/cow-wars.yaml');

describe('the Interstate War Data', () => {
  const columns = [
    'larger_war_name,larger_war_id,init_war_id,year,init_name,init_ccode,target_name',
    'target_ccode,month_entry,day_entry,month_exit,day_exit,joiner',
  ].join(',');
  const read = (...rows: string[]) =>
    readWars({ file: 'w.csv', text: [columns, ...rows].join('\n') }, numbers, codebook);

  test('years of one dyad are one act, the initiator first', () => {
    const list = read(
      'War,38,1,1914,Germany,255,Russia,365,8,1,12,31,1',
      'War,38,1,1915,Germany,255,Russia,365,1,1,3,3,1',
    );
    expect(list.wars.get('38')?.acts).toEqual([
      { attacker: 'DEU', target: 'RUS', on: '1914-08-01', until: '1915-03-04', joins: true },
    ]);
  });

  test('a name with a number that is not its own gets its own, and a finding', () => {
    const list = read(
      'War,1,1,1914,Germany,255,France,220,8,3,12,31,0',
      'War,1,2,1914,Germany,255,Belgium,211,8,4,12,31,0',
      'War,1,3,1914,Japan,740,Germany,365,8,23,12,31,1',
    );
    expect(list.findings).toMatchObject([{ code: 'state-number', line: 4 }]);
    expect(list.wars.get('1')?.acts.at(-1)).toMatchObject({ attacker: 'JPN', target: 'DEU' });
  });

  test('a number means the state of that day', () => {
    const list = read(
      'A,1,1,1904,Japan,740,Russia,365,2,8,12,31,0',
      'B,2,2,1939,Russia,365,Finland,375,11,30,12,31,0',
    );
    expect(list.wars.get('1')?.acts[0].target).toBe('RUS');
    expect(list.wars.get('2')?.acts[0].attacker).toBe('SUN');
  });
});

describe('the Correlates of War inter-state wars', () => {
  const columns = [
    'WarNum,WarName,ccode,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1',
    'WhereFought,Initiator',
  ].join(',');
  const read = (...rows: string[]) =>
    readWars({ file: 'c.csv', text: [columns, ...rows].join('\n') }, numbers, codebook).wars;

  test('the side of the initiator moves first, who comes later moves against those there', () => {
    const wars = read(
      '9,W,255,1,9,1,1939,5,7,1945,2,1',
      '9,W,290,2,9,1,1939,9,27,1939,2,2',
      '9,W,220,2,9,3,1939,6,22,1940,2,2',
    );
    const acts = wars.get('9')?.acts.map(({ attacker, target }) => `${attacker} ${target}`);
    expect(acts).toEqual(['DEU POL', 'FRA DEU']);
  });

  test('a war in another part of the world is not on the land of the one attacked', () => {
    const wars = read('202,F,160,1,3,25,1982,6,15,1982,1,1', '202,F,200,2,3,25,1982,6,15,1982,1,2');
    expect(wars.get('202')?.acts).toMatchObject([{ attacker: 'ARG', target: 'GBR', in: 'ARG' }]);
  });
});

test('a file of another kind is refused with the kinds that are known', () => {
  const given = { file: 'x.csv', text: 'a,b\n1,2' };
  expect(() => readWars(given, numbers, codebook)).toThrow('no list of wars that is known');
});

test('an act lies on the land of its target unless the war is known to be elsewhere', () => {
  const tables = new Map([['wars/korea-1950', yaml('wars/korea-1950.yaml')]]);
  const fought = warPlaces(tables).ofInterstateWar('56');
  expect(placeOfAct('KOR', fought)).toBe('KOR');
  expect(placeOfAct('USA', fought)).toBe('KOR');
  expect(placeOfAct('USA', undefined)).toBe('USA');
});

describe('our own ledger fills in what a data set leaves out', () => {
  const base = {
    inForce: { day: '1949-08-24', certainty: 'text' },
    standing: 'in force',
    parties: [{ state: 'AAA' }, { state: 'BBB' }],
    sources: {},
  };
  const promise = { strength: 'not known', text: 'Help.', certainty: 'text' };
  const trigger = { kind: 'armed attack' };
  const imported = agreementSchema.parse({
    ...base,
    id: 'atop-7',
    name: 'ATOP 7',
    atop: 7,
    provisions: [
      {
        ...promise,
        id: 'defense-1',
        duty: 'defend',
        trigger,
        conditions: ['only against adversaries that the text names'],
      },
      { ...promise, id: 'consul-1', duty: 'consult', trigger: { kind: 'threat' } },
    ],
  });
  const own = agreementSchema.parse({
    ...base,
    id: 'aaa-bbb-1949',
    name: 'Pact',
    atop: 7,
    provisions: [
      {
        ...promise,
        id: 'art-5',
        duty: 'defend',
        trigger: { ...trigger, by: ['CCC'] },
        theatre: 'europe',
      },
    ],
  });

  test('place and foes of the same duty, each told', () => {
    const { agreements, refinements } = refineFromOwn([imported], [own]);
    expect(agreements[0].provisions[0]).toMatchObject({
      theatre: 'europe',
      trigger: { kind: 'armed attack', by: ['CCC'] },
    });
    expect(agreements[0].provisions[1]).toEqual(imported.provisions[1]);
    expect(refinements).toEqual([
      {
        agreement: 'atop-7',
        provision: 'defense-1',
        from: 'aaa-bbb-1949',
        theatre: 'europe',
        foes: ['CCC'],
      },
    ]);
  });

  test('nothing where our own was not in force then, or where two of them differ', () => {
    const early = { ...own, ended: { day: '1949-08-01', certainty: 'text' as const } };
    const stopped = {
      ...imported,
      provisions: imported.provisions.map((one) => ({ ...one, from: day('1950-01-01') })),
    };
    expect(refineFromOwn([stopped], [early]).refinements).toEqual([]);
    const other = {
      ...own,
      id: 'other',
      provisions: own.provisions.map(({ trigger: _, ...one }) => ({ ...one, theatre: 'asia' })),
    };
    expect(refineFromOwn([imported], [own, other]).refinements).toEqual([]);
  });
});

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

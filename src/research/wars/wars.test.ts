import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
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
  expect(() => readWars(given, numbers, codebook)).toThrow('not a list of wars known');
});

test('an act lies on the land of its target unless the war is known to be elsewhere', () => {
  const tables = new Map([['wars/korea-1950', yaml('wars/korea-1950.yaml')]]);
  const fought = warPlaces(tables).ofInterstateWar('56');
  expect(placeOfAct('KOR', fought)).toBe('KOR');
  expect(placeOfAct('USA', fought)).toBe('KOR');
  expect(placeOfAct('USA', undefined)).toBe('USA');
});

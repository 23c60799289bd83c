import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { day } from '../../base/day.ts';
import { agreementSchema } from '../../model/agreement.ts';
import { stateSchema } from '../../model/state.ts';
import { standingOn } from '../../reference/validity/standing.ts';
import { timelineOf } from '../../reference/validity/timeline.ts';
import { cowNumbers } from '../cow-numbers.ts';
import { importAtop } from './import-atop.ts';
import { importCow } from './import-cow.ts';
import { importDyadYears } from './import-dyad-years.ts';
import { caveatOf, type ImportedLedger } from './imported-ledger.ts';

const root = resolve(import.meta.dirname, '../../..');
const codebook = (name: string) =>
  parse(readFileSync(join(root, 'data/codebooks', `${name}.yaml`), 'utf8'));
const numbers = cowNumbers(codebook('cow-states'));
const atop = codebook('atop');
const cow = codebook('cow-alliances');

const head = [
  'atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase',
  'defense,offense,neutral,nonagg,consul',
  'defcoadv,defcoloc,defconpr,neucoatt,statthr1,statthr2,version',
].join(',');

function members(...rows: string[]) {
  return { file: 'members.csv', text: [head, ...rows].join('\n') };
}

function valid(ledger: ImportedLedger): ImportedLedger {
  for (const agreement of ledger.agreements.values())
    expect(agreementSchema.parse(agreement)).toEqual(agreement);
  return ledger;
}

describe('member rows of ATOP become agreements', () => {
  const ledger = valid(
    importAtop({
      members: members(
        '9001,300,1879,10,7,1918,11,3,0,1,0,1,0,0,1,0,0,1,365,0,4.01',
        '9001,255,1879,10,7,1918,11,3,0,1,0,1,0,0,1,0,0,1,365,0,4.01',
        '9002,365,1991,1,1,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,4.01',
        '9002,360,1991,1,1,0,0,0,0,0,0,0,1,1,0,0,0,0,0,0,4.01',
        '9003,8152,1868,1,1,1869,1,1,0,1,0,0,0,0,0,0,0,0,0,0,4.01',
        '9004,220,1893,12,,1917,11,8,0,1,0,0,0,0,1,1,1,0,0,0,4.01',
        '9004,365,1893,12,,1917,11,8,0,1,0,0,0,0,1,1,1,0,0,0,4.01',
      ),
      numbers,
      codebook: atop,
    }),
  );

  test('row counts are exact, and what could not be placed is named', () => {
    expect(ledger.name).toBe('atop-4.01');
    expect(ledger.counts).toEqual({ rows: 7, placed: 6, agreements: 3, provisions: 5 });
    expect(ledger.unplaced).toEqual([
      {
        line: 6,
        row: 'alliance 9003, member 8152',
        why: 'No state of the code book bears number 8152 then.',
      },
    ]);
  });

  test('states with one promise share a provision, with the foe in our codes', () => {
    const made = ledger.agreements.get('atop-9001');
    expect(
      made?.provisions.map(({ id, duty, bound, trigger }) => [id, duty, bound, trigger]),
    ).toEqual([
      ['defense-1', 'defend', ['DEU', 'AUH'], { kind: 'armed attack', by: ['RUS'] }],
      ['neutral-1', 'stay neutral', ['DEU', 'AUH'], { kind: 'armed attack' }],
    ]);
    expect(ledger.codes.get('atop-9001/defense-1')).toMatchObject({
      member: '255 300',
      defcoadv: '1',
      statthr1: '365',
    });
  });

  test('the last day in the data is the last day in force', () => {
    const made = ledger.agreements.get('atop-9001');
    expect(made && standingOn(timelineOf(made, []), day('1918-11-03')).standing).toBe('in force');
    expect(made && standingOn(timelineOf(made, []), day('1918-11-04')).standing).toBe('ended');
  });

  test('a number that passes to another state makes two memberships', () => {
    const parties = ledger.agreements.get('atop-9002')?.parties;
    expect(parties?.map(({ state, from, until }) => [state, from, until])).toEqual([
      ['ROU', '1991-01-01', undefined],
      ['SUN', '1991-01-01', '1991-12-26'],
      ['RUS', '1991-12-26', undefined],
    ]);
  });

  test('what the data leave open is told beside the duty, not guessed', () => {
    const made = ledger.agreements.get('atop-9004');
    expect(made?.provisions[0]).toMatchObject({
      trigger: { kind: 'armed attack', unprovoked: true },
      conditions: [
        'only against adversaries that the text names',
        'only for attacks in a place that the text names',
      ],
      strength: 'not known',
    });
    expect(made && standingOn(timelineOf(made, []), day('1893-12-15')).standing).toBe('not known');
  });

  test('every answer says where the data end', () => {
    expect(caveatOf(ledger, day('2010-01-01'))).toBe('ATOP 4.01 ends on 2016-12-31.');
    expect(caveatOf(ledger, day('2025-01-01'))).toContain('Nothing in it speaks of 2025-01-01');
  });
});

test('phases that follow one another are one membership with provisions of their days', () => {
  const ledger = valid(
    importAtop({
      members: members(
        '9005,255,1882,5,20,1887,2,20,1,1,0,0,0,0,0,0,0,0,0,0,4.01',
        '9005,325,1882,5,20,1887,2,20,1,1,0,0,0,0,0,0,0,0,0,0,4.01',
        '9005,255,1887,2,20,1915,5,4,2,1,1,0,0,0,0,0,0,0,0,0,4.01',
        '9005,325,1887,2,20,1915,5,4,2,1,0,0,0,0,0,0,0,0,0,0,4.01',
      ),
      numbers,
      codebook: atop,
    }),
  );
  const made = ledger.agreements.get('atop-9005');
  expect(made?.parties.map(({ state, from, until }) => [state, from, until])).toEqual([
    ['DEU', '1882-05-20', '1915-05-05'],
    ['ITA', '1882-05-20', '1915-05-05'],
  ]);
  const stretches = made?.provisions.map(({ id, from, until }) => [id, from, until]);
  expect(stretches).toEqual([
    ['defense-1', '1882-05-20', '1887-02-20'],
    ['defense-2', '1887-02-20', '1915-05-05'],
    ['offense-1', '1887-02-20', '1915-05-05'],
  ]);
});

test('a release that nobody checked is refused', () => {
  const given = members('9001,300,1879,10,7,1918,11,3,0,1,0,1,0,0,1,0,0,1,365,0,6.0');
  expect(() => importAtop({ members: given, numbers, codebook: atop })).toThrow(
    'knows 4.01 and 5.1',
  );
});

test('the 5.1 member file, which names no version, is 5.1', () => {
  const text = members('9001,300,1879,10,7,1918,11,3,0,1,0,1,0,0,1,0,0,1,365,0,').text;
  const lean = text.replaceAll(/,[^,\n]*$/gm, '');
  const ledger = importAtop({ members: { file: 'm', text: lean }, numbers, codebook: atop });
  expect([ledger.name, ledger.endsOn]).toEqual(['atop-5.1', '2018-12-31']);
});

test('dyad-years become runs for each direction, and years count whole', () => {
  const text = [
    'ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul',
    '2,20,1950,1,0,0,0,0',
    '2,20,1951,1,0,0,0,0',
    '2,20,2018,0,0,0,0,1',
    '20,2,1950,0,0,0,0,0',
    '20,9999,1950,1,0,0,0,0',
  ].join('\n');
  const dyads = { file: 'd.csv', text };
  const named = { name: 'atop-5.1-dyads', release: '5.1' };
  const ledger = valid(importDyadYears({ dyads, numbers, codebook: atop, ...named }));
  expect(ledger.counts).toEqual({ rows: 5, placed: 4, agreements: 1, provisions: 2 });
  expect(ledger.unplaced).toMatchObject([{ line: 6 }]);
  const [made] = ledger.agreements.values();
  expect(made.provisions.map(({ bound, duty, from, until }) => [bound, duty, from, until])).toEqual(
    [
      [['USA'], 'defend', '1950-01-01', '1952-01-01'],
      [['USA'], 'consult', '2018-01-01', undefined],
    ],
  );
});

test('Correlates of War alliances by member', () => {
  const columns = [
    'version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month',
    'all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month',
    'mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente',
  ].join(',');
  const text = [
    columns,
    '7,2,US,4,4,1949,,,,Type I: Defense Pact,4,4,1949,,,,0,1,1,0,1,1',
    '7,640,Turkey,4,4,1949,,,,Type I: Defense Pact,18,2,1952,,,,0,1,1,0,1,1',
  ].join('\n');
  const ledger = valid(importCow({ members: { file: 'c.csv', text }, numbers, codebook: cow }));
  expect([ledger.name, ledger.endsOn]).toEqual(['cow-4.1', '2012-12-31']);
  expect(ledger.counts).toEqual({ rows: 2, placed: 2, agreements: 1, provisions: 6 });
});

test('the code book and the facts about states give a number the same code', () => {
  const folder = join(root, 'data/states');
  for (const name of numbersInFacts(folder)) {
    const stretch = name.exists.at(-1) ?? {};
    const codes = numbers.codesIn(name.cow?.number ?? 0, stretch).map((part) => part.code);
    expect(codes, `${name.code} bears number ${name.cow?.number}`).toContain(name.code);
  }
});

function numbersInFacts(folder: string) {
  const listed = readFileNames(folder).map((name) =>
    stateSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8'))),
  );
  return listed.flatMap((read) => (read.success && read.data.cow ? [read.data] : []));
}

function readFileNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
}

const shared = resolve(root, '../shared/data/alliances');
const text = (path: string) => ({ file: path, text: readFileSync(join(shared, path), 'utf8') });

describe.skipIf(!existsSync(shared))(
  'the research files themselves (needs ../shared/data/alliances)',
  () => {
    test('ATOP 4.01: 2,398 member rows in 745 alliances', () => {
      const ledger = valid(
        importAtop({
          members: text('atop_4.01/atop-member-level.csv'),
          alliances: text('atop_4.01/atop-alliance-level.csv'),
          numbers,
          codebook: atop,
        }),
      );
      expect(ledger.counts).toMatchObject({ rows: 2398, placed: 2397, agreements: 745 });
      expect(ledger.unplaced.map((one) => one.row)).toEqual(['alliance 1320, member 8152']);
      expect(ledger.findings.map((one) => one.code)).toEqual(['levels-differ']);
      const standing = [...ledger.agreements.values()].filter((one) => one.standing === 'in force');
      expect(standing).toHaveLength(334);
    });

    test('ATOP 5.1 dyad-years: 273,296 rows, all placed', () => {
      const dyads = text('peacesciencer/atop_alliance.csv');
      const named = { name: 'atop-5.1-dyads', release: '5.1' };
      const ledger = importDyadYears({ dyads, numbers, codebook: atop, ...named });
      expect(ledger.counts).toMatchObject({ rows: 273_296, placed: 273_296, agreements: 5101 });
    });

    test('Correlates of War 4.1 dyad-years: 120,784 rows, all placed', () => {
      const dyads = text('peacesciencer/cow_alliance.csv');
      const named = { name: 'cow-4.1-dyads', release: '4.1' };
      const ledger = importDyadYears({ dyads, numbers, codebook: cow, ...named });
      expect(ledger.counts).toMatchObject({ rows: 120_784, placed: 120_784, agreements: 1694 });
    });
  },
);

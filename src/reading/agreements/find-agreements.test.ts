import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAgreementsProbe, scoreAgreements } from '../../../scripts/score-agreements.ts';
import { loadReference } from '../../reference/load-reference.ts';

const reference = loadReference();
const probe = createAgreementsProbe(reference);
const read = (text: string, published = '2024-06-20') => probe(text, published).agreements;

describe('reports in cases/reading/agreements', () => {
  const scores = scoreAgreements(reference);
  test('there are at least twelve', () => {
    expect(scores.length).toBeGreaterThanOrEqual(12);
  });
  test('parties, kinds of promise and status are right in all', () => {
    expect(scores.filter(({ right }) => !right).map(({ file }) => file)).toEqual([]);
  });
});

describe('agreements in a report', () => {
  test('a predecessor stands beside the new pact and keeps its own parties', () => {
    const found = read(
      'Russia and North Korea signed a defence treaty on Wednesday. It is the strongest since ' +
        'the 1961 treaty between the Soviet Union and North Korea.',
    );
    expect(found.map(({ parties }) => parties)).toEqual([
      ['RUS', 'PRK'],
      ['SUN', 'PRK'],
    ]);
    expect(found[1].signed).toBe('1961');
  });

  test('what an agreement replaces names its successor', () => {
    const found = read(
      'France and Poland signed a treaty on Friday. The treaty replaces the 1991 accord between ' +
        'France and Poland.',
      '2025-05-10',
    );
    expect(found[1].predecessorOf).toBe(found[0].id ?? found[0].name);
  });

  test('a clause that is said to be absent is not promised', () => {
    const found = read(
      'Norway and Iceland signed an accord on Friday that binds them to consult each other in a ' +
        'crisis but stops short of a mutual defence clause.',
    );
    const types = found[0].provisions.map(({ type }) => type);
    expect(types).toContain('consultation');
    expect(types).not.toContain('defense');
  });

  test('a promise has its trigger and the state that it protects', () => {
    const [found] = read(
      'Under the 1961 treaty between the Soviet Union and North Korea, Moscow promised military ' +
        'aid if North Korea was attacked.',
    );
    const [promise] = found.provisions.filter(({ type }) => type === 'defense');
    expect(promise.trigger).toBe('North Korea was attacked');
    expect(promise.towards).toEqual(['PRK']);
  });

  test('a condition does not bring a treaty into force', () => {
    const [found] = read(
      'Chile and Peru signed a treaty on friendship on Monday. It will enter into force once ' +
        'both parliaments have ratified it.',
    );
    expect(found.status).toBe('signed');
  });

  test('a step has those who act, its day and whether it was done; only a step done counts', () => {
    const [found] = read(
      'Armenia and Azerbaijan initialled a peace treaty on Friday. They will sign it next month. ' +
        'Armenia never ratified the treaty.',
      '2025-08-10',
    );
    expect(found.steps?.map(({ evidence, ...step }) => step)).toEqual([
      {
        step: 'initialled',
        by: ['ARM', 'AZE'],
        on: '2025-08-08',
        status: 'reported',
        rule: 'initial',
      },
      { step: 'ratified', by: ['ARM'], status: 'denied', rule: 'ratify' },
    ]);
    expect(found.status).toBe('negotiated');
  });

  test('a promise names the row that found it, and how it binds where the words say so', () => {
    const [found] = read(
      'Chile and Peru signed a treaty on Monday that obliges each to help with all means at its disposal.',
    );
    expect(found.provisions).toMatchObject([
      { type: 'defense', strength: 'automatic', rule: 'all-means-at-disposal' },
    ]);
  });

  test('support, deals with lenders and private contracts are no agreements between states', () => {
    expect(
      read('Argentina reached a debt deal with its lenders. Putin promised Kim support.'),
    ).toEqual([]);
  });

  test('vague support is no promise of defence', () => {
    const [found] = read(
      'Serbia and Cuba signed a partnership agreement on Monday that deepens their ties and ' +
        'voices unconditional support for each other.',
    );
    expect(found.provisions.map(({ type }) => type)).not.toContain('defense');
  });
});

describe('a pact, its predecessor and the neighbour’s treaty', () => {
  const found = read(
    'Vladimir Putin and Kim Jong Un signed a treaty in Pyongyang on Wednesday that obliges Russia ' +
      'and North Korea to help each other against aggression.\n\nUnder the 1961 treaty between the ' +
      'Soviet Union and North Korea, Moscow promised military aid if North Korea was attacked. ' +
      'China has a defence treaty with North Korea, too.',
  );
  test.each([
    ['rus-prk-2024', ['PRK', 'RUS'], ['defense']],
    ['sun-prk-1961', ['PRK', 'SUN'], ['defense']],
    ['chn-prk-1961', ['CHN', 'PRK'], ['defense']],
  ])('%s', (id, parties, types) => {
    const told = found.find((one) => one.id === id);
    expect(told?.parties.toSorted()).toEqual(parties);
    expect(told?.provisions.map(({ type }) => type)).toEqual(expect.arrayContaining(types));
  });
});

const shared = join(import.meta.dirname, '../../../../shared');
const gold = join(shared, 'gold/seeds.json');

interface GoldAgreement {
  readonly id: string;
  readonly parties: readonly string[];
  readonly provisions: readonly {
    readonly type: string;
    readonly evidence: { readonly start: number; readonly end: number };
  }[];
}

test.skipIf(!existsSync(gold))(
  'two reports annotated by hand (needs ../shared/gold/seeds.json)',
  () => {
    const { reports } = JSON.parse(readFileSync(gold, 'utf8')) as {
      reports: Record<string, { agreements: GoldAgreement[] }>;
    };
    for (const [name, { agreements }] of Object.entries(reports)) {
      const found = read(readFileSync(join(shared, 'seeds', name), 'utf8'));
      for (const wanted of agreements) {
        const told = found.find(({ id }) => id === wanted.id);
        expect(told?.parties.toSorted(), `${name} ${wanted.id}`).toEqual(
          [...wanted.parties].sort(),
        );
        for (const { type, evidence } of wanted.provisions) {
          const hit = told?.provisions.some(
            (one) =>
              one.type === type &&
              one.evidence.start < evidence.end &&
              evidence.start < one.evidence.end,
          );
          expect(hit, `${name} ${wanted.id} ${type}`).toBe(true);
        }
      }
    }
  },
);

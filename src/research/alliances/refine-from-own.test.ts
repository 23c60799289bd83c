import { describe, expect, test } from 'vitest';
import { day } from '../../base/day.ts';
import { agreementSchema } from '../../model/agreement.ts';
import { refineFromOwn } from './refine-from-own.ts';

const foes = new Set(['only against those whom the text names']);

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
        conditions: [...foes],
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

  test('place and foes of the same duty, each listed', () => {
    const { agreements, refinements } = refineFromOwn([imported], [own], foes);
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
    expect(refineFromOwn([stopped], [early], foes).refinements).toEqual([]);
    const other = {
      ...own,
      id: 'other',
      provisions: own.provisions.map(({ trigger: _, ...one }) => ({ ...one, theatre: 'asia' })),
    };
    expect(refineFromOwn([imported], [own, other], foes).refinements).toEqual([]);
  });
});

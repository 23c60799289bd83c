import { expect, test } from 'vitest';
import { agreementSchema } from '../model/agreement.ts';
import { knownBy } from './known-by.ts';

const pact = agreementSchema.parse({
  id: 'arc-bor-2031',
  name: 'Pact of Bruno',
  signed: { day: '2031-05-03', certainty: 'text' },
  inForce: { day: '2031-07', certainty: 'text' },
  ended: { day: '2040-01-01', certainty: 'text' },
  standing: 'ended',
  parties: [
    { state: 'ARC' },
    { state: 'BOR', until: '2038-01-01' },
    { state: 'CAR', from: '2035-01-01' },
  ],
  provisions: [],
  sources: {},
});

test.each([
  ['2031-05-02', undefined],
  ['2031-05-03', 'signed'],
  ['2031-07-01', 'in force'],
  ['2039-12-31', 'in force'],
  ['2040-01-01', 'ended'],
])('on %s it was known to be %s', (day, standing) => {
  expect(knownBy(pact, day)?.standing).toBe(standing);
});

test('members come and go as they were known to', () => {
  const states = (day: string) => knownBy(pact, day)?.parties.map((party) => party.state);
  expect(states('2034-12-31')).toEqual(['ARC', 'BOR']);
  expect(states('2035-01-01')).toEqual(['ARC', 'BOR', 'CAR']);
  expect(knownBy(pact, '2037-01-01')?.parties[1].until).toBeUndefined();
  expect(knownBy(pact, '2038-01-01')?.parties[1].until).toBe('2038-01-01');
});

test('an entry into force that lies ahead is not known', () => {
  expect(knownBy(pact, '2031-06-30')?.inForce).toBeUndefined();
});

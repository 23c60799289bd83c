import { describe, expect, test } from 'vitest';
import { day } from '../../base/day.ts';
import { type Agreement, agreementSchema } from '../../model/agreement.ts';
import { type State, stateSchema } from '../../model/state.ts';
import { agreementOn } from './agreement-on.ts';
import { bindingsOn } from './bindings.ts';
import { objectionToPromise } from './promise-objection.ts';
import { timelineOf, timelinesOf } from './timeline.ts';

const certainty = 'text';
const dated = (on: string, more = {}) => ({ day: on, certainty, ...more });

/** Of Arcadia, Borduria and Cimmeria, signed in 1949 and in force from 1950. */
function agreement(more: Record<string, unknown> = {}): Agreement {
  return agreementSchema.parse({
    id: 'pact',
    name: 'Pact',
    signed: dated('1949-06-01'),
    inForce: dated('1950-01-01'),
    standing: 'in force',
    parties: [{ state: 'ARC' }, { state: 'BOR' }, { state: 'CIM' }],
    provisions: [],
    sources: {},
    ...more,
  });
}

function state(code: string, more: Record<string, unknown> = {}): State {
  const known = { names: [{ name: code, kind: 'short' }], demonyms: [], capitals: [], regions: [] };
  return stateSchema.parse({ code, exists: [{}], ...known, certainty, sources: {}, ...more });
}

const states = new Map<string, State>();

/** `ARC` bound, `ARC?` perhaps bound, `ARC for BOR?` perhaps in its place. */
function bound(of: Agreement, on: string, known = states, ledger: readonly Agreement[] = []) {
  const bindings = bindingsOn(timelineOf(of, ledger), day(on), known);
  return [...bindings].map(([code, { objection, inPlaceOf }]) => {
    const place = inPlaceOf === undefined ? '' : ` for ${inPlaceOf}`;
    return `${code}${place}${objection === undefined ? '' : '?'}`;
  });
}

function shown(of: Agreement, on: string, ledger: readonly Agreement[] = []) {
  const { standing, parties } = agreementOn(of, day(on), { states, agreements: ledger });
  return { standing, parties: parties.map((party) => party.standing) };
}

const all = ['ARC', 'BOR', 'CIM'];
const perhaps = ['ARC?', 'BOR?', 'CIM?'];

describe('an agreement as a whole, on a day', () => {
  test.each<[string, Record<string, unknown>, string, string, string[]]>([
    ['is not signed yet', {}, '1949-05-31', 'not yet signed', []],
    ['is signed and not in force', {}, '1949-12-31', 'signed', []],
    ['binds from the day of its entry', {}, '1950-01-01', 'in force', all],
    [
      'enters in a year, on a day that is not known',
      { inForce: dated('1950') },
      '1950-06-01',
      'not known',
      perhaps,
    ],
    ['is in force after that year', { inForce: dated('1950') }, '1951-01-01', 'in force', all],
    [
      'is surely not in force though its end is unsure',
      { inForce: dated('1950-06-01'), ended: dated('1950') },
      '1950-03-01',
      'signed',
      [],
    ],
    [
      'binds no more on the day of its end',
      { ended: dated('1960-01-01') },
      '1960-01-01',
      'ended',
      [],
    ],
    [
      'still binds on the day it is broken',
      { ended: dated('1960-01-01', { broken: true }) },
      '1960-01-01',
      'in force',
      all,
    ],
    ['ends in a year', { ended: dated('1960') }, '1960-06-01', 'not known', perhaps],
    ['has ended, nobody knows when', { standing: 'ended' }, '1960-01-01', 'not known', perhaps],
    ['has no end that is known', { standing: 'doubtful' }, '1960-01-01', 'not known', perhaps],
    ['has no entry that is known', { inForce: undefined }, '1960-01-01', 'not known', perhaps],
    ['never binds', { neverInForce: true }, '1960-01-01', 'never in force', []],
    [
      'that never binds is unsigned before its signature',
      { neverInForce: true },
      '1949-05-31',
      'not yet signed',
      [],
    ],
    [
      'is suspended, which is sure though its end is not',
      {
        suspended: [{ from: '1960-01-01', how: 'by all', certainty }],
        standing: 'doubtful',
      },
      '1960-01-01',
      'suspended',
      [],
    ],
  ])('%s', (_, more, on, standing, binds) => {
    const made = agreement(more);
    expect(bound(made, on)).toEqual(binds);
    expect(shown(made, on).standing).toBe(standing);
  });

  test('is replaced where a later one takes its place and its own end is not recorded', () => {
    const predecessors = [{ agreement: 'pact', how: 'replaces' }];
    const later = agreement({ id: 'later', predecessors, inForce: dated('1960') });
    expect(bound(agreement(), '1959-12-31', states, [later])).toEqual(all);
    expect(bound(agreement(), '1960-06-01', states, [later])).toEqual(perhaps);
    expect(bound(agreement(), '1960-12-31', states, [later])).toEqual([]);
    expect(shown(agreement(), '1960-12-31', [later]).standing).toBe('ended');
    const unborn = { ...later, neverInForce: true as const };
    expect(bound(agreement(), '1960-12-31', states, [unborn])).toEqual(all);
  });

  test('knows what takes its place in any order of the ledger', () => {
    const predecessors = [{ agreement: 'pact', how: 'replaces' }];
    const later = agreement({ id: 'later', predecessors, inForce: dated('1960-01-01') });
    for (const ledger of [
      [agreement(), later],
      [later, agreement()],
    ]) {
      const old = timelinesOf(ledger).find((one) => one.agreement.id === 'pact');
      expect(old && bindingsOn(old, day('1960-01-01'), states).size).toBe(0);
    }
  });
});

describe('a party, on a day', () => {
  const withCimmeria = (...spells: Record<string, unknown>[]) =>
    agreement({ parties: [{ state: 'ARC' }, ...spells.map((own) => ({ state: 'CIM', ...own }))] });

  test.each<[string, Agreement, string, string[], string]>([
    ['joins later', withCimmeria({ from: '1955-01-01' }), '1954-12-31', ['ARC'], 'not yet'],
    [
      'joins on a day that is not known',
      withCimmeria({ from: '1955' }),
      '1955-06-01',
      ['ARC', 'CIM?'],
      'not known',
    ],
    ['leaves', withCimmeria({ until: '1955-01-01' }), '1955-01-01', ['ARC'], 'left'],
    [
      'leaves on a day that is not known',
      withCimmeria({ until: '1955' }),
      '1955-06-01',
      ['ARC', 'CIM?'],
      'not known',
    ],
  ])('%s', (_, made, on, binds, standing) => {
    expect(bound(made, on)).toEqual(binds);
    expect(shown(made, on).parties.at(-1)).toBe(standing);
  });

  test('may leave and come back', () => {
    const made = withCimmeria({ until: '1955-01-01' }, { from: '1960-01-01' });
    expect(bound(made, '1957-01-01')).toEqual(['ARC']);
    expect(bound(made, '1960-01-01')).toEqual(['ARC', 'CIM']);
    expect(shown(made, '1960-01-01').parties).toEqual(['bound', 'left', 'bound']);
  });

  test('is bound from its own day though that of the whole is not known', () => {
    const made = { ...withCimmeria({ from: '1951-01-01' }), inForce: undefined };
    expect(bound(made, '1952-01-01')).toEqual(['ARC?', 'CIM']);
    expect(shown(made, '1952-01-01').parties).toEqual(['not known', 'bound']);
  });

  test('is bound by a signature of which only the year is known, once its own day has come', () => {
    const made = { ...withCimmeria({ from: '1951-01-01' }), inForce: undefined };
    const signed = { ...made, signed: { day: '1951', certainty: 'text' as const } };
    expect(bound(signed, '1951-06-01')).toEqual(['ARC?', 'CIM']);
    expect(shown(signed, '1951-06-01').parties).toEqual(['not known', 'bound']);
  });

  test('is not bound while it does not exist', () => {
    const lives = [{ until: '1958-01-01' }, { from: '1961-01-01' }];
    const known = new Map([['CIM', state('CIM', { exists: lives })]]);
    expect(bound(agreement(), '1957-12-31', known)).toEqual(all);
    expect(bound(agreement(), '1959-01-01', known)).toEqual(['ARC', 'BOR']);
    expect(bound(agreement(), '1961-01-01', known)).toEqual(all);
    const { parties } = agreementOn(agreement(), day('1959-01-01'), {
      states: known,
      agreements: [],
    });
    expect(parties[2]).toMatchObject({
      standing: 'gone',
      because: 'CIM does not exist on 1959-01-01.',
    });
  });
});

describe('an heir of a party that is gone', () => {
  const cimmeria = (...successors: Record<string, unknown>[]) =>
    new Map([
      ['CIM', state('CIM', { exists: [{ until: '1960-01-01' }], successors })],
      ['DAC', state('DAC')],
      ['EPI', state('EPI')],
    ]);
  const from = '1960-01-01';

  test('is bound where the facts say that it carries on the treaties', () => {
    const known = cimmeria({ state: 'DAC', from, continues: true }, { state: 'EPI', from });
    expect(bound(agreement(), '1960-01-01', known)).toEqual(['ARC', 'BOR', 'DAC for CIM']);
    const { heirs } = agreementOn(agreement(), day(from), { states: known, agreements: [] });
    expect(heirs).toEqual([
      {
        state: 'DAC',
        inPlaceOf: 'CIM',
        standing: 'bound',
        because: 'It carries on the treaties of CIM, which is gone.',
      },
    ]);
  });

  test('is perhaps bound where they do not', () => {
    const known = cimmeria({ state: 'DAC', from }, { state: 'EPI', from });
    const heirs = ['DAC for CIM?', 'EPI for CIM?'];
    expect(bound(agreement(), '1960-01-01', known)).toEqual(['ARC', 'BOR', ...heirs]);
  });

  test('is not there where the agreement itself names a successor, or the party left before', () => {
    const known = cimmeria({ state: 'DAC', from, continues: true });
    const parties = [{ state: 'CIM' }, { state: 'DAC', from: '1970-01-01' }];
    expect(bound(agreement({ parties }), '1960-01-01', known)).toEqual([]);
    const left = [{ state: 'ARC' }, { state: 'CIM', until: '1955-01-01', left: 'denounced' }];
    expect(bound(agreement({ parties: left }), '1960-01-01', known)).toEqual(['ARC']);
  });
});

test('one promise may be later, over, or suspended between two', () => {
  const suspended = [{ from: '1960-01-01', between: ['ARC', 'BOR'], how: 'a war', certainty }];
  const provision = { from: day('1955-01-01'), until: day('1970-01-01') };
  const [promise] = agreementSchema.parse({
    ...agreement(),
    provisions: [
      { id: 'a', duty: 'defend', strength: 'automatic', text: '', certainty, ...provision },
    ],
  }).provisions;
  const kind = (on: string, bound: string, towards: string) =>
    objectionToPromise(agreement({ suspended }), promise, { bound, towards }, day(on))?.kind;
  expect(kind('1954-12-31', 'ARC', 'BOR')).toBe('provision later');
  expect(kind('1955-01-01', 'ARC', 'BOR')).toBe(undefined);
  expect(kind('1960-01-01', 'ARC', 'BOR')).toBe('suspended between');
  expect(kind('1960-01-01', 'ARC', 'CIM')).toBe(undefined);
  expect(kind('1970-01-01', 'ARC', 'BOR')).toBe('provision over');
  expect(bound(agreement({ suspended }), '1960-01-01')).toEqual(all);
  expect(shown(agreement({ suspended }), '1960-01-01').standing).toBe('in force');
});

import { describe, expect, test } from 'vitest';
import { day } from '../base/day.ts';
import type { OfficeHolder } from '../model/office-holder.ts';
import { loadReference } from './load-reference.ts';
import { holdingOn, officeHolderOn, officeHoldersOn } from './office-holders.ts';
import { placeNamed } from './place-named.ts';
import {
  capitalsOn,
  existsOn,
  isUnMember,
  nameOfState,
  nearestStates,
  standingInOn,
  stateName,
  stateNamesOn,
  stateOfCow,
  statesOn,
} from './state-on-day.ts';

const reference = loadReference();

function stateOf(code: string) {
  const state = reference.states.get(code);
  if (state === undefined) throw new Error(`no state ${code}`);
  return state;
}

describe('states on a day', () => {
  test.each([
    ['BFA', '1970-01-01', 'Upper Volta'],
    ['BFA', '2024-01-01', 'Burkina Faso'],
    ['MKD', '2010-01-01', 'Macedonia'],
    ['MKD', '2020-01-01', 'North Macedonia'],
    ['SWZ', '2018-04-18', 'Swaziland'],
    ['SWZ', '2018-04-19', 'Eswatini'],
    ['COD', '1990-01-01', 'Zaire'],
    ['LKA', '1960-01-01', 'Ceylon'],
    ['THA', '1900-01-01', 'Siam'],
    ['ITA', '1855-01-01', 'Sardinia'],
    ['RUS', '1914-08-01', 'Russia'],
    ['SUN', '1950-06-25', 'Soviet Union'],
  ])('%s is called on %s: %s', (code, on, name) => {
    expect(stateName(stateOf(code), day(on))).toBe(name);
  });

  test('a code that no state has stands for itself', () => {
    expect(nameOfState('XYZ', reference)).toBe('XYZ');
    expect(nameOfState('BEN', reference, '1970-01-01')).toBe('Dahomey');
    expect(nameOfState('BEN', reference)).toBe('Benin');
  });

  test('names come and go', () => {
    expect(stateNamesOn(stateOf('TUR'), day('2021-01-01'))).not.toContain('Türkiye');
    expect(stateNamesOn(stateOf('TUR'), day('2023-01-01'))).toContain('Türkiye');
    expect(stateNamesOn(stateOf('TUR'), day('2023-01-01'))).toContain('Turkey');
    expect(stateNamesOn(stateOf('IRN'), day('1930-01-01'))).toContain('Persia');
  });

  test('capitals move', () => {
    expect(capitalsOn(stateOf('DEU'), day('1975-01-01'))).toEqual(['Bonn']);
    expect(capitalsOn(stateOf('RUS'), day('1914-09-01'))).toEqual(['Petrograd']);
    expect(capitalsOn(stateOf('KAZ'), day('2020-01-01'))).toEqual(['Nur-Sultan']);
  });

  test('the Soviet Union ends where Russia begins again', () => {
    const last = day('1991-12-25');
    const next = day('1991-12-26');
    expect([existsOn(stateOf('SUN'), last), existsOn(stateOf('RUS'), last)]).toEqual([true, false]);
    expect([existsOn(stateOf('SUN'), next), existsOn(stateOf('RUS'), next)]).toEqual([false, true]);
    expect(stateOfCow(reference, 365, last)?.code).toBe('SUN');
    expect(stateOfCow(reference, 365, next)?.code).toBe('RUS');
    expect(stateOfCow(reference, 345, day('1914-07-28'))?.code).toBe('SRB');
    expect(stateOfCow(reference, 640, day('1914-11-01'))?.code).toBe('OTT');
    expect(stateOfCow(reference, 255, day('1866-06-15'))?.code).toBe('PRU');
  });

  test('successors stand in for states that are gone', () => {
    expect(standingInOn(reference, 'CSK', day('2000-01-01'))).toEqual(['CZE', 'SVK']);
    expect(standingInOn(reference, 'DDR', day('2000-01-01'))).toEqual(['DEU']);
    expect(standingInOn(reference, 'SUN', day('1980-01-01'))).toEqual(['SUN']);
    expect(standingInOn(reference, 'SUN', day('2000-01-01'))).toContain('RUS');
    expect(standingInOn(reference, 'XXX', day('2000-01-01'))).toEqual([]);
  });

  test('the United Nations have 193 members today and 51 at the end of 1945', () => {
    const members = (on: string) =>
      [...reference.states.values()].filter((state) => isUnMember(state, day(on))).length;
    expect(members('2024-01-01')).toBe(193);
    expect(members('1945-12-31')).toBe(51);
    expect(statesOn(reference, day('2024-01-01')).length).toBeGreaterThanOrEqual(193);
  });

  test('an unknown code finds its neighbours, and a name its code', () => {
    expect(nearestStates(reference, 'PKR')).toContain('PRK');
    expect(nearestStates(reference, 'Rusia')[0]).toBe('RUS');
  });
});

describe('office holders on a day', () => {
  const holder = (dates: Partial<OfficeHolder>): OfficeHolder => ({
    person: 'A',
    short: 'A',
    office: 'head of state',
    titles: [],
    certainty: 'unverified',
    ...dates,
  });

  test.each([
    [{ from: '2012-05-07', until: '2018-05-07' }, '2018-05-07', 'held'],
    [{ from: '2012-05-07', until: '2018-05-07' }, '2018-05-08', 'not held'],
    [{ from: '2012-05-07' }, '2012-05-06', 'not held'],
    [{ from: '2012' }, '2012-06-01', 'perhaps'],
    [{ from: '2012' }, '2012-12-31', 'held'],
    [{ from: '2012', until: '2014-06' }, '2014-06-15', 'perhaps'],
    [{ from: '2012', until: '2014-06' }, '2014-07-01', 'not held'],
    [{ from: '2012', supportedTo: '2024-06' }, '2024-06-30', 'held'],
    [{ from: '2012', supportedTo: '2024-06' }, '2026-06-30', 'perhaps'],
    [{ from: '2012', until: 'unknown', supportedTo: '2024-06' }, '2024-08-01', 'perhaps'],
    [{ from: '2012', until: 'unknown', supportedTo: '2024-06' }, '2026-08-01', 'not held'],
  ] as const)('%j on %s: %s', (dates, on, expected) => {
    expect(holdingOn(holder(dates), day(on))).toBe(expected);
  });

  test.each([
    ['RUS', 'head of state', '2024-06-19', 'Vladimir Putin'],
    ['USA', 'head of state and government', '2021-01-20', 'Joe Biden'],
    ['USA', 'foreign minister', '2024-06-19', 'Antony Blinken'],
    ['KOR', 'head of state', '2024-06-19', 'Yoon Suk Yeol'],
    ['nato', 'head of organisation', '2024-06-19', 'Jens Stoltenberg'],
  ] as const)('%s %s on %s: %s', (of, office, on, person) => {
    expect(officeHolderOn(reference, of, office, day(on))?.person).toBe(person);
  });

  test('all offices of a state come at once, sure ones first', () => {
    const found = officeHoldersOn(reference, 'PRK', day('2024-06-19'));
    expect(found.map(({ holder }) => holder.person)).toContain('Kim Jong Un');
    const ranks = found.map(({ holding }) => (holding === 'held' ? 0 : 1));
    expect(ranks).toEqual([...ranks].sort());
  });
});

describe('the shipped facts', () => {
  test('hold what was promised', () => {
    expect(reference.states.size).toBeGreaterThanOrEqual(210);
    expect(reference.organisations.size).toBeGreaterThanOrEqual(20);
    expect(reference.leaders.length).toBeGreaterThanOrEqual(1900);
    expect(reference.theatres.size).toBeGreaterThanOrEqual(20);
    expect(reference.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('every state has a short name today or on its last day', () => {
    for (const state of reference.states.values()) {
      expect(state.names.some((name) => name.kind === 'short')).toBe(true);
    }
  });

  test('reported leaders name where they were seen', () => {
    const silent = reference.leaders.filter(
      (leader) => leader.certainty === 'reported' && leader.source === undefined,
    );
    expect(silent).toEqual([]);
  });
});

describe('places by the names people write', () => {
  test.each([
    ['falklands', 'falklands'],
    ['the Malvinas', 'falklands'],
    ['Senkakus', 'senkaku-islands'],
    ['KOR', 'KOR'],
    ['South Korea', 'KOR'],
  ])('%s', (written, id) => {
    expect(placeNamed(reference, written)).toEqual({ kind: 'found', id });
  });

  test('an unknown one is met with its neighbours', () => {
    const found = placeNamed(reference, 'Falkand Islands');
    expect(found).toEqual({ kind: 'unknown', like: expect.arrayContaining(['falklands']) });
  });

  test('no two places share a name', () => {
    const names = [...reference.places.values()].flatMap((place) => [
      place.name,
      ...(place.also ?? []),
    ]);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(twice).toEqual([]);
  });
});

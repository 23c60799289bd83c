import { describe, expect, test } from 'vitest';
import { contains, day, type Interval } from '../base/day.ts';
import { existsOn, nameOfState, stateName } from '../model/names/state-name.ts';
import { loadReference } from './load-reference.ts';
import { nearestStates } from './nearest-states.ts';
import { placeNamed } from './place-named.ts';

const reference = loadReference();

function stateOf(code: string) {
  const state = reference.states.get(code);
  if (state === undefined) throw new Error(`no state ${code}`);
  return state;
}

function namesOn(values: readonly (Interval & { readonly name: string })[], on: string) {
  return values.filter((value) => contains(value, day(on))).map(({ name }) => name);
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
    const names = (code: string, on: string) => namesOn(stateOf(code).names, on);
    expect(names('TUR', '2021-01-01')).not.toContain('Türkiye');
    expect(names('TUR', '2023-01-01')).toContain('Türkiye');
    expect(names('TUR', '2023-01-01')).toContain('Turkey');
    expect(names('IRN', '1930-01-01')).toContain('Persia');
  });

  test('capitals move', () => {
    const capitals = (code: string, on: string) => namesOn(stateOf(code).capitals, on);
    expect(capitals('DEU', '1975-01-01')).toEqual(['Bonn']);
    expect(capitals('RUS', '1914-09-01')).toEqual(['Petrograd']);
    expect(capitals('KAZ', '2020-01-01')).toEqual(['Nur-Sultan']);
  });

  test('the Soviet Union ends where Russia begins again', () => {
    const last = day('1991-12-25');
    const next = day('1991-12-26');
    expect([existsOn(stateOf('SUN'), last), existsOn(stateOf('RUS'), last)]).toEqual([true, false]);
    expect([existsOn(stateOf('SUN'), next), existsOn(stateOf('RUS'), next)]).toEqual([false, true]);
  });

  test('of the states that share a number one is there at a time', () => {
    const bearing = (number: number, on: string) =>
      [...reference.states.values()]
        .filter((state) => state.cow?.number === number && existsOn(state, day(on)))
        .map(({ code }) => code);
    expect(bearing(365, '1991-12-25')).toEqual(['SUN']);
    expect(bearing(365, '1991-12-26')).toEqual(['RUS']);
    expect(bearing(345, '1914-07-28')).toEqual(['SRB']);
    expect(bearing(640, '1914-11-01')).toEqual(['OTT']);
    expect(bearing(255, '1866-06-15')).toEqual(['PRU']);
  });

  test('states that are gone name who came after them', () => {
    const heirs = (code: string) => stateOf(code).successors?.map(({ state }) => state);
    expect(heirs('CSK')).toEqual(['CZE', 'SVK']);
    expect(heirs('DDR')).toEqual(['DEU']);
    expect(heirs('SUN')).toContain('RUS');
  });

  test('the United Nations have 193 members today and 51 at the end of 1945', () => {
    const members = (on: string) =>
      [...reference.states.values()].filter(
        ({ unMember }) => unMember !== undefined && contains(unMember, day(on)),
      ).length;
    expect(members('2024-01-01')).toBe(193);
    expect(members('1945-12-31')).toBe(51);
  });

  test('an unknown code finds its neighbours, and a name its code', () => {
    expect(nearestStates(reference, 'PKR')).toContain('PRK');
    expect(nearestStates(reference, 'Rusia')[0]).toBe('RUS');
  });
});

describe('office holders on a day', () => {
  test.each([
    ['RUS', 'head of state', '2024-06-19', 'Vladimir Putin'],
    ['USA', 'head of state and government', '2021-01-21', 'Joe Biden'],
    ['USA', 'foreign minister', '2024-06-19', 'Antony Blinken'],
    ['KOR', 'head of state', '2024-06-19', 'Yoon Suk Yeol'],
    ['nato', 'head of organisation', '2024-06-19', 'Jens Stoltenberg'],
  ] as const)('%s %s on %s: %s', (of, office, on, person) => {
    const held = reference.leaders.filter((one) => one.of === of && one.office === office);
    const now = held.filter(({ from = '', until = '9999' }) => from <= on && on < until);
    expect(now.map((one) => one.person)).toEqual([person]);
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

import { describe, expect, test } from 'vitest';
import { day } from '../base/day.ts';
import { liesIn } from './lies-in.ts';
import { loadReference } from './load-reference.ts';

const reference = loadReference();

function holds(theatre: string, where: string, parties: readonly string[], on?: string) {
  const found = reference.theatres.get(theatre);
  if (found === undefined) throw new Error(`no theatre ${theatre}`);
  return liesIn(found, where, { parties, ...(on && { on: day(on) }) }, reference).holds;
}

const nato = ['USA', 'GBR', 'FRA', 'CAN', 'ESP', 'PRT', 'DNK', 'NOR', 'TUR', 'DEU', 'GRC'];
const anzus = ['AUS', 'NZL', 'USA'];

describe('where promises hold', () => {
  test.each([
    ['nato-article-6', 'GBR', nato, '1982-04-02', true],
    ['nato-article-6', 'falklands', nato, '1982-04-02', false],
    ['nato-article-6', 'KOR', nato, '1950-06-25', false],
    ['nato-article-6', 'hawaii', nato, '2020-01-01', false],
    ['nato-article-6', 'puerto-rico', nato, '2020-01-01', false],
    ['nato-article-6', 'french-guiana', nato, '2020-01-01', false],
    ['nato-article-6', 'ceuta', nato, '2020-01-01', false],
    ['nato-article-6', 'canary-islands', nato, '2020-01-01', true],
    ['nato-article-6', 'greenland', nato, '2020-01-01', true],
    ['nato-article-6', 'bermuda', nato, '2020-01-01', true],
    ['nato-article-6', 'alaska', nato, '2020-01-01', true],
    ['nato-article-6', 'TUR', nato, '2015-11-24', true],
    ['nato-article-6', 'goa', nato, '1961-12-18', false],
    ['nato-article-6', 'algerian-departments', nato, '1956-01-01', true],
    ['nato-article-6', 'algerian-departments', nato, '1970-01-01', undefined],
    ['nato-article-6', 'mediterranean-sea', nato, '2020-01-01', true],
    ['nato-article-6', 'south-china-sea', nato, '2020-01-01', false],
    ['rio-zone', 'ARG', ['ARG', 'USA'], '1982-05-01', true],
    ['rio-zone', 'falklands', ['ARG', 'USA'], '1982-05-01', true],
    ['rio-zone', 'KOR', ['ARG', 'USA'], '1950-06-25', false],
    ['pacific', 'USA', anzus, '2001-09-11', true],
    ['pacific', 'guam', anzus, '2020-01-01', true],
    ['pacific', 'puerto-rico', anzus, '2020-01-01', false],
    ['pacific', 'second-thomas-shoal', ['USA', 'PHL'], '2024-06-17', true],
    ['pacific', 'scarborough-shoal', ['USA', 'PHL'], '2024-06-17', false],
    ['japan-administered', 'senkaku-islands', ['USA', 'JPN'], '2014-04-24', true],
    ['japan-administered', 'northern-territories', ['USA', 'JPN'], '2014-04-24', false],
    ['japan-administered', 'okinawa', ['USA', 'JPN'], '1965-01-01', false],
    ['japan-administered', 'USA', ['USA', 'JPN'], '2014-04-24', false],
    ['taiwan-pescadores', 'TWN', ['USA', 'TWN'], '1955-06-01', true],
    ['taiwan-pescadores', 'kinmen', ['USA', 'TWN'], '1958-08-23', false],
    ['korea-administered', 'KOR', ['USA', 'KOR'], '1960-01-01', true],
    ['korea-administered', 'PRK', ['USA', 'KOR'], '1960-01-01', false],
    ['southeast-asia-treaty-area', 'THA', ['THA', 'USA'], '1960-01-01', true],
    ['southeast-asia-treaty-area', 'hong-kong', ['THA', 'GBR'], '1960-01-01', false],
    ['europe-parties', 'SUN', ['SUN', 'POL'], '1960-01-01', true],
    ['europe-parties', 'asian-russia', ['SUN', 'POL'], '1969-03-02', false],
    ['metropolitan', 'nagorno-karabakh', ['RUS', 'ARM'], '2020-09-27', false],
    ['metropolitan', 'nagorno-karabakh', ['TUR', 'AZE'], '2020-09-27', true],
    ['metropolitan', 'crimea', ['RUS', 'PRK'], '2025-01-01', undefined],
    ['metropolitan', 'crimea', ['UKR', 'GBR'], '2025-01-01', true],
    ['metropolitan', 'golan-heights', ['SYR', 'EGY'], '1973-10-06', true],
    ['metropolitan', 'falklands', ['GBR', 'PRT'], '1982-04-02', false],
    ['fpda-area', 'east-malaysia', ['MYS', 'SGP'], '1980-01-01', undefined],
    ['any', 'falklands', ['GBR'], '1982-04-02', true],
    ['any', 'atlantis', ['GBR'], '1982-04-02', undefined],
  ] as const)('%s and %s for %j on %s: %s', (theatre, where, parties, on, expected) => {
    expect(holds(theatre, where, parties, on)).toBe(expected);
  });

  test('every answer says why, in one sentence', () => {
    const places = [...reference.states.keys(), ...reference.places.keys()];
    for (const theatre of reference.theatres.values()) {
      for (const where of places) {
        const { because } = liesIn(theatre, where, { parties: ['USA', 'PRT', 'RUS'] }, reference);
        expect(because).toMatch(/^\S.*\.$/);
        expect(because).not.toContain('undefined');
      }
    }
  });

  test('the order of the parties changes nothing', () => {
    for (const theatre of reference.theatres.values()) {
      for (const where of reference.places.keys()) {
        const left = liesIn(theatre, where, { parties: ['USA', 'PRT', 'RUS'] }, reference).holds;
        expect(liesIn(theatre, where, { parties: ['RUS', 'USA', 'PRT'] }, reference).holds).toBe(
          left,
        );
      }
    }
  });
});

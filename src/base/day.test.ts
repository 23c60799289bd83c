import { expect, test } from 'vitest';
import { seededChance } from './chance.ts';
import {
  addDays,
  contains,
  type Day,
  day,
  dayFromNumber,
  dayFromParts,
  dayNumber,
  intersects,
  parseDay,
  weekdayOf,
} from './day.ts';

test.each(['2024-02-29', '1815-06-09', '2000-12-31', '0999-01-01'])('%s is a day', (text) => {
  expect(parseDay(text)).toBe(text);
});

test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-6-1', '19 June 2024', '', '2024-06-31'])(
  '%j is not a day',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);

test('a day written wrongly in our own code is our mistake', () => {
  expect(() => day('2024-06-31')).toThrow(/written as a day in the program/);
});

test('days and their numbers go both ways, over every leap year rule', () => {
  const chance = seededChance(1);
  for (let round = 0; round < 2000; round++) {
    const number = Math.floor(chance() * 146_097) - 100_000;
    const of = dayFromNumber(number);
    expect(dayNumber(of)).toBe(number);
    expect(parseDay(of)).toBe(of);
    expect(addDays(of, 1) > of).toBe(true);
  }
});

test('no day lies beyond what four digits can write', () => {
  expect(addDays(day('9999-12-31'), 1)).toBe('9999-12-31');
  expect(addDays(day('0999-01-01'), -1_000_000)).toBe('0000-01-01');
  expect(dayNumber(addDays(day('9999-12-31'), 2))).toBe(dayNumber(day('9999-12-31')));
});

test('months and dates past their end run on', () => {
  expect(dayFromParts(2024, 13)).toBe('2025-01-01');
  expect(dayFromParts(2024, 0, 31)).toBe('2023-12-31');
  expect(dayFromParts(2023, 2, 29)).toBe('2023-03-01');
  expect(dayFromParts(50, 1)).toBe('0050-01-01');
  expect(dayFromParts(1e9, 1)).toBe('9999-12-31');
  expect(dayFromParts(2024, -1e9)).toBe('0000-01-01');
});

test('weekdays are those of the calendar', () => {
  expect(weekdayOf(day('2024-06-19'))).toBe(3);
  expect(weekdayOf(day('1914-07-28'))).toBe(2);
  expect(weekdayOf(day('1970-01-04'))).toBe(7);
});

test('an interval holds its first day and not its last', () => {
  const interval = { from: day('1961-07-06'), until: day('1996-09-10') };
  expect(contains(interval, day('1961-07-06'))).toBe(true);
  expect(contains(interval, day('1996-09-09'))).toBe(true);
  expect(contains(interval, day('1996-09-10'))).toBe(false);
  expect(contains({}, day('1815-01-01'))).toBe(true);
});

test('two intervals meet where a day lies in both', () => {
  const chance = seededChance(2);
  const pick = () => (chance() < 0.2 ? undefined : dayFromNumber(Math.floor(chance() * 12)));
  const days = Array.from({ length: 14 }, (_, number) => dayFromNumber(number - 1));
  for (let round = 0; round < 3000; round++) {
    const [left, right] = [make(pick(), pick()), make(pick(), pick())];
    const shared = days.some((one) => contains(left, one) && contains(right, one));
    expect(intersects(left, right), JSON.stringify([left, right])).toBe(shared);
  }
});

function make(from?: Day, until?: Day) {
  if (from !== undefined && until !== undefined && from >= until) {
    return { from, until: addDays(from, 1) };
  }
  return { from, until };
}

import { describe, expect, test } from 'vitest';
import { day } from './day.ts';
import { dayRange, edtfInterval, mayBeSameDay, reachedBy } from './edtf.ts';

describe('an unsure date stands for the days it may mean', () => {
  test.each([
    ['2024-06-19', '2024-06-19', '2024-06-20'],
    ['2024-06', '2024-06-01', '2024-07-01'],
    ['2024-12', '2024-12-01', '2025-01-01'],
    ['1961', '1961-01-01', '1962-01-01'],
    ['1961~', '1960-01-01', '1963-01-01'],
    ['2024-01?', '2023-12-01', '2024-03-01'],
    ['2024-06-19~', '2024-06-18', '2024-06-21'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['9999-12-31', '9999-12-31', '9999-12-31'],
  ])('%s', (text, from, until) => {
    expect(edtfInterval(text)).toEqual({ from, until });
  });
  test.each(['2024-13', '2023-02-29', 'soon', '24', '0000~'])('%s is not a date', (text) => {
    expect(edtfInterval(text)).toBeUndefined();
  });
});

test('the last day that a date may mean is in it', () => {
  expect(dayRange('2024-02')).toEqual({ from: '2024-02-01', last: '2024-02-29' });
  expect(dayRange('soon')).toBeUndefined();
});

test('a date is reached on its last possible day, and perhaps reached from its first', () => {
  expect(reachedBy('2024-06', day('2024-05-31'))).toBe('no');
  expect(reachedBy('2024-06', day('2024-06-10'))).toBe('unknown');
  expect(reachedBy('2024-06', day('2024-06-30'))).toBe('yes');
  expect(reachedBy('2024-06-19', day('2024-06-19'))).toBe('yes');
  expect(reachedBy('9999', day('2024-06-19'))).toBe('no');
  expect(reachedBy('soon', day('2024-06-19'))).toBe('unknown');
});

test('dates of different fineness agree where they overlap', () => {
  expect(mayBeSameDay('2024-06', '2024-06-19')).toBe(true);
  expect(mayBeSameDay('2024-06-18', '2024-06-19')).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { dateOf, dayAfter } from './data-set-day.ts';
import { column, readTable, wholeNumber } from './table.ts';

describe('a table of comma-separated values', () => {
  test.each([
    ['plain', 'a,b\n1,2\n3,4\n'],
    ['with carriage returns', 'a,b\r\n1,2\r\n3,4'],
    ['with lone carriage returns', 'a,b\r1,2\r3,4\r'],
    ['with a byte order mark and quotes', '\uFEFF"a","b"\n"1","2"\n3,"4"\n'],
  ])('%s', (_, text) => {
    const table = readTable(text, 'f.csv');
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(column(table, 'b')(table.rows[1])).toBe('4');
  });

  test('quotes hold commas, quotes and line breaks, and lines are counted through them', () => {
    const table = readTable('a,b\n"x, ""y""\nz",2\n3,4\n', 'f.csv');
    expect(table.rows).toEqual([
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 4, cells: ['3', '4'] },
    ]);
  });

  test('lines are counted through empty ones', () => {
    const table = readTable('a,b\n\n"x\r\ny",2\r\n\r\n3,4\r\n5,6,7\r\n', 'f.csv');
    expect(table.rows.map((row) => row.line)).toEqual([3, 6]);
    expect(table.findings).toMatchObject([{ line: 7 }]);
  });

  test('a quote that does not close is refused with its line', () => {
    expect(() => readTable('a,b\n1,2\n"x"y,2\n', 'f.csv')).toThrow(/f\.csv is not a table.*line 3/);
  });

  test('a row of another length is left out and told with its line', () => {
    const table = readTable('a,b\n1,2\n1,2,3\n3,4', 'f.csv');
    expect(table.rows).toHaveLength(2);
    expect(table.findings).toMatchObject([{ code: 'ragged-row', file: 'f.csv', line: 3 }]);
  });

  test('an unknown column is refused with those there are', () => {
    expect(() => column(readTable('a,b\n1,2', 'f.csv'), 'c')).toThrow('no column c');
    expect(() => readTable('nothing', 'f.csv')).toThrow('is not a table');
  });
});

test('codes for missing are no numbers', () => {
  expect(['7', '7.0', '-8', '-9', 'NA', ''].map(wholeNumber)).toEqual([
    7,
    7,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('three cells make a date as sure as they are', () => {
  expect(dateOf('1914', '8', '1')).toBe('1914-08-01');
  expect(dateOf('1914', '8', '')).toBe('1914-08');
  expect(dateOf('1914', '0', '0')).toBe('1914');
  expect(dateOf('1914', '2', '30')).toBe('1914-02');
  expect(dateOf('0', '0', '0')).toBeUndefined();
  expect([dayAfter('1914-12-31'), dayAfter('1914-12')]).toEqual(['1915-01-01', '1914-12']);
});

import { expect, test } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

test.each([
  ['Rusia', ['Prussia', 'Russia', 'Rwanda'], ['Russia', 'Prussia']],
  ['KRO', ['KOR', 'PRK', 'FRA'], ['KOR']],
  ['stading', ['standing', 'signed', 'status'], ['standing']],
  ['xyzzy', ['Russia', 'China'], []],
])('%s', (word, candidates, expected) => {
  expect(nearest(word, candidates).slice(0, expected.length)).toEqual(expected);
  if (expected.length === 0) expect(nearest(word, candidates)).toEqual([]);
});

test('at most as many as asked, each once, the same every time', () => {
  const candidates = ['aa', 'ab', 'ac', 'ad', 'aa'];
  expect(nearest('aa', candidates, 2)).toEqual(['aa', 'ab']);
});

test('the advice follows a sentence, and gives way where nothing comes near', () => {
  expect(didYouMean(['KOR', 'PRK'])).toBe(' Did you mean KOR, PRK?');
  expect(didYouMean([])).toBe('');
  expect(didYouMean([], ' Codes have three letters.')).toBe(' Codes have three letters.');
});

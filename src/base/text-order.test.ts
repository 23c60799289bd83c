import { expect, test } from 'vitest';
import { compareText } from './text-order.ts';

test('texts stand in the order of their code units, equal ones as they came', () => {
  expect(['b', 'a', 'Z', 'a', 'ä'].sort(compareText)).toEqual(['Z', 'a', 'a', 'b', 'ä']);
});

import { expect, test } from 'vitest';
import { pickNumber, seededChance } from '../base/chance.ts';
import { firstEndingAfter, makeSpan, makeSpans, overlapping, spansOverlap } from './span.ts';

test('a span is made from its offsets', () => {
  expect(makeSpan('Kim said so.', 0, 3)).toEqual({ start: 0, end: 3, text: 'Kim' });
  expect(() => makeSpan('Kim', 2, 1)).toThrow(/does not end before/);
  expect(() => makeSpan('Kim', 0, 4)).toThrow(/lies inside its text/);
});

test('a stretch in pieces is joined with dots and keeps its order', () => {
  const pieces = [
    [0, 3],
    [9, 11],
  ] as const;
  expect(makeSpans('Kim said so.', pieces).text).toBe('Kim … so');
  expect(() => makeSpans('Kim said so.', [pieces[1], pieces[0]])).toThrow(/reading order/);
});

test('halving finds what looking at each finds', () => {
  const chance = seededChance(7);
  for (let round = 0; round < 500; round++) {
    const stretches: { start: number; end: number }[] = [];
    for (let at = pickNumber(chance, 4); at < 40; at += 1 + pickNumber(chance, 5)) {
      const end = at + 1 + pickNumber(chance, 3);
      stretches.push({ start: at, end });
      at = end;
    }
    const start = pickNumber(chance, 44);
    const range = { start, end: start + 1 + pickNumber(chance, 9) };
    const first = stretches.findIndex(({ end }) => end > start);
    expect(firstEndingAfter(stretches, start)).toBe(first < 0 ? stretches.length : first);
    expect(overlapping(stretches, range)).toEqual(
      stretches.filter((one) => spansOverlap(one, range)),
    );
  }
});

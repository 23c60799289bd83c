import { expect, test } from 'vitest';
import { picture } from './progress.ts';
import { wrap } from './terminal.ts';

test('text is broken at spaces; the first line keeps its indent', () => {
  expect(wrap('  Russia owes North Korea help', 16, '    ')).toBe(
    '  Russia owes\n    North Korea\n    help',
  );
});

test('a word longer than the line stands whole', () => {
  expect(wrap('a https://a.example/very/long', 10)).toBe('a\nhttps://a.example/very/long');
});

test('progress says how many, how fast and how long yet', () => {
  expect(picture('reading', 30, 120, 3)).toBe(
    'reading ━━━━━─────────────── 30 of 120 · 10/s · 9 s left',
  );
  expect(picture('reading', 30, undefined, 60)).toBe('reading 30 · 0.5/s');
});

import { expect, test } from 'vitest';
import { sentenceAround } from './sentence-around.ts';

const shortForms = new Set(['gen', 'oct']);

function around(text: string, words: string): string {
  const start = text.indexOf(words);
  return sentenceAround(text, { start, end: start + words.length }, shortForms);
}

test.each([
  ['the sentence alone', 'They met. They signed a pact. They left.', 'They signed a pact.'],
  [
    'through short forms',
    'On Oct. 5 Gen. Brown of the U.S. Army signed a pact. He left.',
    'On Oct. 5 Gen. Brown of the U.S. Army signed a pact.',
  ],
  ['to the end of the line', 'Title\nThey signed a pact\nMore', 'They signed a pact'],
  ['with its quotation mark', '“They signed a pact.” He left.', '“They signed a pact.”'],
])('%s', (_, text, sentence) => {
  expect(around(text, 'signed a pact')).toBe(sentence);
});

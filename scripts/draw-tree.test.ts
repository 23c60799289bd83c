import { expect, test } from 'vitest';
import { parseText } from '../src/reading/syntax/parse-text.ts';
import { drawTree } from './draw-tree.ts';
import { englishSyntax } from './english.ts';

test('a drawing has every word and one arc a word', () => {
  const text = 'Russia and North Korea signed a pact.';
  const [sentence] = parseText(text, englishSyntax);
  const drawing = drawTree(text, sentence);
  for (const form of ['Russia', 'Korea', 'signed']) expect(drawing).toContain(`>${form}<`);
  expect(drawing.match(/class="head"/g)).toHaveLength(sentence.tokens.length);
});

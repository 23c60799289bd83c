import { describe, expect, test } from 'vitest';
import { english, englishSyntax } from '../../../scripts/english.ts';
import { grammarWords } from '../../reference/grammar-words.ts';
import { alone, makeTree } from '../grammar/tree.ts';
import { parseText } from '../syntax/parse-text.ts';
import { compilePatterns, matchPatterns, unitsOf } from './word-pattern.ts';

const grammar = grammarWords(english);

function matches(pattern: string, text: string): string[] {
  const [sentence] = parseText(text, englishSyntax);
  const units = unitsOf(makeTree(text, sentence, alone(sentence, grammar)));
  const set = compilePatterns([{ pattern, value: true }]);
  return matchPatterns(set, units).map(({ from, to }) =>
    text.slice(units[from].start, units[to - 1].end),
  );
}

describe('rows of words', () => {
  test('alternatives fit by form or dictionary form', () => {
    expect(matches('come to * aid|help', 'It came to the other’s aid.')).toEqual([
      'came to the other’s aid',
    ]);
  });
  test('a gap is at most three words', () => {
    expect(matches('give * help', 'They give one two three help.')).toHaveLength(1);
    expect(matches('give * help', 'They give one two three four help.')).toEqual([]);
  });
  test('hyphened words are one', () => {
    expect(matches('non-aggression pact', 'A non-aggression pact was signed.')).toEqual([
      'non-aggression pact',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { english, englishSyntax } from '../../../scripts/english.ts';
import { grammarWords } from '../../reference/words/grammar-words.ts';
import { parseText } from '../syntax/parse-text.ts';
import { alone, makeTree } from './tree.ts';
import { compileWordRows, matchWords, unitsOf } from './word-rows.ts';

const grammar = grammarWords(english);

function matches(row: string, text: string): string[] {
  const [sentence] = parseText(text, englishSyntax);
  const units = unitsOf(makeTree(text, sentence, alone(sentence, grammar)));
  const rows = compileWordRows([{ words: [row], value: true }], {
    aid: ['help', 'aid'],
    sides: [',', 'both'],
  });
  return matchWords(rows, units).map(({ from, to }) =>
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
  test('a class stands for its words, once or in a row', () => {
    expect(matches('give @aid', 'They give aid.')).toEqual(['give aid']);
    expect(matches('they @sides* help', 'They, both, help.')).toEqual(['They, both, help']);
  });
  test('what must not follow is not taken', () => {
    expect(matches('defence !ministers', 'A defence pact; defence ministers met.')).toEqual([
      'defence',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english, englishSyntax } from '../../../scripts/english.ts';
import { type Chance, pickNumber, seededChance } from '../../base/chance.ts';
import { syntaxLexicon } from '../../reference/words/syntax-lexicon.ts';
import { splitParagraphs } from './split-paragraphs.ts';
import { createSentenceSplitter, type SplitSentences } from './split-sentences.ts';

const { tokenise, splitSentences } = englishSyntax;
const splitByRule = createSentenceSplitter(syntaxLexicon(english).sentences);

function wordsOf(text: string, split: SplitSentences): string {
  const sentences: string[] = [];
  for (const { start, end } of splitParagraphs(text)) {
    const tokens = tokenise(text, start, end);
    let from = 0;
    for (const until of split(text, tokens)) {
      const forms = tokens.slice(from, until).map((token) => text.slice(token.start, token.end));
      sentences.push(forms.join(' '));
      from = until;
    }
  }
  return sentences.join(' ¶ ');
}

const file = new URL('../../../cases/reading/syntax/tokens.txt', import.meta.url);
const cases = readFileSync(file, 'utf8')
  .split('\n\n')
  .flatMap((block) => {
    const match = /^why: (.*)\ntext: (.*)\nwords: (.*)$/m.exec(block);
    return match ? [{ why: match[1], text: match[2], words: match[3] }] : [];
  });

describe('words and sentences', () => {
  test.each(cases)('$why', ({ text, words }) => {
    const whole = text.replaceAll('\\n', '\n');
    expect(wordsOf(whole, splitByRule), 'by the rules').toBe(words);
    expect(wordsOf(whole, splitSentences), 'as learnt').toBe(words);
  });

  test('have at least thirty worked cases', () => expect(cases.length).toBeGreaterThanOrEqual(30));
});

const pieces = ['the', 'U.S.', 'Mr.', ' ', '  ', '\n', '.', '?', '!”', '“', '’s', "n't", '—', '-'];
pieces.push('5', '1.5', '(', ')', '😀', '👩‍👩‍👧', '\ud83d', '\udc00', '\u200b', '\u200d', '\u0000');
pieces.push(
  '\u202e',
  'שלום',
  'مرحبا',
  'e\u0301',
  '中文。',
  'http://a.b/c',
  'a@b.c',
  '\ufeff',
  '...',
  '@x',
);

function randomText(chance: Chance): string {
  const count = pickNumber(chance, 40);
  return Array.from({ length: count }, () => pieces[pickNumber(chance, pieces.length)]).join('');
}

describe('any text at all', () => {
  test('is covered by words in order, all but blanks and invisible signs', () => {
    const chance = seededChance(11);
    for (let round = 0; round < 3000; round++) {
      const text = randomText(chance);
      let last = 0;
      for (const { start, end } of tokenise(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(last, start)).toMatch(/^[\s\p{Cc}\u200b\u2060\ufeff]*$/u);
        last = end;
      }
      expect(text.slice(last)).toMatch(/^[\s\p{Cc}\u200b\u2060\ufeff]*$/u);
    }
  });

  test('has sentences that cover its words', () => {
    const chance = seededChance(12);
    for (let round = 0; round < 1000; round++) {
      const text = randomText(chance);
      const tokens = tokenise(text);
      const ends = splitSentences(text, tokens);
      expect(ends.at(-1) ?? 0).toBe(tokens.length);
      for (let at = 1; at < ends.length; at++) expect(ends[at]).toBeGreaterThan(ends[at - 1]);
    }
  });

  test('keeps astral characters whole', () => {
    const text = 'A 😀 and 👩‍👩‍👧 and 𝔸.';
    const forms = tokenise(text).map(({ start, end }) => text.slice(start, end));
    expect(forms).toEqual(['A', '😀', 'and', '👩‍👩‍👧', 'and', '𝔸', '.']);
  });
});

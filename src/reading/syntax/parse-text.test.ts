import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { englishSyntax as syntax } from '../../../scripts/english.ts';
import { parseConllu } from '../../../scripts/treebank.ts';
import { type Chance, pickNumber, seededChance } from '../../base/chance.ts';
import { formatConllu } from './conllu.ts';
import { longestSentence } from './load-syntax.ts';
import { parseText } from './parse-text.ts';
import type { Sentence } from './sentence.ts';

/** What must hold of any parse: offsets, order, one root, no circle, sure between 0 and 1. */
function expectSound(text: string, sentences: readonly Sentence[]): void {
  let last = 0;
  for (const { start, end, tokens } of sentences) {
    expect(tokens.length).toBeGreaterThan(0);
    expect(start).toBe(tokens[0].start);
    expect(end).toBe(tokens.at(-1)?.end);
    expect(tokens.filter((token) => token.head === -1)).toHaveLength(1);
    for (const token of tokens) {
      expect(token.start).toBeGreaterThanOrEqual(last);
      expect(token.end).toBeGreaterThan(token.start);
      last = token.end;
      expect(token.head).toBeLessThan(tokens.length);
      expect(token.confidence).toBeGreaterThanOrEqual(0);
      expect(token.confidence).toBeLessThanOrEqual(1);
      expect(token.deprel === 'root').toBe(token.head === -1);
      expect(token.lemma).not.toBe('');
    }
    for (let at = 0; at < tokens.length; at++) {
      let node = at;
      for (let step = 0; node !== -1 && step <= tokens.length; step++) node = tokens[node].head;
      expect(node).toBe(-1);
    }
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

const pieces = ['The', 'president', 'said', ' ', ' ', ' ', ' ', '\n\n', '.', '“', '”', '’s', '—'];
pieces.push('😀', '\ud83d', '\udc00', '\u200b', '\u200d', '\u0000', '\u0007', '\u202e', '\u00ad');
pieces.push('שלום עולם', 'السلام', 'e\u0301\u0301', '中文。', 'U.S.', '5.5%', 'x'.repeat(300), 'ﬁ');

function randomText(chance: Chance): string {
  const count = pickNumber(chance, 60);
  return Array.from({ length: count }, () => pieces[pickNumber(chance, pieces.length)]).join('');
}

describe('any input', () => {
  test('gives sound trees and never an exception', () => {
    const chance = seededChance(5);
    for (let round = 0; round < 300; round++) {
      const text = randomText(chance);
      expectSound(text, parseText(text, syntax));
    }
  });

  test('gives sound trees with any names and anything skipped', () => {
    const chance = seededChance(6);
    for (let round = 0; round < 300; round++) {
      const text = randomText(chance);
      const stretches = () =>
        Array.from({ length: 5 }, () => {
          const start = pickNumber(chance, text.length + 10);
          return { start, end: start + pickNumber(chance, 20) };
        });
      const skip = stretches();
      const sentences = parseText(text, syntax, { names: stretches(), skip });
      expectSound(text, sentences);
      for (const token of sentences.flatMap((sentence) => sentence.tokens)) {
        for (const { start, end } of skip) {
          expect(token.end <= start || token.start >= end || end <= start).toBe(true);
        }
      }
    }
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t \u00a0\n'],
    ['one sign', '.'],
    ['a lone high surrogate', 'a \ud83d b'],
    ['a lone low surrogate', '\udc00'],
    ['control characters', 'He\u0000 said\u0007 so.\u001b[31m'],
    ['right-to-left text', '\u202eאמר הנשיא\u202c said.'],
    ['marks on nothing', '\u0301\u0301 \u0301'],
    ['one word of a hundred thousand letters', 'a'.repeat(100_000)],
    ['one number of a hundred thousand digits', '1'.repeat(100_000)],
    ['a hundred thousand stops', '.'.repeat(100_000)],
    ['parts joined by hyphens', 'a-'.repeat(50_000)],
    ['parts joined by stops', 'a.'.repeat(50_000)],
    ['apostrophes', "a'".repeat(50_000)],
  ])('%s', (_, text) => expectSound(text, parseText(text, syntax)));

  test('of ten thousand words without a stop is cut, and says so', () => {
    const text = 'the minister of the state spoke and '.repeat(1500).trim();
    const sentences = parseText(text, syntax);
    expectSound(text, sentences);
    expect(sentences.length).toBeGreaterThan(1);
    expect(Math.max(...sentences.map(({ tokens }) => tokens.length))).toBe(longestSentence);
    expect(sentences.filter((sentence) => sentence.cut)).toHaveLength(sentences.length - 1);
    const words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
    expect(words).toBe(1500 * 7);
  });
});

describe('names', () => {
  const text = 'Secretary of State Antony Blinken told reporters that talks had failed.';
  const name = { start: 0, end: text.indexOf(' told') };

  test('reach the parser as one word and come back as their words', () => {
    const [{ tokens }] = parseText(text, syntax, { names: [name] });
    const forms = tokens.map((token) => text.slice(token.start, token.end));
    expect(forms.slice(0, 6)).toEqual(['Secretary', 'of', 'State', 'Antony', 'Blinken', 'told']);
    expect(tokens[0].deprel).toBe('nsubj');
    expect(forms[tokens[0].head]).toBe('told');
    for (const token of tokens.slice(1, 5)) expect(token.head).toBe(0);
  });

  test('are not cut by a stop inside them', () => {
    const gov = 'Yesterday Gov. The Rock spoke.';
    const names = [{ start: 10, end: 23 }];
    expect(parseText(gov, syntax, { names })).toHaveLength(1);
  });
});

describe('the same text', () => {
  const texts = Array.from({ length: 12 }, (_, at) =>
    `Minister ${at} said the pact of 19${at + 40} was “void”. The allies of ${at} states disagreed.\n\n`.repeat(
      4,
    ),
  );
  const digest = (parts: readonly string[]) =>
    createHash('sha256').update(parts.join('\n')).digest('hex');

  test('gives the same bytes whatever was read before', () => {
    const alone = texts.map((text) => JSON.stringify(parseText(text, syntax)));
    const backwards = [...texts].reverse().map((text) => JSON.stringify(parseText(text, syntax)));
    expect(backwards.reverse()).toEqual(alone);
  });

  test.each([1, 2, 4])('gives the same bytes on %i workers', async (count) => {
    const modules = ['./parse-text.ts', '../../../scripts/english.ts'].map(
      (path) => new URL(path, import.meta.url).href,
    );
    const code = `const { workerData, parentPort } = require('node:worker_threads');
      Promise.all(workerData.modules.map((module) => import(module))).then(
        ([{ parseText }, { englishSyntax }]) => parentPort.postMessage(
          workerData.texts.map((text) => JSON.stringify(parseText(text, englishSyntax)))));`;
    const answers = await Promise.all(
      Array.from({ length: count }, (_, at) => {
        const share = texts.filter((_, index) => index % count === at);
        const worker = new Worker(code, { eval: true, workerData: { modules, texts: share } });
        return new Promise<string[]>((resolve, reject) => {
          worker.once('message', resolve);
          worker.once('error', reject);
        });
      }),
    );
    const inOrder = texts.map((_, index) => answers[index % count][Math.floor(index / count)]);
    expect(digest(inOrder)).toBe(
      digest(texts.map((text) => JSON.stringify(parseText(text, syntax)))),
    );
  });
});

describe('a parse shown', () => {
  const text = 'Russia and North Korea signed a pact.';

  test('as CoNLL-U reads back the same', () => {
    const sentences = parseText(text, syntax);
    const [read] = parseConllu(formatConllu(text, sentences));
    expect(read.words.map((word) => word.form).join(' ')).toBe(
      'Russia and North Korea signed a pact .',
    );
    expect(read.words.map((word) => word.head)).toEqual(
      sentences[0].tokens.map(({ head }) => head),
    );
    expect(read.words.at(-2)?.glued).toBe(true);
  });
});

test('the model has a hash of sixteen digits', () => {
  expect(syntax.hash).toMatch(/^[0-9a-f]{16}$/);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { englishSyntax } from '../../../scripts/english.ts';
import { parseConllu } from '../../../scripts/treebank.ts';
import { fingerprint } from '../../base/fingerprint.ts';
import { parseText } from './parse-text.ts';
import { readWeights } from './weights.ts';

const folder = new URL('../../../weights/syntax/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const card = read('README.md').toString();

describe('the weights', () => {
  test.each(['model.bin', 'vectors.bin', 'splitter.bin'])('%s is the one on the card', (name) => {
    expect(card).toContain(fingerprint(read(name)));
  });

  test('together take no more than ten megabytes', () => {
    const size =
      read('model.bin').length + read('vectors.bin').length + read('splitter.bin').length;
    expect(size).toBeLessThan(10_000_000);
  });

  test('are all numbers, none larger than 20', () => {
    // Sums over a few hundred of them stay far inside single precision.
    const { dense, tables, vectors } = readWeights(read('model.bin'), read('vectors.bin'));
    let largest = 0;
    for (const { numbers } of dense.values()) {
      for (const number of numbers) largest = Math.max(largest, Math.abs(number));
    }
    for (const { scales } of [...tables, vectors]) {
      for (const scale of scales) largest = Math.max(largest, Math.abs(scale) * 127);
    }
    expect(largest).toBeLessThan(20);
  });

  test('of another kind are refused', () => {
    const model = read('model.bin');
    expect(() => readWeights(model.subarray(0, model.length - 4), read('vectors.bin'))).toThrow();
  });
});

describe('the sample written for the project', () => {
  const sample = parseConllu(
    readFileSync(new URL('../../../cases/reading/syntax/sample.conllu', import.meta.url), 'utf8'),
  );
  const universal = (deprel: string) => deprel.split(':')[0];

  test('is tagged and parsed nearly as by hand', () => {
    const right = { upos: 0, lemma: 0, uas: 0, las: 0 };
    let words = 0;
    for (const sentence of sample) {
      const found = englishSyntax.analyse(sentence.words.map((word) => word.form));
      sentence.words.forEach((gold, at) => {
        words++;
        if (found.upos[at] === gold.upos) right.upos++;
        if (found.lemmas[at] === gold.lemma) right.lemma++;
        if (found.heads[at] !== gold.head) return;
        right.uas++;
        if (universal(found.deprels[at]) === universal(gold.deprel)) right.las++;
      });
    }
    expect(words).toBeGreaterThan(150);
    expect(right.upos / words).toBeGreaterThan(0.96);
    expect(right.lemma / words).toBeGreaterThan(0.96);
    expect(right.uas / words).toBeGreaterThan(0.9);
    expect(right.las / words).toBeGreaterThan(0.88);
  });

  test('comes out of its bare text with the same words', () => {
    for (const { text, words } of sample) {
      const [sentence, ...more] = parseText(text, englishSyntax);
      expect(more).toHaveLength(0);
      const forms = sentence.tokens.map(({ start, end }) => text.slice(start, end));
      expect(forms).toEqual(words.map((word) => word.form));
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadReference } from '../reference/load-reference.ts';
import { createLanguageIdentifier } from './identify-language.ts';

const identify = createLanguageIdentifier(loadReference().languages);
const file = join(import.meta.dirname, '../../cases/language/identification.yaml');
const text = z.strictObject({ language: z.string(), headline: z.string(), report: z.string() });
const { texts } = z.strictObject({ texts: z.array(text) }).parse(parse(readFileSync(file, 'utf8')));

describe('one piece of news in many languages', () => {
  test('there are at least thirty', () => {
    expect(texts.length).toBeGreaterThanOrEqual(30);
  });
  // Malay and Indonesian are hard to tell apart, for people too; the library knows Malay.
  test.each(texts)('a report in $language', ({ language, report }) => {
    expect(identify(report)).toBe(language === 'id' ? 'ms' : language);
  });
  test('headlines alone: all but two', () => {
    const wrong = texts.filter(({ language, headline }) => identify(headline) !== language);
    expect(wrong.map(({ language }) => language)).toEqual(['da', 'id']);
  });
});

describe('an English text full of foreign names is English', () => {
  test.each([
    'Foreign ministers Sergei Lavrov, Wang Yi and Mevlüt Çavuşoğlu met Nguyễn Xuân Phúc in Hue.',
    'Ruud Lubbers, Hans van den Broek and Pieter van Vollenhoven signed the accord in Den Haag.',
    'Van der Bellen, Strache and von der Leyen visited Den Haag, Zoetermeer and Scheveningen.',
    'Putin, Kim sign pact',
    'Grybauskaitė, Kariņš, Kallas: Baltic trio signs Vilnius accord',
    'Prabowo Subianto and Anwar Ibrahim initial Ambalat treaty in Nusantara',
    'NATO',
  ])('%s', (words) => {
    expect(identify(words)).toBe('en');
  });
});

test('a text without letters is in no language', () => {
  expect(identify('19.06.2024: 24 – 1961')).toBe('und');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { seededChance } from '../../base/chance.ts';
import { day } from '../../base/day.ts';
import { dateLexicon, timeWordsOf } from '../../reference/constructions/date-lexicon.ts';
import { parseDatePattern, type Sequence } from '../../reference/constructions/date-pattern.ts';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import type { Document } from '../document.ts';
import { composedClasses } from './counts.ts';
import { createDateFinder } from './find-dates.ts';

const english = languageNamed(loadReference().languages, 'en');
const lexicon = dateLexicon(english);
const findDates = createDateFinder(lexicon);

/** Everything is read on Wednesday, 19 June 2024, unless it says otherwise. */
function read(text: string, published = '2024-06-19') {
  const document: Document = {
    report: { id: 't', language: 'en', text, boilerplate: [], headings: [] },
    text,
    ...(published !== 'none' && { published: day(published) }),
    sentences: [],
    trees: [],
    quotations: [],
    datelines: [],
    headings: new Set(),
    paragraphs: [...text.matchAll(/\S[^\n]*/g)].map(({ index, 0: line }) => ({
      start: index,
      end: index + line.length,
    })),
  };
  return findDates(document);
}

describe('every row reads its example', () => {
  test.each(lexicon.rows)('$id: $example.in', ({ id, example }) => {
    const { in: text, published, ...expected } = example;
    const dates = read(text, published);
    if (expected.text === undefined) {
      expect(dates).toEqual([]);
      return;
    }
    const { timex, value = timex } = expected;
    const found = dates.map((date) => [date.rule, date.text, date.timex, date.value]);
    expect(found).toContainEqual([id, expected.text, timex, value]);
  });

  test('each has an id of its own', () => {
    expect(new Set(lexicon.rows.map(({ id }) => id)).size).toBe(lexicon.rows.length);
  });

  test('the classes that patterns name are there', () => {
    const { classes, forms } = lexicon.words;
    const namesIn = (sequence: Sequence): string[] =>
      sequence.flatMap((part) =>
        'options' in part ? part.options.flatMap(namesIn) : [...part.classes],
      );
    const known = { ...classes, ...forms, ...composedClasses };
    const names = lexicon.rows.flatMap(({ pattern }) => namesIn(parseDatePattern(pattern)));
    expect(names.filter((name) => !name.startsWith('=') && !(name in known))).toEqual([]);
  });
});

const stated = z.union([z.string(), z.number()]).transform(String);
const caseSchema = z.strictObject({
  title: z.string(),
  reports: z.array(
    z.strictObject({
      why: z.string(),
      text: z.string(),
      published: z.string().optional(),
      expect: z.array(
        z.strictObject({
          text: z.string(),
          timex: stated,
          value: stated.optional(),
          type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).default('DATE'),
          from: z.string().optional(),
          until: z.string().optional(),
        }),
      ),
    }),
  ),
});

const folder = join(import.meta.dirname, '../../../cases/reading/dates');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const { title, reports } = caseSchema.parse(parse(readFileSync(join(folder, file), 'utf8')));
  describe(title, () => {
    test.each(reports)('$why', ({ text, published, expect: expected }) => {
      const found = read(text, published);
      expect(found.map((date) => [date.text, date.type, date.timex])).toEqual(
        expected.map((date) => [date.text, date.type, date.timex]),
      );
      for (const [index, { timex, value = timex, ...rest }] of expected.entries()) {
        expect(found[index]).toMatchObject({ ...rest, timex, value });
      }
    });
  });
}

test('EDTF values say quarter, season, half and week as the standard does', () => {
  const text = 'In the first quarter, in the spring of 2018, the first half of 2020, last week.';
  expect(read(text).map(({ value }) => value)).toEqual([
    '2024-33',
    '2018-21',
    '2020-40',
    '2024-06-10/2024-06-16',
  ]);
});

test('what is coarser than a day says its first and last day', () => {
  expect(read('They met in May 1972.')[0]).toMatchObject({
    from: '1972-05-01',
    until: '1972-05-31',
  });
});

test('whatever the words, spans hold their own text and do not overlap', () => {
  const { classes } = lexicon.words;
  const listed = Object.values(classes).flatMap((byValue) => Object.values(byValue).flat());
  const signs = [
    ...', - . ( / 😀 ’s .. May 24 1961 9,999 9999 31/02/2013 1950-53 8:99 80s 0 999th'.split(' '),
  ];
  const words = [...listed, ...signs, ...signs, 'the', 'the', 'a', 'Friday', 'May', '9999', 'that'];
  const chance = seededChance(11);
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: 25 }, () => words[Math.floor(chance() * words.length)]).join(
      ' ',
    );
    let last = 0;
    for (const date of read(text)) {
      expect(text.slice(date.start, date.end)).toBe(date.text);
      expect(date.start).toBeGreaterThanOrEqual(last);
      last = date.end;
    }
  }
});

test('the week has seven days, and they are words of time', () => {
  const words = timeWordsOf(english);
  expect(Object.values(lexicon.words.classes.weekday ?? {})).toHaveLength(7);
  expect(['monday', 'sunday', 'morning', 'weeks'].every((word) => words.has(word))).toBe(true);
  expect(words.has('treaty')).toBe(false);
});

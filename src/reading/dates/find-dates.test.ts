import { describe, expect, test } from 'vitest';
import { seededChance } from '../../base/chance.ts';
import { day } from '../../base/day.ts';
import { dateLexicon } from '../../reference/date-lexicon.ts';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import type { Document } from '../document.ts';
import { createDateFinder } from './find-dates.ts';

const english = languageNamed(loadReference().languages, 'en');
const findDates = createDateFinder(dateLexicon(english));

function documentOf(text: string, published?: string): Document {
  const paragraphs = [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return {
    report: { id: 't', language: 'en', text, boilerplate: [], headings: [] },
    text,
    ...(published !== undefined && { published: day(published) }),
    sentences: [],
    trees: [],
    quotations: [],
    datelines: [],
    headings: new Set(),
    paragraphs,
  };
}

/** Everything is read on Wednesday, 19 June 2024. */
const read = (text: string, published: string | undefined = '2024-06-19') =>
  findDates(documentOf(text, published));

describe('a date has the TIMEX3 value that a reader would give it', () => {
  test.each([
    ['They signed it on 9 July 1961.', '9 July 1961', '1961-07-09'],
    ['They signed it on July 9, 1961, in Vess.', 'July 9, 1961', '1961-07-09'],
    ['They signed it on the 9th of July 1961.', 'the 9th of July 1961', '1961-07-09'],
    ['They signed it today.', 'today', '2024-06-19'],
    ['They signed it on Monday.', 'Monday', '2024-06-17'],
    ['They signed it last Wednesday.', 'last Wednesday', '2024-06-12'],
    ['They will sign it on Monday.', 'Monday', '2024-06-24'],
    ['The accord of 1961 lapsed.', '1961', '1961'],
    ['It left the 1961 treaty.', '1961', '1961'],
    ['Trade grew last year.', 'last year', '2023'],
    ['Trade grew in fiscal 2023.', 'fiscal 2023', '2023'],
    ['Trade grew in the first quarter.', 'the first quarter', '2024-Q1'],
    ['The talks began in May.', 'May', '2024-05'],
    ['The talks began last month.', 'last month', '2024-05'],
    ['The talks began in December.', 'December', '2023-12'],
    ['The talks began last December.', 'last December', '2023-12'],
    ['He came last week.', 'last week', '2024-W24'],
    ['He came this week.', 'this week', '2024-W25'],
    ['It lasted through the 1990s.', 'the 1990s', '199'],
    ['It began in the late 1980s.', 'the late 1980s', '198'],
    ['A treaty of the 20th century.', 'the 20th century', '19'],
    ['They met two years ago.', 'two years ago', '2022'],
    ['They met 10 days ago.', '10 days ago', '2024-06-09'],
    ['They met in the spring of 2018.', 'the spring of 2018', '2018-SP'],
    ['They met this morning.', 'this morning', '2024-06-19TMO'],
    ['They met last night.', 'last night', '2024-06-18TNI'],
    ['They meet every Thursday.', 'every Thursday', 'XXXX-WXX-4'],
    ['They talked for three months.', 'three months', 'P3M'],
    ['It ran for two decades.', 'two decades', 'P20Y'],
    ['It took a day and a half.', 'a day and a half', 'P1DT12H'],
    ['It grew in the past three months.', 'the past three months', 'P3M'],
    ['It has several years to run.', 'several years', 'PXY'],
    ['They are now allies.', 'now', 'PRESENT_REF'],
    ['They met again recently.', 'recently', 'PAST_REF'],
    [
      'It weakened after the fall of the Soviet Union.',
      'the fall of the Soviet Union',
      '1991-12-26',
    ],
  ])('%s', (text, words, timex) => {
    expect(read(text).map((date) => [date.text, date.timex])).toEqual([[words, timex]]);
  });
});

test('a first visit in 24 years looks back, never ahead', () => {
  const [date] = read('It was his first visit to the country in 24 years.');
  expect(date).toMatchObject({ type: 'DURATION', timex: 'P24Y', until: '2024-06-19' });
  expect(date.from).toBe('2000-06-19');
  const [undated] = findDates(documentOf('It was his first visit in 24 years.'));
  expect(undated).toMatchObject({ timex: 'P24Y' });
  expect(undated.from).toBeUndefined();
});

test.each([
  'Resolution 1718 was adopted with 15 votes.',
  'He may march with 2000 soldiers.',
  'Mr. May spoke of S-400 missiles and $1990.',
  'They met on the sidelines of the summit.',
  'A 54-year-old man was held.',
])('no date is found in: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('without a day of publication only what names its own year has a value', () => {
  expect(findDates(documentOf('It was signed in 1961 and ended last year.'))).toMatchObject([
    { text: '1961', timex: '1961' },
  ]);
});

test('EDTF values say quarter, season and week as the standard does', () => {
  const values = read('In the first quarter, in the spring of 2018, last week.').map(
    (date) => date.value,
  );
  expect(values).toEqual(['2024-33', '2018-21', '2024-06-10/2024-06-16']);
});

test('whatever the words, spans hold their own text and do not overlap', () => {
  const words =
    'the a last next May 24 years year-ago third quarter 1961 , - . Friday night noon p.m. 8 since in of every two hundred 😀 ’s end'.split(
      ' ',
    );
  const chance = seededChance(11);
  for (let round = 0; round < 500; round++) {
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

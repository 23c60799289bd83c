import { expect, test } from 'vitest';
import { pickNumber, seededChance } from '../../base/chance.ts';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { createDocumentNamer } from '../name-document.ts';
import { createReportReader } from '../read-report.ts';
import { loadSyntax } from '../syntax/load-syntax.ts';

const reference = loadReference();
const english = languageNamed(reference.languages, 'en');
const syntax = loadSyntax(english);
const made = { entente: 'test', model: syntax.hash, facts: 'test' };
const nameDocument = createDocumentNamer(reference, english, syntax);
const readReport = createReportReader(reference, english, nameDocument, made);
const read = (text: string, published?: string) => {
  const report = { id: 'test', language: 'en', text, boilerplate: [], headings: [] };
  const dated = published === undefined ? report : { ...report, published };
  return readReport({ report: dated, findings: [] });
};

test('a deed told in the lead and again in the body is one event', () => {
  const { events } = read(
    'Peru expelled two Chilean diplomats.\n\nPeru expelled the two Chilean diplomats on Monday.',
  );
  expect(events.map(({ type }) => type)).toEqual(['SANCTION']);
});

test('an event points to the attribution that tells it', () => {
  const { events, attributions } = read('Officials in Kyiv said Russia had attacked Moldova.');
  const attack = events.find(({ type }) => type === 'ASSAULT');
  expect(attack?.attribution).toBeDefined();
  expect(attributions[attack?.attribution ?? -1]?.cue?.text).toContain('said');
});

test('the day under the same verb is the day of the event', () => {
  const { events } = read('Peru expelled two Chilean diplomats on 3 June 2024.', '2024-06-05');
  expect(events[0]?.on).toBe('2024-06-03');
});

test('a deed long before the report is historical', () => {
  const { events } = read('In 1990 Iraq attacked Kuwait.', '2024-06-05');
  expect(events[0]?.status).toBe('historical');
});

test('every span holds its own words, whatever the text', () => {
  const said = 'Peru Chile said attacked the to and of , . " troops will not signed treaty with by';
  const words = [...said.split(' '), '(', ')', '—', "'s"];
  const chance = seededChance(11);
  for (let round = 0; round < 60; round++) {
    const text = Array.from({ length: 30 }, () => words[pickNumber(chance, words.length)]).join(
      ' ',
    );
    for (const event of read(text).events) {
      const spans = [event, ...[...event.actors, ...event.recipients].map(({ span }) => span)];
      for (const { start, end, text: held } of spans) expect(text.slice(start, end)).toBe(held);
      expect(event.confidence).toBeLessThanOrEqual(1);
    }
  }
});

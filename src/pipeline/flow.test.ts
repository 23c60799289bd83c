import { expect, test } from 'vitest';
import { createFlow } from './flow.ts';

const flow = createFlow();

test('a report in a language without a pack is kept as it is, and that is said', () => {
  const text = 'Le président Emmanuel Macron a signé le traité le 3 mai, a dit un ministre.';
  const report = { id: 'a', language: 'fr', text, boilerplate: [], headings: [] };
  const noted = { code: 'declared-encoding', message: 'Noted before.' };
  const reading = flow.read({ report, findings: [noted] });
  expect(reading.report).toEqual(report);
  const { mentions, dates, attributions, events, agreements } = reading;
  expect([mentions, dates, attributions, events, agreements].flat()).toEqual([]);
  expect(reading.findings.map(({ code }) => code)).toEqual([
    'declared-encoding',
    'language-not-read',
  ]);
  expect(flow.trees(report)).toBe('');
});

test('a language is read whatever the country in its tag', () => {
  const text = 'The minister said that Russia and North Korea had signed a treaty.';
  const report = { id: 'a', language: 'en-GB', text, boilerplate: [], headings: [] };
  expect(flow.read({ report, findings: [] }).attributions).toHaveLength(1);
});

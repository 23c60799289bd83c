import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkFacts } from '../reference/facts/check-facts.ts';
import { createFlow } from './flow.ts';

const folder = join(import.meta.dirname, '../../cases/language');
const dataFolder = join(folder, 'invented');
const flow = createFlow({ dataFolder, cacheFolder: mkdtempSync(join(tmpdir(), 'entente-facts-')) });
const strings = z.array(z.string());
const wanted = z
  .strictObject({
    text: z.string(),
    published: z.string(),
    sentences: strings,
    furniture: strings,
    mentions: strings,
    dates: strings,
    attributions: z.array(
      z.strictObject({
        rule: z.string(),
        states: strings,
        stance: z.string(),
        content: z.string(),
      }),
    ),
  })
  .parse(parse(readFileSync(join(folder, 'invented-report.yaml'), 'utf8')));

const line = { id: 'a', language: 'qaa', text: wanted.text, published: wanted.published };
const bytes = new TextEncoder().encode(JSON.stringify(line));
const [taken] = flow.take({ name: 'report.ndjson', bytes });
if (taken.kind === 'fault') throw new Error(taken.finding.message);
const reading = flow.read(taken);

test('its folder has no fault', () => {
  expect(checkFacts(dataFolder)).toEqual([]);
});

test('it is cut into words and sentences', () => {
  const forms = flow
    .trees(taken.report)
    .trim()
    .split('\n\n')
    .map((block) => [...block.matchAll(/^\d+\t([^\t]+)/gm)].map(([, form]) => form).join(' '));
  expect(forms).toEqual(wanted.sentences);
});

test('its furniture, names and dates are found', () => {
  const { report, mentions, dates } = reading;
  expect(report.boilerplate.map(({ text }) => text)).toEqual(wanted.furniture);
  expect(mentions.map(({ text, state }) => [text, state].join(' ').trim())).toEqual(
    wanted.mentions,
  );
  expect(dates.map(({ text, value }) => `${text} ${value}`)).toEqual(wanted.dates);
});

test('its constructions say who says what', () => {
  const found = reading.attributions.map(({ rule, states, stance, content }) => ({
    rule,
    states,
    stance,
    content: content.text,
  }));
  expect(found).toEqual(wanted.attributions);
  expect(reading.findings).toEqual([]);
});

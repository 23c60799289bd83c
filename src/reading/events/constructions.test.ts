import { describe, expect, test } from 'vitest';
import type { Event } from '../../model/reading.ts';
import { type EventExample, eventRows } from '../../reference/constructions/event-rows.ts';
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
const { deeds, over, moods, above } = eventRows(english);

function eventsIn(text: string): Event[] {
  const report = { id: 'example', language: 'en', text, boilerplate: [], headings: [] };
  return readReport({ report, findings: [] }).events;
}

/** Who does it to whom, as the examples write it. */
function parties({ actors, recipients }: Event): string {
  const side = (ones: Event['actors']) => ones.map(({ state, span }) => state ?? span.text);
  return `${side(actors).join(' + ')} -> ${side(recipients).join(' + ')}`;
}

function wanted({ actors, recipients }: EventExample): string {
  return `${actors.join(' + ')} -> ${recipients.join(' + ')}`;
}

function examplesOf<Row extends { id: string; examples: EventExample[] }>(rows: readonly Row[]) {
  return rows.flatMap((row) => row.examples.map((one) => [row.id, one.text, one, row] as const));
}

describe('each construction finds the deed its examples tell', () => {
  const told = deeds.filter(({ type }) => type !== 'none');
  test.each(examplesOf(told))('%s: %s', (id, text, example, { type, mode }) => {
    const found = eventsIn(text).filter(({ rule }) => rule === id);
    expect(found.map(parties)).toContain(wanted(example));
    expect(found[0]).toMatchObject({ type, ...(mode && { mode }) });
  });
});

describe('what looks like a deed and is not gives no event', () => {
  const nothing = deeds.filter(({ type }) => type === 'none');
  test.each(examplesOf(nothing))('%s: %s', (_, text) => {
    expect(eventsIn(text)).toEqual([]);
  });
});

describe('a word over a deed makes another of it', () => {
  const heard = over.filter(({ pairOnly }) => pairOnly === undefined);
  test.each(examplesOf(heard))('%s: %s', (id, text, example) => {
    const found = eventsIn(text).filter(({ rule }) => rule === id);
    expect(found.map(parties)).toContain(wanted(example));
    expect(found[0]).toMatchObject({ type: example.type, status: example.status });
  });
});

describe('auxiliaries and the words above say how a deed is meant', () => {
  test.each(examplesOf([...moods, ...above]))('%s: %s', (_, text, example) => {
    const found = eventsIn(text).filter((event) => parties(event) === wanted(example));
    const meant = found.map(({ type, status }) => `${type} ${status}`);
    expect(meant).toContain(`${example.type} ${example.status}`);
  });
});

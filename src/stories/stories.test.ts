import { describe, expect, test } from 'vitest';
import { seededChance } from '../base/chance.ts';
import type { AgreementTold, Attribution, Event, Reading } from '../model/reading.ts';
import { makeSpan, makeSpans } from '../model/span.ts';
import { loadReference } from '../reference/load-reference.ts';
import { compareReadings } from './compare-readings.ts';
import { findCopies } from './find-copies.ts';
import { groupReports } from './group-reports.ts';
import { createStoryWords } from './story-words.ts';

const wordsFor = createStoryWords(loadReference().languages);

const signing =
  'Arvania and Belmark signed a mutual defence pact in Sestra on Monday. Minister Venn praised the pact. Corland has yet to comment on the pact.';
const signingToo =
  'The governments of Arvania and Belmark have signed a security treaty, officials in Sestra said. Its mutual defence clause alarms Corland.';
const storm =
  'A storm closed two harbours in the north of Dravia. Ferries stayed in port and the lighthouse lost its lamp, the coast guard said.';

function readingOf(id: string, text: string, parts: Partial<Reading> = {}): Reading {
  return {
    made: { entente: '0', model: 'm', facts: 'f' },
    report: { id, language: 'en', text, boilerplate: [], headings: [], published: '2024-06-19' },
    mentions: [],
    dates: [],
    attributions: [],
    events: [],
    agreements: [],
    findings: [],
    ...parts,
  };
}
const at = (text: string, words: string): [number, number] => {
  const start = text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return [start, start + words.length];
};

function eventOf(text: string, words: string, status: Event['status'] = 'reported'): Event {
  const span = makeSpan(text, ...at(text, words));
  const party = (state: string) => ({ span, state });
  return {
    ...span,
    type: 'SUPPORT',
    actors: [party('ARV')],
    recipients: [party('BEL')],
    status,
    confidence: 0.9,
  };
}

function saidOf(
  text: string,
  parts: readonly string[],
  state: string,
  stance: Attribution['stance'],
) {
  const [source, cue, content] = parts.map((words) => makeSpans(text, [at(text, words)]));
  const said: Attribution = {
    source,
    cue,
    content,
    speakers: [],
    states: [state],
    manner: 'indirect',
    stance,
    certainty: 'unstated',
    hedges: [],
    confidence: 0.9,
  };
  return said;
}

const pact = (text: string, name: string, type: string, evidence: string): AgreementTold => ({
  parties: ['ARV', 'BEL'],
  mentions: [makeSpan(text, ...at(text, name))],
  provisions: [{ type, evidence: makeSpan(text, ...at(text, evidence)) }],
});

const first = readingOf('first', signing, {
  events: [eventOf(signing, 'Arvania and Belmark signed a mutual defence pact')],
  attributions: [
    saidOf(signing, ['Minister Venn', 'praised', 'the pact'], 'ARV', 'praises'),
    saidOf(signing, ['Corland', 'has yet to comment on', 'the pact.'], 'COR', 'silent'),
  ],
  agreements: [pact(signing, 'a mutual defence pact', 'defense', 'mutual defence')],
});
const second = readingOf('second', signingToo, {
  events: [eventOf(signingToo, 'Arvania and Belmark have signed a security treaty')],
  agreements: [pact(signingToo, 'a security treaty', 'defense', 'mutual defence clause')],
});
const other = readingOf('other', storm);

describe('reports of one happening come together', () => {
  const groups = (readings: readonly Reading[]) =>
    groupReports(
      readings.map((reading) => reading.report),
      wordsFor,
    ).map((group) => group.map((index) => readings[index].report.id).sort());

  test('two tell of one signing, a third of a storm', () => {
    expect(groups([first, other, second])).toEqual([['first', 'second'], ['other']]);
  });

  test('the order of the input changes no group', () => {
    const chance = seededChance(3);
    const wanted = groups([first, other, second]).map(String).sort();
    for (let round = 0; round < 20; round++) {
      const shuffled = [first, other, second].sort(() => chance() - 0.5);
      expect(groups(shuffled).map(String).sort()).toEqual(wanted);
    }
  });

  test('a year apart is another happening', () => {
    const report = { ...second.report, published: '2025-06-19' };
    expect(groups([first, { ...second, report }])).toHaveLength(2);
  });

  test('no reports, and reports without a word, are no error', () => {
    expect(groups([])).toEqual([]);
    expect(groups([readingOf('a', '—'), readingOf('b', '…')])).toHaveLength(2);
  });
});

test('a report that repeats another is a copy, and a copy of a copy names the first', () => {
  const report = (id: string, text: string) => readingOf(id, text).report;
  const copies = findCopies([
    report('wire', signing),
    report('paper', `${signing} More later.`),
    report('own', storm),
    report('third', `Update: ${signing}`),
  ]);
  expect([...copies]).toEqual([
    ['paper', 'wire'],
    ['third', 'wire'],
  ]);
});

describe('what the reports tell stands side by side', () => {
  const [story] = compareReadings([first, second], wordsFor);
  const claim = (kind: string, standing: string) =>
    story.claims.find((one) => one.kind === kind && one.standing === standing);

  test('the signing is told by all', () => {
    expect(claim('event', 'all')?.told.map((telling) => telling.report)).toEqual([
      'first',
      'second',
    ]);
  });

  test('the names of the pact differ', () => {
    expect(claim('provision', 'differ')?.differences).toEqual([
      {
        about: 'what the agreement is called',
        values: [
          { value: 'a mutual defence pact', reports: ['first'] },
          { value: 'a security treaty', reports: ['second'] },
        ],
      },
    ]);
  });

  test('the promise of defence is told by all, the praise by one', () => {
    expect(claim('provision', 'all')).toMatchObject({
      text: 'ARV-BEL holds defense: mutual defence',
      agreement: 'ARV-BEL',
      promise: 'defense',
      words: 'mutual defence',
    });
    expect(claim('statement', 'one')?.text).toMatch(/Minister Venn praised the pact/);
  });

  test('every telling lies in its report', () => {
    const texts = new Map([first, second].map((one) => [one.report.id, one.report.text]));
    for (const { told } of story.claims) {
      for (const { report, start, end } of told) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(texts.get(report)?.length ?? 0);
      }
    }
  });

  test('silence is a reaction', () => {
    expect(story.reactions.map(({ state, stance }) => [state, stance])).toEqual([
      ['ARV', 'praises'],
      ['COR', 'silent'],
    ]);
  });

  test('one deed told as done and as feared is a difference', () => {
    const feared = {
      ...second,
      events: second.events.map((event) => ({ ...event, status: 'alleged' as const })),
    };
    const [told] = compareReadings([first, feared], wordsFor);
    const event = told.claims.find((one) => one.kind === 'event');
    expect(event?.differences?.[0]).toMatchObject({ about: 'how sure it is' });
  });

  test('a copy is no second witness', () => {
    const [told] = compareReadings(
      [first, { ...first, report: { ...first.report, id: 'zcopy' } }],
      wordsFor,
    );
    expect(told).toMatchObject({ independent: 1 });
    expect(told.reports[1]).toMatchObject({ copyOf: 'first' });
    expect(told.claims.every((one) => one.standing === 'one')).toBe(true);
  });
});

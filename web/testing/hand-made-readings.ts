import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { assert } from '../../src/base/assert.ts';
import { type Reading, readingSchema } from '../../src/model/reading.ts';
import type { ReportTaken } from '../../src/model/report.ts';
import { makeSpan, makeSpans, type Span } from '../../src/model/span.ts';
import type { Flow } from '../../src/pipeline/flow.ts';

const here = import.meta.dirname;

interface Made {
  readonly report: string;
  readonly mentions: readonly ({ readonly words: string } & Record<string, unknown>)[];
  readonly attributions: readonly SayingMade[];
  readonly events: readonly EventMade[];
  readonly agreements: readonly AgreementMade[];
}

type SayingMade = Readonly<Record<'source' | 'cue' | 'content', string>> & {
  readonly speakers?: readonly string[];
} & Record<string, unknown>;

type EventMade = Readonly<Record<'actors' | 'recipients', Readonly<Record<string, string>>>> & {
  readonly words: string;
} & Record<string, unknown>;

type AgreementMade = {
  readonly mentions: readonly string[];
  readonly provisions: Readonly<Record<string, string>>;
} & Record<string, unknown>;

/**
 * Readings of two sample reports with their findings from `pyongyang.yaml`, and of a report whose
 * every word tries to break out of the page.
 */
export function handMadeReadings(flow: Flow): readonly Reading[] {
  const taken = takenFrom(flow, readFileSync(join(here, '../../samples/reports.ndjson'), 'utf8'));
  const made: Made[] = parse(readFileSync(join(here, 'pyongyang.yaml'), 'utf8'));
  const readings = made.map((one) => {
    const found = taken.find(({ report }) => report.id === one.report);
    assert(found !== undefined, `${one.report} is in the samples.`);
    return readingOf(found, one, flow);
  });
  return [...readings, hostileReading(flow)];
}

function readingOf({ report }: ReportTaken, made: Made, flow: Flow): Reading {
  const { text } = report;
  const find = (words: string): Span =>
    spanOf(text, text.indexOf(words, text.indexOf('\n\n')), words);
  return readingSchema.parse({
    ...emptyReading(report, flow),
    mentions: made.mentions.map(({ words, ...rest }) => ({ ...find(words), ...rest })),
    attributions: made.attributions.map((one) => sayingOf(text, one)),
    events: made.events.map(({ words, actors, recipients, ...rest }) => {
      const parties = (named: Readonly<Record<string, string>>) =>
        Object.entries(named).map(([state, name]) => ({ state, span: find(name) }));
      return {
        ...find(words),
        confidence: 0.9,
        actors: parties(actors),
        recipients: parties(recipients),
        ...rest,
      };
    }),
    agreements: made.agreements.map(({ mentions, provisions, ...rest }) => ({
      ...rest,
      mentions: mentions.map(find),
      provisions: Object.entries(provisions).map(([type, words]) => ({
        type,
        evidence: find(words),
      })),
    })),
  });
}

/** Source and cue are those nearest to the content, on either side. */
function sayingOf(text: string, { source, cue, content, speakers = [], ...rest }: SayingMade) {
  const at = text.lastIndexOf(content);
  const near = (words: string) => {
    const before = text.lastIndexOf(words, at - 1);
    const after = text.indexOf(words, at);
    const { start, end } = spanOf(
      text,
      before >= 0 && (after < 0 || at - before < after - at) ? before : after,
      words,
    );
    return makeSpans(text, [[start, end]]);
  };
  return {
    source: near(source),
    cue: near(cue),
    content: makeSpans(text, [[at, spanOf(text, at, content).end]]),
    speakers: speakers.map((name) => ({ name })),
    states: [],
    manner: 'indirect',
    stance: 'asserts',
    certainty: 'unstated',
    hedges: [],
    confidence: 0.9,
    ...rest,
  };
}

function spanOf(text: string, start: number, words: string): Span {
  assert(start >= 0, `"${words}" is in the sample.`);
  return makeSpan(text, start, start + words.length);
}

function hostileReading(flow: Flow): Reading {
  const script = '<script>globalThis.broken = true</script>';
  const text = [
    `${script} said the minister.`,
    'Subscribe now and read more of <b>this</b>.',
    'The minister said "><img src=x onerror=alert(1)>.',
  ].join('\n\n');
  const given = {
    id: `a"'/../<i>`,
    title: `Title ${script}`,
    outlet: `Outlet ${script}`,
    url: 'javascript:alert(1)',
    published: '2020-02-03',
    text,
  };
  const [{ report }] = takenFrom(flow, `${JSON.stringify(given)}\n`);
  const saying = { source: 'the minister', cue: 'said', content: script, speakers: [script] };
  const agreement = { name: script, parties: ['XXX', 'ABC'], mentions: [makeSpan(text, 0, 8)] };
  return readingSchema.parse({
    ...emptyReading(report, flow),
    attributions: [sayingOf(report.text, saying)],
    agreements: [{ ...agreement, provisions: [] }],
    findings: [{ code: 'noted', message: `A finding with ${script}.` }],
  });
}

function takenFrom(flow: Flow, ndjson: string): ReportTaken[] {
  const bytes = new TextEncoder().encode(ndjson);
  const taken = [...flow.take({ name: 'samples.ndjson', bytes })];
  return taken.filter((one) => one.kind === 'report');
}

function emptyReading(report: ReportTaken['report'], { made }: Flow): Reading {
  const nothing = { mentions: [], dates: [], attributions: [], events: [], agreements: [] };
  return { made, report, ...nothing, findings: [] };
}

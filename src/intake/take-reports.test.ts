import { describe, expect, test } from 'vitest';
import { seededChance } from '../base/chance.ts';
import { loadReference } from '../reference/load-reference.ts';
import { createIntake, mostBytes } from './take-reports.ts';

const takeReports = createIntake(loadReference().languages);
const utf8 = (text: string) => new TextEncoder().encode(text);
const take = (name: string, bytes: Uint8Array) => [...takeReports({ name, bytes })];
const report = (name: string, text: string) => {
  const [taken] = take(name, utf8(text));
  if (taken.kind !== 'report') throw new Error(taken.finding.message);
  return taken.report;
};

const page = `Ministers Sign Fishing Accord in Oslo

The two ministers signed the accord on Monday after two years of talks, officials said.

Thank you for reading, please subscribe to our daily newsletter!

A Quiet Ceremony

The text was not published. It will be laid before both parliaments in the autumn.

By Harbour Post
By Harbour Posthttps://www.harbourpost.example/
Harbour Post is an independent news platform that follows ports, ships and the sea.

Share this article:

More like this

Storm closes two harbours in the north

By Ann Writer A storm that came early this year has...

OSLO, March 3 (Agency) - The minister of trade...
× How can I help you?`;

test('page furniture of plain text is marked by kind, and the text stays whole', () => {
  const read = report('a.txt', page);
  expect(read.text).toBe(page);
  expect(read.boilerplate.map((span) => span.kind)).toEqual([
    'subscription',
    'byline and outlet',
    'share',
    'related stories',
    'chat widget',
  ]);
  for (const span of read.boilerplate) expect(page.slice(span.start, span.end)).toBe(span.text);
  expect(read.boilerplate[3].text).toMatch(/^More like this[\s\S]*trade\.\.\.$/);
  expect(read.boilerplate[1].text).toMatch(/^By Harbour Post\nBy Harbour Posthttps/);
});

test('the outlet, its address and the byline are kept as facts about the report', () => {
  const read = report('a.txt', page);
  expect(read).toMatchObject({
    title: 'Ministers Sign Fishing Accord in Oslo',
    outlet: 'Harbour Post',
    byline: 'Harbour Post',
    url: 'https://www.harbourpost.example/',
    language: 'en',
  });
  expect(read.headings.map((span) => span.text)).toEqual([
    'Ministers Sign Fishing Accord in Oslo',
    'A Quiet Ceremony',
  ]);
});

test.each([
  ['Published: 23 February 2024', '2024-02-23'],
  ['March 7, 2024 6:12 PM GMT', '2024-03-07'],
  ['Sept 17, 2025', '2025-09-17'],
  ['2024-06-19', '2024-06-19'],
  ['Talks of 3 May 1961 and 4 May 1961', undefined],
  ['The pact of 6 July 1961 is still in force', undefined],
  ['Published: 31 February 2024', undefined],
])('the line %j tells the day of publication: %s', (line, day) => {
  const text = `Ministers Sign Accord in Oslo\n\n${line}\n\nThe two ministers signed it, they said.`;
  expect(report('a.txt', text).published).toBe(day);
});

test('a sentence about subscribing countries is no furniture', () => {
  const read = report('a.txt', 'Both states subscribe to the charter, which the court upheld.');
  expect(read.boilerplate).toEqual([]);
});

test('an empty file is a finding', () => {
  expect(take('e.txt', utf8(' \n'))).toMatchObject([{ kind: 'fault', finding: { code: 'empty' } }]);
});

test('binary data is refused by name', () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]);
  expect(() => take('x.txt', picture)).toThrow(/x\.txt is a PNG picture, not a text/);
  const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 32);
  expect(() => take('n.txt', noise)).toThrow(/binary data/);
});

test('bytes that are not UTF-8 are read by what they show, and that is noted', () => {
  const [taken] = take('l.txt', new Uint8Array([...utf8('The caf'), 0xe9, ...utf8(' is open.')]));
  expect(taken).toMatchObject({
    kind: 'report',
    report: { text: 'The café is open.' },
    findings: [{ code: 'detected-encoding' }],
  });
});

test('UTF-16 is read with and without a byte order mark', () => {
  const wide = new Uint8Array(Buffer.from('The treaty was signed.', 'utf16le'));
  expect(take('w.txt', wide)).toMatchObject([{ report: { text: 'The treaty was signed.' } }]);
  const marked = new Uint8Array([0xff, 0xfe, ...wide]);
  expect(take('w.txt', marked)).toMatchObject([{ report: { text: 'The treaty was signed.' } }]);
});

test('a declared encoding is followed', () => {
  const head = utf8('<html><head><meta charset="koi8-r"></head><body><p>');
  const taken = take('k.html', new Uint8Array([...head, 0xcd, 0xc9, 0xd2, ...utf8('</p></body>')]));
  expect(taken).toMatchObject([{ findings: [{ code: 'declared-encoding' }] }]);
});

test('an input over the limit is refused with the limit named', () => {
  const bytes = new Uint8Array(mostBytes + 1);
  expect(() => take('big.txt', bytes)).toThrow(/big\.txt has 101 MB; the limit is 100 MB/);
});

test('a broken line of NDJSON is told by its number and harms no other', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `{"id":"r${i + 1}","text":"Report ${i}."}`);
  lines[6] = '{"id":"r7","text":';
  const taken = take('twenty.ndjson', utf8(lines.join('\n')));
  expect(taken.filter((one) => one.kind === 'report')).toHaveLength(19);
  const [fault] = taken.filter((one) => one.kind === 'fault');
  expect(fault).toMatchObject({ finding: { code: 'broken-line', line: 7, file: 'twenty.ndjson' } });
});

test('a day of publication that is none is left out, and that is said', () => {
  const line = '{"id":"a","text":"They signed it.","published":"2024-13-45"}';
  expect(take('x.jsonl', utf8(line))).toMatchObject([
    { kind: 'report', findings: [{ code: 'no-such-day', line: 1 }] },
  ]);
});

test('an NDJSON line without a report says what is missing', () => {
  const [fault] = take('x.jsonl', utf8('{"id":"a","title":"Only a title"}'));
  expect(fault).toMatchObject({
    finding: { message: expect.stringMatching(/neither "text" nor/) },
  });
});

const html = `<!doctype html><html lang="en"><head><title>Accord signed | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-03-04T08:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Accord signed</h1><p>The ministers signed the accord on Monday, after two years.</p>
<div class="share">Share on Facebook</div>
<p>It &amp; its annex enter into force in May, an official said.</p></article>
<aside class="related"><p>Storm closes two harbours, and the ferries stay in port, says the line.</p></aside>
</body></html>`;

test('an HTML page gives the article, its facts, and where each block stood', () => {
  const read = report('p.html', html);
  expect(read.text).toBe(
    'Accord signed\n\nThe ministers signed the accord on Monday, after two years.\n\n' +
      'It & its annex enter into force in May, an official said.',
  );
  expect(read).toMatchObject({ outlet: 'Harbour Post', published: '2024-03-04' });
  for (const block of read.blocks ?? []) {
    const source = html.slice(block.htmlStart, block.htmlEnd);
    expect(source.replace('&amp;', '&')).toContain(read.text.slice(block.start, block.end));
  }
});

test('twenty thousand nested elements are read without harm', () => {
  const deep = `<html><body>${'<div>'.repeat(20_000)}<p>The accord was signed, they said.</p>`;
  expect(report('d.html', deep).text).toBe('The accord was signed, they said.');
});

test('whatever the text, marks stand in order and hold the words they name', () => {
  const chance = seededChance(7);
  const pieces = [
    'By ',
    'Share post:',
    'More like this',
    '\n',
    '\n\n',
    '...',
    '😀',
    '\u200b',
    'A is ',
  ];
  for (let round = 0; round < 300; round++) {
    const parts = Array.from({ length: 30 }, () => pieces[Math.floor(chance() * pieces.length)]);
    const text = `The start. ${parts.join('')} end`;
    const read = report('p.txt', text);
    let last = 0;
    for (const span of read.boilerplate) {
      expect(span.start).toBeGreaterThanOrEqual(last);
      expect(text.slice(span.start, span.end)).toBe(span.text);
      last = span.end;
    }
  }
});

test('an empty id is none: the place in the file names the report', () => {
  const [taken] = take(
    'day.ndjson',
    utf8('{"id":"","text":"Seven words stand here, one by one."}'),
  );
  expect(taken.kind === 'report' && taken.report.id).toBe('day.ndjson:1');
});

describe('hostile input costs no more than its length', () => {
  test('a thousand comments before no page at all', () => {
    expect(report('x.txt', `${'<!---->'.repeat(500)} and then words.`).text).toContain('words');
  });

  test('elements without end, each with words', () => {
    const deep = `<div>words and words that nobody closes, one after another. `.repeat(60_000);
    const [taken] = take('deep.html', utf8(`<html><body>${deep}`));
    expect(taken.kind).toBe('report');
  });

  test('a deep page full of closing tags that close nothing', () => {
    const words = `<p>${'The ministers met in the harbour town on Monday. '.repeat(9)}</p>`;
    const html = `<html><body>${words}${'<div>'.repeat(20_000)}${'</x>'.repeat(2_000_000)}`;
    const [taken] = take('closing.html', utf8(html));
    const codes = taken.kind === 'report' ? taken.findings.map(({ code }) => code) : [];
    expect(codes).toEqual(['nested-too-deep']);
  });

  test('linked data that opens and never ends', () => {
    const data = '"publisher":{"author":['.repeat(200_000);
    const html = `<html><head><script type="application/ld+json">${data}</script></head>
<body><article><p>${'The ministers met in the harbour town on Monday. '.repeat(9)}</p></article>`;
    expect(report('linked.html', html).text).toContain('harbour town');
  });

  test('a byline on every other line, a blurb on the rest', () => {
    const lines = Array.from(
      { length: 60_000 },
      (_, index) => `By Writer${index} Example\nSomebody is a reporter who covers ports.\n`,
    );
    expect(report('bylines.txt', lines.join('')).boilerplate.length).toBeGreaterThan(1000);
  });
});

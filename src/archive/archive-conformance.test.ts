import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry, Proposal } from '../model/entry.ts';
import type { Reading } from '../model/reading.ts';
import type { Story } from '../model/story.ts';
import type { Archive } from './archive.ts';
import { openSqliteArchive } from './sqlite-archive.ts';

/** Every implementation of the archive passes every case here; none may be skipped. */
const implementations: readonly [string, (folder: string) => Archive][] = [
  ['SQLite', (folder) => openSqliteArchive(join(folder, 'archive.db'))],
];

const readingOf = (id: string, text: string, published = '2024-06-19'): Reading => ({
  made: { entente: '0', model: 'm', facts: 'f' },
  report: {
    id,
    published,
    title: `Title of ${id}`,
    language: 'en',
    text,
    boilerplate: [],
    headings: [],
  },
  mentions: [],
  dates: [],
  attributions: [],
  events: [],
  agreements: [],
  findings: [],
});
const storyOf = (id: string): Story => ({
  id,
  title: id,
  states: [],
  reports: [],
  independent: 0,
  claims: [],
  reactions: [],
  agreements: [],
});
const proposal: Proposal = {
  id: 'p1',
  change: { kind: 'status', agreement: 'a', status: 'signed' },
  summary: 'signed',
  evidence: [{ report: 'a', start: 0, end: 1, text: 'x', sentence: 'x' }],
  confidence: 0.5,
};
const entryOf = (number: number, previous: string): Entry => ({
  number,
  at: '2026-01-01T00:00:00.000Z',
  who: 'tester',
  decision: 'accept',
  proposal,
  previous,
  hash: `hash-${number}`,
});

describe.each(implementations)('the archive in %s', (_, openIn) => {
  let folder: string;
  let archive: Archive;
  const collect = async () => {
    const ids: string[] = [];
    for await (const reading of archive.readings()) ids.push(reading.report.id);
    return ids;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entente-archive-'));
    archive = openIn(folder);
  });
  afterEach(async () => {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps a reading once, however often it comes', async () => {
    const reading = readingOf('a', 'The pact was signed.');
    expect(await archive.keepReading(reading)).toBe('added');
    expect(await archive.keepReading(structuredClone(reading))).toBe('known');
    expect(await collect()).toEqual(['a']);
    expect(await archive.reading('a')).toEqual(reading);
  });

  test('a changed text takes the place of the one before, in the search too', async () => {
    await archive.keepReading(readingOf('a', 'The pact was signed.'));
    expect(await archive.keepReading(readingOf('a', 'The treaty was shelved.'))).toBe('replaced');
    expect(await archive.search('pact', 10)).toEqual([]);
    expect(await archive.search('treaty shelved', 10)).toMatchObject([{ id: 'a' }]);
  });

  test('goes through all readings in the order of their ids, however many', async () => {
    const ids = Array.from({ length: 250 }, (_, i) => `r${String(i).padStart(3, '0')}`);
    for (const id of [...ids].reverse()) await archive.keepReading(readingOf(id, `Text of ${id}.`));
    expect(await collect()).toEqual(ids);
    expect((await archive.reports()).map((report) => report.id)).toEqual(ids);
  });

  test('searches newest first, and no query is an error', async () => {
    await archive.keepReading(readingOf('old', 'Talks in Oslo.', '2020-01-01'));
    await archive.keepReading(readingOf('new', 'More talks in Oslo.', '2024-01-01'));
    expect((await archive.search('oslo', 10)).map((hit) => hit.id)).toEqual(['new', 'old']);
    expect(await archive.search('oslo', 1)).toHaveLength(1);
    for (const odd of ['', '"', 'NEAR(', '* OR', "'; DROP TABLE reading; --"]) {
      expect(Array.isArray(await archive.search(odd, 10))).toBe(true);
    }
  });

  test('replaces what follows from the readings whole', async () => {
    await archive.replaceDerived([storyOf('s1'), storyOf('s2')], [proposal]);
    await archive.replaceDerived([storyOf('s3')], []);
    expect((await archive.stories()).map((story) => story.id)).toEqual(['s3']);
    expect(await archive.story('s1')).toBeUndefined();
    expect(await archive.story('s3')).toEqual(storyOf('s3'));
    expect(await archive.proposals()).toEqual([]);
  });

  test('a failed replacement leaves everything as it was', async () => {
    await archive.replaceDerived([storyOf('s1')], [proposal]);
    await expect(archive.replaceDerived([storyOf('x'), storyOf('x')], [])).rejects.toThrow();
    expect((await archive.stories()).map((story) => story.id)).toEqual(['s1']);
    expect(await archive.proposals()).toEqual([proposal]);
  });

  test('appends decisions in a chain and refuses one that came second', async () => {
    await archive.appendEntry(entryOf(1, '0'.repeat(64)));
    await archive.appendEntry(entryOf(2, 'hash-1'));
    await expect(archive.appendEntry(entryOf(2, 'hash-1'))).rejects.toMatchObject({ code: 5 });
    await expect(archive.appendEntry(entryOf(3, 'hash-1'))).rejects.toMatchObject({ code: 5 });
    expect((await archive.entries()).map((entry) => entry.number)).toEqual([1, 2]);
  });

  test('keeps an imported ledger under its name, the newest in place of the one before', async () => {
    const ledger = { name: 'atop', title: 'ATOP', endsOn: '2003-12-31', agreements: [] };
    await archive.keepLedger(ledger);
    await archive.keepLedger({ ...ledger, endsOn: '2018-12-31' });
    expect(await archive.ledgerNames()).toEqual(['atop']);
    expect(await archive.ledger('atop')).toMatchObject({ endsOn: '2018-12-31' });
    expect(await archive.ledger('cow')).toBeUndefined();
  });

  test('keeps everything over a closing and opening', async () => {
    await archive.keepReading(readingOf('a', 'The pact was signed.'));
    await archive.appendEntry(entryOf(1, '0'.repeat(64)));
    await archive.close();
    archive = openIn(folder);
    expect(await collect()).toEqual(['a']);
    expect(await archive.entries()).toHaveLength(1);
  });
});

test('what was acknowledged survives a process that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
  const path = join(folder, 'archive.db');
  const script = join(folder, 'write.ts');
  const module = resolve(import.meta.dirname, 'sqlite-archive.ts');
  writeFileSync(
    script,
    `import { openSqliteArchive } from ${JSON.stringify(module)};
     const archive = openSqliteArchive(${JSON.stringify(path)});
     const reading = ${JSON.stringify(readingOf('kept', 'The pact was signed.'))};
     archive.keepReading(reading).then(() => process.kill(process.pid, 'SIGKILL'));`,
  );
  const ended = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  expect(ended.signal, ended.stderr).toBe('SIGKILL');
  const archive = openSqliteArchive(path);
  return archive
    .reading('kept')
    .then((reading) => expect(reading?.report.text).toBe('The pact was signed.'))
    .finally(async () => {
      await archive.close();
      rmSync(folder, { recursive: true, force: true });
    });
});

test('a file that is not an archive is refused in a sentence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-odd-'));
  const path = join(folder, 'notes.db');
  writeFileSync(
    path,
    'This is a text of more than a hundred bytes that somebody named like an archive.'.repeat(9),
  );
  expect(() => openSqliteArchive(path)).toThrow(/The archive .*notes\.db cannot be opened/);
  rmSync(folder, { recursive: true, force: true });
});

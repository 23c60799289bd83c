import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const main = resolve(import.meta.dirname, 'main.ts');
const samples = resolve(import.meta.dirname, '../../samples/reports.ndjson');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program as a user would, in an empty folder of its own. */
function entente(args: readonly string[], input?: string | Buffer) {
  const ended = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    input: input ?? '',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return name;
}

describe('explain', () => {
  test('names the construction behind each finding', () => {
    const text = 'According to two envoys, the talks in Oslo were postponed.';
    const path = file('explain.txt', text);
    const ended = entente(['explain', path, '--ndjson', '--published', '2024-06-20']);
    expect(ended.code).toBe(0);
    const [first] = ended.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ kind: 'statement', rule: 'according-to', start: 0 });
    expect(first.reads).toMatch(/hands its clause/);
    expect(text.slice(first.start, first.end)).toMatch(/^According to .* postponed$/);
    expect(entente(['explain', path]).out).toContain('according-to');
  });
});

describe('bad input gets a clear sentence, the right code, and harms nothing else', () => {
  test('no input', () => {
    expect(entente(['read'])).toMatchObject({ code: 2, err: /No input is given/ });
  });

  test('an empty file', () => {
    const ended = entente(['read', file('empty.txt', '')]);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/empty\.txt empty has no text/);
  });

  test('a file that does not exist', () => {
    const ended = entente(['read', 'nowhere.txt']);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/nowhere\.txt unreadable does not exist/);
  });

  test('a folder with one unreadable file among ten: nine are read', () => {
    for (let i = 0; i < 9; i++) file(`ten/r${i}.txt`, `Minister ${i} said that talks would go on.`);
    const path = join(folder, file('ten/r9.txt', 'x'));
    // Permissions do not stop every user, so what cannot be read is binary as well.
    writeFileSync(path, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    chmodSync(path, 0o000);
    const ended = entente(['read', '--ndjson', 'ten']);
    expect(ended.code).toBe(3);
    expect(ended.out.trim().split('\n')).toHaveLength(9);
    expect(ended.err).toMatch(/ten\/r9\.txt unreadable/);
    expect(ended.err).toMatch(/9 reports were read; 1 input failed/);
  });

  test('binary data', () => {
    const ended = entente([
      'read',
      file('picture.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')),
    ]);
    expect(ended).toMatchObject({ code: 1, err: /is a PNG picture, not a text/ });
  });

  test('invalid UTF-8 is read by what it shows, and that is noted in the reading', () => {
    const ended = entente([
      'read',
      '--ndjson',
      file('latin.txt', Buffer.from('The caf\xe9 talks ended.', 'latin1')),
    ]);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.out)).toMatchObject({
      report: { text: 'The café talks ended.' },
      findings: [{ code: 'detected-encoding' }],
    });
  });

  test('a text of 200 MB is refused with the limit named', () => {
    const ended = entente(['read', file('huge.txt', Buffer.alloc(200 * 1024 * 1024, 'word '))]);
    expect(ended).toMatchObject({ code: 6, out: '' });
    expect(ended.err).toMatch(/more than 200 MB; the limit is 100 MB/);
    rmSync(join(folder, 'huge.txt'));
  });

  test('line 7 of 20 is broken: nineteen are read', () => {
    const lines = Array.from({ length: 20 }, (_, i) =>
      JSON.stringify({ id: `r${i + 1}`, text: `Talks ${i} ended.` }),
    );
    lines[6] = '{"id": "r7", "text": "cut';
    const ended = entente(['read', '--ndjson', file('twenty.ndjson', lines.join('\n'))]);
    expect(ended.code).toBe(3);
    expect(ended.out.trim().split('\n')).toHaveLength(19);
    expect(ended.err).toMatch(/twenty\.ndjson:7 broken-line/);
  });

  test('an unknown state comes with the nearest names', () => {
    const ended = entente(['whatif', '--attack', 'KRO:PRK']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toMatch(
      /There is no state "KRO" in the facts\. Did you mean .*KOR \(South Korea\)/,
    );
  });

  test('what is not a day', () => {
    const ended = entente(['whatif', '--attack', 'KOR:PRK', '--on', '2025-02-30']);
    expect(ended).toMatchObject({ code: 2, err: /"2025-02-30" \(--on\) is not a day/ });
  });

  test('an agreement that is not there', () => {
    const ended = entente(['difference', 'rus-prk-2042']);
    expect(ended).toMatchObject({ code: 4, err: /Did you mean .*rus-prk-20/ });
  });

  test('an option of a few values takes no other', () => {
    const ended = entente(['difference', 'rus-prk-2024', '--reading', 'lose']);
    expect(ended).toMatchObject({ code: 2, out: '', err: /"lose" is not a value of --reading/ });
  });

  test('an agreement file with a misspelt key', () => {
    file(
      'facts/agreements/arv-bel-1999.yaml',
      'id: arv-bel-1999\nname: A pact\nstading: in force\nparties: []\nprovisions: []\nsources: {}\n',
    );
    const ended = entente(['check', 'facts']);
    expect(ended.code).toBe(1);
    expect(ended.out).toMatch(/arv-bel-1999\.yaml:3:1 unknown-key .*stading.*standing/);
  });

  test('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ended = entente(['serve', '--port', String(port)]);
    server.close();
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/Port \d+ is in use, perhaps by another workbench/);
  });

  test('an unknown command and an unknown option', () => {
    expect(entente(['raed', 'x']).code).toBe(2);
    expect(entente(['raed', 'x']).err).toMatch(/Did you mean read/);
    expect(entente(['read', '--jsn', 'x']).code).toBe(2);
  });
});

test('text that is piped in is read', () => {
  const ended = entente(
    ['read', '--ndjson', '-', '--published', '2024-06-19'],
    'Kim praised the treaty on Monday.',
  );
  expect(ended.code).toBe(0);
  expect(JSON.parse(ended.out)).toMatchObject({
    report: { published: '2024-06-19' },
    dates: [{ timex: '2024-06-17' }],
  });
});

test('the samples can be added twice; the second time nothing changes', () => {
  expect(entente(['add', samples]).err).toMatch(/4 added, 0 changed, 0 known/);
  expect(entente(['add', samples]).err).toMatch(/0 added, 0 changed, 4 known/);
  expect(entente(['stories']).out.trim().split('\n')).toHaveLength(2);
});

test('looking leaves no archive behind', () => {
  const empty = mkdtempSync(join(tmpdir(), 'entente-look-'));
  const args = [main, 'agreements', '--between', 'RUS', 'PRK', '--on', '2025-01-01'];
  const ended = spawnSync(process.execPath, args, { cwd: empty, encoding: 'utf8' });
  expect(ended.stdout).toMatch(/rus-prk-2024/);
  expect(spawnSync('ls', ['-A', empty], { encoding: 'utf8' }).stdout).toBe('');
  rmSync(empty, { recursive: true });
});

test('the same input gives the same bytes, whatever the time zone', () => {
  const run = (zone: string) =>
    spawnSync(process.execPath, [main, 'read', '--ndjson', samples], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    }).stdout;
  const first = run('UTC');
  expect(first.length).toBeGreaterThan(1000);
  expect(run('Pacific/Kiritimati')).toBe(first);
});

test('an answer says who is bound under which article', () => {
  const ended = entente(['whatif', '--attack', 'KOR:PRK', '--on', '2025-01-01', '--json']);
  const { rounds } = JSON.parse(ended.out);
  const owed = rounds[0].map((duty: Record<string, string>) => [
    duty.state,
    duty.duty,
    duty.article,
  ]);
  expect(owed).toContainEqual(['RUS', 'defend', '4']);
  expect(owed).toContainEqual(['CHN', 'defend', '2']);
});

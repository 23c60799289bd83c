import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDesk } from '../../web/testing/open-desk.ts';
import { run } from '../../web/testing/run-command.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { startServer } from './start-server.ts';

const host = '127.0.0.1:4747';
type Desk = Awaited<ReturnType<typeof openDesk>>;
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

function get(path: string, headers: Record<string, string> = {}, of = desk) {
  return of.app.request(`http://${host}${path}`, { headers: { host, ...headers } });
}

function post(path: string, body: FormData | URLSearchParams, origin?: string, of = desk) {
  const headers = { host, ...(origin !== undefined && { origin }) };
  return of.app.request(`http://${host}${path}`, { method: 'POST', body, headers });
}

const textOf = async (response: Response | Promise<Response>) => (await response).text();

/** The page as a reader sees it: no tags, one space between words. */
async function wordsOf(path: string, of = desk): Promise<string> {
  const page = await textOf(get(path, {}, of));
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
}

describe('strangers are refused', () => {
  test('a request that names another host, as after a rebinding of its name', async () => {
    expect((await get('/', { host: 'evil.example' })).status).toBe(403);
    expect((await get('/', { host: '127.0.0.1.evil.example' })).status).toBe(403);
    expect((await get('/', { host: 'localhost:9' })).status).toBe(200);
  });

  test('a decision from another site, from nowhere, or from a sandboxed frame', async () => {
    const body = new URLSearchParams({ decision: 'accept' });
    for (const origin of ['http://evil.example', 'null', `https://${host}`, undefined]) {
      expect((await post('/review/x', body, origin)).status).toBe(403);
      expect((await post('/add', new FormData(), origin)).status).toBe(403);
    }
  });

  test('every answer, faults too, carries a policy that loads nothing from elsewhere', async () => {
    for (const path of ['/', '/nowhere', '/states/PRK?on=2025-02-31', '/assets/workbench.css']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('what reports say never becomes part of the page', () => {
  test('scripts and tags in text, titles, outlets, names and addresses stay words', async () => {
    const stories = await desk.workbench.archive.stories();
    const hostile = stories.find(({ title }) => title.includes('<script>'));
    const report = encodeURIComponent(`a"'/../<i>`);
    for (const path of [
      '/',
      `/stories/${hostile?.id}`,
      `/reports/${report}`,
      '/review',
      '/search?q=minister',
      `/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`,
      `/whatif?attacker=${encodeURIComponent('<script>')}&target=PRK`,
      `/states/${encodeURIComponent('<img src=x onerror=alert(1)>')}`,
    ]) {
      const page = await textOf(get(path));
      expect(page.match(/<script(?! type="module" src="\/assets\/)/g), path).toBeNull();
      expect(page, path).not.toMatch(/<img|href="javascript:/);
    }
  });
});

test('a report names the construction behind each statement', async () => {
  const page = await textOf(get('/reports/sample-pyongyang-1'));
  expect(page).toMatch(/<li>construction [a-z-]+: A /);
});

describe('addresses that lead nowhere say so, with what comes nearest', () => {
  test.each([
    ['/nowhere', 404, 'There is no page at this address.'],
    ['/stories/none', 404, 'There is no story "none" here.'],
    ['/reports/sample-pyongyang-9', 404, 'Did you mean sample-pyongyang-1'],
    ['/agreements/rus-prk-2042', 404, 'Did you mean rus-prk-2024'],
    ['/difference/rus-prk-2042', 404, 'Did you mean rus-prk-2024'],
    ['/states/Nort%20Korea', 404, 'North Korea'],
    ['/states/PRK?on=2025-02-31', 400, '"2025-02-31" is not a day.'],
    ['/agreements?on=yesterday', 400, '"yesterday" is not a day.'],
    ['/whatif?attacker=KOR&target=PRQ', 400, 'PRK (North Korea)'],
    ['/whatif?attacker=KOR&target=KOR', 400, 'cannot attack itself'],
    ['/whatif?attacker=KOR&target=PRK&on=2025-13-01', 400, 'is not a day'],
    ['/whatif?attacker=KOR&target=PRK&without=rus-prk-2042', 400, 'Did you mean rus-prk-2024'],
    ['/whatif?attacker=KOR&target=PRK&reading=wild', 400, 'strict, loose'],
  ])('%s', async (path, status, words) => {
    expect((await get(path)).status).toBe(status);
    expect((await wordsOf(path)).replace(/&quot;/g, '"')).toContain(words);
  });
});

describe('pages open with their answer', () => {
  test('who would be bound to fight for North Korea, today and in 1970', async () => {
    const now = await wordsOf('/whatif?attacker=KOR&target=PRK&on=2025-01-01');
    expect(now).toContain('China and Russia would be bound to fight if South Korea attacked');
    const then = await wordsOf('/whatif?attacker=KOR&target=PRK&on=1970-01-01');
    expect(then).toContain('China and Soviet Union would be bound to fight');
  });

  test('an agreement left out: who falls away, and the way back', async () => {
    const page = await wordsOf(
      '/whatif?attacker=KOR&target=PRK&on=2025-01-01&assume=all&without=rus-prk-2024',
    );
    expect(page).toContain('China would be bound to fight if');
    expect(page).toMatch(/leaves out Russia–North Korea 2024 : with it , Russia too/);
  });

  test('several acts in one address, in the order of their days', async () => {
    const acts = new URLSearchParams([
      ['attacker', 'Germany'],
      ['target', 'Russia'],
      ['on', '1914-08-01'],
      ['attacker', 'AUH'],
      ['target', 'SRB'],
      ['on', '1914-07-28'],
    ]);
    const page = await wordsOf(`/whatif?${acts.toString()}`);
    expect(page).toMatch(/Austria-Hungary attacked Serbia .* and Germany attacked Russia/);
  });

  test('what is unverified is counted and listed', async () => {
    const page = await wordsOf('/whatif?attacker=KOR&target=PRK&on=2025-01-01');
    expect(page).toMatch(/\d+ dut(y rests|ies rest) on facts that are not verified: which/);
  });

  test('a state tells who was bound to defend it on a day, and whether it existed', async () => {
    const page = await wordsOf('/states/PRK?on=2025-01-01');
    expect(page).toContain('China and Russia were bound to defend North Korea');
    expect(await wordsOf('/states/PRK?on=1900-01-01')).toContain('North Korea did not exist');
  });

  test('what an agreement changes: its own duties first', async () => {
    const page = await wordsOf('/difference/rus-prk-2024?on=2025-01-01');
    expect(page).toContain('What the attack itself calls 4');
    expect(await wordsOf('/difference/rus-prk-2024?on=2024-07-01')).toContain(
      'every attack has the same answer without it',
    );
  });

  test('a search says who used the words, and in which report', async () => {
    const page = await wordsOf('/search?q=big%20mistake');
    expect(page).toContain('is in 1 report');
    expect(page).toMatch(/Vladimir Putin threatens : .*big\s+mistake/);
  });

  test('a story says what its agreement changes, and beside whom', async () => {
    const [{ id }] = (await desk.workbench.archive.stories()).filter(({ title }) =>
      title.startsWith('Russia'),
    );
    const page = await wordsOf(`/stories/${id}`);
    expect(page).toContain('If North Korea were attacked from 4 December 2024 on');
    expect(page).toMatch(/Russia \(Art. 4, automatic\)\s+would owe defence\s*, beside China/);
  });
});

describe('decisions', () => {
  test('accepting, undoing and rejecting leave their lines in the history', async () => {
    const own = await openDesk();
    const origin = `http://${host}`;
    const [proposal] = (await own.workbench.openProposals()).filter(
      ({ change }) => 'agreement' in change && change.agreement === 'rus-prk-2024',
    );
    const decide = (fields: Record<string, string>) =>
      post(`/review/${proposal.id}`, new URLSearchParams(fields), origin, own);
    expect((await decide({ decision: 'accept' })).status).toBe(303);
    expect(await wordsOf('/agreements/rus-prk-2024', own)).toContain('umanitarian');
    const before = await wordsOf('/agreements/rus-prk-2024?known=2025-09-30', own);
    expect(before).not.toContain('umanitarian');
    const undone = await post('/review/undo/1', new URLSearchParams(), origin, own);
    expect(undone.status).toBe(303);
    expect(await wordsOf('/agreements/rus-prk-2024', own)).not.toContain('umanitarian');
    const unsaid = await decide({ decision: 'reject', why: '  ' });
    expect(unsaid.status).toBe(409);
    expect((await decide({ decision: 'reject', why: 'support for a war' })).status).toBe(303);
    const history = await wordsOf('/review', own);
    expect(history).toMatch(/support for a war.*undo of 1.*accept/);
  });
});

describe('files handed in', () => {
  const origin = `http://${host}`;

  test('are read and kept; the one that fails is named, with why', async () => {
    const own = await openDesk({ empty: true });
    const form = new FormData();
    form.append('files', new File(['Oslo signed.\n\nIt said so.'], 'good.txt'));
    form.append('files', new File([''], 'empty.txt'));
    const page = await post('/add', form, origin, own);
    expect(page.status).toBe(200);
    const words = (await page.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('1 report was read');
    expect(words).toMatch(/Failed empty.txt .*no text/);
    expect((await get('/reports/good.txt', {}, own)).status).toBe(200);
  });

  test('none chosen is a clear sentence', async () => {
    const page = await post('/add', new FormData(), origin);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain('No file was chosen');
  });

  test('too much at once is refused with the limit', async () => {
    const form = new FormData();
    form.append('files', new File([new Uint8Array(33 * 1024 * 1024)], 'big.txt'));
    const page = await post('/add', form, origin);
    expect(page.status).toBe(413);
    expect(await page.text()).toContain('32 MB');
  });
});

test('an empty workbench says what to do next', async () => {
  const empty = await openDesk({ empty: true });
  expect(await wordsOf('/', empty)).toContain('No report has been read yet. Add files here');
  expect(await wordsOf('/review', empty)).toContain('No proposal is open');
});

describe('a port in use', () => {
  test('is a failure with a clear sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const failure = await startServer(desk.app, port).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toMatch(/Port \d+ is in use.*--port/);
    expect((failure as Failure).code).toBe(exitCode.failed);
    const folder = mkdtempSync(join(tmpdir(), 'entente-serve-'));
    const archive = join(folder, 'archive.db');
    const done = await run(['--archive', archive, 'serve', '--port', String(port)]);
    expect(done.code).toBe(1);
    expect(done.stderr).toContain('is in use');
    rmSync(folder, { recursive: true });
    other.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startServer } from '../src/server/start-server.ts';
import { findBarriers, noBrowser, openBrowser, openPage } from './testing/browser.ts';
import { openDesk } from './testing/open-desk.ts';

if (noBrowser !== undefined)
  process.stdout.write(`Not run, the pages in a browser: ${noBrowser}\n`);

const kinds = {
  stories: '',
  story: 'stories/STORY',
  report: 'reports/sample-pyongyang-1',
  'hostile report': `reports/${encodeURIComponent(`a"'/../<i>`)}`,
  agreements: 'agreements',
  agreement: 'agreements/rus-prk-2024',
  'agreement with many parties': 'agreements/nato-1949?on=1990-01-01',
  difference: 'difference/rus-prk-2024?on=2025-01-01',
  'network today': 'network',
  'network of 1914': 'network?on=1914-07-28',
  'what if, asked': 'whatif?attacker=KOR&target=PRK&on=2025-01-01',
  'what if, many bound': 'whatif?attacker=RUS&target=POL&on=2025-01-01',
  'what if, empty': 'whatif',
  'what if, not understood': 'whatif?attacker=KOR&target=PRQ',
  review: 'review',
  state: 'states/PRK?on=2025-01-01',
  search: 'search?q=treaty',
  'search, nothing found': 'search?q=zzzz',
  add: 'add',
  missing: 'nowhere',
  'a day that is none': 'states/PRK?on=2025-02-31',
  'no reports yet': 'EMPTY',
  'nothing to review': 'EMPTYreview',
};

describe.skipIf(noBrowser !== undefined)('pages in a browser', () => {
  let browser: Browser;
  let full: Running;
  let empty: Running;
  let story = '';

  beforeAll(async () => {
    const desk = await openDesk();
    full = await startServer(desk.app, 0);
    empty = await startServer((await openDesk({ empty: true })).app, 0);
    browser = await openBrowser();
    const stories = await desk.workbench.archive.stories();
    story = stories.find(({ title }) => title.startsWith('Russia'))?.id ?? '';
  });

  afterAll(async () => {
    await browser?.close();
    await full?.stop();
    await empty?.stop();
  });

  const addressOf = (path: string) =>
    path.startsWith('EMPTY')
      ? `${empty.address}${path.slice(5)}`
      : `${full.address}${path.replace('STORY', story)}`;

  test.each(Object.entries(kinds))(
    '%s: axe finds nothing, by day and by night',
    async (_, path) => {
      const address = addressOf(path);
      const { page, faults, close } = await openPage(browser, new URL(address).origin);
      await page.goto(address);
      expect(await findBarriers(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await findBarriers(page, ['color-contrast'])).toEqual([]);
      // The browser itself tells of a fault page on the console.
      const told = 'the server responded with a status of 4';
      expect(faults.filter((fault) => !fault.includes(told))).toEqual([]);
      expect(await page.evaluate("'broken' in globalThis")).toBe(false);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const over = 'document.documentElement.scrollWidth - innerWidth';
        expect(await page.evaluate<number>(over), `${width} wide`).toBeLessThanOrEqual(0);
      }
      await close();
    },
  );

  test('every link on every kind of page leads somewhere, and to a place that is there', async () => {
    const { page, close } = await openPage(browser, full.address);
    const addresses = new Set<string>();
    for (const path of Object.values(kinds)) {
      if (path.startsWith('EMPTY')) continue;
      await page.goto(addressOf(path));
      const links = await page.$$eval('a[href]', (all) =>
        all.map((one) => one.getAttribute('href')),
      );
      for (const link of links) addresses.add(new URL(link ?? '', page.url()).href);
    }
    const own = [...addresses].filter((link) => link.startsWith(full.address));
    // Of the many links to other days of states, agreements and questions, some of each kind.
    const perKind = Map.groupBy(own, (link) => new URL(link).pathname.split('/')[1]);
    const some = [...perKind].flatMap(([kind, links]) =>
      spread(links, kind === 'difference' ? 4 : 60),
    );
    const faults: string[] = [];
    for (const link of some) {
      const { hash } = new URL(link);
      const answer = await fetch(link);
      const body = await answer.text();
      if (answer.status !== 200) faults.push(`${answer.status} ${link}`);
      const id = decodeURIComponent(hash.slice(1));
      if (id !== '' && !body.includes(`id="${id}"`)) faults.push(`no ${hash} at ${link}`);
    }
    expect(faults.filter((fault) => !/nowhere|PRQ|02-31/.test(fault))).toEqual([]);
    expect(some.length).toBeGreaterThan(120);
    await close();
  });

  test('with scripts off the pages say the same', async () => {
    const options = { javaScriptEnabled: false };
    const { page, close } = await openPage(browser, full.address, options);
    await page.goto(addressOf(kinds.story));
    await page.click('.claim .telling >> nth=0');
    expect(new URL(page.url()).hash).toMatch(/^#r1-\d+$/);
    await page.goto(addressOf(kinds.report));
    expect(await page.getAttribute('a.source >> nth=1', 'title')).toContain('Vladimir Putin');
    await page.click('a.source >> nth=1');
    expect(new URL(page.url()).hash).toBe('#a1');
    await page.goto(addressOf(kinds.state));
    await page.fill('input[name=on]', '1970-01-01');
    await Promise.all([page.waitForNavigation(), page.click('form.day button')]);
    expect(page.url()).toContain('on=1970-01-01');
    expect(await page.textContent('.answer')).toContain('Soviet Union');
    expect(await page.isVisible('[data-years]')).toBe(false);
    await close();
  });

  test('a report is shown to the letter, its furniture folded', async () => {
    const { page, close } = await openPage(browser, full.address);
    await page.goto(addressOf(kinds['hostile report']));
    const text = (await page.textContent('.report-text')) ?? '';
    expect(text).toContain('The minister said "><img src=x onerror=alert(1)>.');
    expect(await page.isVisible('details.furniture p')).toBe(false);
    await page.click('details.furniture summary');
    expect(await page.isVisible('details.furniture p')).toBe(true);
    await page.goto(addressOf(kinds.report));
    const paragraph = await page.textContent('.report-text p >> nth=2');
    expect(paragraph).toContain('Putin said that the treaty provides for “mutual assistance');
    await close();
  });

  test('paper gets the reasons unfolded and the sources as endnotes with their addresses', async () => {
    const { page, close } = await openPage(browser, full.address);
    await page.goto(addressOf(kinds['what if, asked']));
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await page.isVisible('.duty .because >> nth=0')).toBe(true);
    expect(await page.isVisible('form.whatif')).toBe(false);
    const after = await page.evaluate(
      "getComputedStyle(document.querySelector('.sources a'), '::after').content",
    );
    expect(after).toContain('http');
    const notes = await page.$$eval('sup a', (all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    );
    for (const note of new Set(notes)) expect(await page.locator(note).count()).toBe(1);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await close();
  });
});

/** At most `most` of a list, spread over the whole of it. */
function spread<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(most, list.length) }, (_, i) => list[Math.floor(i * step)]);
}

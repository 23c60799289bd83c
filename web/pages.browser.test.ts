import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers, noBrowser, openPage } from './testing/browser.ts';
import { emptyKinds, pageKinds, type ServedDesk, serveDesk } from './testing/page-kinds.ts';

if (noBrowser !== undefined)
  process.stdout.write(`Not run, the pages in a browser: ${noBrowser}\n`);

/** What every kind of page keeps, each looked at in a window of its own, several at a time. */
describe.skipIf(noBrowser !== undefined).concurrent('pages in a browser', () => {
  let full: ServedDesk;
  let empty: ServedDesk;

  beforeAll(async () => {
    [full, empty] = await Promise.all([serveDesk(), serveDesk({ empty: true })]);
  });

  afterAll(() => Promise.all([full?.close(), empty?.close()]));

  test.each(Object.entries(pageKinds))('%s: axe finds nothing, by day and by night', (_, path) =>
    expectNoBarrier(full, path),
  );

  test.each(Object.entries(emptyKinds))('%s: axe finds nothing, by day and by night', (_, path) =>
    expectNoBarrier(empty, path),
  );
});

async function expectNoBarrier(desk: ServedDesk, path: string): Promise<void> {
  const { page, faults, close } = await openPage(desk.browser, desk.address);
  await page.goto(desk.addressOf(path));
  expect(await findBarriers(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findBarriers(page, ['color-contrast'])).toEqual([]);
  // The browser itself says on the console that a page is a fault page.
  const expected = 'the server responded with a status of 4';
  expect(faults.filter((fault) => !fault.includes(expected))).toEqual([]);
  expect(await page.evaluate("'broken' in globalThis")).toBe(false);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const over = 'document.documentElement.scrollWidth - innerWidth';
    expect(await page.evaluate<number>(over), `${width} wide`).toBeLessThanOrEqual(0);
  }
  await close();
}

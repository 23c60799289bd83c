import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openPage } from './testing/browser.ts';
import { pageKinds, type ServedDesk, serveDesk } from './testing/page-kinds.ts';

/** Pages are documents: linked, printable, complete without scripts, true to the report. */
describe.skipIf(noBrowser !== undefined).concurrent('pages as documents', () => {
  let desk: ServedDesk;

  beforeAll(async () => {
    desk = await serveDesk();
  });

  afterAll(() => desk?.close());

  test('with scripts off the pages say the same', async () => {
    const options = { javaScriptEnabled: false };
    const { page, close } = await openPage(desk.browser, desk.address, options);
    await page.goto(desk.addressOf(pageKinds.story));
    await page.click('.claim .to-words >> nth=0');
    expect(new URL(page.url()).hash).toMatch(/^#r1-\d+$/);
    await page.goto(desk.addressOf(pageKinds.report));
    expect(await page.getAttribute('a.source >> nth=1', 'title')).toContain('Vladimir Putin');
    await page.click('a.source >> nth=1');
    expect(new URL(page.url()).hash).toBe('#a1');
    await page.goto(desk.addressOf(pageKinds.state));
    await page.fill('input[name=on]', '1970-01-01');
    await Promise.all([page.waitForNavigation(), page.click('form.day button')]);
    expect(page.url()).toContain('on=1970-01-01');
    expect(await page.textContent('.answer')).toContain('Soviet Union');
    expect(await page.isVisible('[data-years]')).toBe(false);
    await close();
  });

  test('a report is shown to the letter, its furniture folded', async () => {
    const { page, close } = await openPage(desk.browser, desk.address);
    await page.goto(desk.addressOf(pageKinds['hostile report']));
    const text = (await page.textContent('.report-text')) ?? '';
    expect(text).toContain('The minister said "><img src=x onerror=alert(1)>.');
    expect(await page.isVisible('details.furniture p')).toBe(false);
    await page.click('details.furniture summary');
    expect(await page.isVisible('details.furniture p')).toBe(true);
    await page.goto(desk.addressOf(pageKinds.report));
    const paragraph = await page.textContent('.report-text p >> nth=2');
    expect(paragraph).toContain('Putin said that the treaty provides for “mutual assistance');
    await close();
  });

  test('paper gets the reasons unfolded and the sources as endnotes with their addresses', async () => {
    const { page, close } = await openPage(desk.browser, desk.address);
    await page.goto(desk.addressOf(pageKinds['what if, asked']));
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

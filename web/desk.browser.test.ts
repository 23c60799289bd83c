import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, startServer } from '../src/server/start-server.ts';
import { noBrowser, openBrowser, openPage, type WatchedPage } from './testing/browser.ts';
import { openDesk } from './testing/open-desk.ts';

/** What a person at the desk does, one thing after another, by keyboard where there is a key. */
describe.skipIf(noBrowser !== undefined)('at the desk', () => {
  let browser: Browser;
  let desk: Running;
  let open: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    desk = await startServer((await openDesk()).app, 0);
    browser = await openBrowser();
    open = await openPage(browser, desk.address);
    page = open.page;
  });

  afterAll(async () => {
    expect(open.faults).toEqual([]);
    await browser.close();
    await desk.stop();
  });

  const at = (path: string) => page.goto(`${desk.address}${path}`);
  const lit = () => page.$$eval('.lit-words', (all) => all.map((one) => one.textContent));
  /** Text as it is read: one space between words. */
  const wordsOf = async (selector: string) =>
    ((await page.textContent(selector)) ?? '').replace(/\s+/g, ' ').trim();
  const follow = (act: Promise<unknown>) => Promise.all([page.waitForNavigation(), act]);
  const focused = () => page.evaluate<string>('document.activeElement.textContent');
  const openStory = async () => {
    await at('');
    await page.click('text=Russia and North Korea sign treaty');
    await page.waitForURL(/stories/);
  };

  test('today’s story: the answer first, then where the reports agree and differ', async () => {
    await openStory();
    expect(await wordsOf('.answer')).toMatch(/2 independent reports\. They agree on/);
    expect(await wordsOf('.differences')).toContain('“mutual assistance treaty”');
  });

  test('j and k move over the claims and light up their words in both reports; s goes there', async () => {
    await openStory();
    await page.keyboard.press('j');
    const words = await lit();
    expect(words.join('')).toContain('signed a comprehensive strategic partnership treaty');
    expect(words.join('')).toContain('Russia and North Korea signed in Pyongyang');
    await page.keyboard.press('j');
    const second = await focused();
    expect(second).toContain('mutual defence');
    await page.keyboard.press('k');
    expect(await focused()).toContain('signed');
    await page.keyboard.press('s');
    expect(page.url()).toMatch(/#r1-\d+$/);
  });

  test('words in a report light up the claim that rests on them, and say who stands behind', async () => {
    await openStory();
    await page.hover('.report-text .cue:text("condemned")');
    expect(await wordsOf('.note')).toContain('South Korea');
    expect(await wordsOf('.claim.lit .words')).toContain('South Korea condemned');
  });

  test('why “he” is Putin, and how sure: by pointer and by keyboard', async () => {
    await at('reports/sample-pyongyang-1');
    await page.hover('a.source:text-is("He")');
    const note = await wordsOf('.note');
    expect(note).toContain('Vladimir Putin');
    expect(note).toContain('The subject of the sentence before is Putin.');
    expect(note).toContain('71 % sure');
    await page.mouse.move(0, 0);
    expect(await page.isVisible('.note')).toBe(false);
    await page.focus('a.source:text-is("He")');
    expect(await page.isVisible('.note')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.note')).toBe(false);
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#a1$/);
  });

  test('a question in the form becomes an address that asks it again; back returns', async () => {
    await at('whatif');
    await page.fill('#attacker-0', 'South Korea');
    await page.fill('#target-0', 'North Korea');
    await page.fill('#on-0', '1970-01-01');
    await follow(page.click('button:text-is("Ask")'));
    expect(await wordsOf('.answer')).toContain('Soviet Union');
    const address = page.url();
    await page.fill('#on-0', '2025-01-01');
    await follow(page.click('button:text-is("Ask")'));
    expect(await wordsOf('.answer')).toContain('Russia would be bound');
    await page.goBack();
    expect(page.url()).toBe(address);
    expect(await wordsOf('.answer')).toContain('Soviet Union');
    await page.goto(address);
    expect(await page.inputValue('#target-0')).toBe('North Korea');
  });

  test('e opens the reasons, of one duty or of all', async () => {
    await at('whatif?attacker=KOR&target=PRK&on=2025-01-01');
    expect(await page.isVisible('.because >> nth=0')).toBe(false);
    await page.keyboard.press('e');
    expect(await page.isVisible('.because >> nth=0')).toBe(true);
    await page.keyboard.press('e');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    expect(await page.locator('.because:visible').count()).toBe(1);
    expect(await wordsOf('.because:visible')).toContain('China has promised to defend');
  });

  test('the years of a state: the slider moves the day, the address follows', async () => {
    await at('states/PRK?on=2025-01-01');
    await page.locator('[data-years]').fill('1970');
    await page.waitForFunction("location.search === '?on=1970-01-01'");
    await page.waitForSelector('.answer:has-text("Soviet Union")');
    expect(await page.inputValue('input[name=on]')).toBe('1970-01-01');
    await page.reload();
    expect(await wordsOf('.answer')).toContain('Soviet Union');
  });

  test('the network’s slider goes to 1914 and to today; the table says the same', async () => {
    await at('network?on=2025-01-01');
    const table = () => wordsOf('[aria-label="Promises to defend"]');
    expect(await table()).toContain('North Atlantic Treaty');
    await page.locator('[data-years]').fill('1914');
    await page.waitForSelector('.answer:has-text("1914")');
    expect(await table()).toContain('Dual Alliance');
    expect(await table()).not.toContain('North Atlantic Treaty');
    expect(await wordsOf('.network svg')).toContain('Austria-Hungary');
  });

  test('a long list is filtered while one types', async () => {
    await at('agreements');
    const shown = () => page.locator('#agreements tbody tr:visible').count();
    const before = await shown();
    await page.fill('[data-filter]', 'north korea 2024');
    expect(await shown()).toBeLessThan(before);
    expect(await wordsOf('#agreements tbody tr:visible')).toContain('Russia');
  });

  test('a proposal is accepted, undone and rejected by keyboard; the history shows all', async () => {
    await at('review');
    const proposals = await page.locator('.proposal').count();
    await page.keyboard.press('j');
    await follow(page.keyboard.press(' '));
    expect(page.url()).toMatch(/\/reports\/.*#t-\d+$/);
    await page.goBack();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await follow(page.keyboard.press('a'));
    expect(await page.locator('.proposal').count()).toBe(proposals - 1);
    expect(await wordsOf('[aria-label=History] tbody')).toContain('accept');
    await follow(page.keyboard.press('u'));
    expect(await page.locator('.proposal').count()).toBe(proposals);
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.keyboard.type('not an agreement');
    await follow(page.click('.proposal [value=reject]'));
    const history = await wordsOf('main');
    for (const word of ['accept', 'undo of 1', 'not an agreement']) expect(history).toContain(word);
  });

  test('/ searches, ? lists the keys, Escape closes them', async () => {
    await at('');
    await page.keyboard.press('?');
    expect(await wordsOf('dialog')).toContain('next claim');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('munitions');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\?q=munitions/);
    expect(await wordsOf('mark')).toBe('munitions');
  });

  test('own files are dropped in; the one that failed is named, with why', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-files-'));
    const good = join(folder, 'good.txt');
    const empty = join(folder, 'empty.txt');
    writeFileSync(good, 'Norway and Denmark signed a pact.\n\nOslo said it was glad.\n');
    writeFileSync(empty, '');
    await at('add');
    await page.setInputFiles('#files', [good, empty]);
    await page.click('text=Read and keep');
    await page.waitForSelector('#failed');
    expect(await wordsOf('main')).toMatch(/empty\.txt\s+has no text/);
    await follow(page.click('text=good.txt'));
    expect(await wordsOf('.report-text')).toContain('Oslo said');
    rmSync(folder, { recursive: true });
  });
});

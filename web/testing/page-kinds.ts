import type { Browser } from 'playwright-core';
import { type Running, startServer } from '../../src/server/start-server.ts';
import { openBrowser } from './browser.ts';
import { openDesk } from './open-desk.ts';

/** Every kind of page, by name: its address, `STORY` for that of the first story's id. */
export const pageKinds = {
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
  'not a day': 'states/PRK?on=2025-02-31',
} as const;

/** The same on a desk without reports. */
export const emptyKinds = { 'no reports yet': '', 'nothing to review': 'review' } as const;

/** A desk that is served and a browser to look at it with. */
export interface ServedDesk {
  readonly browser: Browser;
  /** Where the server is, with a slash at the end. */
  readonly address: string;
  /** The whole address of a page. */
  addressOf(path: string): string;
  close(): Promise<void>;
}

export async function serveDesk({ empty = false } = {}): Promise<ServedDesk> {
  const desk = await openDesk({ empty });
  const running: Running = await startServer(desk.app, 0);
  const browser = await openBrowser();
  const stories = await desk.workbench.archive.stories();
  const story = stories.find(({ title }) => title.startsWith('Russia'))?.id ?? '';
  return {
    browser,
    address: running.address,
    addressOf: (path) => `${running.address}${path.replace('STORY', story)}`,
    async close() {
      await browser.close();
      await running.stop();
    },
  };
}

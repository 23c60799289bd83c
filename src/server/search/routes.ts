import { Hono } from 'hono';
import type { Workbench } from '../../pipeline/workbench.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { searchPage } from './search-page.ts';

/** In this many of the reports found, the page looks for who says the words. */
const mostRead = 20;

/** `/search?q=WORDS` finds reports, states and agreements. */
export function searchRoutes({ archive, flow }: Workbench, view: LedgerViews): Hono {
  const { reference } = flow;
  const routes = new Hono();
  routes.get('/search', async (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const hits = words === '' ? [] : await archive.search(words, 100);
    const first = hits.slice(0, mostRead).map(({ id }) => archive.reading(id));
    const readings = (await Promise.all(first)).filter((reading) => reading !== undefined);
    const { ledger } = await view();
    return c.render(searchPage({ words, hits, readings, ledger, reference }));
  });
  return routes;
}

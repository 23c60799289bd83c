import { Hono } from 'hono';
import type { Workbench } from '../../pipeline/workbench.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { notFound } from '../questions.ts';
import { storiesPage } from './stories-page.ts';
import { storyPage } from './story-page.ts';

/** `/` lists the stories kept; `/stories/ID` shows one. */
export function storyRoutes({ archive, flow }: Workbench, view: LedgerViews): Hono {
  const { reference } = flow;
  const routes = new Hono();
  routes.get('/', async (c) => c.render(storiesPage(await archive.stories(), reference)));
  routes.get('/stories/:id', async (c) => {
    const story = await archive.story(c.req.param('id'));
    if (story === undefined) throw notFound('story', c.req.param('id'));
    const kept = await Promise.all(story.reports.map(({ id }) => archive.reading(id)));
    const readings = kept.filter((reading) => reading !== undefined);
    return c.render(storyPage({ story, readings, view: await view(), reference }));
  });
  return routes;
}

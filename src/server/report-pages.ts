import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Failure } from '../base/failure.ts';
import type { Reading } from '../model/reading.ts';
import { addFiles, filesIn, mostUploadBytes } from './add-files.ts';
import type { Rooms } from './app.ts';
import { addPage } from './pages/add-page.ts';
import { reportPage } from './pages/report-page.ts';
import { searchPage } from './pages/search-page.ts';
import { storiesPage } from './pages/stories-page.ts';
import { storyPage } from './pages/story-page.ts';
import { notFound } from './questions.ts';

/** Of so many of the reports found it is told who in them says the words. */
const mostRead = 20;

/** Stories, reports, search, and where reports are handed in. */
export function addReportPages(app: Hono, rooms: Rooms): void {
  const { workbench, view, show } = rooms;
  const { archive, flow } = workbench;
  const { reference } = flow;
  app.get('/', async (c) => show(c, storiesPage(await archive.stories(), reference)));
  app.get('/stories/:id', async (c) => {
    const story = await archive.story(c.req.param('id'));
    if (story === undefined) throw notFound('story', c.req.param('id'));
    const kept = await Promise.all(story.reports.map(({ id }) => archive.reading(id)));
    const readings: Reading[] = kept.filter((reading) => reading !== undefined);
    return show(c, storyPage({ story, readings, view: await view(), reference }));
  });
  app.get('/reports/:id', async (c) => {
    const id = c.req.param('id');
    const reading = await archive.reading(id);
    if (reading === undefined) {
      throw notFound(
        'report',
        id,
        (await archive.reports()).map((report) => report.id),
      );
    }
    return show(c, reportPage(reading, (await view()).ledger, reference));
  });
  app.get('/search', async (c) => {
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const hits = words === '' ? [] : await archive.search(words, 100);
    const first = hits.slice(0, mostRead).map(({ id }) => archive.reading(id));
    const readings = (await Promise.all(first)).filter((reading) => reading !== undefined);
    const { ledger } = await view();
    return show(c, searchPage({ words, hits, readings, ledger, reference }));
  });
  addUpload(app, rooms);
}

function addUpload(app: Hono, { workbench, show }: Rooms): void {
  const most = mostUploadBytes / 1024 / 1024;
  const limit = bodyLimit({
    maxSize: mostUploadBytes,
    onError: (c) => {
      const fault =
        `More than ${most} MB were handed in at once, the limit of this page. ` +
        'Hand in fewer files, or use entente add.';
      return show(c, addPage(undefined, fault), 413) as Response;
    },
  });
  app.get('/add', (c) => show(c, addPage()));
  app.post('/add', limit, async (c) => {
    const { files, published = '', outlet = '' } = await c.req.parseBody({ all: true });
    try {
      const stated = { published: String(published), outlet: String(outlet).trim() };
      return show(c, addPage(await addFiles(workbench, filesIn(files), stated)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return show(c, addPage(undefined, error.message), 400);
    }
  });
}

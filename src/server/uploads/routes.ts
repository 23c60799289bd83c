import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Failure } from '../../base/failure.ts';
import type { Workbench } from '../../pipeline/workbench.ts';
import { addFiles, filesIn, mostUploadBytes } from './add-files.ts';
import { addPage } from './add-page.ts';

/** `/add` takes reports as files. */
export function uploadRoutes(workbench: Workbench): Hono {
  const most = mostUploadBytes / 1024 / 1024;
  const limit = bodyLimit({
    maxSize: mostUploadBytes,
    onError: (c) => {
      const fault =
        `These files have more than ${most} MB together, the limit of this page. ` +
        'Choose fewer files, or use entente add.';
      c.status(413);
      return c.render(addPage(undefined, fault));
    },
  });
  const routes = new Hono();
  routes.get('/add', (c) => c.render(addPage()));
  routes.post('/add', limit, async (c) => {
    const { files, published = '', outlet = '' } = await c.req.parseBody({ all: true });
    try {
      const stated = { published: String(published), outlet: String(outlet).trim() };
      return c.render(addPage(await addFiles(workbench, filesIn(files), stated)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      c.status(400);
      return c.render(addPage(undefined, error.message));
    }
  });
  return routes;
}

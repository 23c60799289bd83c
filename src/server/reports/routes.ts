import { Hono } from 'hono';
import type { Workbench } from '../../pipeline/workbench.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { notFound } from '../questions.ts';
import { reportPage } from './report-page.ts';

/** `/reports/ID` shows a report with everything found in it. */
export function reportRoutes({ archive, flow }: Workbench, view: LedgerViews): Hono {
  const routes = new Hono();
  routes.get('/reports/:id', async (c) => {
    const id = c.req.param('id');
    const reading = await archive.reading(id);
    if (reading === undefined) {
      const known = await archive.reports();
      throw notFound(
        'report',
        id,
        known.map((report) => report.id),
      );
    }
    const constructions = flow.constructions(reading.report.language);
    return c.render(reportPage(reading, (await view()).ledger, flow.reference, constructions));
  });
  return routes;
}

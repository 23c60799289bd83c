import type { Context, Hono } from 'hono';
import { Failure } from '../base/failure.ts';
import type { Rooms } from './app.ts';
import { reviewPage } from './pages/review-page.ts';

/** The review page and its decisions: each ends on the page again, which shows what it did. */
export function addDecisions(app: Hono, { workbench, person, view, show }: Rooms): void {
  const { reference } = workbench.flow;
  const parts = async (fault?: string) => ({
    open: await workbench.openProposals(),
    entries: await workbench.archive.entries(),
    ledger: (await view()).ledger,
    reference,
    ...(fault !== undefined && { fault }),
  });
  const decide = async (c: Context, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return show(c, reviewPage(await parts(error.message)), 409);
    }
    return c.redirect('/review', 303);
  };
  app.get('/review', async (c) => show(c, reviewPage(await parts())));
  app.post('/review/undo/:number', (c) =>
    decide(c, () => workbench.undo(Number(c.req.param('number')), person)),
  );
  app.post('/review/:id', async (c) => {
    const form = await c.req.parseBody();
    const id = c.req.param('id');
    const why = typeof form.why === 'string' ? form.why.trim() : '';
    return decide(c, () =>
      form.decision === 'accept'
        ? workbench.accept(id, person, why === '' ? undefined : why)
        : workbench.reject(id, person, why),
    );
  });
}

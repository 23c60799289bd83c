import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { exitCode, Failure } from '../base/failure.ts';
import type { Rooms } from './app.ts';
import { reviewPage } from './pages/review-page.ts';

/** The review page and its decisions: each ends on the page again, which shows what it did. */
export function addDecisions(app: Hono, { workbench, person, view, show }: Rooms): void {
  const { flow } = workbench;
  const parts = async (fault?: string) => {
    const { ledger } = await view();
    const open = await workbench.openProposals();
    return {
      open: open.map((proposal) => ({ proposal, rows: flow.show(proposal, ledger) })),
      history: await workbench.history(),
      ledger,
      reference: flow.reference,
      ...(fault !== undefined && { fault }),
    };
  };
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
  const small = bodyLimit({ maxSize: 64 * 1024 });
  app.post('/review/:id', small, async (c) => {
    const form = await c.req.parseBody();
    const id = c.req.param('id');
    const why = typeof form.why === 'string' ? form.why.trim() : '';
    return decide(c, () => {
      if (form.decision === 'accept') return workbench.accept(id, person, why || undefined);
      if (form.decision === 'reject') return workbench.reject(id, person, why);
      throw new Failure('A decision is accept or reject.', exitCode.wrongUsage);
    });
  });
}

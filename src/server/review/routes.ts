import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { exitCode, Failure } from '../../base/failure.ts';
import type { Workbench } from '../../pipeline/workbench.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { type ReviewParts, reviewPage } from './review-page.ts';

/** `/review` shows the open proposals; each decision leads back to it, to show what it did. */
export function reviewRoutes(workbench: Workbench, view: LedgerViews, person: string): Hono {
  const decide = async (c: Context, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      c.status(409);
      return c.render(
        reviewPage({ ...(await stateOfReview(workbench, view)), fault: error.message }),
      );
    }
    return c.redirect('/review', 303);
  };
  const routes = new Hono();
  routes.get('/review', async (c) => c.render(reviewPage(await stateOfReview(workbench, view))));
  routes.post('/review/undo/:number', (c) =>
    decide(c, () => workbench.undo(Number(c.req.param('number')), person)),
  );
  const small = bodyLimit({ maxSize: 64 * 1024 });
  routes.post('/review/:id', small, async (c) => {
    const form = await c.req.parseBody();
    const id = c.req.param('id');
    const why = typeof form.why === 'string' ? form.why.trim() : '';
    return decide(c, () => {
      if (form.decision === 'accept') return workbench.accept(id, person, why || undefined);
      if (form.decision === 'reject') return workbench.reject(id, person, why);
      throw new Failure('A decision is accept or reject.', exitCode.wrongUsage);
    });
  });
  return routes;
}

async function stateOfReview(workbench: Workbench, view: LedgerViews): Promise<ReviewParts> {
  const { flow } = workbench;
  const { ledger } = await view();
  const open = await workbench.openProposals();
  return {
    open: open.map((proposal) => ({ proposal, rows: flow.show(proposal, ledger) })),
    history: await workbench.history(),
    ledger,
    reference: flow.reference,
  };
}

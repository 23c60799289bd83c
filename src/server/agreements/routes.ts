import { Hono } from 'hono';
import { type Clock, today } from '../../base/clock.ts';
import type { Workbench } from '../../pipeline/workbench.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { askedDay, dayOrToday, notFound } from '../questions.ts';
import { agreementPage } from './agreement-page.ts';
import { agreementsPage } from './agreements-page.ts';
import { differencePage } from './difference-page.ts';

/** `/agreements` lists the ledger, `/agreements/ID` shows one, `/difference/ID` what it changes. */
export function agreementRoutes(workbench: Workbench, view: LedgerViews, clock: Clock): Hono {
  const { flow } = workbench;
  const { reference } = flow;
  const routes = new Hono();
  routes.get('/agreements', async (c) => {
    const on = askedDay(c);
    const asked = {
      duty: c.req.query('duty') || undefined,
      unverified: c.req.query('unverified') === '1',
      today: today(clock),
      ...(on && { on }),
    };
    return c.render(agreementsPage(await view(), asked, reference));
  });
  routes.get('/agreements/:id', async (c) => {
    const known = askedDay(c, 'known');
    const ledger = known === undefined ? (await view()).ledger : await workbench.ledger(known);
    const agreement = ledger.get(c.req.param('id'));
    if (!agreement) throw notFound('agreement', c.req.param('id'), ledger.keys());
    const parts = {
      valid: flow.validOn(agreement, dayOrToday(c, clock), ledger),
      succession: flow.succession(agreement.id, ledger),
      today: today(clock),
      ledger,
      reference,
      ...(known && { known }),
    };
    return c.render(agreementPage(parts));
  });
  routes.get('/difference/:id', async (c) => {
    const now = await view();
    const agreement = now.ledger.get(c.req.param('id'));
    if (!agreement) throw notFound('agreement', c.req.param('id'), now.ledger.keys());
    const on = dayOrToday(c, clock);
    const difference = now.difference(agreement.id, on);
    const parts = { agreement, difference, today: today(clock), ledger: now.ledger, reference };
    return c.render(differencePage(parts));
  });
  return routes;
}

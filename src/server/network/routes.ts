import { Hono } from 'hono';
import { type Clock, today } from '../../base/clock.ts';
import type { Flow } from '../../pipeline/flow.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { dayOrToday } from '../questions.ts';
import { networkPage } from './network-page.ts';

/** `/network` draws who has promised to defend whom on a day. */
export function networkRoutes({ reference }: Flow, view: LedgerViews, clock: Clock): Hono {
  const routes = new Hono();
  routes.get('/network', async (c) => {
    const on = dayOrToday(c, clock);
    return c.render(networkPage({ on, today: today(clock), view: await view(), reference }));
  });
  return routes;
}

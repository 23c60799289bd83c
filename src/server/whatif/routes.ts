import { Hono } from 'hono';
import { type Clock, today } from '../../base/clock.ts';
import { Failure } from '../../base/failure.ts';
import type { Flow } from '../../pipeline/flow.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { readForm, scenarioOf } from './scenario-form.ts';
import { type WhatIfParts, whatIfPage } from './whatif-page.ts';

/** `/whatif` is the question as a form, and its answer where the address asks one. */
export function whatIfRoutes(flow: Flow, view: LedgerViews, clock: Clock): Hono {
  const routes = new Hono();
  routes.get('/whatif', async (c) => {
    const { ledger, world } = await view();
    const form = readForm(c.req.queries(), today(clock));
    const parts: WhatIfParts = { form, ledger, reference: flow.reference };
    const [first] = form.acts;
    if (first.attacker === '' || first.target === '') return c.render(whatIfPage(parts));
    try {
      const { without, ...whole } = scenarioOf(form, flow.reference, today(clock));
      if (without === undefined) {
        return c.render(whatIfPage({ ...parts, outcome: flow.decide(whole, world) }));
      }
      const outcome = flow.decide({ ...whole, without }, world);
      return c.render(whatIfPage({ ...parts, outcome, withAll: flow.decide(whole, world) }));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      c.status(400);
      return c.render(whatIfPage({ ...parts, fault: error.message }));
    }
  });
  return routes;
}

import type { Hono } from 'hono';
import { today } from '../base/clock.ts';
import type { Day } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import type { State } from '../model/state.ts';
import type { Reference } from '../pipeline/flow.ts';
import { requireState } from '../pipeline/parse-scenario.ts';
import type { Rooms } from './app.ts';
import { agreementPage } from './pages/agreement-page.ts';
import { agreementsPage } from './pages/agreements-page.ts';
import { differencePage } from './pages/difference-page.ts';
import { networkPage } from './pages/network-page.ts';
import { statePage } from './pages/state-page.ts';
import { type WhatIfParts, whatIfPage } from './pages/whatif-page.ts';
import { askedDay, dayOrToday, notFound } from './questions.ts';
import { readForm, scenarioOf } from './scenario-form.ts';

/** Agreements, states, what an agreement changes, and the what-if desk. */
export function addLedgerPages(app: Hono, rooms: Rooms): void {
  const { workbench, clock, view, show } = rooms;
  const { flow } = workbench;
  const { reference } = flow;
  app.get('/agreements', async (c) => {
    const on = askedDay(c);
    const asked = {
      duty: c.req.query('duty') || undefined,
      unverified: c.req.query('unverified') === '1',
      today: today(clock),
      ...(on && { on }),
    };
    return show(c, agreementsPage(await view(), asked, reference));
  });
  app.get('/agreements/:id', async (c) => {
    const known = askedDay(c, 'known');
    const ledger = known === undefined ? (await view()).ledger : await workbench.ledger(known);
    const agreement = ledger.get(c.req.param('id'));
    if (!agreement) throw notFound('agreement', c.req.param('id'), ledger.keys());
    const parts = {
      valid: flow.validOn(agreement, dayOrToday(c, clock)),
      succession: flow.succession(agreement.id, ledger),
      today: today(clock),
      ledger,
      reference: flow.reference,
      ...(known && { known }),
    };
    return show(c, agreementPage(parts));
  });
  app.get('/difference/:id', async (c) => {
    const held = await view();
    const agreement = held.ledger.get(c.req.param('id'));
    if (!agreement) throw notFound('agreement', c.req.param('id'), held.ledger.keys());
    const on = dayOrToday(c, clock);
    const difference = held.difference(agreement.id, on);
    const parts = { agreement, difference, on, today: today(clock), view: held, reference };
    return show(c, differencePage(parts));
  });
  app.get('/states/:code', async (c) => {
    const on = dayOrToday(c, clock);
    const state = findState(c.req.param('code'), reference, on);
    return show(c, statePage({ state, on, today: today(clock), view: await view(), reference }));
  });
  app.get('/network', async (c) => {
    const on = dayOrToday(c, clock);
    return show(c, networkPage({ on, today: today(clock), view: await view(), reference }));
  });
  addWhatIf(app, rooms);
}

/** A state by its code or a name; what is none is told with the nearest names. */
function findState(text: string, reference: Reference, on: Day): State {
  try {
    const state = reference.states.get(requireState(text, reference, on));
    if (state) return state;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.message, exitCode.notFound);
  }
  throw notFound('state', text);
}

function addWhatIf(app: Hono, { workbench, clock, view, show }: Rooms): void {
  const { flow } = workbench;
  app.get('/whatif', async (c) => {
    const { ledger, world } = await view();
    const form = readForm(c.req.queries(), today(clock));
    const parts: WhatIfParts = { form, ledger, reference: flow.reference };
    const [first] = form.acts;
    if (first.attacker === '' || first.target === '') return show(c, whatIfPage(parts));
    try {
      const { without, ...whole } = scenarioOf(form, flow.reference, today(clock));
      if (without === undefined) {
        return show(c, whatIfPage({ ...parts, outcome: flow.decide(whole, world) }));
      }
      const outcome = flow.decide({ ...whole, without }, world);
      return show(c, whatIfPage({ ...parts, outcome, withAll: flow.decide(whole, world) }));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return show(c, whatIfPage({ ...parts, fault: error.message }), 400);
    }
  });
}

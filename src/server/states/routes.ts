import { Hono } from 'hono';
import { type Clock, today } from '../../base/clock.ts';
import type { Day } from '../../base/day.ts';
import { exitCode, Failure } from '../../base/failure.ts';
import type { State } from '../../model/state.ts';
import type { Flow, Reference } from '../../pipeline/flow.ts';
import { requireState } from '../../pipeline/parse-scenario.ts';
import type { LedgerViews } from '../ledger-view.ts';
import { dayOrToday, notFound } from '../questions.ts';
import { statePage } from './state-page.ts';

/** `/states/CODE` shows a state on a day, by its code or a name. */
export function stateRoutes({ reference }: Flow, view: LedgerViews, clock: Clock): Hono {
  const routes = new Hono();
  routes.get('/states/:code', async (c) => {
    const on = dayOrToday(c, clock);
    const state = findState(c.req.param('code'), reference, on);
    return c.render(statePage({ state, on, today: today(clock), view: await view(), reference }));
  });
  return routes;
}

/** On this page an unknown state is something not found, not a wrong question. */
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

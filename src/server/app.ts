import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { type Clock, today } from '../base/clock.ts';
import { type Day, parseDay } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { agreementOn } from '../ledger/agreement-on.ts';
import type { Reading } from '../model/reading.ts';
import { packageFolder } from '../pipeline/version.ts';
import type { Workbench } from '../pipeline/workbench.ts';
import { refuseStrangers } from './guard.ts';
import { type Page, renderPage } from './layout.ts';
import { agreementPage } from './pages/agreement-page.ts';
import { agreementsPage } from './pages/agreements-page.ts';
import { messagePage } from './pages/message-page.ts';
import { reportPage } from './pages/report-page.ts';
import { reviewPage } from './pages/review-page.ts';
import { searchPage } from './pages/search-page.ts';
import { statePage } from './pages/state-page.ts';
import { storiesPage } from './pages/stories-page.ts';
import { storyPage } from './pages/story-page.ts';
import { answerWhatIf } from './scenario-answers.ts';

/** What the pages need from outside. */
export interface AppParts {
  readonly workbench: Workbench;
  readonly clock: Clock;
  /** Who decides in reviews made on the pages. */
  readonly person: string;
}

/** The workbench's pages: documents first, every state of a page in its address. */
export function createApp(parts: AppParts): Hono {
  const { workbench, clock } = parts;
  const { archive, flow } = workbench;
  const { reference } = flow;
  const app = new Hono();
  const show = (c: Context, page: Page, status: 200 | 400 | 404 | 409 = 200) =>
    c.html(renderPage(page, flow.made), status);
  const dayOf = (c: Context): Day => askedDay(c.req.query('on')) ?? today(clock);

  app.use(refuseStrangers);
  addAssets(app);
  app.get('/', async (c) => show(c, storiesPage(await archive.stories(), reference)));
  app.get('/stories/:id', async (c) => {
    const story = await archive.story(c.req.param('id'));
    if (story === undefined) throw notFound('story', c.req.param('id'));
    const readings: Reading[] = [];
    for (const { id } of story.reports) {
      const reading = await archive.reading(id);
      if (reading) readings.push(reading);
    }
    return show(c, storyPage(story, readings, reference));
  });
  app.get('/reports/:id', async (c) => {
    const reading = await archive.reading(c.req.param('id'));
    if (reading === undefined) throw notFound('report', c.req.param('id'));
    return show(c, reportPage(reading, reference));
  });
  app.get('/agreements', async (c) => {
    const on = askedDay(c.req.query('on'));
    const asked = { duty: c.req.query('duty') || undefined, ...(on && { on }) };
    return show(c, agreementsPage(await workbench.ledger(), asked, reference));
  });
  app.get('/agreements/:id', async (c) => {
    const ledger = await workbench.ledger();
    const agreement = ledger.get(c.req.param('id'));
    if (agreement === undefined) throw notFound('agreement', c.req.param('id'));
    return show(c, agreementPage(agreementOn(agreement, dayOf(c)), ledger, reference));
  });
  app.get('/states/:code', async (c) => {
    const state = reference.states.get(c.req.param('code').toUpperCase());
    if (state === undefined) throw notFound('state', c.req.param('code'));
    return show(c, statePage(state, dayOf(c), await workbench.ledger(), reference));
  });
  app.get('/whatif', async (c) => {
    const { page, status } = answerWhatIf(c.req.query(), {
      flow,
      ledger: await workbench.ledger(),
      today: today(clock),
    });
    return show(c, page, status);
  });
  app.get('/search', async (c) => {
    const words = (c.req.query('q') ?? '').slice(0, 200);
    return show(c, searchPage(words, await archive.search(words, 100)));
  });
  addReview(app, parts, show);
  app.notFound((c) => show(c, messagePage('Not found', 'There is no page at this address.'), 404));
  app.onError((error, c) => {
    if (!(error instanceof Failure)) throw error;
    const status =
      error.code === exitCode.notFound ? 404 : error.code === exitCode.conflict ? 409 : 400;
    return show(c, messagePage('This could not be shown', error.message), status);
  });
  return app;
}

function addReview(
  app: Hono,
  { workbench, person }: AppParts,
  show: (c: Context, page: Page, status?: 200 | 400 | 404 | 409) => Response | Promise<Response>,
): void {
  const state = async (fault?: string) => ({
    open: await workbench.openProposals(),
    entries: await workbench.archive.entries(),
    ledger: await workbench.ledger(),
    ...(fault !== undefined && { fault }),
  });
  const decide = async (c: Context, work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return show(c, reviewPage(await state(error.message)), 409);
    }
    return c.redirect('/review', 303);
  };
  app.get('/review', async (c) => show(c, reviewPage(await state())));
  app.post('/review/undo/:number', (c) =>
    decide(c, () => workbench.undo(Number(c.req.param('number')), person)),
  );
  app.post('/review/:id', async (c) => {
    const form = await c.req.parseBody();
    const id = c.req.param('id');
    const why = typeof form.why === 'string' ? form.why : '';
    return decide(c, () =>
      form.decision === 'accept'
        ? workbench.accept(id, person, why === '' ? undefined : why)
        : workbench.reject(id, person, why),
    );
  });
}

const assets: Readonly<Record<string, string>> = {
  'workbench.css': 'text/css; charset=utf-8',
  'workbench.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

function addAssets(app: Hono): void {
  for (const [name, type] of Object.entries(assets)) {
    const body = readFileSync(join(packageFolder(), 'web/assets', name), 'utf8');
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'content-type': type }));
  }
}

function askedDay(text: string | undefined): Day | undefined {
  if (text === undefined || text === '') return undefined;
  const day = parseDay(text);
  if (day !== undefined) return day;
  const message = `"${text}" is no day. Write it as year, month and date: 2025-01-31.`;
  throw new Failure(message, exitCode.wrongUsage);
}

function notFound(what: string, id: string): Failure {
  return new Failure(`There is no ${what} "${id}" here.`, exitCode.notFound);
}

import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Clock } from '../base/clock.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { packageFile } from '../pipeline/package-files.ts';
import type { Workbench } from '../pipeline/workbench.ts';
import { agreementRoutes } from './agreements/routes.ts';
import { guards } from './guard.ts';
import { createLedgerViews } from './ledger-view.ts';
import { messagePage } from './look/message-page.ts';
import type { Page } from './look/page.ts';
import { renderPages } from './look/render-pages.ts';
import { networkRoutes } from './network/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { stateRoutes } from './states/routes.ts';
import { storyRoutes } from './stories/routes.ts';
import { uploadRoutes } from './uploads/routes.ts';
import { whatIfRoutes } from './whatif/routes.ts';

/** What the pages need from outside. */
export interface AppParts {
  readonly workbench: Workbench;
  readonly clock: Clock;
  /** Who decides in reviews made on the pages. */
  readonly person: string;
}

/** The workbench's pages: documents first, every state of a page in its address. */
export function createApp({ workbench, clock, person }: AppParts): Hono {
  const { flow } = workbench;
  const view = createLedgerViews(workbench);
  const app = new Hono();
  app.use(renderPages(flow, clock), ...guards);
  addAssets(app);
  app.route('/', storyRoutes(workbench, view));
  app.route('/', reportRoutes(workbench, view));
  app.route('/', searchRoutes(workbench, view));
  app.route('/', uploadRoutes(workbench));
  app.route('/', agreementRoutes(workbench, view, clock));
  app.route('/', stateRoutes(flow, view, clock));
  app.route('/', networkRoutes(flow, view, clock));
  app.route('/', whatIfRoutes(flow, view, clock));
  app.route('/', reviewRoutes(workbench, view, person));
  app.notFound((c) => {
    c.status(404);
    return c.render(messagePage('Not found', 'There is no page at this address.'));
  });
  app.onError((error, c) => {
    c.status(statusOf(error));
    return c.render(errorPage(error));
  });
  return app;
}

function statusOf(error: Error) {
  if (error instanceof HTTPException) return error.status;
  if (!(error instanceof Failure)) return 500;
  if (error.code === exitCode.notFound) return 404;
  return error.code === exitCode.conflict ? 409 : 400;
}

/** What the world got wrong is shown as it is; a mistake of ours goes to the terminal too. */
function errorPage(error: Error): Page {
  if (error instanceof Failure) return messagePage('This could not be shown', error.message);
  if (error instanceof HTTPException && error.status < 500) {
    return messagePage('Refused', refusals[error.status] ?? 'The server refuses this request.');
  }
  process.stderr.write(`${error.stack ?? error.message}\n`);
  const message =
    'This is a mistake in Entente, not in what you asked. The terminal has the trace.';
  return messagePage('Something went wrong', message);
}

const refusals: Readonly<Record<number, string>> = {
  403: 'The workbench answers on its own machine only, and takes decisions and files only from its own pages.',
  413: 'The request is larger than this page takes.',
};

const assets: Readonly<Record<string, string>> = {
  'workbench.css': 'text/css; charset=utf-8',
  'findings.css': 'text/css; charset=utf-8',
  'print.css': 'text/css; charset=utf-8',
  'workbench.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

function addAssets(app: Hono): void {
  for (const [name, type] of Object.entries(assets)) {
    const body = packageFile(`web/assets/${name}`);
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'content-type': type }));
  }
}

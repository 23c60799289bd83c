import { type Context, Hono } from 'hono';
import { type Clock, today } from '../base/clock.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { packageFile } from '../pipeline/package-files.ts';
import type { Workbench } from '../pipeline/workbench.ts';
import { addDecisions } from './decisions.ts';
import { refuseStrangers } from './guard.ts';
import { type Page, renderPage } from './layout.ts';
import { addLedgerPages } from './ledger-pages.ts';
import { createLedgerViews, type LedgerView } from './ledger-view.ts';
import { messagePage } from './pages/message-page.ts';
import { addReportPages } from './report-pages.ts';

/** What the pages need from outside. */
export interface AppParts {
  readonly workbench: Workbench;
  readonly clock: Clock;
  /** Who decides in reviews made on the pages. */
  readonly person: string;
}

export type Status = 200 | 400 | 404 | 409 | 413 | 500;

/** What every group of pages is given. */
export interface Rooms extends AppParts {
  readonly view: () => Promise<LedgerView>;
  readonly show: (c: Context, page: Page, status?: Status) => Response | Promise<Response>;
}

/** The workbench's pages: documents first, every state of a page in its address. */
export function createApp(parts: AppParts): Hono {
  const { flow } = parts.workbench;
  const app = new Hono();
  const rooms: Rooms = {
    ...parts,
    view: createLedgerViews(parts.workbench),
    show: (c, page, status = 200) =>
      c.html(renderPage(page, flow.made, today(parts.clock)), status),
  };
  app.use(refuseStrangers);
  addAssets(app);
  addReportPages(app, rooms);
  addLedgerPages(app, rooms);
  addDecisions(app, rooms);
  app.notFound((c) =>
    rooms.show(c, messagePage('Not found', 'There is no page at this address.'), 404),
  );
  app.onError((error, c) => rooms.show(c, tellError(error), statusOf(error)));
  return app;
}

function statusOf(error: Error): Status {
  if (!(error instanceof Failure)) return 500;
  if (error.code === exitCode.notFound) return 404;
  return error.code === exitCode.conflict ? 409 : 400;
}

/** What the world got wrong is told as it is; a mistake of ours goes to the terminal too. */
function tellError(error: Error): Page {
  if (error instanceof Failure) return messagePage('This could not be shown', error.message);
  process.stderr.write(`${error.stack ?? error.message}\n`);
  const message =
    'This is a mistake in Entente, not in what you asked. The terminal has the trace.';
  return messagePage('Something went wrong', message);
}

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

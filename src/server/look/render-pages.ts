import type { MiddlewareHandler } from 'hono';
import { type Clock, today } from '../../base/clock.ts';
import type { Flow } from '../../pipeline/flow.ts';
import { type Page, renderPage } from './page.ts';

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: hono takes the renderer's type from here.
    (page: Page): Response | Promise<Response>;
  }
}

/** Lets every route answer with `c.render(page)`: the page in its frame. */
export function renderPages(flow: Flow, clock: Clock): MiddlewareHandler {
  return async (c, next) => {
    c.setRenderer((page) => c.html(renderPage(page, flow.made, today(clock))));
    await next();
  };
}

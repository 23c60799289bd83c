import type { MiddlewareHandler } from 'hono';

/**
 * Keeps other sites out of a server that only this machine should use: a request must name this
 * machine as its host (against DNS rebinding), and one that changes something must come from our
 * own pages (against forged forms). Pages load nothing from elsewhere.
 */
export const refuseStrangers: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) {
    return c.text('This workbench answers on its own machine only.', 403);
  }
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    if (origin === undefined || new URL(origin).host !== host) {
      return c.text('A decision must come from the workbench’s own pages.', 403);
    }
  }
  await next();
  c.header(
    'content-security-policy',
    "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
  );
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
};

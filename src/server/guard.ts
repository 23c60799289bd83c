import type { MiddlewareHandler } from 'hono';

const policy = [
  "default-src 'self'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/**
 * Keeps other sites out of a server that only this machine should use: a request must name this
 * machine as its host (against DNS rebinding), and one that changes something must come from our
 * own pages (against forged forms). Pages load nothing from elsewhere and run no inline script.
 */
export const refuseStrangers: MiddlewareHandler = async (c, next) => {
  c.header('content-security-policy', policy);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
  const host = c.req.header('host') ?? '';
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) {
    return c.text('This workbench answers on its own machine only.', 403);
  }
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
  if (changes && c.req.header('origin') !== `http://${host}`) {
    return c.text('A decision must come from the workbench’s own pages.', 403);
  }
  await next();
};

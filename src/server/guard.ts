import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';

/** Pages load nothing from elsewhere, run no inline script and stand in no other page's frame. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    objectSrc: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // The server speaks plain HTTP to its own machine: there is no other transport to insist on.
  strictTransportSecurity: false,
});

/**
 * A request must name this machine as its host. Another site could point its own name at this
 * address (DNS rebinding); hono has no guard against that.
 */
const ownHost: MiddlewareHandler = async (c, next) => {
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(c.req.header('host') ?? '')) {
    throw new HTTPException(403);
  }
  await next();
};

/**
 * Keeps other sites out of a server that only this machine should use, in this order: what every
 * answer carries, whom it answers, and that what changes something comes from our own pages.
 */
export const guards: readonly MiddlewareHandler[] = [headers, ownHost, csrf()];

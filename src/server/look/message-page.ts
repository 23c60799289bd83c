import { html } from 'hono/html';
import type { Page } from './page.ts';

/** A page that only says something, and where to go on. */
export function messagePage(title: string, message: string): Page {
  const body = html`<p><a href="/">All stories</a> · <a href="/agreements">all agreements</a></p>`;
  return { title, room: 'none', answer: message, body };
}

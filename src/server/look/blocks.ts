import { html } from 'hono/html';
import type { Html } from './page.ts';

/** A section of a page: its title and count on the left, its content on the right. */
export function renderSection(id: string, title: string, body: Html, count?: number): Html {
  const number = count === undefined ? '' : html` <span class="small">${count}</span>`;
  return html`<section class="row" aria-labelledby="${id}">
<h2 id="${id}">${title}${number}</h2><div>${body}</div></section>`;
}

export interface TableParts {
  /** What is in the table, for those who cannot see it. */
  readonly label: string;
  readonly headings: readonly string[];
  readonly rows: readonly Html[];
  readonly id?: string;
}

/** A table that may be wider than the page: it scrolls by itself, and by keyboard. */
export function renderTable({ label, headings, rows, id }: TableParts): Html {
  const name = id === undefined ? '' : html` id="${id}"`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}"><table${name}>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** Parts in a row with marks between; empty ones are left out. */
export function joinParts(parts: readonly (string | undefined)[], mark = ', '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(mark);
}

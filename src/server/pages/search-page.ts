import { html } from 'hono/html';
import type { SearchHit } from '../../archive/archive.ts';
import type { Page } from '../layout.ts';
import { counted, showDay } from '../words.ts';

/** Reports that hold the words looked for. */
export function searchPage(words: string, hits: readonly SearchHit[]): Page {
  const answer =
    words === ''
      ? 'Type words in the field above: reports that hold all of them are listed.'
      : `${counted(hits.length, 'report holds', 'reports hold')} “${words}”.`;
  const body = html`<ol class="stories">${hits.map(
    (
      hit,
    ) => html`<li><h2><a href="/reports/${encodeURIComponent(hit.id)}">${hit.title ?? hit.id}</a></h2>
<p class="small">${hit.outlet ?? 'Outlet not stated'} · ${showDay(hit.published)}</p><p>${hit.excerpt}</p></li>`,
  )}</ol>`;
  return { title: 'Search', room: 'search', answer, body };
}

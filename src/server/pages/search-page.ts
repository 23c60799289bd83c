import { html } from 'hono/html';
import type { SearchHit } from '../../archive/archive.ts';
import type { Ledger } from '../../pipeline/flow.ts';
import type { Reference } from '../../reference/reference.ts';
import { renderSection } from '../blocks.ts';
import type { Html, Page } from '../layout.ts';
import { counted, inRow, linkState, shortNameOf, showDay } from '../words.ts';

/** More agreements than this are folded. */
const mostListed = 20;

/** Reports that hold the words looked for, and the states and agreements that go by them. */
export function searchPage(
  words: string,
  hits: readonly SearchHit[],
  ledger: Ledger,
  reference: Reference,
): Page {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (texts: readonly string[]) =>
    wanted.length > 0 &&
    texts.some((text) => wanted.every((word) => text.toLowerCase().includes(word)));
  const states = [...reference.states.values()].filter(({ code, names }) =>
    matches([code, ...names.map(({ name }) => name)]),
  );
  const agreements = [...ledger.values()].filter((agreement) =>
    matches([
      agreement.id,
      agreement.name,
      shortNameOf(agreement, reference),
      ...(agreement.also ?? []),
    ]),
  );
  const found = agreements.map(
    ({ id, name, signed }) =>
      html`<li><a href="/agreements/${id}">${name}</a> <span
class="small">${showDay(signed?.day)}</span></li>`,
  );
  const none = html`<p>None holds all of these words. Try fewer, or the beginning of a name.</p>`;
  const list = html`<ol class="stories">${hits.map((hit) => renderHit(hit, wanted))}</ol>`;
  const links = inRow(states.map(({ code }) => linkState(code, reference)));
  const names = html`<ul class="plain-list">${found}</ul>`;
  const folded = html`<details><summary>all ${found.length}</summary>${names}</details>`;
  const named = found.length > mostListed ? folded : names;
  const body = html`
${renderSection('reports', 'Reports', hits.length === 0 ? none : list, hits.length)}
${states.length === 0 ? '' : renderSection('states', 'States', links, states.length)}
${found.length === 0 ? '' : renderSection('agreements', 'Agreements', named, found.length)}`;
  if (words === '') {
    return {
      title: 'Search',
      room: 'search',
      answer:
        'Type words in the field above: reports, states and agreements that hold them are listed.',
      body: html``,
    };
  }
  const answer = html`${counted(hits.length, 'report holds', 'reports hold')} “${words}”;
${counted(states.length, 'state goes', 'states go')} by it, and
${counted(agreements.length, 'agreement')}.`;
  return { title: 'Search', room: 'search', answer, body };
}

function renderHit(
  { id, title, outlet, published, excerpt }: SearchHit,
  wanted: readonly string[],
): Html {
  return html`<li><h3><a href="/reports/${encodeURIComponent(id)}">${title ?? id}</a></h3>
<p class="small">${outlet ?? 'Outlet not stated'} · ${showDay(published)}</p>
<p class="words">${markWords(excerpt, wanted)}</p></li>`;
}

/** The words looked for stand out; plain searching, so that no pattern can be typed in. */
function markWords(text: string, wanted: readonly string[]): Html {
  const pieces = text.split(/(\s+|[^\p{L}\p{N}]+)/u);
  const marked = pieces.map((piece) =>
    wanted.some((word) => piece !== '' && piece.toLowerCase().startsWith(word))
      ? html`<mark>${piece}</mark>`
      : html`${piece}`,
  );
  return html`${marked}`;
}

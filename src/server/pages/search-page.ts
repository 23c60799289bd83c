import { html } from 'hono/html';
import type { SearchHit } from '../../archive/archive.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import type { Reading } from '../../model/reading.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import { renderSection } from '../blocks.ts';
import type { Html, Page } from '../layout.ts';
import { tellSpeakers } from '../told-attribution.ts';
import { counted, inRow, linkState, showDay } from '../words.ts';

/** More agreements than this are folded. */
const mostListed = 20;

export interface SearchParts {
  readonly words: string;
  readonly hits: readonly SearchHit[];
  /** Readings of the first hits: who in them says the words. */
  readonly readings: readonly Reading[];
  readonly ledger: Ledger;
  readonly reference: Reference;
}

/** Reports that hold the words looked for, who says them, and states and agreements so named. */
export function searchPage(parts: SearchParts): Page {
  const { words, hits, readings, ledger, reference } = parts;
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
  const sayersIn = (report: string) => {
    const reading = readings.find((one) => one.report.id === report);
    return reading === undefined ? [] : sayersOf(reading, wanted, reference);
  };
  const none = html`<p>None holds all of these words. Try fewer, or the beginning of a name.</p>`;
  const list = html`<ol class="stories">
${hits.map((hit) => renderHit(hit, wanted, sayersIn(hit.id)))}</ol>`;
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

/** Who in a report says all of the words, and where that is told in full. */
function sayersOf(
  { report, attributions }: Reading,
  wanted: readonly string[],
  reference: Reference,
): Html[] {
  const address = `/reports/${encodeURIComponent(report.id)}`;
  return attributions.flatMap((one, index) => {
    const text = one.content.text.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) return [];
    return [
      html`<li><a href="${address}#a${index}">${tellSpeakers(one, reference)}</a>
<span class="stance">${one.stance}</span>: <span
class="words">${markWords(one.content.text, wanted)}</span></li>`,
    ];
  });
}

function renderHit(
  { id, title, outlet, published, excerpt }: SearchHit,
  wanted: readonly string[],
  sayers: readonly Html[],
): Html {
  return html`<li><h3><a href="/reports/${encodeURIComponent(id)}">${title ?? id}</a></h3>
<p class="small">${outlet ?? 'Outlet not stated'} · ${showDay(published)}</p>
<p class="words">${markWords(excerpt, wanted)}</p>
${sayers.length === 0 ? '' : html`<ul class="sayers">${sayers}</ul>`}</li>`;
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

import { html } from 'hono/html';
import type { SearchHit } from '../../archive/archive.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import type { Reading } from '../../model/reading.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import { renderSection } from '../look/blocks.ts';
import { addressOfReport, linkState } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, inRow, showDay } from '../look/words.ts';
import { speakersInWords } from '../reports/attribution-words.ts';

/** More agreements than this are folded. */
const mostListed = 20;

export interface SearchParts {
  readonly words: string;
  readonly hits: readonly SearchHit[];
  /** Readings of the first hits, to show who says the words in each. */
  readonly readings: readonly Reading[];
  readonly ledger: Ledger;
  readonly reference: Reference;
}

/** Reports with the words, who says them in each, and states and agreements of that name. */
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
  const none = html`<p>No report has all of these words. Try fewer, or the beginning of a name.</p>`;
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
      answer: 'Type words in the field above to find reports, states and agreements.',
      body: html``,
    };
  }
  const answer = html`“${words}” is in ${counted(hits.length, 'report')}, and in the names of
${counted(states.length, 'state')} and ${counted(agreements.length, 'agreement')}.`;
  return { title: 'Search', room: 'search', answer, body };
}

/** Who in a report says all of the words, each leading to its place on the report's page. */
function sayersOf(
  { report, attributions }: Reading,
  wanted: readonly string[],
  reference: Reference,
): Html[] {
  return attributions.flatMap((one, index) => {
    const text = one.content.text.toLowerCase();
    if (!wanted.every((word) => text.includes(word))) return [];
    return [
      html`<li><a href="${addressOfReport(report.id, `a${index}`)}">${speakersInWords(one, reference)}</a>
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
  return html`<li><h3><a href="${addressOfReport(id)}">${title ?? id}</a></h3>
<p class="small">${outlet ?? 'Outlet not stated'} · ${showDay(published)}</p>
<p class="words">${markWords(excerpt, wanted)}</p>
${sayers.length === 0 ? '' : html`<ul class="sayers">${sayers}</ul>`}</li>`;
}

/** Marks the words that were searched for; they are compared as text, never as a pattern. */
function markWords(text: string, wanted: readonly string[]): Html {
  const pieces = text.split(/(\s+|[^\p{L}\p{N}]+)/u);
  const marked = pieces.map((piece) =>
    wanted.some((word) => piece !== '' && piece.toLowerCase().startsWith(word))
      ? html`<mark>${piece}</mark>`
      : html`${piece}`,
  );
  return html`${marked}`;
}

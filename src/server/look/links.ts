import { html } from 'hono/html';
import type { Agreement } from '../../model/agreement.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { Html } from './page.ts';
import { inRow } from './words.ts';

/** A state's name leading to its page; only the code where nothing is known of it. */
export function linkState(code: string, reference: Reference, on?: string): Html {
  if (!reference.states.has(code)) return html`<span title="not in the facts">${code}</span>`;
  const query = on === undefined ? '' : `?on=${on}`;
  return html`<a class="state" href="/states/${code}${query}"
title="${code}">${nameOfState(code, reference, on)}</a>`;
}

/** Longer lists than this say next to nothing and weigh much where a page has many of them. */
const mostLinked = 60;

/** Up to `most` states by name; more are counted and listed on unfolding, very many counted. */
export function linkStates(
  codes: readonly string[],
  reference: Reference,
  { on, most = 6 }: { readonly on?: string; readonly most?: number } = {},
): Html {
  if (codes.length > mostLinked) return html`${codes.length} states`;
  const links = codes.map((code) => linkState(code, reference, on));
  if (links.length <= most) return inRow(links);
  return html`<details class="inline"><summary>${links.length} states</summary>
${inRow(links)}</details>`;
}

/** An agreement by its short name, its full one on hover, leading to its page or a place in it. */
export function linkAgreement(
  id: string,
  ledger: ReadonlyMap<string, Agreement>,
  reference: Reference,
  { on, at }: { readonly on?: string; readonly at?: string } = {},
): Html {
  const agreement = ledger.get(id);
  if (agreement === undefined) return html`${id}`;
  const query = on === undefined ? '' : `?on=${on}`;
  const address = `/agreements/${id}${query}${at === undefined ? '' : `#${at}`}`;
  return html`<a href="${address}"
title="${agreement.name}">${shortNameOf(agreement, reference)}</a>`;
}

/** A report's page, or a place in it. */
export function addressOfReport(id: string, at = ''): string {
  return `/reports/${encodeURIComponent(id)}${at === '' ? '' : `#${at}`}`;
}

/** An address that leads out; anything but http(s) is shown as words and never as a link. */
export function linkOut(title: string, url: string | undefined): Html {
  if (url === undefined || !/^https?:\/\//i.test(url)) return html`${title}`;
  return html`<a href="${url}" rel="external noreferrer">${title}</a>`;
}

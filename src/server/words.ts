import { html } from 'hono/html';
import type { Agreement } from '../model/agreement.ts';
import { shortNameOf } from '../model/names/agreement-name.ts';
import { dutyInWords, dutyOfType } from '../model/names/duty-words.ts';
import { nameOfState } from '../model/names/state-name.ts';
import type { Reference } from '../pipeline/flow.ts';
import type { Html } from './layout.ts';

const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** A day as people write it; the ISO form shows on hover. Unsure and missing days say so. */
export function showDay(day: string | undefined): Html {
  if (day === undefined) return html`<span class="unknown">not stated</span>`;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(day);
  if (!match) return html`${day}`;
  const [, year, month, date, unsure] = match;
  const parts = [date && String(Number(date)), month && months[Number(month) - 1], year];
  const words = `${unsure ? 'about ' : ''}${parts.filter((part) => part).join(' ')}`;
  return html`<time datetime="${day.replace(/[~?%]$/, '')}" title="${day}">${words}</time>`;
}

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

/** `Art. 4`, `preamble`: as the text numbers it; nothing where the article was not seen. */
export function showArticle(article: string | undefined): string {
  if (article === undefined) return '';
  return /^[\dIVXLC]/.test(article) ? `Art. ${article}` : article;
}

/** A duty as a ledger or a report names it, in words: `mutual defence`, `cooperation: trade`. */
export function dutyWords(duty: string): string {
  const field = /^cooperation:\s*(.+)$/.exec(duty)?.[1];
  if (field !== undefined) return `cooperation: ${field}`;
  const known = dutyOfType(duty);
  return known === undefined ? duty : dutyInWords(known);
}

/** Values in a row, with commas between. */
export function inRow(values: readonly Html[]): Html {
  return html`${values.map((value, index) => (index === 0 ? value : html`, ${value}`))}`;
}

/** Values as in a sentence: `a`, `a and b`, `a, b and c`. */
export function inSentence(values: readonly Html[]): Html {
  return html`${values.map((value, index) => {
    if (index === 0) return value;
    return index === values.length - 1 ? html` and ${value}` : html`, ${value}`;
  })}`;
}

/** A mark on facts that rest on general knowledge; nothing on others. */
export function markCertainty(certainty: string | undefined): Html {
  if (certainty !== 'unverified') return html``;
  return html` <abbr class="unverified"
title="From general knowledge: not verified">unverified</abbr>`;
}

/** An address that leads out; anything but http(s) is shown as words and never as a link. */
export function linkOut(title: string, url: string | undefined): Html {
  if (url === undefined || !/^https?:\/\//i.test(url)) return html`${title}`;
  return html`<a href="${url}" rel="external noreferrer">${title}</a>`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/** `Defend`, for the beginning of a sentence or a row. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

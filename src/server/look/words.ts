import { html } from 'hono/html';
import type { Html } from './page.ts';

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

/** `Art. 4`, `preamble`: as the text numbers it; nothing where the article was not seen. */
export function showArticle(article: string | undefined): string {
  if (article === undefined) return '';
  return /^[\dIVXLC]/.test(article) ? `Art. ${article}` : article;
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

/** `1 report`, `2 reports`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/** `Defend`, for the beginning of a sentence or a row. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

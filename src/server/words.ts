import { html } from 'hono/html';
import type { Reference } from '../reference/reference.ts';
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

/** The short name of a state on a day, in full; its code where no name is held. */
export function nameOfState(code: string, reference: Reference, on?: string): string {
  const short = (reference.states.get(code)?.names ?? []).filter((name) => name.kind === 'short');
  const valid = short.find(
    ({ from, until }) =>
      (on === undefined && until === undefined) ||
      (on !== undefined && (from ?? '') <= on && (until === undefined || on < until)),
  );
  return (valid ?? short[0])?.name ?? code;
}

export function linkState(code: string, reference: Reference, on?: string): Html {
  const query = on === undefined ? '' : `?on=${on}`;
  return html`<a class="state" href="/states/${code}${query}" title="${code}">${nameOfState(code, reference, on)}</a>`;
}

/** Values in a row, with commas between. */
export function inRow(values: readonly Html[]): Html {
  return html`${values.map((value, index) => (index === 0 ? value : html`, ${value}`))}`;
}

/** A mark on facts that rest on general knowledge; nothing on others. */
export function markCertainty(certainty: string | undefined): Html {
  if (certainty !== 'unverified') return html``;
  return html` <abbr class="unverified" title="From general knowledge: not verified">unverified</abbr>`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/** `Defend`, for the beginning of a sentence or a row. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

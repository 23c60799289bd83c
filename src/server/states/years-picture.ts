import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { Html } from '../look/page.ts';
import { type DefenceSpan, yearOf } from './defence-years.ts';

export interface YearsParts {
  readonly title: string;
  readonly spans: readonly DefenceSpan[];
  readonly from: Day;
  readonly today: Day;
  /** The day the page is about: a line across. */
  readonly on: Day;
  readonly reference: Reference;
  /** Short names of agreements. */
  readonly nameOf: (agreement: string) => string;
}

const left = 150;
const width = 900;
const rowHeight = 20;
const bar = 11;

/**
 * Bars over the years, a row for each defender: from when to when it was bound. Broken outline:
 * unsure days or unverified facts. Every bar leads to its agreement.
 */
export function drawYears(parts: YearsParts): Html {
  const { title, spans, from, today, on, reference, nameOf } = parts;
  const rows = [...Map.groupBy(spans, (span) => span.defender)];
  if (rows.length === 0) return html``;
  const first = Math.floor(yearOf(from) / 10) * 10;
  const last = yearOf(today) + 1;
  const x = (year: number) => left + ((year - first) / (last - first)) * (width - left - 8);
  const height = rows.length * rowHeight + 30;
  const step = last - first > 90 ? 20 : 10;
  const ticks = Array.from(
    { length: Math.ceil((last - first) / step) },
    (_, i) => first + i * step,
  );
  const bars = rows.map(([defender, own], row) => {
    const y = row * rowHeight + 8;
    const name = nameOfState(defender, reference, own.at(-1)?.from);
    return html`<text class="name" x="${left - 8}" y="${y + bar - 1}"
text-anchor="end">${name}</text>
${own.map((span) => {
  const start = x(Math.max(yearOf(span.from), first));
  const end = x(span.until === undefined ? last : yearOf(span.until));
  const stretch = `${span.from} to ${span.until ?? 'now, no end known'}`;
  const doubt = span.unsure ? ' (unsure or unverified)' : '';
  const says = `${name}: ${nameOf(span.agreement)}, ${stretch}${doubt}`;
  return html`<a href="/agreements/${span.agreement}" aria-label="${says}"><rect
class="${span.unsure ? 'unsure' : 'sure'}" x="${start.toFixed(1)}" y="${y}"
width="${Math.max(2, end - start).toFixed(1)}" height="${bar}"><title>${says}</title></rect></a>`;
})}`;
  });
  const now = x(yearOf(on)).toFixed(1);
  return html`<figure class="years"><div class="wide" tabindex="0" role="region"
aria-label="Drawing of the years"><svg role="group" aria-label="${title}"
viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${ticks.map(
  (year) => html`<path class="tick" d="M${x(year).toFixed(1)} 0 V${height - 22}"/><text
class="year" x="${x(year).toFixed(1)}" y="${height - 6}" text-anchor="middle">${year}</text>`,
)}
${bars}<path class="now" d="M${now} 0 V${height - 22}"/></svg></div>
<figcaption>${title}. Outlined bars: unsure days or unverified facts; the upright line:
${on}.</figcaption></figure>`;
}

import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { edtfInterval } from '../../base/edtf.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Html } from '../look/page.ts';

const width = 900;
const height = 96;
const base = height - 20;
const first = 1815;

/**
 * How many of these agreements were in force in each year, as steps over the years: from entry into
 * force to end, by the days in the ledger. Those without a known entry into force are left out.
 */
export function drawLedgerYears(
  agreements: readonly Agreement[],
  on: Day | undefined,
  today: Day,
): Html {
  const last = Number(today.slice(0, 4));
  const counts = countYears(agreements, last);
  const most = Math.max(1, ...counts);
  const x = (year: number) => 8 + ((year - first) / (last + 1 - first)) * (width - 16);
  const y = (count: number) => base - (count / most) * (base - 14);
  const steps = counts.map((count, index) => {
    const level = y(count).toFixed(1);
    return `L${x(first + index).toFixed(1)} ${level} L${x(first + index + 1).toFixed(1)} ${level}`;
  });
  const ticks = Array.from({ length: Math.floor((last - 1820) / 20) + 1 }, (_, i) => 1820 + 20 * i);
  const peak = first + counts.indexOf(most);
  const now = on === undefined ? undefined : x(Number(on.slice(0, 4)) + 0.5).toFixed(1);
  const label =
    `Agreements in force by years: at most ${most}, first in ${peak}; ` +
    `${counts.at(-1)} in ${last}`;
  return html`<figure class="years"><div class="wide" tabindex="0" role="region"
aria-label="Drawing of the years">
<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" width="${width}"
height="${height}">
${ticks.map(
  (year) => html`<path class="tick" d="M${x(year).toFixed(1)} 0 V${base}"/><text
class="year" x="${x(year).toFixed(1)}" y="${height - 5}" text-anchor="middle">${year}</text>`,
)}
<path class="area" d="M${x(first)} ${base} ${steps.join(' ')} V${base} Z"/>
${now === undefined ? '' : html`<path class="now" d="M${now} 0 V${base}"/>`}</svg></div>
<figcaption>${label}.</figcaption></figure>`;
}

function countYears(agreements: readonly Agreement[], last: number): number[] {
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const { inForce, ended, standing, neverInForce } of agreements) {
    if (inForce === undefined || neverInForce || standing === 'doubtful') continue;
    const from = Math.max(first, Number(edtfInterval(inForce.day)?.from.slice(0, 4) ?? last + 1));
    const until = ended === undefined ? last : Number(ended.day.slice(0, 4));
    for (let year = from; year <= Math.min(until, last); year++) counts[year - first]++;
  }
  return counts;
}

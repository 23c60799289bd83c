import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import type { Agreement } from '../../model/agreement.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import { promiseInWords } from '../../model/names/duty-words.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';
import { renderTable } from '../look/blocks.ts';
import { renderYearSlider } from '../look/day-form.ts';
import { linkStates } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { showDay } from '../look/words.ts';
import { drawLedgerYears } from './ledger-years.ts';

const duties = ['defend', 'consult', 'stay neutral', 'not attack', 'attack', 'aid', 'guarantee'];

export interface LedgerAsked {
  readonly duty?: string;
  readonly on?: Day;
  readonly today: Day;
  /** Only agreements with a provision from general knowledge. */
  readonly unverified?: boolean;
}

/** The ledger as a table, filtered by duty and day in its address, by words as one types. */
export function agreementsPage(view: LedgerView, asked: LedgerAsked, reference: Reference): Page {
  const all = [...view.ledger.values()];
  const shown = all.filter((agreement) => matches(agreement, asked, view)).sort(bySignature);
  const { on: _, ...whenever } = asked;
  const drawn = all.filter((agreement) => matches(agreement, whenever, view));
  const rows = shown.map((agreement) => renderRow(agreement, asked, view, reference));
  const when = asked.on === undefined ? 'Standing' : 'On that day';
  const headings = ['Agreement', 'Parties', 'Signed', 'Promises', when];
  const body = html`
<form class="filter" action="/agreements">
<label>Duty <select name="duty"><option value="">any</option>${duties.map(
    (duty) => html`<option ${duty === asked.duty ? 'selected' : ''}>${duty}</option>`,
  )}</select></label>
<label>In force on <input type="date" name="on" value="${asked.on ?? ''}"></label>
${renderYearSlider({ on: asked.on ?? asked.today, first: '1815', today: asked.today })}
<label><input type="checkbox" name="unverified" value="1" ${asked.unverified ? 'checked' : ''}> with
unverified facts</label>
<button>Show</button>
<label class="typing" hidden>Filter as you type <input type="search"
data-filter="agreements"></label>
</form>
${drawLedgerYears(drawn, asked.on, asked.today)}
${
  shown.length === 0
    ? html`<p>None. Widen the filter, or leave the day out.</p>`
    : renderTable({ label: 'Agreements', headings, rows, id: 'agreements' })
}`;
  return { title: 'Agreements', room: 'agreements', answer: answerOf(all, shown), body };
}

function matches(
  agreement: Agreement,
  { duty, on, unverified }: LedgerAsked,
  view: LedgerView,
): boolean {
  const { provisions } = agreement;
  if (duty !== undefined && !provisions.some((provision) => provision.duty === duty)) return false;
  if (unverified && !provisions.some(({ certainty }) => certainty === 'unverified')) return false;
  return on === undefined || view.validOn(agreement, on).standing === 'in force';
}

function bySignature(a: Agreement, b: Agreement): number {
  const [first, second] = [a, b].map(({ signed, inForce }) => (signed ?? inForce)?.day ?? '');
  return compareText(second, first);
}

function answerOf(all: readonly Agreement[], shown: readonly Agreement[]): Html {
  const provisions = all.flatMap((agreement) => agreement.provisions);
  const unverified = provisions.filter(({ certainty }) => certainty === 'unverified').length;
  const share = shown.length === all.length ? `${all.length}` : `${shown.length} of ${all.length}`;
  return html`${share} agreements. Of the ledger’s ${provisions.length.toLocaleString('en')}
provisions
<a href="/agreements?unverified=1">${unverified.toLocaleString('en')} rest on general knowledge</a>
and are marked unverified.`;
}

function renderRow(
  agreement: Agreement,
  { on }: LedgerAsked,
  view: LedgerView,
  reference: Reference,
): Html {
  const { id, name, parties, provisions, signed, standing } = agreement;
  const valid = on === undefined ? undefined : view.validOn(agreement, on);
  const bound = valid?.parties.filter((party) => party.standing === 'bound') ?? parties;
  const states = [...new Set(bound.map(({ state }) => state))];
  const promised = [...new Set(provisions.map(({ duty }) => duty.split(':')[0]))];
  const short = shortNameOf(agreement, reference);
  const full = short.startsWith(name) ? '' : html`<br><span class="small">${name}</span>`;
  const query = on === undefined ? '' : `?on=${on}`;
  return html`<tr><th scope="row"><a href="/agreements/${id}${query}"
title="${name}">${short}</a>${full}</th>
<td>${linkStates(states, reference, { most: 4, ...(on && { on }) })}</td>
<td class="number">${showDay(signed?.day)}</td>
<td>${promised.map(promiseInWords).join(', ')}</td><td>${valid?.standing ?? standing}</td></tr>`;
}

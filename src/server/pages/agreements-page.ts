import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { agreementOn } from '../../ledger/agreement-on.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Page } from '../layout.ts';
import { inRow, linkState, showDay } from '../words.ts';

const duties = ['defend', 'consult', 'stay neutral', 'not attack', 'attack', 'aid'] as const;

/** The ledger as a table, filtered by duty and day in its address, by words as one types. */
export function agreementsPage(
  ledger: ReadonlyMap<string, Agreement>,
  asked: { readonly duty?: string; readonly on?: Day },
  reference: Reference,
): Page {
  const all = [...ledger.values()];
  const shown = all
    .filter(
      (agreement) =>
        asked.duty === undefined || agreement.provisions.some(({ duty }) => duty === asked.duty),
    )
    .filter(
      (agreement) =>
        asked.on === undefined || agreementOn(agreement, asked.on).standing === 'in force',
    )
    .sort((a, b) => ((a.signed?.day ?? '') < (b.signed?.day ?? '') ? -1 : 1));
  const unverified = all
    .flatMap((agreement) => agreement.provisions)
    .filter((provision) => provision.certainty === 'unverified').length;
  const provisions = all.reduce((sum, agreement) => sum + agreement.provisions.length, 0);
  const rows = shown.map(
    (agreement) => html`<tr>
<td><a href="/agreements/${agreement.id}">${agreement.name}</a></td>
<td>${
      agreement.parties.length > 6
        ? `${agreement.parties.length} parties`
        : inRow(agreement.parties.map(({ state }) => linkState(state, reference)))
    }</td>
<td class="number">${showDay(agreement.signed?.day)}</td>
<td>${[...new Set(agreement.provisions.map(({ duty }) => duty))].join(', ')}</td>
<td>${agreement.standing}</td></tr>`,
  );
  const body = html`
<form class="filter" action="/agreements">
<label>Duty <select name="duty"><option value="">any</option>${duties.map(
    (duty) => html`<option ${duty === asked.duty ? 'selected' : ''}>${duty}</option>`,
  )}</select></label>
<label>In force on <input type="date" name="on" value="${asked.on ?? ''}"></label>
<button>Show</button>
<label class="typing" hidden>Filter <input type="search" data-filter="agreements"></label>
</form>
<table id="agreements"><thead><tr><th scope="col">Agreement</th><th scope="col">Parties</th>
<th scope="col">Signed</th><th scope="col">Promises</th><th scope="col">Standing</th></tr></thead>
<tbody>${rows}</tbody></table>
${shown.length === 0 ? html`<p>None. Widen the filter, or leave the day out.</p>` : ''}`;
  const answer =
    `${shown.length} of ${all.length} agreements; ${unverified} of their ${provisions} provisions ` +
    'rest on general knowledge and are marked unverified.';
  return { title: 'Agreements', room: 'agreements', answer, body };
}

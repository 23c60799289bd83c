import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';
import { renderTable } from '../look/blocks.ts';
import { renderDayForm } from '../look/day-form.ts';
import { linkAgreement, linkStates } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, showDay } from '../look/words.ts';
import { drawNetwork } from './network-picture.ts';
import { type Pledge, pledgesOn } from './pledges.ts';

export interface NetworkPageParts {
  readonly on: Day;
  readonly today: Day;
  readonly view: LedgerView;
  readonly reference: Reference;
}

/** Who has promised to defend whom on a day, as a drawing and as a table. */
export function networkPage(parts: NetworkPageParts): Page {
  const { on, today, view, reference } = parts;
  const pledges = pledgesOn(view, on, reference);
  const nameOf = (id: string) => {
    const agreement = view.ledger.get(id);
    return agreement === undefined ? id : shortNameOf(agreement, reference);
  };
  const rows = pledges.map((pledge) => renderPledge(pledge, parts));
  const headings = ['Agreement', 'Bound to defend', 'Protected'];
  const dayForm = { address: '/network', on, first: '1815', today, label: 'As it stood on' };
  const body = html`${renderDayForm(dayForm)}
${
  rows.length === 0
    ? html`<p>No promise to defend is in the ledger for that day. Move the year.</p>`
    : html`${drawNetwork({ pledges, on, reference, nameOf })}
<h2>The same as a table <span class="small">${rows.length}</span></h2>
${renderTable({ label: 'Promises to defend', headings, rows })}`
}`;
  const states = new Set(pledges.flatMap(({ bound, towards }) => [...bound, ...towards])).size;
  const doubtful = pledges.filter(({ unverified }) => unverified).length;
  const answer = html`On ${showDay(on)}, ${counted(pledges.length, 'agreement')} bound
${counted(states, 'state')} in promises to defend; ${doubtful} of them rest on general knowledge.`;
  return { title: 'Who has promised to defend whom', room: 'network', answer, body };
}

function renderPledge(
  { agreement, bound, towards, mutual, unverified }: Pledge,
  { on, view, reference }: NetworkPageParts,
): Html {
  const mark = unverified ? html` <span class="unverified">unverified</span>` : '';
  const states = (codes: readonly string[]) => linkStates(codes, reference, { on });
  return html`<tr><th scope="row">${linkAgreement(agreement, view.ledger, reference, { on })}${mark}</th>
<td>${states(bound)}</td><td>${mutual ? 'one another' : states(towards)}</td></tr>`;
}

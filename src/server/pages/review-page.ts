import { html } from 'hono/html';
import { decisionOn } from '../../ledger/decide.ts';
import { showDifference } from '../../ledger/show-difference.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Entry, Proposal } from '../../model/entry.ts';
import type { Html, Page } from '../layout.ts';
import { counted } from '../words.ts';

export interface ReviewState {
  readonly open: readonly Proposal[];
  readonly entries: readonly Entry[];
  readonly ledger: ReadonlyMap<string, Agreement>;
  /** What a decision could not do, and why. */
  readonly fault?: string;
}

/** Proposals from readings beside what the ledger holds, and the history of decisions. */
export function reviewPage({ open, entries, ledger, fault }: ReviewState): Page {
  const answer =
    open.length === 0
      ? 'No proposal is open: what the reports tell of agreements, the ledger holds.'
      : `${counted(open.length, 'proposal')} from the reports; nothing is taken over unseen.`;
  const body = html`
${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
<ol class="proposals">${open.map((proposal) => renderProposal(proposal, ledger))}</ol>
<h2>History</h2>
${
  entries.length === 0
    ? html`<p>Nothing has been decided yet. Decisions are kept with who, when and why, and can be undone.</p>`
    : html`<table><thead><tr><th scope="col">Entry</th><th scope="col">When</th><th scope="col">Who</th>
<th scope="col">Decision</th><th scope="col">On</th><th scope="col">Why</th><th scope="col">Undo</th></tr></thead>
<tbody>${entries.map((entry) => renderEntry(entry, entries))}</tbody></table>`
}`;
  return { title: 'Review', room: 'review', answer, body };
}

function renderProposal(proposal: Proposal, ledger: ReadonlyMap<string, Agreement>): Html {
  const rows = showDifference(proposal, ledger).map(
    ({ field, held, proposed }) => html`<tr><th scope="row">${field}</th>
<td>${held ?? html`<span class="unknown">nothing</span>`}</td><td><ins>${proposed ?? ''}</ins></td></tr>`,
  );
  return html`<li class="proposal" id="${proposal.id}" tabindex="-1">
<h2>${proposal.summary}</h2>
<table><thead><tr><th scope="col">Field</th><th scope="col">Ledger now</th><th scope="col">Proposed</th></tr></thead>
<tbody>${rows}</tbody></table>
${proposal.evidence.map(
  ({ sentence, report, start }) =>
    html`<blockquote>“${sentence}” <a href="/reports/${encodeURIComponent(report)}#t-${start}">${report}</a></blockquote>`,
)}
<form method="post" action="/review/${proposal.id}" class="decide">
<button name="decision" value="accept">Accept</button>
<label>Reason <input name="why" autocomplete="off"></label>
<button name="decision" value="reject">Reject</button>
</form></li>`;
}

function renderEntry(entry: Entry, entries: readonly Entry[]): Html {
  const stands = decisionOn(entries, entry.proposal.id)?.number === entry.number;
  const undo = stands
    ? html`<form method="post" action="/review/undo/${entry.number}"><button aria-label="Undo entry ${entry.number}">Undo</button></form>`
    : '';
  return html`<tr><td class="number">${entry.number}</td><td><time datetime="${entry.at}">${entry.at.slice(0, 16).replace('T', ' ')}</time></td>
<td>${entry.who}</td><td>${entry.decision}${entry.undoes === undefined ? '' : ` of ${entry.undoes}`}</td>
<td>${entry.proposal.summary}</td><td>${entry.why ?? ''}</td><td>${undo}</td></tr>`;
}

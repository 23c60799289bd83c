import { html } from 'hono/html';
import type { Proposal, ProposalRow } from '../../model/entry.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import type { Decided } from '../../pipeline/workbench.ts';
import { renderTable } from '../look/blocks.ts';
import { linkAgreement } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted } from '../look/words.ts';

/** A proposal with its lines beside those of the ledger. */
export interface ShownProposal {
  readonly proposal: Proposal;
  readonly rows: readonly ProposalRow[];
}

export interface ReviewParts {
  readonly open: readonly ShownProposal[];
  readonly history: readonly Decided[];
  readonly ledger: Ledger;
  readonly reference: Reference;
  /** What a decision could not do, and why. */
  readonly fault?: string;
}

const headings = ['Entry', 'When', 'Who', 'Decision', 'On', 'Why', 'Undo'];

/** Proposals from readings beside the ledger, and the history of decisions. */
export function reviewPage(parts: ReviewParts): Page {
  const { open, history, fault } = parts;
  const answer =
    open.length === 0
      ? 'No proposal is open: the ledger has what the reports say about agreements.'
      : `${counted(open.length, 'proposal')} from the reports. Nothing enters the ledger without a decision.`;
  const decisions = history.map(renderDecision).reverse();
  const body = html`
${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
${
  open.length === 0
    ? html`<p><a href="/add">Add reports</a> to see what they would change.</p>`
    : html`<p class="keys-hint typing" hidden>
<kbd>j</kbd> <kbd>k</kbd> move · <kbd>a</kbd> accept · <kbd>r</kbd> reject · <kbd>e</kbd> edit the
reason · <kbd>space</kbd> evidence · <kbd>u</kbd> undo</p>`
}
<ol class="proposals">${open.map((one) => renderProposal(one, parts))}</ol>
<h2 id="history">History <span class="small">${history.length}</span></h2>
${
  history.length === 0
    ? html`<p>Nothing has been decided yet. Decisions are kept with who, when and why, and can be
undone.</p>`
    : renderTable({ label: 'History', headings, rows: decisions })
}`;
  return { title: 'Review', room: 'review', answer, body };
}

function renderProposal(
  { proposal, rows }: ShownProposal,
  { ledger, reference }: ReviewParts,
): Html {
  const { id, summary, change, confidence, evidence } = proposal;
  const lines = rows.map(({ field, held, proposed, effect }) =>
    effect === 'same'
      ? html`<tr class="same"><th scope="row">${field}</th><td>${held}</td><td>the same</td></tr>`
      : html`<tr><th scope="row">${field}</th>
<td>${held ?? html`<span class="unknown">nothing</span>`}</td><td><ins>${proposed ?? ''}</ins> <span
class="small">${effect}</span></td></tr>`,
  );
  const of = change.kind === 'new agreement' ? change.agreement.id : change.agreement;
  const link = ledger.has(of) ? html` · ${linkAgreement(of, ledger, reference)}` : '';
  return html`<li class="proposal" id="${id}" tabindex="-1">
<h2>${summary}</h2>
<p class="small">${change.kind}${link} · ${counted(evidence.length, 'passage')} · ${Math.round(confidence * 100)} % sure</p>
<div class="proposal-parts"><table><thead><tr><th scope="col">Field</th><th scope="col">Ledger
now</th><th scope="col">Proposed</th></tr></thead>
<tbody>${lines}</tbody></table>
<div class="evidence">${evidence.map(
    ({ sentence, text, report, outlet, start }) =>
      html`<blockquote>“${markEvidence(sentence, text)}”
<a class="to-words"
href="/reports/${encodeURIComponent(report)}#t-${start}">${outlet ?? report}</a></blockquote>`,
  )}</div></div>
<form method="post" action="/review/${id}" class="decide">
<button name="decision" value="accept">Accept</button>
<label>Reason <input name="why" autocomplete="off"></label>
<button name="decision" value="reject">Reject</button>
</form></li>`;
}

/** The words that a proposal rests on, in their sentence. */
function markEvidence(sentence: string, words: string): Html {
  const at = sentence.indexOf(words);
  if (at < 0 || words === sentence) return html`${sentence}`;
  return html`${sentence.slice(0, at)}<mark>${words}</mark>${sentence.slice(at + words.length)}`;
}

function renderDecision({ entry, stands }: Decided): Html {
  const { number, at, who, decision, undoes, proposal, why } = entry;
  const undo = stands
    ? html`<form method="post" action="/review/undo/${number}"><button
aria-label="Undo entry ${number}" data-undo>Undo</button></form>`
    : '';
  return html`<tr><td class="number">${number}</td><td class="number"><time
datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time></td>
<td>${who}</td><td>${decision}${undoes === undefined ? '' : ` of ${undoes}`}</td>
<td>${proposal.summary}</td><td>${why ?? ''}</td><td>${undo}</td></tr>`;
}

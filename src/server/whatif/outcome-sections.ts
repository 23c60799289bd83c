import { html } from 'hono/html';
import type { Conflict, Duty, Outcome } from '../../model/outcome.ts';
import { renderSection } from '../look/blocks.ts';
import { startCitations } from '../look/citations.ts';
import { linkAgreement, linkState } from '../look/links.ts';
import type { Html } from '../look/page.ts';
import { counted } from '../look/words.ts';
import { type DutyParts, listDuties } from './duty-rows.ts';
import { drawRounds } from './rounds-picture.ts';
import type { ScenarioForm } from './scenario-form.ts';

/** An answer in sections: bound, not bound, conflicts, undecided, what is unverified, sources. */
export function renderOutcome(
  outcome: Outcome,
  form: ScenarioForm,
  known: Pick<DutyParts, 'ledger' | 'reference'>,
): Html {
  const { rounds, notOwed, undecided, conflicts, scenario } = outcome;
  const parts: DutyParts = {
    ...known,
    form,
    day: scenario.acts[0].on,
    citations: startCitations(),
  };
  const owed = rounds.flat();
  const unverified = [...owed, ...undecided].filter(({ certainty }) => certainty === 'unverified');
  const bound = rounds.map(
    (
      round,
      index,
    ) => html`<h3>${index === 0 ? 'by the attack' : `round ${index + 1}, by what others do`}
<span class="small">${round.length}</span></h3>${listDuties(round, parts, {})}`,
  );
  const none = html`<p>None.</p>`;
  const clashes = html`<ul class="plain-list">${conflicts.map((conflict) =>
    renderConflict(conflict, owed, parts),
  )}</ul>`;
  const sections: readonly (readonly [string, string, Html, number])[] = [
    ['bound', 'Bound', owed.length > 0 ? html`${bound}` : html`<p>Nobody.</p>`, owed.length],
    ['rounds', 'Rounds', drawRounds(outcome, known.reference), rounds.length],
    ['not-bound', 'Not bound', renderNotOwed(notOwed, parts), notOwed.length],
    ['conflicts', 'Conflicts', conflicts.length > 0 ? clashes : none, conflicts.length],
    [
      'undecided',
      'Undecided',
      undecided.length > 0 ? listDuties(undecided, parts, { brief: true }) : none,
      undecided.length,
    ],
    ['unverified', 'Unverified', renderUnverified(unverified, parts), unverified.length],
  ];
  return html`<p class="counts">${sections
    .filter(([id]) => id !== 'rounds')
    .map(
      ([id, title, , count]) => html`<a href="#${id}"><b>${count}</b> ${title.toLowerCase()}</a> `,
    )}</p>
${sections
  .filter(([id, , , count]) => id !== 'rounds' || count > 0)
  .map(([id, title, body, count]) => renderSection(id, title, body, count))}
${parts.citations.list()}`;
}

/** Promises in force first; those of agreements that did not stand on the day are folded. */
function renderNotOwed(duties: readonly Duty[], parts: DutyParts): Html {
  if (duties.length === 0) return html`<p>No other promise was looked at.</p>`;
  const [past, standing] = [
    duties.filter(({ test }) => test === 'in force'),
    duties.filter(({ test }) => test !== 'in force'),
  ];
  const folded =
    past.length === 0
      ? ''
      : html`<details><summary>${counted(past.length, 'promise')} not in force on that
day</summary>${listDuties(past, parts, { brief: true })}</details>`;
  return html`${listDuties(standing, parts, { brief: true })}${folded}`;
}

function renderConflict(conflict: Conflict, owed: readonly Duty[], parts: DutyParts): Html {
  const agreements = new Set(conflict.duties.flatMap((index) => owed[index]?.agreement ?? []));
  const links = [...agreements].map(
    (id) => html` · ${linkAgreement(id, parts.ledger, parts.reference, { on: parts.day })}`,
  );
  return html`<li><b>${linkState(conflict.state, parts.reference, parts.day)}</b>:
${conflict.kind}${links}
<ul>${conflict.because.map((reason) => html`<li>${reason}</li>`)}</ul></li>`;
}

function renderUnverified(duties: readonly Duty[], parts: DutyParts): Html {
  if (duties.length === 0) {
    return html`<p>Nothing in this answer rests on general knowledge alone.</p>`;
  }
  const rows = duties.map(
    ({
      state,
      duty,
      agreement,
      provision,
      because,
    }) => html`<li>${linkState(state, parts.reference, parts.day)}, ${duty}:
${linkAgreement(agreement, parts.ledger, parts.reference, { on: parts.day, at: provision })}
<span class="small">${because.find((reason) => reason.startsWith('Unverified')) ?? ''}</span></li>`,
  );
  return html`<details><summary>${counted(duties.length, 'duty rests', 'duties rest')} on facts that
are not verified: which</summary>
<ul class="plain-list">${rows}</ul></details>`;
}

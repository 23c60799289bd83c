import { html } from 'hono/html';
import type { Conflict, Duty, Outcome } from '../../model/outcome.ts';
import { startCitations } from '../citations.ts';
import type { Html } from '../layout.ts';
import { drawRounds } from '../round-picture.ts';
import type { ScenarioForm } from '../scenario-form.ts';
import { counted, linkAgreement, linkState } from '../words.ts';
import { type DutyParts, listDuties } from './duty-rows.ts';

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
  const counts: readonly (readonly [string, string, number])[] = [
    ['bound', 'bound', owed.length],
    ['not-bound', 'not bound', notOwed.length],
    ['conflicts', 'conflicts', conflicts.length],
    ['undecided', 'undecided', undecided.length],
    ['unverified', 'unverified', unverified.length],
  ];
  const bound = rounds.map(
    (
      round,
      index,
    ) => html`<h3>${index === 0 ? 'by the attack' : `round ${index + 1}, by what others do`}
<span class="small">${round.length}</span></h3>${listDuties(round, parts, {})}`,
  );
  return html`<p class="counts">${counts.map(([id, name, count]) => html`<a href="#${id}"><b>${count}</b> ${name}</a> `)}</p>
${section('bound', 'Bound', owed.length, owed.length === 0 ? html`<p>Nobody.</p>` : html`${bound}`)}
${drawRounds(outcome, known.reference)}
${section('not-bound', 'Not bound', notOwed.length, notOwed.length === 0 ? html`<p>No other promise was looked at.</p>` : renderNotOwed(notOwed, parts))}
${section('conflicts', 'Conflicts', conflicts.length, conflicts.length === 0 ? html`<p>None.</p>` : html`<ul class="plain-list">${conflicts.map((conflict) => renderConflict(conflict, owed, parts))}</ul>`)}
${section('undecided', 'Undecided', undecided.length, undecided.length === 0 ? html`<p>None.</p>` : listDuties(undecided, parts, { brief: true }))}
${section('unverified', 'Unverified', unverified.length, renderUnverified(unverified, parts))}
${parts.citations.list()}`;
}

function section(id: string, title: string, count: number, body: Html): Html {
  return html`<section class="row" aria-labelledby="${id}"><h2 id="${id}">${title} <span class="small">${count}</span></h2>
<div>${body}</div></section>`;
}

/** Promises in force first; those of agreements that did not stand on the day are folded. */
function renderNotOwed(duties: readonly Duty[], parts: DutyParts): Html {
  const [past, standing] = [
    duties.filter(({ test }) => test === 'in force'),
    duties.filter(({ test }) => test !== 'in force'),
  ];
  const folded =
    past.length === 0
      ? ''
      : html`<details><summary>${counted(past.length, 'promise')} not in force on that day</summary>${listDuties(past, parts, { brief: true })}</details>`;
  return html`${listDuties(standing, parts, { brief: true })}${folded}`;
}

function renderConflict(conflict: Conflict, owed: readonly Duty[], parts: DutyParts): Html {
  const agreements = new Set(conflict.duties.flatMap((index) => owed[index]?.agreement ?? []));
  const links = [...agreements].map(
    (id) => html` · ${linkAgreement(id, parts.ledger, parts.reference, { on: parts.day })}`,
  );
  return html`<li><b>${linkState(conflict.state, parts.reference, parts.day)}</b>: ${conflict.kind}${links}
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
  return html`<details><summary>${counted(duties.length, 'duty rests', 'duties rest')} on facts that are not verified: which</summary>
<ul class="plain-list">${rows}</ul></details>`;
}

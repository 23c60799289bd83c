import { html } from 'hono/html';
import type { Duty, Outcome } from '../../model/outcome.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Html, Page } from '../layout.ts';
import { drawRounds } from '../round-picture.ts';
import { capital, counted, inRow, linkState, markCertainty, nameOfState } from '../words.ts';

/** What stands in the form, as its address says it. */
export interface WhatIfForm {
  readonly attacker: string;
  readonly target: string;
  readonly on: string;
  readonly in: string;
  readonly without: string;
  readonly reading: string;
  readonly assume: string;
  readonly provoked: boolean;
}

/** The what-if desk: a form whose address is the question, and the answer with its reasons. */
export function whatIfPage(
  form: WhatIfForm,
  result: { readonly outcome?: Outcome; readonly fault?: string },
  reference: Reference,
): Page {
  const { outcome, fault } = result;
  const body = html`${renderForm(form, reference)}
${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
${outcome === undefined ? '' : renderOutcome(outcome, form, reference)}`;
  const answer =
    outcome === undefined
      ? 'Choose who attacks whom, on which day: the promises in force then are tried one by one.'
      : answerOf(outcome, reference);
  return { title: 'What if', room: 'whatif', answer, body };
}

function answerOf(outcome: Outcome, reference: Reference): Html {
  const day = outcome.scenario.acts[0].on;
  const duties = outcome.rounds.flat();
  const fighting = duties.filter(({ duty }) => duty === 'defend' || duty === 'attack');
  const states = [...new Set(fighting.map(({ state }) => state))];
  if (states.length > 0) {
    const verb = states.length === 1 ? 'is' : 'are';
    return html`${inRow(states.map((state) => linkState(state, reference, day)))} ${verb} bound to fight.`;
  }
  return duties.length > 0
    ? html`Nobody is bound to fight; ${counted(duties.length, 'lesser duty is', 'lesser duties are')} owed.`
    : html`Nobody is bound.`;
}

function renderForm(form: WhatIfForm, reference: Reference): Html {
  const states = [...reference.states.values()]
    .map((state) => ({ code: state.code, name: nameOfState(state.code, reference, form.on) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const choose = (name: string, chosen: string) =>
    html`<select name="${name}" id="${name}">${states.map(
      (state) =>
        html`<option value="${state.code}" ${state.code === chosen ? 'selected' : ''}>${state.name}</option>`,
    )}</select>`;
  const places = [...reference.places.values()];
  const radio = (name: string, value: string, chosen: string) =>
    html`<label><input type="radio" name="${name}" value="${value}" ${value === chosen ? 'checked' : ''}> ${value}</label>`;
  return html`<form class="whatif" action="/whatif">
<p><label for="attacker">What if</label> ${choose('attacker', form.attacker)}
<label for="target">attacks</label> ${choose('target', form.target)}
<label for="on">on</label> <input type="date" id="on" name="on" value="${form.on}" min="1815-01-01">
<label for="in">in</label> <select id="in" name="in"><option value="">its own territory</option>${places.map(
    (place) =>
      html`<option value="${place.id}" ${place.id === form.in ? 'selected' : ''}>${place.name}</option>`,
  )}</select></p>
<p><label for="without">without the agreement</label>
<input id="without" name="without" list="agreement-ids" value="${form.without}" placeholder="none" autocomplete="off">
<datalist id="agreement-ids">${[...reference.agreements.values()].map(
    ({ id, name }) => html`<option value="${id}">${name}</option>`,
  )}</datalist></p>
<fieldset><legend>Reading</legend>${radio('reading', 'strict', form.reading)} ${radio('reading', 'loose', form.reading)}</fieldset>
<fieldset><legend>Who acts on what it owes</legend>${['all', 'automatic', 'none'].map((value) =>
    radio('assume', value, form.assume),
  )}</fieldset>
<p><label><input type="checkbox" name="provoked" value="1" ${form.provoked ? 'checked' : ''}> the target gave provocation</label>
<button>Ask</button></p></form>`;
}

function renderOutcome(outcome: Outcome, form: WhatIfForm, reference: Reference): Html {
  const day = outcome.scenario.acts[0].on;
  const { rounds, notOwed, undecided, conflicts } = outcome;
  const all = [...rounds.flat(), ...undecided];
  const unverified = all.filter((duty) => duty.certainty === 'unverified').length;
  return html`
${rounds.map(
  (
    round,
    index,
  ) => html`<h2>${index === 0 ? 'Bound by the attack' : `Round ${index + 1}: bound by what others did`}
<span class="small">${round.length}</span></h2>
<ul class="duties">${round.map((duty) => renderDuty(duty, form, reference, day))}</ul>`,
)}
${rounds.flat().length === 0 ? html`<h2>Bound</h2><p>Nobody.</p>` : ''}
${drawRounds(outcome, reference)}
<h2>Not bound <span class="small">${notOwed.length}</span></h2>
${notOwed.length === 0 ? html`<p>No other promise of the two was looked at.</p>` : html`<ul class="duties">${notOwed.map((duty) => renderDuty(duty, form, reference, day))}</ul>`}
<h2>Conflicts <span class="small">${conflicts.length}</span></h2>
${
  conflicts.length === 0
    ? html`<p>None.</p>`
    : html`<ul>${conflicts.map(
        (conflict) => html`<li>${linkState(conflict.state, reference, day)}: ${conflict.kind}.
${conflict.because.join(' ')}</li>`,
      )}</ul>`
}
<h2>Undecided <span class="small">${undecided.length}</span></h2>
${undecided.length === 0 ? html`<p>None.</p>` : html`<ul class="duties">${undecided.map((duty) => renderDuty(duty, form, reference, day))}</ul>`}
<p class="small">${counted(unverified, 'duty rests', 'duties rest')} on facts that are not verified.</p>`;
}

function renderDuty(duty: Duty, form: WhatIfForm, reference: Reference, day: string): Html {
  const article = duty.article === undefined ? '' : `, Art. ${duty.article}`;
  const towards = inRow(duty.towards.map((state) => linkState(state, reference, day)));
  const against = inRow(duty.against.map((state) => linkState(state, reference, day)));
  const without = new URLSearchParams({ ...formQuery(form), without: duty.agreement });
  return html`<li><b>${linkState(duty.state, reference, day)}</b> - ${capital(duty.duty)} ${towards}
${duty.against.length === 0 ? '' : html`against ${against}`} · ${duty.strength} ·
<a href="/agreements/${duty.agreement}?on=${day}">${duty.agreement}${article}</a>${markCertainty(duty.certainty)}
<details><summary>why</summary><ol class="because">${duty.because.map((reason) => html`<li>${reason}</li>`)}</ol>
${duty.sources.map(
  ({ title, url }) =>
    html`<p class="small">${url === undefined ? title : html`<a href="${url}" rel="external">${title}</a>`}</p>`,
)}
<p class="small"><a href="/whatif?${without.toString()}">Ask again without it</a></p></details></li>`;
}

function formQuery(form: WhatIfForm): Record<string, string> {
  const { provoked, ...rest } = form;
  const given = Object.entries(rest).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), ...(provoked && { provoked: '1' }) };
}

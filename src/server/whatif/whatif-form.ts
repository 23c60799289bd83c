import { html } from 'hono/html';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import type { Html } from '../look/page.ts';
import { type ActAsked, fieldOf, type ScenarioForm } from './scenario-form.ts';

const readings = [
  ['strict', 'strict: as the text is worded'],
  ['loose', 'loose: in its spirit'],
] as const;

const assumptions = [
  ['all', 'all do what they owe'],
  ['automatic', 'only where the text leaves no choice'],
  ['none', 'nobody: only the acts above count'],
] as const;

/** The question as a form whose address is the question. Fields take names and codes. */
export function renderScenarioForm(form: ScenarioForm, ledger: Ledger, reference: Reference): Html {
  const [first, ...more] = form.acts;
  const codes = [...reference.states.keys()];
  const names = [...new Set(codes.map((code) => nameOfState(code, reference)))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  );
  const next: ActAsked = { attacker: '', target: '', on: form.acts.at(-1)?.on ?? '', in: '' };
  return html`<form class="whatif" action="/whatif">
${renderAct(first, 0, reference)}
${more.map((act, index) => renderAct(act, index + 1, reference))}
<details ${more.length > 0 ? 'open' : ''}><summary>and
then</summary>${renderAct(next, form.acts.length, reference)}</details>
<p class="fields"><label for="without">without the agreement</label>
<input id="without" name="without" list="agreement-names" value="${form.without}"
autocomplete="off">
<label><input type="checkbox" name="provoked" value="1" ${form.provoked ? 'checked' : ''}> the
target gave provocation</label></p>
<p class="fields"><label>reading ${choose('reading', readings, form.reading)}</label>
<label>who acts ${choose('assume', assumptions, form.assume)}</label>
<button>Ask</button></p>
<datalist id="state-names">${names.map((name) => html`<option value="${name}">`)}</datalist>
<datalist id="agreement-names">${[...ledger.values()].map(
    (agreement) =>
      html`<option value="${agreement.id}">${shortNameOf(agreement, reference)}</option>`,
  )}</datalist></form>`;
}

function renderAct(act: ActAsked, index: number, reference: Reference): Html {
  const state = (name: 'attacker' | 'target') =>
    html`<input id="${name}-${index}" name="${name}" list="state-names" autocomplete="off" size="18"
value="${fieldOf(act[name], reference, act.on)}">`;
  const { places } = reference;
  return html`<p class="fields"><label
for="attacker-${index}">${index === 0 ? 'What if' : 'then'}</label> ${state('attacker')}
<label for="target-${index}">attacks</label> ${state('target')}
<label for="on-${index}">on</label> <input type="date" id="on-${index}" name="on" value="${act.on}"
min="1815-01-01">
<label for="in-${index}">in</label> <select id="in-${index}" name="in"><option value="">its own
territory</option>${[...places.values()].map(
    (place) =>
      html`<option value="${place.id}"
${place.id === act.in ? 'selected' : ''}>${place.name}</option>`,
  )}</select></p>`;
}

function choose(
  name: string,
  values: readonly (readonly [string, string])[],
  chosen: string,
): Html {
  return html`<select name="${name}">${values.map(
    ([value, words]) =>
      html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${words}</option>`,
  )}</select>`;
}

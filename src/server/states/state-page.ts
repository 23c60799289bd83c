import { html } from 'hono/html';
import { type Day, day } from '../../base/day.ts';
import type { Provision } from '../../model/agreement.ts';
import type { Exposure, Shield } from '../../model/answers/exposure.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import { promiseInWords } from '../../model/names/duty-words.ts';
import { existsOn, nameOfState } from '../../model/names/state-name.ts';
import type { State } from '../../model/state.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';
import { joinParts, renderTable } from '../look/blocks.ts';
import { renderDayForm } from '../look/day-form.ts';
import { linkAgreement, linkState, linkStates } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { inRow, inSentence, markCertainty, showArticle, showDay } from '../look/words.ts';
import { defenceSpans } from './defence-years.ts';
import { drawYears } from './years-picture.ts';

export interface StateParts {
  readonly state: State;
  readonly on: Day;
  readonly today: Day;
  readonly view: LedgerView;
  readonly reference: Reference;
}

const shieldHeadings = ['State', 'Duty', 'Strength', 'Promise', 'Against'];
const promiseHeadings = ['Agreement', 'With', 'What is promised'];

/** A state on a day: who would stand by it against whom, since when, and what it has promised. */
export function statePage(parts: StateParts): Page {
  const { state, on, today, view, reference } = parts;
  const name = nameOfState(state.code, reference, on);
  const exposure = view.exposure(state.code, on);
  const spans = defenceSpans(state.code, view.ledger);
  const first = [state.exists[0].from, spans[0]?.from].filter((from) => from !== undefined);
  const from = first.sort()[0] ?? day('1815-01-01');
  const years = drawYears({
    title: `Who has promised to defend ${nameOfState(state.code, reference, today)}, by years`,
    spans,
    from: from < '1815-01-01' ? day('1815-01-01') : from,
    today,
    on,
    reference,
    nameOf: (id) => {
      const agreement = view.ledger.get(id);
      return agreement === undefined ? id : shortNameOf(agreement, reference);
    },
  });
  const address = `/states/${state.code}`;
  const body = html`
${renderDayForm({ address, on, first: from, today, label: 'As it stood on' })}
<p class="small">${state.code} · ${existenceInWords(state)}
· <a href="/whatif?target=${state.code}&amp;on=${on}">What if it is attacked?</a> · <a
href="/whatif?attacker=${state.code}&amp;on=${on}">What if it attacks?</a></p>
${years}
${renderShields(exposure, parts)}
${renderPromises(parts)}`;
  return { title: name, room: 'none', answer: answerOf(exposure, name, parts), body };
}

function existenceInWords({ exists }: State): Html {
  const stretches = exists.map(({ from, until }) => {
    const since = from === undefined ? html`since before 1815` : html`since ${showDay(from)}`;
    return until === undefined ? since : html`${since} until ${showDay(until)}`;
  });
  return inRow(stretches);
}

function answerOf(exposure: Exposure, name: string, { on, reference, state }: StateParts): Html {
  if (!existsOn(state, on)) return html`On ${showDay(on)} ${name} did not exist.`;
  const bound = new Set(
    exposure.shields
      .filter(({ duty, verdict }) => duty === 'defend' && verdict === 'owed')
      .map((shield) => shield.state),
  );
  const list = [...bound].sort();
  if (list.length === 0) {
    const perhaps = exposure.perhaps.length > 0 ? ', though somebody may be' : '';
    return html`On ${showDay(on)} nobody in the ledger was bound to defend ${name}${perhaps}.`;
  }
  const who =
    list.length > 8
      ? html`<a href="#shields">${list.length} states</a>`
      : inSentence(list.map((code) => linkState(code, reference, on)));
  const gaps = exposure.gaps.length + exposure.perhaps.length;
  return html`On ${showDay(on)} ${who} ${list.length === 1 ? 'was' : 'were'} bound to defend
${name}, each under its own conditions${
    gaps === 0
      ? ', whoever attacked it'
      : html`; against <a href="#gaps">${gaps === 1 ? 'one state' : `${gaps} states`}</a> nobody
certainly was`
  }.`;
}

function renderShields({ shields, covered, perhaps, gaps }: Exposure, parts: StateParts): Html {
  if (shields.length === 0) return html``;
  const { on, reference, view } = parts;
  const rows = shields.map(
    (shield) => html`<tr><th scope="row">${linkState(shield.state, reference, on)}</th>
<td>${shield.duty}${shield.verdict === 'owed' ? '' : ' (undecided)'}</td><td>${shield.strength}</td>
<td>${linkAgreement(shield.agreement, view.ledger, reference, { on, at: shield.provision })}
${showArticle(shield.article)}${markCertainty(shield.certainty)}</td>
<td>${againstWhom(shield, covered.length + perhaps.length + gaps.length, parts)}</td></tr>`,
  );
  return html`<h2 id="shields">Who would stand by it, if it were attacked in its territory</h2>
${renderTable({ label: 'Who would stand by it', headings: shieldHeadings, rows })}
<p id="gaps" class="small">Certainly covered against ${covered.length} states${inSemicolons([
    ...(perhaps.length === 0
      ? []
      : [html`perhaps against ${linkStates(perhaps, reference, { on })}`]),
    ...(gaps.length === 0 ? [] : [html`by nobody against ${linkStates(gaps, reference, { on })}`]),
  ])}.</p>`;
}

function inSemicolons(parts: readonly Html[]): Html {
  return html`${parts.map((part) => html`; ${part}`)}`;
}

function againstWhom({ against }: Shield, all: number, { on, reference }: StateParts): Html {
  if (against.length >= all - 1) return html`anyone else`;
  if (against.length <= 6) return linkStates(against, reference, { on });
  return html`${against.length} of ${all} states`;
}

function renderPromises({ state, on, view, reference }: StateParts): Html {
  const inForce = [...view.ledger.values()]
    .map((agreement) => view.validOn(agreement, on))
    .filter(({ standing, parties }) => {
      const own = parties.find((party) => party.state === state.code);
      return standing === 'in force' && own?.standing === 'bound';
    });
  const groups = inForce.flatMap(({ agreement, provisions, parties }) => {
    if (provisions.length === 0) return [];
    const others = parties
      .filter((party) => party.standing === 'bound' && party.state !== state.code)
      .map((party) => party.state);
    return [
      html`<tr><th scope="row">${linkAgreement(agreement.id, view.ledger, reference, { on })}</th>
<td>${linkStates(others, reference, { on })}</td>
<td><ul class="plain-list">
${provisions.map((provision) => renderProvision(provision, state.code))}</ul></td></tr>`,
    ];
  });
  return html`<h2>Its promises in force</h2>
${
  groups.length === 0
    ? html`<p>None is in the ledger for that day. Another day may have some: move the year
above.</p>`
    : renderTable({ label: 'Promises in force', headings: promiseHeadings, rows: groups })
}`;
}

function renderProvision(provision: Provision, code: string): Html {
  const { article, duty, bound, towards, strength, certainty } = provision;
  const owes = bound === 'all' || bound.includes(code);
  const gets = towards === 'all' || towards.includes(code);
  const way = owes && gets ? '' : owes ? ' · it owes' : gets ? ' · it is owed' : ' · among others';
  return html`<li>${promiseInWords(duty)} <span
class="small">${joinParts([showArticle(article), strength], ' · ')}${way}</span>
${markCertainty(certainty)}</li>`;
}

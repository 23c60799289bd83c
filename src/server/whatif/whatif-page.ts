import { html } from 'hono/html';
import type { Duty, Outcome } from '../../model/outcome.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import { linkAgreement, linkState } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, inSentence, showDay } from '../look/words.ts';
import { renderOutcome } from './outcome-sections.ts';
import { addressOf, type ScenarioForm } from './scenario-form.ts';
import { renderScenarioForm } from './whatif-form.ts';

export interface WhatIfParts {
  readonly form: ScenarioForm;
  readonly outcome?: Outcome;
  /** The same with no agreement left out, where one is. */
  readonly withAll?: Outcome;
  /** What could not be understood in the question. */
  readonly fault?: string;
  readonly ledger: Ledger;
  readonly reference: Reference;
}

/** The what-if desk: the question as a form, and the answer with its reasons. */
export function whatIfPage(parts: WhatIfParts): Page {
  const { form, outcome, withAll, fault, ledger, reference } = parts;
  const body = html`${renderScenarioForm(form, ledger, reference)}
${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
${outcome === undefined ? '' : renderOutcome(outcome, form, { ledger, reference })}`;
  if (fault !== undefined) return { title: 'What if', room: 'whatif', body };
  const answer =
    outcome === undefined
      ? 'Choose who attacks whom, on which day: the promises in force then are tried one by one.'
      : html`${answerOf(outcome, reference)}
${withAll === undefined ? '' : compare(parts, outcome, withAll)}`;
  return { title: 'What if', room: 'whatif', answer, body };
}

function answerOf({ scenario, rounds, undecided }: Outcome, reference: Reference): Html {
  const day = scenario.acts[0].on;
  const link = (code: string) => linkState(code, reference, day);
  const acts = scenario.acts.map(
    ({ attacker, target, on }) =>
      html`${link(attacker)} attacked ${link(target)} on ${showDay(on)}`,
  );
  const duties = rounds.flat();
  const fighting = statesOf(duties, ['defend', 'attack']);
  const open = statesOf(undecided, ['defend', 'attack', 'aid']).filter(
    (code) => !fighting.includes(code),
  );
  const lesser = counted(duties.length, 'lesser duty', 'lesser duties');
  const bound =
    fighting.length > 8
      ? html`<a href="#bound">${fighting.length} states</a> would be bound to fight`
      : fighting.length > 0
        ? html`${inSentence(fighting.map(link))} would be bound to fight`
        : duties.length > 0
          ? html`Nobody would be bound to fight, though <a href="#bound">${lesser}</a> would be
owed,`
          : html`Nobody would be bound to anything`;
  const names = open.length > 4 ? html`${open.length} states` : inSentence(open.map(link));
  const perhaps = open.length === 0 ? '' : html` <a href="#undecided">Undecided</a>: ${names}.`;
  return html`${bound} if ${inSentence(acts)}.${perhaps}`;
}

/** What leaving agreements out takes away or brings, in a sentence, and the way back. */
function compare({ form, ledger, reference }: WhatIfParts, outcome: Outcome, withAll: Outcome) {
  const [left, all] = [outcome, withAll].map(({ rounds }) =>
    statesOf(rounds.flat(), ['defend', 'attack']),
  );
  const day = outcome.scenario.acts[0].on;
  const link = (code: string) => linkState(code, reference, day);
  const fewer = all.filter((code) => !left.includes(code));
  const more = left.filter((code) => !all.includes(code));
  const names = (outcome.scenario.without ?? []).map((id) => linkAgreement(id, ledger, reference));
  const changes = [
    ...(fewer.length === 0 ? [] : [html`${inSentence(fewer.map(link))} too`]),
    ...(more.length === 0 ? [] : [html`not ${inSentence(more.map(link))}`]),
  ];
  const same = changes.length === 0 ? html`the same states` : inSentence(changes);
  return html` This leaves out ${inSentence(names)}: <a
href="${addressOf({ ...form, without: '' })}">with it</a>, ${same}.`;
}

function statesOf(duties: readonly Duty[], kinds: readonly Duty['duty'][]): string[] {
  const wanted = duties.filter(({ duty }) => kinds.includes(duty));
  return [...new Set(wanted.map(({ state }) => state))];
}

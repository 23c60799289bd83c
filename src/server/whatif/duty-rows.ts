import { html } from 'hono/html';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Duty } from '../../model/outcome.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import { joinParts } from '../look/blocks.ts';
import type { Citations } from '../look/citations.ts';
import { linkAgreement, linkState, linkStates } from '../look/links.ts';
import type { Html } from '../look/page.ts';
import { capital, inSentence, markCertainty, showArticle } from '../look/words.ts';
import { addressOf, type ScenarioForm } from './scenario-form.ts';

export interface DutyParts {
  readonly form: ScenarioForm;
  readonly day: string;
  readonly ledger: Ledger;
  readonly reference: Reference;
  readonly citations: Citations;
}

interface Row {
  readonly duty: Duty;
  /** Why it is not owed or not decided, in one sentence, where that is asked. */
  readonly reason?: string;
}

/**
 * Duties as rows, those to fight first; one row where several states owe the same under the same
 * promise. `brief`: with the one reason that refuses it or leaves it open.
 */
export function listDuties(
  duties: readonly Duty[],
  parts: DutyParts,
  { brief = false }: { readonly brief?: boolean } = {},
): Html {
  const inOrder = [...duties].sort((a, b) => Number(fights(b)) - Number(fights(a)));
  const rows = inOrder.map((duty): Row => {
    const mark = `${duty.test}: `;
    const reason = brief ? duty.because.find((one) => one.startsWith(mark)) : undefined;
    return { duty, ...(reason !== undefined && { reason: reason.slice(mark.length) }) };
  });
  const groups = [...Map.groupBy(rows, keyOf).values()];
  return html`<ul class="duties">${groups.map((group) => renderRow(group, parts))}</ul>`;
}

function fights({ duty }: Duty): boolean {
  return duty === 'defend' || duty === 'attack';
}

function keyOf({ duty, reason }: Row): string {
  const { towards, against, agreement, provision, certainty, strength } = duty;
  return JSON.stringify([
    duty.duty,
    towards,
    against,
    agreement,
    provision,
    certainty,
    strength,
    reason,
  ]);
}

function renderRow(rows: readonly Row[], parts: DutyParts): Html {
  const { reference, ledger, day, form, citations } = parts;
  const [{ duty, reason }] = rows;
  const { agreement, article, provision, strength } = duty;
  const states = rows.map((row) => row.duty.state);
  const who =
    states.length > 3
      ? linkStates(states, reference, { on: day, most: 3 })
      : inSentence(states.map((code) => linkState(code, reference, day)));
  const towards = linkStates(duty.towards, reference, { on: day, most: 4 });
  const against =
    duty.against.length === 0 || duty.duty === 'not attack'
      ? ''
      : html` <span class="small">against
${linkStates(duty.against, reference, { on: day, most: 3 })}</span>`;
  const named = linkAgreement(agreement, ledger, reference, { on: day, at: provision });
  const sources = rows.flatMap((row) => row.duty.sources);
  const place = joinParts([showArticle(article), strength]);
  return html`<li class="duty" tabindex="-1"><b>${who}</b>
<span>${capital(duty.duty)} ${towards}${against}${
    reason === undefined
      ? ''
      : html`<br><span
class="reason">${capital(reason)}</span>`
  }</span>
<span>${named}${markCertainty(duty.certainty)}${citations.cite(sources)} <span
class="small place">${place}</span></span>
<details><summary aria-label="why: ${states.join(', ')} ${duty.duty}, ${agreement}">why</summary>${
    rows.length === 1
      ? renderBecause(duty)
      : rows.map(
          (row) =>
            html`<details><summary>${nameOfState(row.duty.state, reference, day)}</summary>
${renderBecause(row.duty)}</details>`,
        )
  }
<p class="small again"><a href="${addressOf({ ...form, without: agreement })}">Ask again without
this
agreement</a></p></details></li>`;
}

function renderBecause({ because }: Duty): Html {
  return html`<ol class="because">${because.map((reason) => html`<li>${reason}</li>`)}</ol>`;
}

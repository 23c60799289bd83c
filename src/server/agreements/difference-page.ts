import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { ChangedDuty, Difference } from '../../model/answers/difference.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import { joinParts, renderTable } from '../look/blocks.ts';
import { renderDayForm } from '../look/day-form.ts';
import { linkAgreement, linkState, linkStates } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, markCertainty, showArticle, showDay } from '../look/words.ts';

export interface DifferenceParts {
  readonly agreement: Agreement;
  readonly difference: Difference;
  readonly today: Day;
  readonly ledger: Ledger;
  readonly reference: Reference;
}

const headings = ['If attacked', 'By', 'State', 'Is bound to', 'Promise', 'With it'];

/** More rows than this are counted and not listed. */
const mostRows = 250;

/** What an agreement changes: every promise that an attack calls only with it, or only without. */
export function differencePage(parts: DifferenceParts): Page {
  const { agreement, difference, today, ledger, reference } = parts;
  const name = shortNameOf(agreement, reference);
  const { changes, notCompared } = difference;
  const { on } = difference.after;
  const direct = changes.filter((change) => change.direct);
  const follows = changes.filter((change) => !change.direct);
  const from = (agreement.signed?.day ?? agreement.inForce?.day ?? '1815').slice(0, 4);
  const address = `/difference/${agreement.id}`;
  const body = html`
${renderDayForm({ address, on, first: from, today, label: 'Compared on' })}
<p class="small">Every attack of one state on another is tried with and without
${linkAgreement(agreement.id, ledger, reference, { on })}; strict reading, all do what they
owe.</p>
${renderChanges('direct', 'What the attack itself calls', direct, parts)}
${renderChanges('follows', 'What follows from what others then do', follows, parts)}
${notCompared.length === 0 ? '' : html`<p class="small">Not compared: ${notCompared.join(', ')}.</p>`}`;
  const answer = answerOf(parts, direct.length, follows.length);
  return { title: `What ${name} changes`, room: 'agreements', answer, body };
}

function answerOf({ agreement, difference }: DifferenceParts, direct: number, follows: number) {
  const { differing, attacks, after } = difference;
  if (differing === 0) {
    return html`On ${showDay(after.on)}, every attack has the same answer without it. <a
href="/agreements/${agreement.id}?on=${after.on}">Was it in force?</a>`;
  }
  const called = counted(direct, 'duty', 'duties');
  return html`On ${showDay(after.on)}, ${counted(differing, 'attack has', 'attacks have')} another
answer without it, of ${attacks.toLocaleString('en')}:
${direct === 0 ? 'no duty' : html`<a href="#direct">${called}</a>`} called by the attack itself, and
${follows === 0 ? 'none' : html`<a href="#follows">${follows}</a>`} that follow.`;
}

function renderChanges(
  id: string,
  title: string,
  changes: readonly ChangedDuty[],
  parts: DifferenceParts,
): Html {
  if (changes.length === 0) return html``;
  const rows = changes.slice(0, mostRows).map((change) => renderChange(change, parts));
  const rest = changes.length - rows.length;
  return html`<h2 id="${id}">${title} <span class="small">${changes.length}</span></h2>
${renderTable({ label: title, headings, rows })}
${
  rest === 0
    ? ''
    : html`<p class="small">And ${rest} more like these; the command <code>entente
difference</code> lists them all.</p>`
}`;
}

function renderChange(
  change: ChangedDuty,
  { difference, ledger, reference, agreement }: DifferenceParts,
): Html {
  const { attacks, towards, state, duty, article, strength, verdict } = change;
  const { on } = difference.after;
  const states = (codes: Iterable<string>) =>
    linkStates([...new Set(codes)], reference, { on, most: 3 });
  const own = change.agreement === agreement.id;
  const perhaps = verdict === 'owed' ? '' : 'perhaps ';
  const way = change.change === 'added' ? `${perhaps}owed` : `${perhaps}owed no longer`;
  const [{ attacker, target }] = attacks;
  const promise = own
    ? html`<b>this one</b>`
    : linkAgreement(change.agreement, ledger, reference, { on });
  const ask = `/whatif?attacker=${attacker}&target=${target}&on=${on}&assume=all`;
  return html`<tr><td>${states(attacks.map((attack) => attack.target))}</td>
<td>${states(attacks.map((attack) => attack.attacker))}</td>
<th scope="row">${linkState(state, reference, on)}</th>
<td>${duty} ${states(towards)}</td>
<td>${promise}${markCertainty(change.certainty)}
<span class="small">${joinParts([showArticle(article), strength])}</span></td>
<td><a href="${ask}" title="${change.says}">${way}</a></td></tr>`;
}

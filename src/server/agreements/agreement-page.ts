import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import type { Agreement, DatedFact } from '../../model/agreement.ts';
import type { AgreementOn } from '../../model/agreement-on.ts';
import { shortNameOf } from '../../model/names/agreement-name.ts';
import { promiseInWords } from '../../model/names/duty-words.ts';
import type { Source } from '../../model/source.ts';
import type { Ledger, Reference, Succession } from '../../pipeline/flow.ts';
import { joinParts, renderSection, renderTable } from '../look/blocks.ts';
import { type Citations, startCitations } from '../look/citations.ts';
import { renderDayForm } from '../look/day-form.ts';
import { linkState } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, inRow, markCertainty, showDay } from '../look/words.ts';
import { type ProvisionParts, renderProvision } from './provision-row.ts';

export interface AgreementParts {
  /** The agreement as it was valid on a day. */
  readonly valid: AgreementOn;
  readonly today: Day;
  /** Only decisions taken by then are in the ledger shown. */
  readonly known?: Day;
  readonly succession: Succession;
  readonly ledger: Ledger;
  readonly reference: Reference;
}

/** An agreement on a day: parties, provisions, days, disputes, chain, and its sources as notes. */
export function agreementPage(parts: AgreementParts): Page {
  const { valid, today, known, reference } = parts;
  const { agreement, day } = valid;
  const citations = startCitations();
  const inside: ProvisionParts = { agreement, reference, citations, on: day };
  const from = (agreement.signed?.day ?? agreement.inForce?.day ?? '1815').slice(0, 4);
  const dayForm = { address: `/agreements/${agreement.id}`, on: day, first: from, today };
  const provisions = html`<ol class="provisions">${agreement.provisions.map((one) =>
    renderProvision(one, inside),
  )}</ol>`;
  const changes = html`<p><a href="/difference/${agreement.id}?on=${day}">Every attack whose
answer differs without it, on ${showDay(day)}</a></p>`;
  const body = html`
<p class="small">${shortNameOf(agreement, reference)} ·
${agreement.id}${agreement.secret ? ' · secret' : ''}${
  agreement.duration === undefined ? '' : ` · ${agreement.duration}`
}</p>
${renderDayForm({ ...dayForm, label: 'As it was valid on', known: known ?? '' })}
${renderDays(valid, citations)}
${renderParties(valid, reference)}
${renderSection('provisions', 'Provisions', provisions, agreement.provisions.length)}
${renderDisputes(agreement, citations)}
${renderChain(parts)}
${renderSection('changes', 'What it changes', changes)}
${
  agreement.note === undefined
    ? ''
    : renderSection(
        'note',
        'Note',
        html`<p
class="words">${agreement.note}</p>`,
      )
}
${citations.list()}`;
  return { title: agreement.name, room: 'agreements', answer: answerOf(valid), body };
}

function answerOf({ agreement, day, standing, provisions }: AgreementOn): Html {
  const duties = [...new Set(provisions.map(({ duty }) => duty))];
  const war = duties.filter((duty) => !duty.startsWith('cooperation:'));
  const rest = duties.length - war.length;
  const named = war.map((duty) => html`${promiseInWords(duty)}`);
  const others =
    rest === 0 ? [] : [html`<a href="#provisions">${counted(rest, 'field')} of cooperation</a>`];
  const promised = [...named, ...others];
  const unverified = agreement.provisions.filter(({ certainty }) => certainty === 'unverified');
  const doubt =
    unverified.length === 0
      ? ''
      : html` <a href="#${unverified[0].id}">${unverified.length} of its
${counted(agreement.provisions.length, 'provision')}</a> ${unverified.length === 1 ? 'is' : 'are'}
unverified.`;
  return html`On ${showDay(day)}: <b>${standing}</b>. It promises
${promised.length === 0 ? 'nothing that is recorded' : inRow(promised)}.${doubt}`;
}

function renderDays({ agreement, because }: AgreementOn, citations: Citations): Html {
  const facts: readonly (readonly [string, DatedFact | undefined])[] = [
    ['Signed', agreement.signed],
    ['In force', agreement.inForce],
    ['Ended', agreement.ended],
  ];
  return renderSection(
    'days',
    'Days',
    html`<table><tbody>
${facts.map(([title, fact]) => renderFact(title, fact, agreement, citations))}
${(agreement.suspended ?? []).map(
  ({ from, until, how, certainty, sources }) => html`<tr><th scope="row">Suspended</th>
<td>${showDay(from)} to ${showDay(until)}${markCertainty(certainty)}
${citations.cite(sourcesOf(agreement, sources))}</td><td>${how}</td></tr>`,
)}</tbody></table>
<p class="small">${because.join(' ')}</p>`,
  );
}

function renderFact(
  title: string,
  fact: DatedFact | undefined,
  agreement: Agreement,
  citations: Citations,
): Html {
  if (fact === undefined) {
    const { neverInForce, standing } = agreement;
    const none =
      title === 'In force' && neverInForce
        ? html`never`
        : title === 'Ended' && standing === 'in force'
          ? html`no end is known`
          : showDay(undefined);
    return html`<tr><th scope="row">${title}</th><td>${none}</td><td></td></tr>`;
  }
  const where = joinParts([fact.place, fact.how], '; ');
  const cited = sourcesOf(agreement, fact.sources);
  return html`<tr><th scope="row">${title}</th>
<td>${showDay(fact.day)}${markCertainty(fact.certainty)}${citations.cite(cited)}</td>
<td>${where}</td></tr>`;
}

function renderParties(valid: AgreementOn, reference: Reference): Html {
  const { agreement, parties, heirs = [], day } = valid;
  const own = parties.map(({ state, standing, because, membership }) => {
    const left = membership.left === undefined ? '' : ` (${membership.left})`;
    const until = membership.until ?? agreement.ended?.day;
    return html`<tr><th scope="row">${linkState(state, reference, day)}</th>
<td title="${because}">${standing}</td>
<td>${showDay(membership.signed ?? agreement.signed?.day)}</td>
<td>${showDay(membership.from ?? agreement.inForce?.day)}</td>
<td>${until === undefined ? '' : showDay(until)}${left}</td><td>${membership.reservation ?? ''}</td>
</tr>`;
  });
  const inPlace = heirs.map(
    ({ state, inPlaceOf, standing, because }) => html`<tr><th
scope="row">${linkState(state, reference, day)}, in place of
${linkState(inPlaceOf, reference, day)}</th><td title="${because}">${standing}</td>
<td></td><td></td><td></td><td></td></tr>`,
  );
  const rows = [...own, ...inPlace];
  const headings = ['State', 'On that day', 'Signed', 'Bound from', 'Until', 'Reservation'];
  const table = renderTable({ label: 'Parties', headings, rows });
  return renderSection('parties', 'Parties', table, parties.length);
}

function renderDisputes(agreement: Agreement, citations: Citations): Html {
  if (!agreement.disputes?.length) return html``;
  const rows = agreement.disputes.map(
    ({ about, values }) =>
      html`<dt>${about}</dt>${values.map(
        ({ value, sources }) =>
          html`<dd>${value}${citations.cite(sourcesOf(agreement, sources))}</dd>`,
      )}`,
  );
  return renderSection('disputes', 'Where sources differ', html`<dl class="disputes">${rows}</dl>`);
}

function renderChain({ valid, succession, ledger, reference }: AgreementParts): Html {
  const { agreement } = valid;
  const { before, after } = succession;
  if (before.length + after.length === 0) return html``;
  const past = { replaces: 'replaced', echoes: 'echoed', amends: 'amended' } as const;
  const link = (id: string, how: string) => {
    const agreement = ledger.get(id);
    return html`<li><a href="/agreements/${id}">${agreement?.name ?? id}</a>
<span class="small">${showDay(agreement?.signed?.day)} · ${how}</span></li>`;
  };
  const steps = html`<ol class="chain">
${[...before].reverse().map((one) => link(one.agreement, `${past[one.how]} by a later one`))}
<li aria-current="true"><b>${shortNameOf(agreement, reference)}</b> <span class="small">this
one</span></li>
${after.map((one) => link(one.agreement, `${one.how} an earlier one`))}</ol>`;
  return renderSection('chain', 'Before and after it', steps);
}

function sourcesOf({ sources }: Agreement, keys: readonly string[] | undefined): Source[] {
  return (keys ?? []).flatMap((key) => sources[key] ?? []);
}

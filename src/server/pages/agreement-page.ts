import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import type { AgreementOn } from '../../ledger/agreement-on.ts';
import { successionOf } from '../../ledger/succession.ts';
import type { Agreement, DatedFact } from '../../model/agreement.ts';
import type { Ledger } from '../../pipeline/flow.ts';
import type { Reference } from '../../reference/reference.ts';
import { type Citations, startCitations } from '../citations.ts';
import { renderDayForm } from '../day-form.ts';
import type { Html, Page } from '../layout.ts';
import {
  counted,
  dutyWords,
  inRow,
  linkState,
  markCertainty,
  shortNameOf,
  showDay,
} from '../words.ts';
import { type ProvisionParts, renderProvision } from './provision-row.ts';

export interface AgreementParts {
  /** The agreement as it was valid on a day. */
  readonly valid: AgreementOn;
  readonly today: Day;
  readonly ledger: Ledger;
  readonly reference: Reference;
}

/** An agreement on a day: parties, provisions, days, disputes, chain, and its sources as notes. */
export function agreementPage(parts: AgreementParts): Page {
  const { valid, today, ledger, reference } = parts;
  const { agreement, day } = valid;
  const citations = startCitations();
  const inside: ProvisionParts = { agreement, reference, citations, on: day };
  const from = (agreement.signed?.day ?? agreement.inForce?.day ?? '1815').slice(0, 4);
  const body = html`
<p class="small">${shortNameOf(agreement, reference)} · ${agreement.id}${agreement.secret ? ' · secret' : ''}${
    agreement.duration === undefined ? '' : ` · ${agreement.duration}`
  }</p>
${renderDayForm({ address: `/agreements/${agreement.id}`, on: day, from: `${from}-01-01` as Day, today, label: 'As it was valid on' })}
${renderDays(valid, citations)}
${renderParties(valid, reference)}
<section class="row" aria-labelledby="provisions"><h2 id="provisions">Provisions <span class="small">${agreement.provisions.length}</span></h2>
<ol class="provisions">${agreement.provisions.map((one) => renderProvision(one, inside))}</ol></section>
${renderDisputes(agreement, citations)}
${renderChain(agreement, ledger, reference)}
<section class="row" aria-labelledby="changes"><h2 id="changes">What it changes</h2>
<p><a href="/difference/${agreement.id}?on=${day}">Every attack whose answer differs without it, on ${showDay(day)}</a></p></section>
${agreement.note === undefined ? '' : html`<section class="row" aria-labelledby="note"><h2 id="note">Note</h2><p class="words">${agreement.note}</p></section>`}
${citations.list()}`;
  return { title: agreement.name, room: 'agreements', answer: answerOf(valid), body };
}

function answerOf({ agreement, day, standing, provisions }: AgreementOn): Html {
  const duties = [...new Set(provisions.map(({ duty }) => duty))];
  const war = duties.filter((duty) => !duty.startsWith('cooperation:'));
  const rest = duties.length - war.length;
  const named = war.map((duty) => html`${dutyWords(duty)}`);
  const others =
    rest === 0 ? [] : [html`<a href="#provisions">${counted(rest, 'field')} of cooperation</a>`];
  const promised = [...named, ...others];
  const unverified = agreement.provisions.filter(({ certainty }) => certainty === 'unverified');
  const doubt =
    unverified.length === 0
      ? ''
      : html` <a href="#${unverified[0].id}">${unverified.length} of its ${counted(agreement.provisions.length, 'provision')}</a> unverified.`;
  return html`On ${showDay(day)}: <b>${standing}</b>. It holds ${promised.length === 0 ? 'no promise that is recorded' : inRow(promised)}.${doubt}`;
}

function renderDays({ agreement, because }: AgreementOn, citations: Citations): Html {
  const facts: readonly (readonly [string, DatedFact | undefined])[] = [
    ['Signed', agreement.signed],
    ['In force', agreement.inForce],
    ['Ended', agreement.ended],
  ];
  return html`<section class="row" aria-labelledby="days"><h2 id="days">Days</h2><div>
<table><tbody>${facts.map(([title, fact]) => renderFact(title, fact, agreement, citations))}
${(agreement.suspended ?? []).map(
  ({ from, until, how, certainty, sources }) => html`<tr><th scope="row">Suspended</th>
<td>${showDay(from)} to ${showDay(until)}${markCertainty(certainty)}${citations.cite((sources ?? []).flatMap((key) => agreement.sources[key] ?? []))}</td><td>${how}</td></tr>`,
)}</tbody></table>
<p class="small">${because.join(' ')}</p></div></section>`;
}

function renderFact(
  title: string,
  fact: DatedFact | undefined,
  { sources, neverInForce, standing }: Agreement,
  citations: Citations,
): Html {
  if (fact === undefined) {
    const none =
      title === 'In force' && neverInForce
        ? html`never`
        : title === 'Ended' && standing === 'in force'
          ? html`no end is known`
          : showDay(undefined);
    return html`<tr><th scope="row">${title}</th><td>${none}</td><td></td></tr>`;
  }
  const where = [fact.place, fact.how].filter((part) => part !== undefined).join('; ');
  const cited = (fact.sources ?? []).flatMap((key) => sources[key] ?? []);
  return html`<tr><th scope="row">${title}</th><td>${showDay(fact.day)}${markCertainty(fact.certainty)}${citations.cite(cited)}</td><td>${where}</td></tr>`;
}

function renderParties({ agreement, parties, day }: AgreementOn, reference: Reference): Html {
  const rows = parties.map(({ state, standing, because, membership }) => {
    const left = membership.left === undefined ? '' : ` (${membership.left})`;
    const until = membership.until ?? agreement.ended?.day;
    return html`<tr><th scope="row">${linkState(state, reference, day)}</th>
<td title="${because}">${standing}</td><td>${showDay(membership.signed ?? agreement.signed?.day)}</td>
<td>${showDay(membership.from ?? agreement.inForce?.day)}</td>
<td>${until === undefined ? '' : showDay(until)}${left}</td><td>${membership.reservation ?? ''}</td></tr>`;
  });
  return html`<section class="row" aria-labelledby="parties"><h2 id="parties">Parties <span class="small">${parties.length}</span></h2>
<div class="wide" tabindex="0" role="region" aria-label="Parties"><table><thead><tr><th scope="col">State</th><th scope="col">On that day</th><th scope="col">Signed</th>
<th scope="col">Bound from</th><th scope="col">Until</th><th scope="col">Reservation</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function renderDisputes(agreement: Agreement, citations: Citations): Html {
  if (!agreement.disputes?.length) return html``;
  const rows = agreement.disputes.map(
    ({ about, values }) =>
      html`<dt>${about}</dt>${values.map(
        ({ value, sources }) =>
          html`<dd>${value}${citations.cite(sources.flatMap((key) => agreement.sources[key] ?? []))}</dd>`,
      )}`,
  );
  return html`<section class="row" aria-labelledby="disputes"><h2 id="disputes">Where sources differ</h2><dl class="disputes">${rows}</dl></section>`;
}

function renderChain(agreement: Agreement, ledger: Ledger, reference: Reference): Html {
  const { before, after } = successionOf(agreement.id, ledger);
  if (before.length + after.length === 0) return html``;
  const past = { replaces: 'replaced', echoes: 'echoed', amends: 'amended' } as const;
  const link = (id: string, how: string) => {
    const held = ledger.get(id);
    return html`<li><a href="/agreements/${id}">${held?.name ?? id}</a>
<span class="small">${showDay(held?.signed?.day)} · ${how}</span></li>`;
  };
  return html`<section class="row" aria-labelledby="chain"><h2 id="chain">Before and after it</h2><ol class="chain">
${[...before].reverse().map((one) => link(one.agreement, `${past[one.how]} by a later one`))}
<li aria-current="true"><b>${shortNameOf(agreement, reference)}</b> <span class="small">this one</span></li>
${after.map((one) => link(one.agreement, `${one.how} an earlier one`))}</ol></section>`;
}

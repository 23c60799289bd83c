import { html } from 'hono/html';
import type { AgreementOn } from '../../ledger/agreement-on.ts';
import { successionOf } from '../../ledger/succession.ts';
import type { Agreement, DatedFact, Provision } from '../../model/agreement.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Html, Page } from '../layout.ts';
import { capital, counted, inRow, linkState, markCertainty, showDay } from '../words.ts';

/** An agreement as it was valid on a day: parties, provisions, days, disputes, chain, sources. */
export function agreementPage(
  valid: AgreementOn,
  ledger: ReadonlyMap<string, Agreement>,
  reference: Reference,
): Page {
  const { agreement, day, standing } = valid;
  const keys = Object.keys(agreement.sources);
  const cite = (sources: readonly string[] | undefined) =>
    (sources ?? []).map((key) => {
      const number = keys.indexOf(key) + 1;
      return html`<sup><a href="#source-${number}" aria-label="source ${number}">${number}</a></sup>`;
    });
  const body = html`
<p class="small">${agreement.id}${agreement.secret ? ' · secret' : ''}${
    agreement.duration === undefined ? '' : ` · ${agreement.duration}`
  }</p>
<form class="filter" action="/agreements/${agreement.id}"><label>As it was valid on
<input type="date" name="on" value="${day}"></label> <button>Show</button></form>
<ul class="because">${valid.because.map((reason) => html`<li>${reason}</li>`)}</ul>
<table class="days"><tbody>${(
    [
      ['Signed', agreement.signed],
      ['In force', agreement.inForce],
      ['Ended', agreement.ended],
    ] as const
  ).map(([title, fact]) => renderFact(title, fact, cite))}</tbody></table>
<h2>Parties</h2>
<table><thead><tr><th scope="col">State</th><th scope="col">On that day</th><th scope="col">Signed</th>
<th scope="col">Bound from</th><th scope="col">Until</th></tr></thead><tbody>${valid.parties.map(
    ({
      state,
      standing: held,
      membership,
    }) => html`<tr><th scope="row">${linkState(state, reference, day)}</th>
<td>${held}</td><td>${showDay(membership.signed ?? agreement.signed?.day)}</td>
<td>${showDay(membership.from ?? agreement.inForce?.day)}</td>
<td>${membership.until === undefined && agreement.ended === undefined ? '' : showDay(membership.until ?? agreement.ended?.day)}${
      membership.left === undefined ? '' : ` (${membership.left})`
    }</td></tr>`,
  )}</tbody></table>
<h2>Provisions</h2>
<ol class="provisions">${agreement.provisions.map((one) => renderProvision(one, reference, cite))}</ol>
${renderDisputes(agreement, cite)}
${renderChain(agreement, ledger)}
<h2 id="changes">What it changes</h2>
<p><a href="/difference/${agreement.id}?on=${day}">Every attack whose answer differs without it, on ${day}</a></p>
${agreement.note === undefined ? '' : html`<h2>Note</h2><p>${agreement.note}</p>`}
<h2>Sources</h2>
<ol class="sources">${keys.map((key, index) => {
    const { title, url, at } = agreement.sources[key];
    const shown =
      url === undefined ? html`${title}` : html`<a href="${url}" rel="external">${title}</a>`;
    return html`<li id="source-${index + 1}">${shown}${at === undefined ? '' : `, ${at}`}</li>`;
  })}</ol>`;
  const duties = [...new Set(valid.provisions.map(({ duty }) => duty))].join(', ');
  const answer = html`On ${showDay(day)}: ${standing}. It promises ${duties || 'nothing that is recorded'},
${counted(agreement.parties.length, 'party', 'parties')}.`;
  return { title: agreement.name, room: 'agreements', answer, body };
}

type Cite = (sources: readonly string[] | undefined) => readonly Html[] | Html[];

function renderFact(title: string, fact: DatedFact | undefined, cite: Cite): Html {
  if (fact === undefined) {
    return html`<tr><th scope="row">${title}</th><td>${showDay(undefined)}</td><td></td></tr>`;
  }
  const where = [fact.place, fact.how].filter((part) => part !== undefined).join('; ');
  return html`<tr><th scope="row">${title}</th><td>${showDay(fact.day)}${markCertainty(fact.certainty)}${cite(fact.sources)}</td><td>${where}</td></tr>`;
}

function renderProvision(provision: Provision, reference: Reference, cite: Cite): Html {
  const { article, duty, bound, towards, trigger, theatre, strength, conditions } = provision;
  const states = (codes: readonly string[]) =>
    inRow(codes.map((code) => linkState(code, reference)));
  const who = bound === 'all' ? 'every party' : states(bound);
  const whom = towards === 'all' ? 'the others' : states(towards);
  const rows: [string, Html | string][] = [['binds', html`${who} towards ${whom}`]];
  if (trigger) {
    const by = trigger.by === undefined ? 'anyone' : states(trigger.by);
    const not = trigger.notBy === undefined ? '' : html`, but not ${states(trigger.notBy)}`;
    rows.push(['called by', html`${trigger.kind} by ${by}${not}`]);
  }
  if (theatre) rows.push(['where', reference.theatres.get(theatre)?.text ?? theatre]);
  rows.push(['strength', strength]);
  for (const condition of conditions ?? []) rows.push(['condition', condition]);
  if (provision.from) rows.push(['from', showDay(provision.from)]);
  if (provision.until) rows.push(['until', showDay(provision.until)]);
  return html`<li id="${provision.id}"><b>${article === undefined ? 'Article not seen' : `Art. ${article}`} ·
${capital(duty)}</b>${markCertainty(provision.certainty)}${cite(provision.sources)}
<p>${provision.text}</p><dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></li>`;
}

function renderDisputes(agreement: Agreement, cite: Cite): Html {
  if (!agreement.disputes?.length) return html``;
  return html`<h2>Where sources differ</h2><dl class="disputes">${agreement.disputes.map(
    ({ about, values }) =>
      html`<dt>${about}</dt>${values.map(
        ({ value, sources }) => html`<dd>${value}${cite(sources)}</dd>`,
      )}`,
  )}</dl>`;
}

function renderChain(agreement: Agreement, ledger: ReadonlyMap<string, Agreement>): Html {
  const { before, after } = successionOf(agreement.id, ledger);
  if (before.length + after.length === 0) return html``;
  const link = (id: string, how: string) =>
    html`<li><a href="/agreements/${id}">${ledger.get(id)?.name ?? id}</a>
<span class="small">${ledger.get(id)?.signed?.day ?? ''} · ${how}</span></li>`;
  return html`<h2>Before and after it</h2><ol class="chain">
${[...before].reverse().map((one) => link(one.agreement, `${one.how === 'echoes' ? 'echoed by' : `${one.how.replace(/s$/, '')}d by`} what follows`))}
<li aria-current="true"><b>${agreement.name}</b></li>
${after.map((one) => link(one.agreement, `${one.how} what stands before`))}</ol>`;
}

import { html } from 'hono/html';
import { promiseInWords } from '../../model/names/duty-words.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { AgreementTold, Event, Party, Reading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { Ledger, Reference } from '../../pipeline/flow.ts';
import { linkAgreement, linkOut, linkState } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { capital, counted, inRow, showDay } from '../look/words.ts';
import { peopleInWords, reasonsForSpeakers, ruleInWords } from './attribution-words.ts';
import { renderReportText } from './report-text.ts';

/** What each construction says, by the name that findings give as their rule. */
type Constructions = ReadonlyMap<string, string>;

/** A report with everything found in it; each finding leads to its words and back. */
export function reportPage(
  reading: Reading,
  ledger: Ledger,
  reference: Reference,
  constructions: Constructions,
): Page {
  const { report, attributions, events, agreements, findings } = reading;
  const anonymous = attributions.filter((one) => one.anonymous).length;
  const answer = html`<a href="#who-says-what">${counted(attributions.length, 'statement')}</a>,
${anonymous} of them by unnamed sources; <a
href="#who-did-what">${counted(events.length, 'event')}</a>;
<a href="#promised">${counted(agreements.length, 'agreement')}</a>.`;
  const anchors = anchorsOf(reading);
  const text = renderReportText(
    reading,
    { prefix: 't', anchors, address: (index) => `#a${index}` },
    reference,
  );
  const body = html`
<p class="small">${report.outlet ?? 'Outlet not stated'} · ${showDay(report.published)} ·
${report.byline === undefined ? '' : `${report.byline} · `}
${linkOut(report.url ?? report.id, report.url)}</p>
<div class="report-and-findings">
<article class="report" aria-label="The report">${text}</article>
<aside aria-label="What was found">
<h2 id="who-says-what">Who says what</h2>
${attributions.length === 0 ? html`<p class="unknown">No statement by anybody was found.</p>` : ''}
<ol class="findings">
${attributions.map((_, index) => renderAttribution(reading, index, reference, constructions))}</ol>
<h2 id="who-did-what">Who did what to whom</h2>
${events.length === 0 ? html`<p class="unknown">No event was found.</p>` : ''}
<ol class="findings">${events.map((event) => renderEvent(event, reference, constructions))}</ol>
<h2 id="promised">What was promised</h2>
${agreements.length === 0 ? html`<p class="unknown">No agreement was found.</p>` : ''}
<ul class="findings">${agreements.map((one) => renderAgreement(one, ledger, reference))}</ul>
${
  findings.length === 0
    ? ''
    : html`<h2>Could not be read</h2><ul class="findings">
${findings.map((one) => html`<li>${one.message}</li>`)}</ul>`
}
</aside>
</div>`;
  return { title: report.title ?? report.id, room: 'stories', answer, body };
}

function anchorsOf({ attributions, events, agreements }: Reading): number[] {
  return [
    ...attributions.map((one) => firstOf(one).start),
    ...events.map((event) => event.start),
    ...agreements.flatMap(({ mentions, provisions }) =>
      [...mentions, ...provisions.map(({ evidence }) => evidence)].map(({ start }) => start),
    ),
  ];
}

function firstOf({ source, cue, content }: Reading['attributions'][number]): Span {
  return [source, cue, content]
    .flatMap((part) => part?.spans ?? [])
    .reduce((first, span) => (span.start < first.start ? span : first));
}

/** To the words of a finding: a link without scripts, a light with them. */
function toWords({ start, end }: Span, label: string): Html {
  return html`<a class="to-words" href="#t-${start}" data-report="t" data-from="${start}"
data-to="${end}"
aria-label="to the words: ${label.slice(0, 60)}">¶</a>`;
}

function renderAttribution(
  reading: Reading,
  index: number,
  reference: Reference,
  constructions: Constructions,
): Html {
  const one = reading.attributions[index];
  const { source, cue, content, stance, certainty, confidence, within } = one;
  const text = content.text.length > 160 ? `${content.text.slice(0, 157)}…` : content.text;
  const sure = certainty === 'unstated' ? '' : ` · ${certainty}`;
  const states = one.states.map((state) => linkState(state, reference));
  const who = [peopleInWords(one)]
    .filter((people) => people !== '')
    .map((people) => html`${people}`);
  const why = [...ruleInWords(one.rule, constructions), ...reasonsForSpeakers(reading, one)];
  const nested =
    within === undefined ? '' : html` · inside <a href="#a${within}">${within + 1}</a>`;
  return html`<li id="a${index}" class="finding${within === undefined ? '' : ' nested'}"
data-attribution="${index}" tabindex="-1">
${toWords(firstOf(one), cue?.text ?? text)} <b>${source?.text ?? 'nobody named'}</b>
<i>${cue?.text ?? ''}</i> <span class="words">${text}</span>
<span class="small"><span class="stance stance-${stance}">${stance}</span>${sure} ·
${Math.round(confidence * 100)} % sure${nested}</span>
<span class="small">${inRow([...who, ...states])}</span>
${
  why.length === 0
    ? ''
    : html`<details><summary>why ${source?.text ?? ''}</summary>
${renderReasons(why)}</details>`
}</li>`;
}

function renderEvent(event: Event, reference: Reference, constructions: Constructions): Html {
  const party = ({ state, span }: Party) =>
    state === undefined ? html`${span.text}` : linkState(state, reference);
  const actors = event.actors.length === 0 ? html`nobody named` : inRow(event.actors.map(party));
  const arrow = event.reciprocal ? ' with ' : ' → ';
  const recipients =
    event.recipients.length === 0 ? '' : html`${arrow}${inRow(event.recipients.map(party))}`;
  const place = event.place === undefined ? '' : ` · in ${nameOfState(event.place, reference)}`;
  const why = ruleInWords(event.rule, constructions);
  return html`<li class="finding" tabindex="-1">${toWords(event, event.text)}
<b>${actors}${recipients}</b> <i>${event.type.toLowerCase()}</i> <span
class="words">“${event.text}”</span>
<span class="small">${event.status}${
    event.on === undefined
      ? ''
      : html` ·
${showDay(event.on)}`
  }${place} · ${Math.round(event.confidence * 100)} % sure</span>
${why.length === 0 ? '' : html`<details><summary>why</summary>${renderReasons(why)}</details>`}</li>`;
}

function renderReasons(reasons: readonly string[]): Html {
  return html`<ul class="because">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`;
}

function renderAgreement(reported: AgreementTold, ledger: Ledger, reference: Reference): Html {
  const { id, mentions, status } = reported;
  const name = reported.name ?? mentions[0].text;
  const parties = inRow(reported.parties.map((state) => linkState(state, reference)));
  const inLedger =
    id === undefined || !ledger.has(id)
      ? html`<span class="unknown">not in the ledger</span>`
      : html`in the ledger: ${linkAgreement(id, ledger, reference)}`;
  const provisions = reported.provisions.map(
    ({ type, evidence }) =>
      html`<li>${toWords(evidence, evidence.text)} ${promiseInWords(type)} <span
class="words">“${evidence.text}”</span></li>`,
  );
  return html`<li class="finding" tabindex="-1">${toWords(mentions[0], name)}
<b>${capital(name)}</b>
<span class="small">${parties} · ${status ?? 'status not stated'} · ${inLedger}</span>
<ul>${provisions}</ul></li>`;
}

import { html } from 'hono/html';
import type { Attribution, Event, Party, Reading } from '../../model/reading.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Html, Page } from '../layout.ts';
import { renderReportText } from '../report-text.ts';
import { counted, inRow, linkState, nameOfState, showDay } from '../words.ts';

/** One report with everything found in it, each finding leading to its words. */
export function reportPage(reading: Reading, reference: Reference): Page {
  const { report, attributions, events, agreements, findings } = reading;
  const anchors = [
    ...attributions.map((one) => (one.cue ?? one.content).spans[0].start),
    ...events.map((event) => event.start),
    ...agreements.flatMap((told) => told.mentions.map((mention) => mention.start)),
  ];
  const anonymous = attributions.filter((one) => one.anonymous).length;
  const answer =
    `${counted(attributions.length, 'statement')} on somebody’s word, ${anonymous} of them by ` +
    `sources not named; ${counted(events.length, 'event')}; ${counted(agreements.length, 'agreement')} told of.`;
  const body = html`
<p class="small">${report.outlet ?? 'Outlet not stated'} · ${showDay(report.published)} · ${report.id}
${report.url === undefined ? '' : html` · ${report.url}`}</p>
<div class="report-and-findings">
<article class="report" aria-label="The report">${renderReportText(reading, { prefix: 't', anchors })}</article>
<aside aria-label="What was found">
<h2>Who says what</h2>
<ol class="findings">${attributions.map((one) => renderAttribution(one, reference))}</ol>
<h2>Who did what to whom</h2>
<ol class="findings">${events.map((event) => renderEvent(event, reference))}</ol>
<h2>What was promised</h2>
<ul class="findings">${agreements.map((told) => {
    const name = told.name ?? told.mentions[0].text;
    const parties = inRow(told.parties.map((state) => linkState(state, reference)));
    const duties = told.provisions.map(
      (provision) => html`<li>${provision.type}: “${provision.evidence.text}”</li>`,
    );
    const title = told.id === undefined ? name : html`<a href="/agreements/${told.id}">${name}</a>`;
    return html`<li><a href="#t-${told.mentions[0].start}" aria-label="to the words: ${name}">¶</a> ${title} · ${parties} ·
${told.status ?? 'status not stated'}<ul>${duties}</ul></li>`;
  })}</ul>
${findings.length === 0 ? '' : html`<h2>Noted</h2><ul>${findings.map((one) => html`<li>${one.message}</li>`)}</ul>`}
</aside>
</div>`;
  return { title: report.title ?? report.id, room: 'stories', answer, body };
}

function renderAttribution(one: Attribution, reference: Reference): Html {
  const place = (one.cue ?? one.content).spans[0].start;
  const states = inRow(one.states.map((state) => linkState(state, reference)));
  const anonymous = one.anonymous
    ? html` · not named${one.count === undefined ? '' : ` ×${one.count}`}`
    : '';
  const behind = one.states.length === 0 ? '' : html` · ${states}`;
  const certainty = one.certainty === 'unstated' ? '' : ` · ${one.certainty}`;
  const words =
    one.content.text.length > 160 ? `${one.content.text.slice(0, 157)}…` : one.content.text;
  return html`<li class="${one.within === undefined ? '' : 'nested'}">
<a href="#t-${place}" aria-label="to the words: ${one.cue?.text ?? words.slice(0, 40)}">¶</a>
<b>${one.source?.text ?? 'nobody named'}</b> <i>${one.cue?.text ?? ''}</i> ${words}
<span class="small"><span class="stance stance-${one.stance}">${one.stance}</span>${certainty}${anonymous}${behind} ·
${Math.round(one.confidence * 100)} % sure</span></li>`;
}

function renderEvent(event: Event, reference: Reference): Html {
  const party = ({ state, span }: Party) =>
    state === undefined ? html`${span.text}` : linkState(state, reference);
  const actors = event.actors.length === 0 ? html`nobody named` : inRow(event.actors.map(party));
  const arrow = event.reciprocal ? ' with ' : ' → ';
  const recipients =
    event.recipients.length === 0 ? '' : html`${arrow}${inRow(event.recipients.map(party))}`;
  const place = event.place === undefined ? '' : ` · in ${nameOfState(event.place, reference)}`;
  return html`<li><a href="#t-${event.start}" aria-label="to the words: ${event.text.slice(0, 40)}">¶</a>
<span class="kind">${event.type.toLowerCase()}</span> ${actors}${recipients}
<span class="small">${event.status}${event.on === undefined ? '' : html` · ${showDay(event.on)}`}${place}</span><br>
“${event.text}”</li>`;
}

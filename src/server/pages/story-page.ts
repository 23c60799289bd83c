import { html } from 'hono/html';
import type { Reading } from '../../model/reading.ts';
import type { Claim, Reaction, Story } from '../../model/story.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Html, Page } from '../layout.ts';
import { renderReportText } from '../report-text.ts';
import { counted, inRow, linkState, nameOfState, showDay } from '../words.ts';

const sections: readonly (readonly [Claim['standing'], string])[] = [
  ['all', 'All tell it'],
  ['several', 'Several tell it'],
  ['differ', 'They differ'],
  ['one', 'One tells it'],
];

/** A story: its claims aligned, its reactions, what it changes, and its reports side by side. */
export function storyPage(story: Story, readings: readonly Reading[], reference: Reference): Page {
  const number = new Map(story.reports.map(({ id }, index) => [id, index + 1]));
  const claims = sections.flatMap(([standing, title]) => {
    const rows = story.claims.filter((claim) => claim.standing === standing);
    return rows.length === 0 ? [] : [renderSection(title, rows, number)];
  });
  const body = html`
<p class="small">${showDay(story.from)} · ${inRow(story.states.map((state) => linkState(state, reference, story.from)))}</p>
<section aria-label="Claims" class="claims">${claims}</section>
${renderReactions(story.reactions, number, reference)}
${renderChange(story, reference)}
<h2>The reports</h2>
<div class="side-by-side">
${story.reports.map((report, index) => {
  const reading = readings.find((one) => one.report.id === report.id);
  return renderReport(story, report, reading, index + 1);
})}
</div>`;
  const differ = story.claims.filter((claim) => claim.standing === 'differ').length;
  const answer =
    `${counted(story.independent, 'independent report tells', 'independent reports tell')} of it; ` +
    `they agree on ${counted(story.claims.filter((claim) => claim.standing === 'all').length, 'claim')} ` +
    `and differ on ${differ}.`;
  return { title: story.title, room: 'stories', answer, body };
}

function renderSection(
  title: string,
  claims: readonly Claim[],
  number: ReadonlyMap<string, number>,
): Html {
  return html`<h2>${title} <span class="small">${claims.length}</span></h2>
<ul class="claim-list">${claims.map((claim) => renderClaim(claim, number))}</ul>`;
}

function renderClaim(claim: Claim, number: ReadonlyMap<string, number>): Html {
  const tellings = claim.told.map(({ report, start, end, certainty }) => {
    const place = number.get(report);
    const sure = certainty === undefined || certainty === 'unstated' ? '' : ` (${certainty})`;
    return html`<a class="telling" href="#r${place}-${start}" data-report="r${place}" data-from="${start}" data-to="${end}"
aria-label="report ${place}, ${claim.text.slice(0, 60)}${sure}">[${place}]</a>`;
  });
  const differences = (claim.differences ?? []).map(
    ({ about, values }) => html`<li class="small">${about}:
${values.map(
  ({ value, reports }, index) =>
    html`${index === 0 ? '' : ' | '}“${value}” ${reports.map((id) => `[${number.get(id)}]`).join('')}`,
)}</li>`,
  );
  const details = differences.length === 0 ? '' : html`<ul class="differences">${differences}</ul>`;
  return html`<li class="claim" tabindex="-1"><span class="kind">${claim.kind}</span>
<span class="words">${claim.text}</span> ${tellings}${details}</li>`;
}

function renderReactions(
  reactions: readonly Reaction[],
  number: ReadonlyMap<string, number>,
  reference: Reference,
): Html {
  if (reactions.length === 0) return html``;
  const rows = [...Map.groupBy(reactions, (reaction) => reaction.state)].map(([state, all]) => {
    const stances = [...Map.groupBy(all, (reaction) => reaction.stance)].map(([stance, same]) => {
      const places = same.map(
        ({ report, start, end }) => html`<a class="telling" href="#r${number.get(report)}-${start}"
data-report="r${number.get(report)}" data-from="${start}" data-to="${end}"
aria-label="${nameOfState(state, reference)} ${stance}, report ${number.get(report)}">[${number.get(report)}]</a>`,
      );
      return html`<span class="stance stance-${stance}">${stance}</span> ${places} `;
    });
    return html`<tr><th scope="row">${linkState(state, reference)}</th><td>${stances}</td></tr>`;
  });
  return html`<h2>Reactions</h2><table class="reactions"><tbody>${rows}</tbody></table>`;
}

function renderChange(story: Story, reference: Reference): Html {
  if (story.agreements.length === 0) return html``;
  const rows = story.agreements.map((id) => {
    const agreement = reference.agreements.get(id);
    const [first, second] = agreement?.parties ?? [];
    const ask =
      first && second ? html` · <a href="/agreements/${id}#changes">what it changes</a>` : html``;
    return html`<li><a href="/agreements/${id}">${agreement?.name ?? id}</a>${ask}</li>`;
  });
  return html`<h2>Agreements told of</h2><ul>${rows}</ul>`;
}

function renderReport(
  story: Story,
  report: Story['reports'][number],
  reading: Reading | undefined,
  number: number,
): Html {
  const tellings = [...story.claims.flatMap((claim) => claim.told), ...story.reactions];
  const anchors = tellings.filter((one) => one.report === report.id).map((one) => one.start);
  const copy = report.copyOf === undefined ? '' : html` · repeats ${report.copyOf}`;
  const text =
    reading === undefined
      ? html`<p class="unknown">This report is no longer kept.</p>`
      : renderReportText(reading, { prefix: `r${number}`, anchors });
  return html`<article class="report" aria-labelledby="report-${number}">
<h3 id="report-${number}">[${number}] <a href="/reports/${encodeURIComponent(report.id)}">${report.outlet ?? 'Outlet not stated'}</a></h3>
<p class="small">${showDay(report.published)} · ${report.id}${copy}</p>
${text}
</article>`;
}

import { html } from 'hono/html';
import { onlyInWords, standingInWords } from '../../model/names/standing-words.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Reading } from '../../model/reading.ts';
import type { Claim, Story } from '../../model/story.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';
import { renderSection } from '../look/blocks.ts';
import { addressOfReport, linkState } from '../look/links.ts';
import type { Html, Page } from '../look/page.ts';
import { counted, inRow, showDay } from '../look/words.ts';
import { renderReportText } from '../reports/report-text.ts';
import { renderClaim } from './claim-row.ts';
import { renderChanges } from './story-changes.ts';

const standings = ['all', 'several', 'differ', 'one'] as const;

export interface StoryParts {
  readonly story: Story;
  /** Those of its reports that are kept. */
  readonly readings: readonly Reading[];
  readonly view: LedgerView;
  readonly reference: Reference;
}

/** A story: its claims side by side, reactions, what it changes, and its reports in full. */
export function storyPage(parts: StoryParts): Page {
  const { story, readings, reference } = parts;
  const number = new Map(story.reports.map(({ id }, index) => [id, index + 1]));
  const claims = standings.flatMap((standing) => {
    const rows = story.claims.filter((claim) => claim.standing === standing);
    if (rows.length === 0) return [];
    const alone = standing === 'one' && story.independent > 1;
    const body = alone ? renderByReport(rows, parts, number) : renderClaims(rows, parts, number);
    return [
      renderSection(standing, standingInWords(standing, story.independent), body, rows.length),
    ];
  });
  const body = html`
<p class="small">${showDay(story.from)}${
    story.until === story.from
      ? ''
      : html` to
${showDay(story.until)}`
  } ·
${inRow(story.states.map((state) => linkState(state, reference, story.from)))}</p>
${claims.length === 0 ? html`<p class="unknown">No claim was found in the reports.</p>` : claims}
${renderReactions(parts, number)}
${renderChanges(story, parts.view, reference)}
<h2 id="reports">The reports</h2>
<div class="side-by-side">
${story.reports.map((report, index) => {
  const reading = readings.find((one) => one.report.id === report.id);
  return renderReport(parts, report, reading, index + 1);
})}
</div>`;
  return { title: story.title, room: 'stories', answer: answerOf(story), body };
}

function answerOf(story: Story): Html {
  const { independent, reports } = story;
  const copies = reports.length - independent;
  const also = copies === 0 ? '' : ` and ${counted(copies, 'copy', 'copies')} of them`;
  return html`<a href="#reports">${counted(independent, 'independent report')}</a>${also}.
${comparison(story)}`;
}

function comparison({ claims, independent }: Story): Html {
  if (independent < 2) return html`There is no other to compare it with.`;
  const count = (standing: Claim['standing']) =>
    claims.filter((claim) => claim.standing === standing).length;
  const link = (standing: Claim['standing'], words: string) =>
    count(standing) === 0 ? html`${words}` : html`<a href="#${standing}">${words}</a>`;
  const agreed = link('all', counted(count('all') + count('several'), 'claim'));
  const differing = link('differ', count('differ') === 0 ? 'none' : `${count('differ')}`);
  const alone = count('one') === 0 ? 'none rests' : counted(count('one'), 'rests', 'rest');
  return html`They agree on ${agreed}, differ on ${differing}, and ${link('one', alone)} on one
report alone.`;
}

/** More claims than this are folded: they are a report's own, and can be read in it. */
const mostClaims = 10;

function renderClaims(
  claims: readonly Claim[],
  parts: StoryParts,
  number: ReadonlyMap<string, number>,
): Html {
  const list = (some: readonly Claim[]) =>
    html`<ul class="claim-list">
${some.map((claim) => renderClaim(claim, { ...parts, number }))}</ul>`;
  if (claims.length <= mostClaims + 2) return list(claims);
  const rest = claims.slice(mostClaims);
  return html`${list(claims.slice(0, mostClaims))}
<details><summary>${rest.length} more</summary>${list(rest)}</details>`;
}

function renderByReport(
  claims: readonly Claim[],
  parts: StoryParts,
  number: ReadonlyMap<string, number>,
): Html {
  const groups = Map.groupBy(claims, (claim) => claim.told[0].report);
  return html`${parts.story.reports.map(({ id, outlet }) => {
    const own = groups.get(id) ?? [];
    if (own.length === 0) return html``;
    return html`<h3>[${number.get(id)}] ${onlyInWords({ id, outlet })} <span
class="small">${own.length}</span></h3>
${renderClaims(own, parts, number)}`;
  })}`;
}

function renderReactions(
  { story, reference }: StoryParts,
  number: ReadonlyMap<string, number>,
): Html {
  if (story.reactions.length === 0) return html``;
  const states = [...Map.groupBy(story.reactions, (reaction) => reaction.state)];
  const rows = states.map(([state, all]) => {
    const stances = [...Map.groupBy(all, (reaction) => reaction.stance)].map(([stance, same]) => {
      const places = same.map(({ report, start, end }) => {
        const place = number.get(report);
        return html`<a class="to-words" href="#r${place}-${start}" data-report="r${place}"
data-from="${start}" data-to="${end}"
aria-label="${nameOfState(state, reference)} ${stance}, report ${place}">[${place}]</a>`;
      });
      return html`<span class="reaction"><span class="stance stance-${stance}">${stance}</span>
${places}</span> `;
    });
    return html`<li class="claim" tabindex="-1"><b>${linkState(state, reference, story.from)}</b>
<div>${stances}</div></li>`;
  });
  const list = html`<ul class="claim-list columns">${rows}</ul>`;
  return renderSection('reactions', 'Reactions', list);
}

function renderReport(
  { story, reference }: StoryParts,
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
      : renderReportText(
          reading,
          {
            prefix: `r${number}`,
            anchors,
            address: (index) => addressOfReport(report.id, `a${index}`),
          },
          reference,
        );
  return html`<article class="report" aria-labelledby="report-${number}">
<h3 id="report-${number}">[${number}] <a
href="${addressOfReport(report.id)}">${report.outlet ?? 'Outlet not stated'}</a>
<span class="small">${showDay(report.published)}${copy}</span></h3>
${text}
</article>`;
}

import { html } from 'hono/html';
import { promiseInWords } from '../../model/names/duty-words.ts';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Event, Reading } from '../../model/reading.ts';
import type { Claim, Telling } from '../../model/story.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';
import { linkAgreement } from '../look/links.ts';
import type { Html } from '../look/page.ts';
import { speakersInWords } from '../reports/attribution-words.ts';

interface ClaimParts {
  readonly readings: readonly Reading[];
  readonly view: LedgerView;
  readonly reference: Reference;
  /** The number of each report on the page, by its id. */
  readonly number: ReadonlyMap<string, number>;
}

/** A claim: its words, on whose word they are, and a link to its place in every report. */
export function renderClaim(claim: Claim, parts: ClaimParts): Html {
  const { number } = parts;
  const places = new Map<string, number>();
  const tellings = claim.told.map((telling) => {
    const place = (places.get(telling.report) ?? 0) + 1;
    places.set(telling.report, place);
    return linkTelling(telling, `${number.get(telling.report)}`, place, claim.text);
  });
  const differences = (claim.differences ?? []).map(
    ({ about, values }) => html`<tr><th scope="row">${about}</th>
${values.map(
  ({ value, reports }) =>
    html`<td>“${value}” <span
class="small">${reports.map((id) => `[${number.get(id)}]`).join('')}</span></td>`,
)}</tr>`,
  );
  return html`<li class="claim" tabindex="-1"><span class="kind">${claim.kind}</span>
<div><span class="words">${wordsOf(claim, parts)}</span> ${onWhoseWord(claim, parts)}${tellings}
${
  differences.length === 0
    ? ''
    : html`<table
class="differences"><tbody>${differences}</tbody></table>`
}</div></li>`;
}

/** `[1]`, and `[1·2]` for the second place in the same report. */
function linkTelling(
  { start, end, certainty }: Telling,
  number: string,
  place: number,
  words: string,
): Html {
  const sure = certainty === undefined || certainty === 'unstated' ? '' : ` (${certainty})`;
  const label = place === 1 ? number : `${number}·${place}`;
  return html`<a class="to-words" href="#r${number}-${start}" data-report="r${number}"
data-from="${start}" data-to="${end}"
aria-label="report ${label}, ${words.slice(0, 60)}${sure}">[${label}]</a>`;
}

function wordsOf(claim: Claim, { view, reference }: ClaimParts): Html {
  const { text, agreement, promise, words } = claim;
  if (agreement === undefined || words === undefined) return html`${text}`;
  const link = linkAgreement(agreement, view.ledger, reference);
  if (promise === undefined) return html`${link} is called “${words}”`;
  return html`${link} promises ${promiseInWords(promise)}: “${words}”`;
}

/** Only where the words do not say it themselves: `he` is somebody, officials are of a state. */
function onWhoseWord(claim: Claim, { readings, reference }: ClaimParts): Html {
  const [first] = claim.told;
  const attribution = attributionOf(first, readings);
  const event = claim.kind === 'event' ? eventOf(first, readings) : undefined;
  const parties = event === undefined ? '' : partiesInWords(event, claim.text, reference);
  if (claim.kind === 'event' && attribution === undefined) {
    return html`<span class="small">${parties}</span> `;
  }
  if (attribution === undefined || claim.kind === 'provision') return html``;
  const who = speakersInWords(attribution, reference);
  const named = claim.text.toLowerCase().includes(who.split(',')[0].toLowerCase());
  const { stance, certainty } = attribution;
  const said = [parties, named ? '' : who, stance === 'asserts' ? '' : stance, certainty].filter(
    (part) => part !== '' && part !== 'unstated' && part !== 'certain',
  );
  return said.length === 0 ? html`` : html`<span class="small">${said.join(' · ')}</span> `;
}

function eventOf({ report, start, end }: Telling, readings: readonly Reading[]) {
  const events = readings.find((reading) => reading.report.id === report)?.events ?? [];
  return events.find((event) => event.start === start && event.end === end);
}

/** `Russia with North Korea`, `United States → North Korea`, where the words do not say it. */
function partiesInWords(
  { actors, recipients, reciprocal }: Event,
  words: string,
  reference: Reference,
): string {
  const names = (parties: Event['actors']) =>
    parties.map(({ state, span }) =>
      state === undefined ? span.text : nameOfState(state, reference),
    );
  if ([...names(actors), ...names(recipients)].every((name) => words.includes(name))) return '';
  const sides = [names(actors), names(recipients)].filter((side) => side.length > 0);
  return sides.map((side) => side.join(', ')).join(reciprocal ? ' with ' : ' → ');
}

function attributionOf({ report, attribution }: Telling, readings: readonly Reading[]) {
  if (attribution === undefined) return undefined;
  return readings.find((reading) => reading.report.id === report)?.attributions[attribution];
}

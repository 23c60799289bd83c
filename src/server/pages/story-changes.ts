import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { addDays, parseDay } from '../../base/day.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Shield } from '../../model/answers/exposure.ts';
import type { Reference } from '../../pipeline/flow.ts';
import { joinParts, renderSection } from '../blocks.ts';
import type { Html } from '../layout.ts';
import type { LedgerView } from '../ledger-view.ts';
import {
  inRow,
  inSentence,
  linkAgreement,
  linkState,
  markCertainty,
  showArticle,
  showDay,
} from '../words.ts';
import type { StoryParts } from './story-page.ts';

/** Of agreements with more parties than this, the state pages tell who stands by whom. */
const mostParties = 4;

/** What the agreements of a story change: who would now stand by each party, and beside whom. */
export function renderChanges({ story, view, reference }: StoryParts): Html {
  const agreements = story.agreements
    .map((id) => view.ledger.get(id))
    .filter((agreement) => agreement !== undefined);
  if (agreements.length === 0) return html``;
  const isNew = (agreement: Agreement) => isOfStory(agreement, story.from);
  const older = agreements.filter((agreement) => !isNew(agreement));
  const rows = agreements.filter(isNew).map((agreement) => {
    const day = dayOfChange(agreement, story.until);
    const changes =
      day === undefined || agreement.parties.length > mostParties
        ? []
        : agreement.parties.flatMap(({ state }) =>
            tellShields(agreement, state, day, view, reference),
          );
    const ask =
      day === undefined
        ? ''
        : html` · <a href="/difference/${agreement.id}?on=${day}">all it changes</a>`;
    const standing = day === undefined ? 'not known' : view.validOn(agreement, day).standing;
    const since = day === undefined ? '' : html` on ${showDay(day)}`;
    return html`<li>${linkAgreement(agreement.id, view.ledger, reference)}
<span class="small">${standing}${since}</span>${ask}
${changes.length === 0 ? '' : html`<ul>${changes}</ul>`}</li>`;
  });
  const told = older.map((agreement) => linkAgreement(agreement.id, view.ledger, reference));
  const also = told.length === 0 ? '' : html`<li>Told of beside it: ${inRow(told)}</li>`;
  const title = rows.length === 0 ? 'Agreements told of' : 'What it changes';
  return renderSection('changes', title, html`<ul class="plain-list">${rows}${also}</ul>`);
}

/** Signed or in force in the year before the story: what the story is about, not its background. */
function isOfStory({ inForce, signed }: Agreement, told: string | undefined): boolean {
  const from = parseDay(told ?? '');
  const last = [signed?.day, inForce?.day]
    .filter((known) => known !== undefined)
    .sort()
    .at(-1);
  return from === undefined || last === undefined || last >= addDays(from, -366);
}

/** The first day on which both the story is told and the agreement binds. */
function dayOfChange({ inForce, signed }: Agreement, told: string | undefined): Day | undefined {
  const known = [inForce?.day ?? signed?.day, told].flatMap((day) => parseDay(day ?? '') ?? []);
  return known.sort().at(-1);
}

function tellShields(
  agreement: Agreement,
  state: string,
  day: Day,
  view: LedgerView,
  reference: Reference,
): Html[] {
  const defending = view.exposure(state, day).shields.filter(({ duty }) => duty === 'defend');
  const own = defending.filter((shield) => shield.agreement === agreement.id);
  if (own.length === 0) return [];
  const beside = defending.filter(
    (shield) => shield.agreement !== agreement.id && shield.verdict === 'owed',
  );
  const tell = ({ state: code, article, strength, certainty }: Shield) =>
    html`${linkState(code, reference, day)}
(${joinParts([showArticle(article), strength])})${markCertainty(certainty)}`;
  const sure = own.every(({ verdict }) => verdict === 'owed');
  return [
    html`<li>If ${linkState(state, reference, day)} were attacked from ${showDay(day)} on,
${inSentence(own.map(tell))} would ${sure ? '' : 'perhaps '}owe
defence${tellBeside(beside, { state, day, view, reference })}.
<a href="/whatif?target=${state}&amp;on=${day}">What if?</a></li>`,
  ];
}

interface Beside {
  readonly state: string;
  readonly day: Day;
  readonly view: LedgerView;
  readonly reference: Reference;
}

function tellBeside(shields: readonly Shield[], { state, day, view, reference }: Beside): Html {
  if (shields.length === 0) return html`, and nobody beside it`;
  if (shields.length > mostParties) {
    return html`, beside <a href="/states/${state}?on=${day}#shields">${shields.length} others</a>`;
  }
  const others = shields.map(
    (shield) =>
      html`${linkState(shield.state, reference, day)}
(${linkAgreement(shield.agreement, view.ledger, reference, { on: day })})`,
  );
  return html`, beside ${inSentence(others)}`;
}

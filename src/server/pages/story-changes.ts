import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { parseDay } from '../../base/day.ts';
import type { Shield } from '../../contingency/exposure.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Reference } from '../../reference/reference.ts';
import { joinParts, renderSection } from '../blocks.ts';
import type { Html } from '../layout.ts';
import type { LedgerView } from '../ledger-view.ts';
import {
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
  const rows = agreements.map((agreement) => {
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
    return html`<li>${linkAgreement(agreement.id, view.ledger, reference)}${ask}
${changes.length === 0 ? '' : html`<ul>${changes}</ul>`}</li>`;
  });
  return renderSection('changes', 'What it changes', html`<ul class="plain-list">${rows}</ul>`);
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
  const { shields } = view.exposure(state, day);
  const fighting = shields.filter(({ duty, verdict }) => duty === 'defend' && verdict === 'owed');
  const own = fighting.filter((shield) => shield.agreement === agreement.id);
  if (own.length === 0) return [];
  const beside = fighting.filter((shield) => shield.agreement !== agreement.id);
  const tell = (shield: Shield) =>
    html`${linkState(shield.state, reference, day)}
(${joinParts([showArticle(shield.article), shield.strength])})${markCertainty(shield.certainty)}`;
  const others = beside.map(
    (shield) =>
      html`${linkState(shield.state, reference, day)}
(${linkAgreement(shield.agreement, view.ledger, reference, { on: day })})`,
  );
  return [
    html`<li>If ${linkState(state, reference, day)} were attacked from ${showDay(day)} on,
${inSentence(own.map(tell))} would owe
defence${
      others.length === 0
        ? html`, and nobody beside it`
        : html`, beside
${
  others.length > mostParties
    ? html`<a href="/states/${state}?on=${day}#shields">${others.length}
others</a>`
    : inSentence(others)
}`
    }.
<a href="/whatif?target=${state}&amp;on=${day}">What if?</a></li>`,
  ];
}

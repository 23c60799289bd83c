import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { addDays, parseDay } from '../../base/day.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Shield } from '../../model/answers/exposure.ts';
import type { Story } from '../../model/story.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { LedgerView } from '../ledger-view.ts';
import { joinParts, renderSection } from '../look/blocks.ts';
import { linkAgreement, linkState } from '../look/links.ts';
import type { Html } from '../look/page.ts';
import { inRow, inSentence, markCertainty, showArticle, showDay } from '../look/words.ts';

/** Of agreements with more parties than this, the pages of the states say who stands by whom. */
const mostParties = 4;

/** What the agreements of a story change: who would now stand by each party, and beside whom. */
export function renderChanges(story: Story, view: LedgerView, reference: Reference): Html {
  const agreements = story.agreements.flatMap((id) => view.ledger.get(id) ?? []);
  if (agreements.length === 0) return html``;
  const isNew = (agreement: Agreement) => isOfStory(agreement, story.from);
  const rows = agreements.filter(isNew).map((agreement) => {
    const day = firstDayOfBoth(agreement, story.until);
    return renderAgreement(agreement, day, view, reference);
  });
  const older = agreements
    .filter((agreement) => !isNew(agreement))
    .map((agreement) => linkAgreement(agreement.id, view.ledger, reference));
  const also = older.length === 0 ? '' : html`<li>Also mentioned: ${inRow(older)}</li>`;
  const title = rows.length === 0 ? 'Agreements mentioned' : 'What it changes';
  return renderSection('changes', title, html`<ul class="plain-list">${rows}${also}</ul>`);
}

/** Signed or in force in the year before the story: what the story is about, not its background. */
function isOfStory({ inForce, signed }: Agreement, reported: string | undefined): boolean {
  const from = parseDay(reported ?? '');
  const last = [signed?.day, inForce?.day]
    .filter((known) => known !== undefined)
    .sort()
    .at(-1);
  return from === undefined || last === undefined || last >= addDays(from, -366);
}

/** The first day on which the reports are out and the agreement binds. */
function firstDayOfBoth(
  { inForce, signed }: Agreement,
  reported: string | undefined,
): Day | undefined {
  const known = [inForce?.day ?? signed?.day, reported].flatMap((day) => parseDay(day ?? '') ?? []);
  return known.sort().at(-1);
}

function renderAgreement(
  agreement: Agreement,
  day: Day | undefined,
  view: LedgerView,
  reference: Reference,
): Html {
  const link = linkAgreement(agreement.id, view.ledger, reference);
  if (day === undefined) return html`<li>${link} <span class="small">not known</span></li>`;
  const small = agreement.parties.length <= mostParties;
  const changes = (small ? agreement.parties : []).flatMap(({ state }) =>
    renderParty(agreement.id, { state, day, view, reference }),
  );
  return html`<li>${link}
<span class="small">${view.validOn(agreement, day).standing} on ${showDay(day)}</span> · <a
href="/difference/${agreement.id}?on=${day}">all it changes</a>
${changes.length === 0 ? '' : html`<ul>${changes}</ul>`}</li>`;
}

interface PartyOnDay {
  readonly state: string;
  readonly day: Day;
  readonly view: LedgerView;
  readonly reference: Reference;
}

function renderParty(agreement: string, party: PartyOnDay): Html[] {
  const { state, day, view, reference } = party;
  const defending = view.exposure(state, day).shields.filter(({ duty }) => duty === 'defend');
  const own = defending.filter((shield) => shield.agreement === agreement);
  if (own.length === 0) return [];
  const beside = defending.filter(
    (shield) => shield.agreement !== agreement && shield.verdict === 'owed',
  );
  const defender = ({ state: code, article, strength, certainty }: Shield) =>
    html`${linkState(code, reference, day)}
(${joinParts([showArticle(article), strength])})${markCertainty(certainty)}`;
  const sure = own.every(({ verdict }) => verdict === 'owed');
  return [
    html`<li>If ${linkState(state, reference, day)} were attacked from ${showDay(day)} on,
${inSentence(own.map(defender))} would ${sure ? '' : 'perhaps '}owe
defence${besideInWords(beside, party)}.
<a href="/whatif?target=${state}&amp;on=${day}">What if?</a></li>`,
  ];
}

function besideInWords(
  shields: readonly Shield[],
  { state, day, view, reference }: PartyOnDay,
): Html {
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

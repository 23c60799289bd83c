import { html } from 'hono/html';
import { contains, type Day } from '../../base/day.ts';
import type { Agreement, Provision, Trigger } from '../../model/agreement.ts';
import { promiseInWords } from '../../model/names/duty-words.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { Citations } from '../look/citations.ts';
import { linkState } from '../look/links.ts';
import type { Html } from '../look/page.ts';
import { capital, inRow, markCertainty, showArticle, showDay } from '../look/words.ts';

export interface ProvisionParts {
  readonly agreement: Agreement;
  readonly reference: Reference;
  readonly citations: Citations;
  readonly on: Day;
}

/** A promise: what it is, who owes it to whom, what calls it, where, how strongly. */
export function renderProvision(provision: Provision, parts: ProvisionParts): Html {
  const { agreement, reference, citations, on } = parts;
  const { article, duty, bound, towards, trigger, theatre, strength, conditions } = provision;
  const states = (codes: readonly string[]) =>
    inRow(codes.map((code) => linkState(code, reference)));
  const who = bound === 'all' ? 'every party' : states(bound);
  const whom = towards === 'all' ? 'the others' : states(towards);
  const rows: [string, Html | string][] = [
    ['binds', html`${who} towards ${whom}`],
    ['strength', strength],
  ];
  if (trigger) rows.push(['called by', triggerInWords(trigger, states)]);
  if (theatre) rows.push(['where', reference.theatres.get(theatre)?.text ?? theatre]);
  if (conditions?.length) rows.push(['conditions', conditions.join('; ')]);
  if (provision.without) rows.push(['leaves alone', provision.without]);
  if (provision.from) rows.push(['from', showDay(provision.from)]);
  if (provision.until) rows.push(['until', showDay(provision.until)]);
  const cited = (provision.sources ?? []).flatMap((key) => agreement.sources[key] ?? []);
  const promise = capital(promiseInWords(duty));
  const valid = contains(provision, on) ? '' : html` <span class="small">not on this day</span>`;
  return html`<li id="${provision.id}"><b>${showArticle(article) || 'Article not seen'}</b> ·
${promise}${markCertainty(provision.certainty)}${citations.cite(cited)}${valid}
<p class="words">${provision.text}</p><dl>${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt>
<dd>${value}</dd></div>`,
  )}</dl></li>`;
}

function triggerInWords(trigger: Trigger, states: (codes: readonly string[]) => Html): Html {
  const { kind, by, notBy, supportedBy, atLeast, unprovoked, amongParties, nonState } = trigger;
  const whose = by === undefined ? html`anyone` : states(by);
  const limits = [
    notBy === undefined ? undefined : html`but not by ${states(notBy)}`,
    supportedBy === undefined ? undefined : html`supported by ${states(supportedBy)}`,
    atLeast === undefined ? undefined : html`by at least ${atLeast} together`,
    unprovoked ? html`without provocation` : undefined,
    amongParties ? html`also of one party against another` : undefined,
    nonState ? html`also by armed groups` : undefined,
  ].filter((limit) => limit !== undefined);
  return html`${kind} by ${whose}${limits.map((limit) => html`, ${limit}`)}`;
}

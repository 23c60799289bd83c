import { html } from 'hono/html';
import type { Day } from '../../base/day.ts';
import { agreementOn } from '../../ledger/agreement-on.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { State } from '../../model/state.ts';
import type { Reference } from '../../reference/reference.ts';
import type { Html, Page } from '../layout.ts';
import { counted, inRow, linkState, markCertainty, nameOfState, showDay } from '../words.ts';

/** A state on a day: who promised to defend it, whom it promised to defend, and what else. */
export function statePage(
  state: State,
  on: Day,
  ledger: ReadonlyMap<string, Agreement>,
  reference: Reference,
): Page {
  const name = nameOfState(state.code, reference, on);
  const held = [...ledger.values()]
    .map((agreement) => agreementOn(agreement, on))
    .filter(({ standing, parties }) => {
      const own = parties.find((party) => party.state === state.code);
      return standing === 'in force' && own?.standing === 'bound';
    });
  const rows: Html[] = [];
  const defenders = new Set<string>();
  for (const { agreement, provisions, parties } of held) {
    const others = parties.filter((p) => p.standing === 'bound' && p.state !== state.code);
    for (const provision of provisions) {
      const binds = (code: string) => provision.bound === 'all' || provision.bound.includes(code);
      const owedToIt = provision.towards === 'all' || provision.towards.includes(state.code);
      const owers = owedToIt ? others.filter((party) => binds(party.state)) : [];
      if (provision.duty === 'defend') for (const party of owers) defenders.add(party.state);
      rows.push(html`<tr><td><a href="/agreements/${agreement.id}?on=${on}">${agreement.name}</a></td>
<td>${provision.article === undefined ? '' : `Art. ${provision.article}`}</td>
<td>${provision.duty}${markCertainty(provision.certainty)}</td><td>${provision.strength}</td>
<td>${owers.length > 6 ? counted(owers.length, 'state') : inRow(owers.map((party) => linkState(party.state, reference, on)))}</td>
<td>${binds(state.code) ? 'yes' : 'no'}</td></tr>`);
    }
  }
  const body = html`
<form class="filter" action="/states/${state.code}"><label>On <input type="date" name="on" value="${on}"></label> <button>Show</button></form>
<p class="small">${state.code} · ${state.exists.map(({ from, until }) => html`${from === undefined ? 'from before 1815' : html`from ${showDay(from)}`}${until === undefined ? '' : html` until ${showDay(until)}`}; `)}</p>
<table><caption>Promises in force</caption><thead><tr><th scope="col">Agreement</th><th scope="col">Article</th><th scope="col">Duty</th>
<th scope="col">Strength</th><th scope="col">Owed to it by</th><th scope="col">It owes too</th></tr></thead><tbody>${rows}</tbody></table>
${rows.length === 0 ? html`<p>None is in the ledger for that day.</p>` : ''}
<p><a href="/whatif?target=${state.code}&on=${on}">Ask what follows if it is attacked</a></p>`;
  const list = [...defenders].sort();
  const answer =
    list.length === 0
      ? html`On ${showDay(on)} nobody in the ledger is bound to defend ${name}.`
      : html`On ${showDay(on)} ${list.length > 8 ? counted(list.length, 'state') : inRow(list.map((code) => linkState(code, reference, on)))}
promised to defend ${name}, each under its own conditions.`;
  return { title: name, room: 'none', answer, body };
}

import { html } from 'hono/html';
import type { Outcome } from '../model/outcome.ts';
import type { Reference } from '../reference/reference.ts';
import type { Html } from './layout.ts';
import { nameOfState } from './words.ts';

const rowHeight = 30;
const columnWidth = 230;

/** Who enters for whom, round by round, as a drawing; the lists above it say the same in words. */
export function drawRounds(outcome: Outcome, reference: Reference): Html {
  const { scenario, rounds, sides } = outcome;
  const act = scenario.acts[0];
  const name = (code: string) => nameOfState(code, reference, act.on);
  const columns: string[][] = [
    [...new Set(scenario.acts.flatMap((one) => [one.attacker, one.target]))],
  ];
  const placed = new Set(columns[0]);
  for (const round of rounds) {
    const states = [...new Set(round.map((duty) => duty.state))].filter(
      (code) => !placed.has(code),
    );
    for (const code of states) placed.add(code);
    if (states.length > 0) columns.push(states);
  }
  if (columns.length < 2) return html``;
  const place = new Map(
    columns.flatMap((states, x) => states.map((code, y) => [code, { x, y }] as const)),
  );
  const arrows = rounds.flat().flatMap((duty) => {
    const from = place.get(duty.state);
    return duty.towards.flatMap((towards) => {
      const to = place.get(towards);
      if (!from || !to || from.x === to.x) return [];
      const fights = duty.duty === 'defend' || duty.duty === 'attack';
      return [
        html`<path class="${fights ? 'fights' : 'lesser'}" d="M${from.x * columnWidth + 8} ${from.y * rowHeight + 20}
L${to.x * columnWidth + 150} ${to.y * rowHeight + 20}" marker-end="url(#arrow)"><title>${name(duty.state)}: ${duty.duty} ${name(towards)}</title></path>`,
      ];
    });
  });
  const labels = [...place].map(([code, { x, y }]) => {
    const side = sides.attacker.includes(code)
      ? 'attacker'
      : sides.target.includes(code)
        ? 'target'
        : 'open';
    const role =
      x > 0
        ? ''
        : scenario.acts.some((one) => one.attacker === code)
          ? ' (attacks)'
          : ' (attacked)';
    return html`<text class="side-${side}" x="${x * columnWidth + 14}" y="${y * rowHeight + 25}">${name(code)}${role}</text>`;
  });
  const height = Math.max(...columns.map((states) => states.length)) * rowHeight + 14;
  return html`<figure class="rounds"><svg role="img" aria-label="Who is bound to whom, round by round"
viewBox="0 0 ${columns.length * columnWidth} ${height}" width="${columns.length * columnWidth}" height="${height}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
${arrows}${labels}</svg>
<figcaption>From left to right: the attack, then those it binds, round by round. Whole lines: bound to fight; broken lines: lesser duties.</figcaption></figure>`;
}

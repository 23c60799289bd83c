import { html } from 'hono/html';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { Html } from '../look/page.ts';

const rowHeight = 28;
const gap = 90;
/** About the width of a letter at 15 pixels; the drawing only needs room enough. */
const letter = 8.2;
/** A longer column says how many more there are; the lists beside it name them all. */
const mostRows = 12;

interface Spot {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Who enters for whom, round by round, as a drawing; the lists above it say the same in words. */
export function drawRounds(outcome: Outcome, reference: Reference): Html {
  const { scenario, rounds, sides } = outcome;
  const day = scenario.acts[0].on;
  const name = (code: string) => nameOfState(code, reference, day);
  const columns = columnsOf(outcome);
  if (columns.length < 2) return html``;
  const roles = new Map<string, string>();
  for (const { attacker, target } of [...scenario.acts].reverse()) {
    roles.set(target, ' is attacked');
    roles.set(attacker, ' attacks');
  }
  const label = (code: string) => `${name(code)}${roles.get(code) ?? ''}`;
  const { spots, width, rest } = layOut(columns, label);
  const arrows = rounds.flat().flatMap((duty) => {
    const from = spots.get(duty.state);
    return duty.towards.flatMap((towards) => {
      const to = spots.get(towards);
      if (!from || !to || from.left === to.left) return [];
      const fights = duty.duty === 'defend' || duty.duty === 'attack';
      const [x, end] =
        from.left > to.left ? [from.left - 6, to.right + 6] : [from.right + 6, to.left - 6];
      return [
        html`<path class="${fights ? 'fights' : 'lesser'}" d="M${x} ${from.y} L${end} ${to.y}"
marker-end="url(#arrow)"><title>${name(duty.state)}: ${duty.duty} ${name(towards)}</title></path>`,
      ];
    });
  });
  const labels = [...spots].map(([code, { left, y }]) => {
    const side = sides.attacker.includes(code)
      ? 'attacker'
      : sides.target.includes(code)
        ? 'target'
        : 'open';
    return html`<text class="side-${side}" x="${left}" y="${y + 5}">${label(code)}</text>`;
  });
  const more = rest.map(
    ({ left, y, count }) =>
      html`<text class="more" x="${left}" y="${y + 5}">and ${count} more</text>`,
  );
  const rows = Math.max(...columns.map((states) => Math.min(states.length, mostRows + 1)));
  const height = rows * rowHeight + 12;
  return html`<figure class="rounds"><div class="wide" tabindex="0" role="region"
aria-label="Drawing of the rounds"><svg role="img" aria-label="Who is bound to whom, round by round"
viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"
orient="auto"><path d="M0 0 L8 4 L0 8 z"/></marker></defs>
${arrows}${labels}${more}</svg></div>
<figcaption>From left to right: the attack, then those it binds, round by round. Whole lines: bound
to fight; broken lines: lesser duties. Slanted: on the attacker’s side.</figcaption></figure>`;
}

/** The belligerents, then who is new in each round. */
function columnsOf({ scenario, rounds }: Outcome): string[][] {
  const first = [...new Set(scenario.acts.flatMap((act) => [act.attacker, act.target]))];
  const columns = [first];
  const placed = new Set(first);
  for (const round of rounds) {
    const states = [...new Set(round.map(({ state }) => state))].filter(
      (code) => !placed.has(code),
    );
    for (const code of states) placed.add(code);
    if (states.length > 0) columns.push(states);
  }
  return columns;
}

function layOut(columns: readonly (readonly string[])[], label: (code: string) => string) {
  const spots = new Map<string, Spot>();
  const rest: { left: number; y: number; count: number }[] = [];
  let left = 6;
  for (const states of columns) {
    const shown = states.length > mostRows + 1 ? states.slice(0, mostRows) : states;
    const most = Math.max(...shown.map((code) => label(code).length));
    const y = (row: number) => row * rowHeight + 18;
    shown.forEach((code, row) => {
      spots.set(code, { left, right: left + label(code).length * letter, y: y(row) });
    });
    if (shown.length < states.length) {
      rest.push({ left, y: y(shown.length), count: states.length - shown.length });
    }
    left += Math.ceil(Math.max(most, 12) * letter) + gap;
  }
  return { spots, rest, width: left - gap + 6 };
}

import { html } from 'hono/html';
import { nameOfState } from '../../model/names/state-name.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { Html } from '../look/page.ts';
import type { Pledge } from './pledges.ts';

const size = 1000;
const middle = size / 2;
const radius = 290;
/** Agreements of more states than this are a point of their own, with a line to each. */
const mostLines = 3;

export interface NetworkParts {
  readonly pledges: readonly Pledge[];
  readonly on: string;
  readonly reference: Reference;
  /** Short names of agreements. */
  readonly nameOf: (agreement: string) => string;
}

/**
 * States on a circle, by region, with a line for each promise to defend; agreements of many states
 * are points inside it. The table beside it says the same.
 */
export function drawNetwork({ pledges, on, reference, nameOf }: NetworkParts): Html {
  const states = [...new Set(pledges.flatMap(({ bound, towards }) => [...bound, ...towards]))];
  const regionOf = (code: string) => reference.states.get(code)?.regions[0] ?? '';
  states.sort((a, b) => (regionOf(a) + a < regionOf(b) + b ? -1 : 1));
  const angles = new Map(
    states.map((code, index) => [code, (index / states.length) * 2 * Math.PI - Math.PI / 2]),
  );
  const angleOf = (code: string) => angles.get(code) ?? 0;
  const few = pledges.filter((pledge) => membersOf(pledge).length <= mostLines);
  const many = pledges.filter((pledge) => membersOf(pledge).length > mostLines);
  const lines = few.flatMap((pledge) => drawLines(pledge, angleOf, nameOf(pledge.agreement)));
  const hubs = placeHubs(many, angleOf, nameOf).map((hub) => drawHub(hub, angleOf));
  const labels = states.map((code) =>
    drawState(code, angleOf(code), nameOfState(code, reference, on), on),
  );
  const label = `${states.length} states and ${pledges.length} promises to defend on ${on}`;
  return html`<figure class="network"><div class="wide" tabindex="0" role="region"
aria-label="Drawing of the network"><svg role="group" aria-label="${label}"
viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">${lines}${hubs}${labels}</svg></div>
<figcaption>States by region around the circle. A line: one has promised to defend the other; a
point with lines: an agreement of many. Broken lines: unverified.</figcaption></figure>`;
}

function membersOf({ bound, towards }: Pledge): string[] {
  return [...new Set([...bound, ...towards])];
}

function pointAt(angle: number, distance: number): string {
  const x = middle + Math.cos(angle) * distance;
  const y = middle + Math.sin(angle) * distance;
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function drawLines(pledge: Pledge, angleOf: (code: string) => number, name: string): Html[] {
  const { bound, towards, unverified, agreement } = pledge;
  const done = new Set<string>();
  const paths: string[] = [];
  for (const from of bound) {
    for (const to of towards) {
      const pair = [from, to].sort().join(' ');
      if (from === to || done.has(pair)) continue;
      done.add(pair);
      const ends = [angleOf(from), angleOf(to)].map((angle) => pointAt(angle, radius));
      paths.push(`M${ends[0]} Q${middle} ${middle} ${ends[1]}`);
    }
  }
  if (paths.length === 0) return [];
  return [
    html`<a href="/agreements/${agreement}" aria-label="${name}"><path
class="${unverified ? 'line unsure' : 'line'}"
d="${paths.join(' ')}"><title>${name}</title></path></a>`,
  ];
}

interface Hub {
  readonly pledge: Pledge;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** About the width of a letter of the names of agreements, in pixels. */
const letter = 7.4;

/** Each near the middle of its members, moved down where its name would lie on another. */
function placeHubs(
  pledges: readonly Pledge[],
  angleOf: (code: string) => number,
  nameOf: (agreement: string) => string,
): readonly Hub[] {
  const hubs: Hub[] = [];
  const larger = [...pledges].sort((a, b) => membersOf(b).length - membersOf(a).length);
  for (const pledge of larger) {
    const members = membersOf(pledge);
    const mean = (part: (angle: number) => number) =>
      members.reduce((sum, code) => sum + part(angleOf(code)), 0) / members.length;
    const x = middle + mean(Math.cos) * radius * 0.7;
    let hub = {
      pledge,
      name: nameOf(pledge.agreement),
      x,
      y: middle + mean(Math.sin) * radius * 0.7,
    };
    while (hubs.some((other) => overlap(other, hub)) && hub.y < size - 60) {
      hub = { ...hub, y: hub.y + 6 };
    }
    hubs.push(hub);
  }
  return hubs;
}

/** Names stand towards the middle, so that they do not run into those around the circle. */
function sideOf({ x }: Hub): 1 | -1 {
  return x > middle ? -1 : 1;
}

function overlap(one: Hub, other: Hub): boolean {
  const [a, b] = [one, other].map((hub) => {
    const end = hub.x + sideOf(hub) * (hub.name.length * letter + 12);
    return { from: Math.min(hub.x - 5, end), to: Math.max(hub.x + 5, end) };
  });
  return Math.abs(one.y - other.y) < 17 && a.from < b.to && b.from < a.to;
}

function drawHub(hub: Hub, angleOf: (code: string) => number): Html {
  const { pledge, name, x, y } = hub;
  const side = sideOf(hub);
  const at = `${x.toFixed(1)} ${y.toFixed(1)}`;
  const spokes = membersOf(pledge).map((code) => `M${at} L${pointAt(angleOf(code), radius)}`);
  return html`<a href="/agreements/${pledge.agreement}"
aria-label="${name}, ${spokes.length} states"><path
class="${pledge.unverified ? 'spoke unsure' : 'spoke'}" d="${spokes.join(' ')}"/>
<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4"/>
<text class="hub" x="${(x + side * 7).toFixed(1)}" y="${(y + 4).toFixed(1)}"
text-anchor="${side > 0 ? 'start' : 'end'}">${name}</text></a>`;
}

function drawState(code: string, angle: number, name: string, on: string): Html {
  const degrees = (angle * 180) / Math.PI;
  const left = Math.abs(degrees) > 90 && degrees < 270;
  const turn = left ? degrees + 180 : degrees;
  const [x, y] = pointAt(angle, radius + 8).split(' ');
  return html`<a href="/states/${code}?on=${on}"><text x="${x}" y="${y}" dominant-baseline="middle"
text-anchor="${left ? 'end' : 'start'}"
transform="rotate(${turn.toFixed(1)} ${x} ${y})">${name}</text></a>`;
}

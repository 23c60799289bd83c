import { html } from 'hono/html';
import type { Attribution, Reading } from '../model/reading.ts';
import type { Reference } from '../pipeline/flow.ts';
import type { Html } from './layout.ts';
import { tellAttribution } from './told-attribution.ts';

/** What a page marks in a report beside its attributions. */
export interface ReportMarks {
  /** Put before every anchor, so that several reports can stand on one page: `r1`. */
  readonly prefix: string;
  /** Offsets where a claim begins: each gets an anchor to link to. */
  readonly anchors: readonly number[];
  /** Where an attribution is told in full. */
  readonly address: (attribution: number) => string;
}

interface Layer {
  readonly start: number;
  readonly end: number;
  readonly attribution: number;
  readonly part: 'source' | 'cue' | 'content';
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A report's own text with its findings marked: contents underlined by stance, twice where one
 * sits in another; sources and cues set apart and leading to who stands behind them; page furniture
 * grey and folded. Segments carry their offsets and their attributions, innermost last, so that
 * scripts can light up any stretch; without scripts every claim still leads to its anchor.
 */
export function renderReportText(reading: Reading, marks: ReportMarks, reference: Reference): Html {
  const { report, attributions } = reading;
  const layers = layersOf(attributions);
  const told = attributions.map((_, index) => tellAttribution(reading, index, reference));
  const context: Context = {
    reading,
    marks,
    layers,
    told,
    cuts: cutsOf(reading, layers, marks.anchors),
    opened: new Set(),
  };
  const blocks: Html[] = [];
  let folded = -1;
  for (const match of report.text.matchAll(/\S[^\n]*/g)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const whole = report.boilerplate.findIndex((span) => span.start <= start && end <= span.end);
    if (whole >= 0) {
      if (whole !== folded) blocks.push(renderFurniture(report.boilerplate[whole]));
      folded = whole;
      continue;
    }
    const inside = renderStretch(context, { start, end });
    const isHeading = report.headings.some((span) => start < span.end && span.start < end);
    blocks.push(isHeading ? html`<p class="heading"><b>${inside}</b></p>` : html`<p>${inside}</p>`);
  }
  return html`<div class="report-text" data-report="${marks.prefix}">${blocks}</div>`;
}

function renderFurniture(span: { readonly kind: string; readonly text: string }): Html {
  return html`<details class="furniture"><summary>page furniture: ${span.kind}</summary>
<p>${span.text}</p></details>`;
}

function layersOf(attributions: readonly Attribution[]): Layer[] {
  return attributions.flatMap((one, attribution) =>
    (['source', 'cue', 'content'] as const).flatMap((part) =>
      (one[part]?.spans ?? []).map(({ start, end }) => ({ start, end, attribution, part })),
    ),
  );
}

function cutsOf(reading: Reading, layers: readonly Layer[], anchors: readonly number[]): number[] {
  const cuts = new Set<number>([0, reading.report.text.length, ...anchors]);
  const { events, dates, report, agreements } = reading;
  const told = agreements.flatMap(({ mentions, provisions }) => [
    ...mentions,
    ...provisions.map((provision) => provision.evidence),
  ]);
  for (const { start, end } of [...layers, ...events, ...dates, ...told, ...report.boilerplate]) {
    cuts.add(start);
    cuts.add(end);
  }
  return [...cuts].sort((a, b) => a - b);
}

interface Context {
  readonly reading: Reading;
  readonly marks: ReportMarks;
  readonly layers: readonly Layer[];
  readonly told: readonly string[];
  readonly cuts: readonly number[];
  /** Attributions that have their link already: each is one stop for the keyboard. */
  readonly opened: Set<number>;
}

function renderStretch(context: Context, { start, end }: Stretch): Html {
  const points = [start, ...context.cuts.filter((cut) => cut > start && cut < end), end];
  const over = context.layers.filter((layer) => layer.start < end && start < layer.end);
  const segments = points
    .slice(0, -1)
    .map((from, index) => renderSegment(context, over, { start: from, end: points[index + 1] }));
  return html`${segments}`;
}

function renderSegment(context: Context, near: readonly Layer[], { start, end }: Stretch): Html {
  const { reading, marks, told } = context;
  const over = near
    .filter((layer) => layer.start <= start && end <= layer.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const text = reading.report.text.slice(start, end);
  const anchor = marks.anchors.includes(start) ? html` id="${marks.prefix}-${start}"` : '';
  const offsets = html`data-from="${start}" data-to="${end}"`;
  const inner = over.at(-1);
  if (inner === undefined) {
    const grey = reading.report.boilerplate.some((span) => span.start <= start && end <= span.end);
    return html`<span${anchor}${grey ? html` class="furniture"` : ''} ${offsets}>${text}</span>`;
  }
  const numbers = [...new Set(over.map(({ attribution }) => attribution))];
  const ends = over.filter((layer) => layer.part === 'content' && layer.end === end);
  const stance = reading.attributions[ends.at(-1)?.attribution ?? 0]?.stance;
  const letter = ends.length > 0 && stance !== 'asserts' ? html` data-stance="${stance}"` : '';
  const attributes = html`class="${classesOf(over, reading.attributions)}" ${offsets}
data-a="${numbers.join(' ')}" title="${told[inner.attribution]}"${letter}`;
  const opens = inner.part !== 'content' && !context.opened.has(inner.attribution);
  if (!opens) return html`<span${anchor} ${attributes}>${text}</span>`;
  context.opened.add(inner.attribution);
  return html`<a${anchor} href="${marks.address(inner.attribution)}" ${attributes}>${text}</a>`;
}

function classesOf(over: readonly Layer[], attributions: readonly Attribution[]): string {
  const contents = over.filter(({ part }) => part === 'content');
  const classes = new Set<string>(over.map(({ part }) => part));
  const inmost = contents.at(-1);
  if (inmost) classes.add(`stance-${attributions[inmost.attribution].stance}`);
  if (contents.length > 1) classes.add('nested');
  return [...classes].join(' ');
}

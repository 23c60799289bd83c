import { html } from 'hono/html';
import type { Attribution, Reading } from '../model/reading.ts';
import type { Html } from './layout.ts';

/** What a page marks in a report beside its attributions. */
export interface ReportMarks {
  /** Put before every anchor, so that several reports can stand on one page: `r1`. */
  readonly prefix: string;
  /** Offsets where a claim begins: each gets an anchor to link to. */
  readonly anchors: readonly number[];
}

interface Layer {
  readonly start: number;
  readonly end: number;
  readonly attribution: number;
  readonly part: 'source' | 'cue' | 'content';
}

/**
 * A report's own text with its findings marked: contents underlined by stance, sources and cues
 * set apart, page furniture folded away in grey. Segments carry their offsets, so that scripts can
 * light up any stretch; without scripts every claim still leads to its anchor.
 */
export function renderReportText(reading: Reading, marks: ReportMarks): Html {
  const { report } = reading;
  const layers = layersOf(reading.attributions);
  const cuts = cutsOf(reading, layers, marks.anchors);
  const blocks: Html[] = [];
  for (const match of report.text.matchAll(/\S[^\n]*/g)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const furniture = report.boilerplate.find((span) => start < span.end && span.start < end);
    if (furniture) {
      if (start <= furniture.start || blocks.length === 0) blocks.push(renderFurniture(furniture));
      continue;
    }
    const inside = renderStretch(reading, layers, cuts, { start, end }, marks);
    const isHeading = report.headings.some((span) => start < span.end && span.start < end);
    blocks.push(isHeading ? html`<h3 class="heading">${inside}</h3>` : html`<p>${inside}</p>`);
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
  for (const { start, end } of [...layers, ...reading.events, ...reading.dates]) {
    cuts.add(start);
    cuts.add(end);
  }
  return [...cuts].sort((a, b) => a - b);
}

function renderStretch(
  reading: Reading,
  layers: readonly Layer[],
  cuts: readonly number[],
  stretch: { readonly start: number; readonly end: number },
  marks: ReportMarks,
): Html {
  const points = [
    stretch.start,
    ...cuts.filter((cut) => cut > stretch.start && cut < stretch.end),
    stretch.end,
  ];
  const anchors = new Set(marks.anchors);
  const segments: Html[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i], points[i + 1]];
    const over = layers.filter((layer) => layer.start <= start && end <= layer.end);
    const anchor = anchors.has(start) ? html` id="${marks.prefix}-${start}"` : '';
    const text = reading.report.text.slice(start, end);
    const classes = classesOf(over, reading.attributions);
    const told = tellOf(over, reading.attributions);
    const title = told === '' ? '' : html` title="${told}"`;
    const focus = told !== '' && over.some((layer) => layer.part === 'cue');
    const stop = focus ? html` tabindex="0" role="note" aria-label="${text}: ${told}"` : '';
    segments.push(
      html`<span${anchor} class="${classes}" data-from="${start}" data-to="${end}"${title}${stop}>${text}</span>`,
    );
  }
  return html`${segments}`;
}

function classesOf(over: readonly Layer[], attributions: readonly Attribution[]): string {
  const classes = new Set<string>();
  for (const { part, attribution } of over) {
    classes.add(part);
    if (part === 'content') classes.add(`stance-${attributions[attribution].stance}`);
    if (attributions[attribution].within !== undefined) classes.add('nested');
  }
  return [...classes].join(' ');
}

/** Who stands behind the words, why, and how sure: the innermost attribution decides. */
function tellOf(over: readonly Layer[], attributions: readonly Attribution[]): string {
  if (over.length === 0) return '';
  const inner = attributions[Math.max(...over.map((layer) => layer.attribution))];
  const speakers = inner.speakers.map((speaker) =>
    speaker.state === undefined ? speaker.name : `${speaker.name} (${speaker.state})`,
  );
  const who = speakers.join(', ') || inner.source?.text || 'nobody named';
  const sure = `${Math.round(inner.confidence * 100)} % sure`;
  const held = inner.certainty === 'unstated' ? '' : `, ${inner.certainty}`;
  return `${who} ${inner.stance}${held} · ${sure}`;
}

import { html } from 'hono/html';
import type { Attribution, Reading } from '../../model/reading.ts';
import type { Reference } from '../../pipeline/flow.ts';
import type { Html } from '../look/page.ts';
import { attributionInWords } from './attribution-words.ts';
import { type Layer, layOut, type Segment } from './text-layers.ts';

/** What a page marks in a report beside its attributions. */
export interface ReportMarks {
  /** Put before every anchor, so that several reports can stand on one page: `r1`. */
  readonly prefix: string;
  /** Offsets where a claim begins: each gets an anchor to link to. */
  readonly anchors: readonly number[];
  /** Where an attribution is explained in full. */
  readonly address: (attribution: number) => string;
}

/**
 * A report's own text with its findings marked: contents underlined by stance, twice where one
 * sits in another; sources and cues set apart and leading to who speaks; page furniture grey and
 * folded. Segments carry their offsets and their attributions, innermost last, so that scripts can
 * light up any stretch; without scripts every claim still leads to its anchor.
 */
export function renderReportText(reading: Reading, marks: ReportMarks, reference: Reference): Html {
  const { attributions } = reading;
  const explained = attributions.map((_, index) => attributionInWords(reading, index, reference));
  const render = segmentRenderer(reading, explained, marks);
  const blocks = layOut(reading, marks.anchors).map(({ furniture, heading, segments }) => {
    if (furniture) return renderFurniture(furniture);
    const inside = segments.map(render);
    return heading ? html`<p class="heading"><b>${inside}</b></p>` : html`<p>${inside}</p>`;
  });
  return html`<div class="report-text" data-report="${marks.prefix}">${blocks}</div>`;
}

function renderFurniture(span: { readonly kind: string; readonly text: string }): Html {
  return html`<details class="furniture"><summary>page furniture: ${span.kind}</summary>
<p>${span.text}</p></details>`;
}

/** Each attribution has one link: one stop for the keyboard. */
function segmentRenderer(
  { report, attributions }: Reading,
  explained: readonly string[],
  marks: ReportMarks,
): (segment: Segment) => Html {
  const anchors = new Set(marks.anchors);
  const linked = new Set<number>();
  return ({ start, end, over, furniture }) => {
    const text = report.text.slice(start, end);
    const anchor = anchors.has(start) ? html` id="${marks.prefix}-${start}"` : '';
    const offsets = html`data-from="${start}" data-to="${end}"`;
    const inner = over.at(-1);
    if (inner === undefined) {
      const grey = furniture ? html` class="furniture"` : '';
      return html`<span${anchor}${grey} ${offsets}>${text}</span>`;
    }
    const numbers = [...new Set(over.map(({ attribution }) => attribution))];
    const ends = over.findLast((layer) => layer.part === 'content' && layer.end === end);
    const stance = ends && attributions[ends.attribution].stance;
    const letter = ends && stance !== 'asserts' ? html` data-stance="${stance}"` : '';
    const attributes = html`class="${classesOf(over, attributions)}" ${offsets}
data-a="${numbers.join(' ')}" title="${explained[inner.attribution]}"${letter}`;
    if (inner.part === 'content' || linked.has(inner.attribution)) {
      return html`<span${anchor} ${attributes}>${text}</span>`;
    }
    linked.add(inner.attribution);
    return html`<a${anchor} href="${marks.address(inner.attribution)}" ${attributes}>${text}</a>`;
  };
}

function classesOf(over: readonly Layer[], attributions: readonly Attribution[]): string {
  const contents = over.filter(({ part }) => part === 'content');
  const classes = new Set<string>(over.map(({ part }) => part));
  const inmost = contents.at(-1);
  if (inmost) classes.add(`stance-${attributions[inmost.attribution].stance}`);
  if (contents.length > 1) classes.add('nested');
  return [...classes].join(' ');
}

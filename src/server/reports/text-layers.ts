import type { Attribution, Reading } from '../../model/reading.ts';

/** Part of an attribution that covers a stretch of a report's text. */
export interface Layer {
  readonly start: number;
  readonly end: number;
  readonly attribution: number;
  readonly part: 'source' | 'cue' | 'content';
}

/** A stretch of text within which no finding begins or ends. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Largest first: the innermost is the last. */
  readonly over: readonly Layer[];
  readonly furniture: boolean;
}

type Furniture = Reading['report']['boilerplate'][number];

/** A paragraph of a report: page furniture as a whole, or text in segments. */
export interface Block {
  readonly furniture?: Furniture;
  readonly heading: boolean;
  readonly segments: readonly Segment[];
}

/**
 * Cuts a report into paragraphs, and those into segments with the findings that cover each. One
 * pass over text and findings, both in the order of the text. `anchors` are cut too, so that a
 * segment begins at each.
 */
export function layOut(reading: Reading, anchors: readonly number[]): readonly Block[] {
  const { text, boilerplate, headings } = reading.report;
  const layersIn = reader(layersOf(reading.attributions));
  const furnitureIn = reader(boilerplate);
  const headingsIn = reader(headings);
  const cutsIn = reader(cutsOf(reading, anchors).map((at) => ({ start: at, end: at })));
  const blocks: Block[] = [];
  let folded: Furniture | undefined;
  for (const match of text.matchAll(/\S[^\n]*/g)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const furniture = furnitureIn(start, end);
    const whole = furniture.find((span) => span.start <= start && end <= span.end);
    if (whole) {
      if (whole !== folded) blocks.push({ furniture: whole, heading: false, segments: [] });
      folded = whole;
      continue;
    }
    const cuts = cutsIn(start, end).map((cut) => cut.start);
    const points = [start, ...cuts.filter((cut) => start < cut && cut < end), end];
    const layers = layersIn(start, end);
    const segments = points
      .slice(0, -1)
      .map((from, index) => segmentOf({ start: from, end: points[index + 1] }, layers, furniture));
    blocks.push({ heading: headingsIn(start, end).length > 0, segments });
  }
  return blocks;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Gives the spans that touch one stretch after another. The stretches are asked for in the order of
 * the text, so each span is taken up once and dropped once it lies behind.
 */
function reader<T extends Stretch>(spans: readonly T[]): (start: number, end: number) => T[] {
  const waiting = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: T[] = [];
  return (start, end) => {
    while (next < waiting.length && waiting[next].start < end) open.push(waiting[next++]);
    open = open.filter((span) => span.end > start);
    return open;
  };
}

function segmentOf(
  { start, end }: Stretch,
  layers: readonly Layer[],
  furniture: readonly Stretch[],
): Segment {
  const covers = (span: Stretch) => span.start <= start && end <= span.end;
  const over = layers.filter(covers).sort((a, b) => b.end - b.start - (a.end - a.start));
  return { start, end, over, furniture: furniture.some(covers) };
}

function layersOf(attributions: readonly Attribution[]): Layer[] {
  return attributions.flatMap((one, attribution) =>
    (['source', 'cue', 'content'] as const).flatMap((part) =>
      (one[part]?.spans ?? []).map(({ start, end }) => ({ start, end, attribution, part })),
    ),
  );
}

/** Where anything found begins or ends, in the order of the text. */
function cutsOf(reading: Reading, anchors: readonly number[]): number[] {
  const { attributions, events, dates, report, agreements } = reading;
  const promised = agreements.flatMap(({ mentions, provisions }) => [
    ...mentions,
    ...provisions.map((provision) => provision.evidence),
  ]);
  const cuts = new Set(anchors);
  const found = [...layersOf(attributions), ...events, ...dates, ...promised];
  for (const { start, end } of [...found, ...report.boilerplate]) cuts.add(start).add(end);
  return [...cuts].sort((a, b) => a - b);
}

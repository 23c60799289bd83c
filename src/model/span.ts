import { z } from 'zod';
import { assert } from '../base/assert.ts';

/** A stretch of a report: UTF-16 code units into `report.text`, `end` exclusive. */
export const spanSchema = z.strictObject({
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
});
export type Span = Readonly<z.infer<typeof spanSchema>>;

/** A stretch that may be cut in pieces; `text` joins them with ` … `. */
export const spansSchema = z.strictObject({ spans: z.array(spanSchema).min(1), text: z.string() });
export type Spans = Readonly<z.infer<typeof spansSchema>>;

/** The span of `text` from `start` to `end`; the only way in which spans are made. */
export function makeSpan(text: string, start: number, end: number): Span {
  // Spans are made by the thousand: the sentence is only put together where one is wrong.
  if (start < 0 || start > end || end > text.length) {
    const place = `${start} to ${end} of ${text.length}`;
    assert(false, `A span lies inside its text and does not end before it starts: ${place}.`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** Pieces in reading order, none empty, none overlapping. */
export function makeSpans(text: string, pieces: readonly (readonly [number, number])[]): Spans {
  assert(pieces.length > 0, 'A stretch has at least one piece.');
  let last = -1;
  const spans = pieces.map(([start, end]) => {
    assert(start >= last, 'The pieces of a stretch stand in reading order and do not overlap.');
    last = end;
    return makeSpan(text, start, end);
  });
  return { spans, text: spans.map((span) => span.text).join(' … ') };
}

/** A half-open stretch of offsets, whatever else it is. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export function spansOverlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Index of the first stretch that ends behind the offset, by halving; the number of stretches where
 * none does. They stand in reading order and do not overlap.
 */
export function firstEndingAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those that touch the range; they stand in reading order and do not overlap one another. */
export function overlapping<T extends Stretch>(stretches: readonly T[], range: Stretch): T[] {
  const found: T[] = [];
  for (let at = firstEndingAfter(stretches, range.start); at < stretches.length; at++) {
    if (stretches[at].start >= range.end) break;
    found.push(stretches[at]);
  }
  return found;
}

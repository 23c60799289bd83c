import type { Attribution } from '../../model/reading.ts';
import type { Stretch } from '../syntax/sentence.ts';

/** The index of the smallest attribution in whose content a stretch stands. */
export function attributionAround(
  attributions: readonly Attribution[],
  { start, end }: Stretch,
): number | undefined {
  const holding = attributions.flatMap(({ content }, index) =>
    content.spans
      .filter((span) => span.start <= start && end <= span.end)
      .map((span) => ({ index, size: span.end - span.start })),
  );
  return holding.sort((a, b) => a.size - b.size)[0]?.index;
}

import type { Attribution, Reading } from '../model/reading.ts';
import type { Claim, Telling } from '../model/story.ts';

/** How many of a story's independent reports make a claim, as a word. */
export function standingOf(
  told: readonly Telling[],
  reports: number,
  differs: boolean,
): Claim['standing'] {
  const reporters = new Set(told.map((telling) => telling.report)).size;
  if (differs) return 'differ';
  if (reporters === reports && reports > 1) return 'all';
  return reporters === 1 ? 'one' : 'several';
}

/** From the first word of an attribution to its last, where that is short enough to read. */
const longestClaim = 400;

export function attributionStretch(attribution: Attribution): { start: number; end: number } {
  const pieces = [attribution.source, attribution.cue, attribution.content].flatMap(
    (part) => part?.spans ?? [],
  );
  return {
    start: Math.min(...pieces.map((span) => span.start)),
    end: Math.max(...pieces.map((span) => span.end)),
  };
}

export function attributionText(reading: Reading, attribution: Attribution): string {
  const { start, end } = attributionStretch(attribution);
  if (end - start <= longestClaim) return squeeze(reading.report.text.slice(start, end));
  const parts = [attribution.source?.text, attribution.cue?.text].filter(
    (part) => part !== undefined,
  );
  return squeeze(`${parts.join(' ')}: ${attribution.content.text}`);
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

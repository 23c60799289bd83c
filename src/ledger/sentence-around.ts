const abbreviations = new Set(
  [
    'mr mrs ms dr st sen rep gov gen col lt capt sgt maj prof no vs etc art',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
  ].flatMap((words) => words.split(' ')),
);

/** Letters before a full stop that tell an abbreviation; more would cost much on long lines. */
const longestLookedAt = 8;

/**
 * The whole sentence that holds a stretch of a text, trimmed: what a reviewer reads beside a
 * proposal. A line break ends a sentence; a full stop after a single letter or a title does not.
 */
export function sentenceAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const until = lineEnd === -1 ? text.length : lineEnd;
  const paragraph = text.slice(from, until);
  let first = 0;
  let last = paragraph.length;
  for (const match of paragraph.matchAll(/[.!?][\])"'”’]*(?=\s+["'“‘([]?[\p{Lu}\p{N}])/gu)) {
    const after = match.index + match[0].length;
    const before = paragraph.slice(Math.max(0, match.index - longestLookedAt), match.index);
    if (match[0] === '.' && isAbbreviation(before)) continue;
    if (from + after <= start) first = after;
    else if (from + after >= end) {
      last = after;
      break;
    }
  }
  return paragraph.slice(first, last).trim();
}

function isAbbreviation(before: string): boolean {
  const word = /[\p{L}]+$/u.exec(before)?.[0] ?? '';
  return word.length === 1 || abbreviations.has(word.toLowerCase());
}

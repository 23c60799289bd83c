/** Letters before a full stop that are looked at; more would cost much on long lines. */
const longestLookedAt = 8;

/**
 * The whole sentence around a stretch of a text, trimmed: what a reviewer reads beside a proposal.
 * A line break ends a sentence; a full stop behind a single letter or a short form does not, so
 * that the reviewer rather gets too much.
 */
export function sentenceAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  shortForms: ReadonlySet<string>,
): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const until = lineEnd === -1 ? text.length : lineEnd;
  const paragraph = text.slice(from, until);
  let first = 0;
  let last = paragraph.length;
  for (const match of paragraph.matchAll(/[.!?][\])"'”’]*(?=\s+["'“‘([]?[\p{Lu}\p{N}])/gu)) {
    const after = match.index + match[0].length;
    const before = paragraph.slice(Math.max(0, match.index - longestLookedAt), match.index);
    if (match[0] === '.' && isShort(before, shortForms)) continue;
    if (from + after <= start) first = after;
    else if (from + after >= end) {
      last = after;
      break;
    }
  }
  return paragraph.slice(first, last).trim();
}

function isShort(before: string, shortForms: ReadonlySet<string>): boolean {
  const word = /[\p{L}]+$/u.exec(before)?.[0] ?? '';
  return word.length === 1 || shortForms.has(word.toLowerCase());
}

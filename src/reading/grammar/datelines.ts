/**
 * `SESTRA, 3 May (Agency) -` or `SESTRA, Arvania --` at the head of a paragraph places the writer
 * and names no actor. Capitals throughout, or an agency in brackets, tell it from a sentence.
 */
export function findDatelines(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

const place = "\\p{Lu}[\\p{L} .'’/-]{2,40}?(?:, ?[\\p{L}\\d .]{1,30})?";
const shouted = "\\p{Lu}[\\p{Lu} .'’/-]{2,40}?(?:, ?[\\p{L}\\d .]{1,30})?";
const patterns = [
  new RegExp(`(?:^|\\n)[ \\t]*${place}[ \\t]{0,3}\\([^)\\n]{2,40}\\)[ \\t]{0,3}[-—–:_]`, 'gu'),
  new RegExp(`(?:^|\\n)[ \\t]*${shouted}[ \\t]{0,3}(?:--|—|–| - )`, 'gu'),
  /(?:^|\n)[ \t]*\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:-|--|—|–) (?=\p{Lu})/gu,
];

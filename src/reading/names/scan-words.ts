/** A word or mark of the raw text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As written, with curly apostrophes made straight. */
  readonly form: string;
  readonly capital: boolean;
  /** A line break stands before it. */
  readonly breaks: boolean;
  /** White space or a break stands before it. */
  readonly apart: boolean;
}

// Dotted initials (U.S.), an apostrophe with one letter (`'s`), letters, digits, single marks.
const pattern =
  /(?:\p{Lu}\.){2,}|['’]\p{Ll}(?![\p{L}\p{N}])|[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{N}]/gu;

/**
 * Cuts raw text into words and single marks, the same way for the text and for the names looked
 * for in it. Hyphens and apostrophes stand alone, so that `Russia-North` is three words.
 */
export function scanWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: raw, index: start } of text.matchAll(pattern)) {
    const end = start + raw.length;
    const form = raw.startsWith('’') ? raw.replace('’', "'") : raw;
    const breaks = text.slice(last, start).includes('\n');
    const capital = form !== form.toLowerCase();
    words.push({ start, end, form, capital, breaks, apart: start > last });
    last = end;
  }
  return words;
}

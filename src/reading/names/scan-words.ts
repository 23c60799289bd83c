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

// Dotted initials (U.S.), the possessive, letters with digits, single marks.
const pattern = /(?:\p{Lu}\.){2,}|['’]s(?![\p{L}\p{N}])|[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{N}]/gu;

/**
 * Cuts raw text into words and single marks, the same way for the text and for the names looked
 * for in it. Hyphens and apostrophes stand alone, so that `Russia-North` is three words.
 */
export function scanWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const raw = match[0];
    const end = start + raw.length;
    const form = raw.includes('’') ? raw.replaceAll('’', "'") : raw;
    const between = text.slice(last, start);
    const capital = form !== form.toLowerCase();
    words.push({
      start,
      end,
      form,
      capital,
      breaks: between.includes('\n'),
      apart: between.length > 0,
    });
    last = end;
  }
  return words;
}

/** The words of a phrase that carry its content: lower case, plural endings off, no doubles. */
export function contentWords(text: string, stopWords: ReadonlySet<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [match] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:[.'’][\p{L}\p{N}]+)*/gu)) {
    const bare = match.replace(/['’]s?$/, '').replace(/\./g, '');
    if (bare.length < 2 || stopWords.has(bare)) continue;
    words.add(bare.length > 4 ? bare.replace(/(ing|ed|es|s)$/, '') : bare);
  }
  return words;
}

/**
 * Shared words as a share of the smaller set: 1 where one holds the other; 0 where one is empty.
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return 0;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return shared / few.size;
}

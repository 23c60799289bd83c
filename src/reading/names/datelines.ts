/** `SESTRA, 3 May (Agency) -` at the head of a paragraph places the writer and names no actor. */
export function findDatelines(text: string): { start: number; end: number }[] {
  const pattern =
    /(?:^|\n)[ \t]*(\p{Lu}[\p{Lu} .'’/-]{2,40}(?:,[^()\n]{0,30})?\s*\([^)\n]{2,40}\)\s*[-—–:])/gu;
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Does the word end in one of the endings? Few are asked for, so a plain loop does. */
export function hasEnding(word: string, endings: ReadonlySet<string>): boolean {
  for (const ending of endings) if (word.endsWith(ending)) return true;
  return false;
}

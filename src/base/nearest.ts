import { compareText } from './text-order.ts';

/**
 * ` Did you mean Russia, Prussia?`, with a space before it, to follow a sentence; `otherwise` where
 * no name comes near.
 */
export function didYouMean(names: readonly string[], otherwise = ''): string {
  return names.length === 0 ? otherwise : ` Did you mean ${names.join(', ')}?`;
}

/**
 * The candidates most like `word`, best first, at most `limit`.
 * Likeness is optimal string alignment distance (Damerau 1964) up to a third of the word's length.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
  const wanted = word.toLowerCase();
  const reach = Math.max(2, Math.floor(wanted.length / 3));
  const scored: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    // No fewer changes than the lengths differ by: words of any length cost next to nothing.
    if (Math.abs(candidate.length - wanted.length) > reach) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= reach) scored.push({ candidate, distance });
  }
  scored.sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate));
  return scored.slice(0, limit).map((entry) => entry.candidate);
}

/** Changes to one letter, and two letters swapped, count one: `PKR` is one away from `PRK`. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, rows[i - 2][j - 2] + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

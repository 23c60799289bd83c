import type { Report } from '../model/report.ts';
import { wordsOutsideFurniture } from './content-words.ts';

/** Words in a shingle: long enough that two writers seldom hit on the same run. */
const shingleWords = 5;
/** A report whose shingles stand to this share in an earlier one repeats it. */
const copyShare = 0.6;

/**
 * Which reports repeat another one (wire copies and light rewrites), by containment of word
 * shingles (Broder 1997). `reports` stand in the order in which they count as first; the answer
 * maps a copy's id to the id of the report it repeats, never to another copy.
 */
export function findCopies(reports: readonly Report[]): ReadonlyMap<string, string> {
  const copies = new Map<string, string>();
  const originals: { readonly id: string; readonly shingles: ReadonlySet<string> }[] = [];
  for (const report of reports) {
    const shingles = shinglesOf(report);
    const original = originals.find((earlier) => {
      const smaller = Math.min(shingles.size, earlier.shingles.size);
      return smaller > 0 && sharedCount(shingles, earlier.shingles) >= copyShare * smaller;
    });
    if (original) copies.set(report.id, original.id);
    else originals.push({ id: report.id, shingles });
  }
  return copies;
}

function shinglesOf(report: Report): Set<string> {
  const words: string[] = [];
  for (const [word] of wordsOutsideFurniture(report, /[\p{L}\p{N}]+/gu)) {
    words.push(word.toLowerCase());
  }
  const shingles = new Set<string>();
  for (let i = 0; i + shingleWords <= words.length; i++) {
    shingles.add(words.slice(i, i + shingleWords).join(' '));
  }
  return shingles;
}

function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared++;
  return shared;
}

import type { Report } from '../model/report.ts';
import { wordPattern, wordsOutsideFurniture } from './content-words.ts';

/** A report as weighted words: sorted word numbers and their weights, of unit length. */
export interface ReportVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** Words of the title and of the lead count more: they tell what the report is about. */
const leadCharacters = 500;
const leadWeight = 1.6;

/**
 * Turns reports into unit vectors of words (logarithmic term frequency, inverse document
 * frequency; Salton and Buckley 1988). Frequencies are of the reports given; below
 * `backgroundReports` they lean on the assumption that no word stands in all reports of the world.
 */
export function vectorsOf(
  reports: readonly Report[],
  stopWords: ReadonlySet<string>,
): ReportVector[] {
  const numbers = new Map<string, number>();
  const documents: number[] = [];
  const counted = reports.map((report) => countTerms(report, stopWords, numbers, documents));
  const total = reports.length + backgroundReports;
  return counted.map((counts) => {
    const terms = Int32Array.from([...counts.keys()].sort((a, b) => a - b));
    const weights = Float64Array.from(terms, (term) => {
      const idf = Math.log(total / (documents[term] + backgroundShare));
      return (1 + Math.log(counts.get(term) ?? 1)) * idf;
    });
    let square = 0;
    for (const weight of weights) square += weight * weight;
    const length = Math.sqrt(square) || 1;
    return { terms, weights: weights.map((weight) => weight / length) };
  });
}

const backgroundReports = 60;
const backgroundShare = 1;

function countTerms(
  report: Report,
  stopWords: ReadonlySet<string>,
  numbers: Map<string, number>,
  documents: number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (word: string, weight: number) => {
    const stem = stemOf(word.toLowerCase());
    if (stem.length < 2 || stopWords.has(stem) || stopWords.has(word.toLowerCase())) return;
    let term = numbers.get(stem);
    if (term === undefined) {
      term = numbers.size;
      numbers.set(stem, term);
      documents.push(0);
    }
    if (!counts.has(term)) documents[term]++;
    counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  for (const match of wordsOutsideFurniture(report, wordPattern)) {
    add(match[0], match.index < leadCharacters ? leadWeight : 1);
  }
  return counts;
}

/** Plural and possessive endings off; more would join words that tell happenings apart. */
function stemOf(word: string): string {
  const bare = word.replace(/['’]s?$/, '').replace(/\./g, '');
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  if (bare.length > 3 && /[^su]s$/.test(bare)) return bare.slice(0, -1);
  return bare;
}

import type { Report } from '../model/report.ts';
import { wordPattern, wordsOutsideFurniture } from './content-words.ts';
import type { StoryWords, StoryWordsFor } from './story-words.ts';

/** A report as weighted words: sorted word numbers and their weights, of unit length. */
export interface ReportVector {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
}

/** Words of the title and of the lead count more: they say what the report is about. */
const leadCharacters = 500;
const leadWeight = 1.6;

/**
 * Turns reports into unit vectors of words (logarithmic term frequency, inverse document
 * frequency; Salton and Buckley 1988). Frequencies are of the reports given; below
 * `backgroundReports` they lean on the assumption that no word stands in all reports of the world.
 */
export function vectorsOf(reports: readonly Report[], wordsFor: StoryWordsFor): ReportVector[] {
  const numbers = new Map<string, number>();
  const documents: number[] = [];
  const counted = reports.map((report) =>
    countTerms(report, wordsFor(report.language), numbers, documents),
  );
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
  { stopWords, bareOf, singularOf }: StoryWords,
  numbers: Map<string, number>,
  documents: number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (word: string, weight: number) => {
    const stem = singularOf(bareOf(word));
    if (stem.length < 2 || stopWords.has(stem) || stopWords.has(word)) return;
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
    add(match[0].toLowerCase(), match.index < leadCharacters ? leadWeight : 1);
  }
  return counts;
}

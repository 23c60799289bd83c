import { parseDay } from '../base/day.ts';
import type { Report } from '../model/report.ts';
import { spansOverlap } from '../model/span.ts';
import type { GrammarWords } from '../reference/words/grammar-words.ts';
import type { Document } from './document.ts';
import { findDatelines } from './grammar/datelines.ts';
import { findQuotations } from './grammar/quotations.ts';
import { makeTree, type Tree } from './grammar/tree.ts';
import type { Syntax } from './syntax/load-syntax.ts';
import { parseText } from './syntax/parse-text.ts';
import type { Stretch } from './syntax/sentence.ts';

/**
 * Parses everything but page furniture; `names` are one word to the parser. Sentences, trees,
 * quotations, datelines and paragraphs are made here, once for all finders.
 */
export function parseDocument(
  report: Report,
  names: readonly Stretch[],
  grammar: GrammarWords,
  syntax: Syntax,
): Document {
  const { text, boilerplate, headings } = report;
  const published = report.published === undefined ? undefined : parseDay(report.published);
  const datelines = findDatelines(text);
  // A dateline places the writer; to the parser it would be the subject of the first sentence.
  const skip = [...boilerplate, ...datelines];
  const sentences = parseText(text, syntax, { skip, names });
  const paragraphs = paragraphsOf(text, boilerplate);
  const quotations = findQuotations(text, paragraphs);
  const document = {
    report,
    text,
    ...(published !== undefined && { published }),
    sentences,
    headings: headingsAmong(sentences, headings),
    paragraphs,
    quotations,
    datelines,
  };
  return { ...document, trees: treesOf(document, grammar) };
}

/** Sentences and quotations stand in reading order, so one pass does. */
function treesOf(
  { text, sentences, quotations, paragraphs, headings }: Omit<Document, 'trees'>,
  grammar: GrammarWords,
): Tree[] {
  let next = 0;
  let paragraph = 0;
  return sentences.map((sentence, index) => {
    const quotes = sentence.tokens.map((token) => {
      while (next < quotations.length && quotations[next].end <= token.start) next++;
      return next < quotations.length && quotations[next].start <= token.start ? next : -1;
    });
    while (paragraph + 1 < paragraphs.length && paragraphs[paragraph].end <= sentence.start) {
      paragraph++;
    }
    const heading = headings.has(index);
    const place = { index, paragraph, heading, quotations, quotes, grammar };
    return makeTree(text, sentence, place);
  });
}

function headingsAmong(
  sentences: readonly Stretch[],
  headings: readonly Stretch[],
): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 0;
  sentences.forEach((sentence, index) => {
    while (next < headings.length && headings[next].end <= sentence.start) next++;
    if (next < headings.length && spansOverlap(headings[next], sentence)) found.add(index);
  });
  return found;
}

/** Lines of text that no furniture touches; furniture stands in reading order, so one pass does. */
function paragraphsOf(text: string, furniture: readonly Stretch[]): Stretch[] {
  const paragraphs: Stretch[] = [];
  let next = 0;
  for (const match of text.matchAll(/\S[^\n]*/g)) {
    const paragraph = { start: match.index, end: match.index + match[0].length };
    while (next < furniture.length && furniture[next].end <= paragraph.start) next++;
    const touched = next < furniture.length && spansOverlap(furniture[next], paragraph);
    if (!touched) paragraphs.push(paragraph);
  }
  return paragraphs;
}

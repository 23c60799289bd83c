import { parseDay } from '../base/day.ts';
import type { Made } from '../model/made.ts';
import type { Reading } from '../model/reading.ts';
import type { Report, ReportTaken } from '../model/report.ts';
import { spansOverlap } from '../model/span.ts';
import type { Reference } from '../reference/reference.ts';
import type { Document } from './document.ts';
import type { Syntax } from './syntax/load-syntax.ts';
import { parseText } from './syntax/parse-text.ts';
import type { Stretch } from './syntax/sentence.ts';

/**
 * Prepares the reader once: names, lexicons and weights. The result reads one report at a time,
 * from its own text and the facts alone, so that the same report gives the same reading anywhere.
 */
export function createReportReader(_reference: Reference, syntax: Syntax, made: Made) {
  return function readReport({ report, findings }: ReportTaken): Reading {
    parseDocument(report, [], syntax);
    return {
      made,
      report,
      mentions: [],
      dates: [],
      attributions: [],
      events: [],
      agreements: [],
      findings: [...findings],
    };
  };
}

/** Sentences of everything but page furniture; known names are one word to the parser. */
function parseDocument(report: Report, names: readonly Stretch[], syntax: Syntax): Document {
  const { text, boilerplate, headings } = report;
  const sentences = parseText(text, { skip: boilerplate, names, syntax });
  const published = report.published === undefined ? undefined : parseDay(report.published);
  const isHeading = (index: number) =>
    headings.some((heading) => spansOverlap(heading, sentences[index]));
  return {
    report,
    text,
    ...(published !== undefined && { published }),
    sentences,
    headings: new Set(sentences.map((_, index) => index).filter(isHeading)),
    paragraphs: paragraphsOf(text, boilerplate),
  };
}

function paragraphsOf(text: string, furniture: readonly Stretch[]): Stretch[] {
  const paragraphs: Stretch[] = [];
  for (const match of text.matchAll(/\S[^\n]*/g)) {
    const paragraph = { start: match.index, end: match.index + match[0].length };
    if (!furniture.some((span) => spansOverlap(span, paragraph))) paragraphs.push(paragraph);
  }
  return paragraphs;
}

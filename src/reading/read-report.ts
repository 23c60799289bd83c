import { parseDay } from '../base/day.ts';
import type { Made } from '../model/made.ts';
import type { Reading } from '../model/reading.ts';
import type { Report, ReportTaken } from '../model/report.ts';
import { spansOverlap } from '../model/span.ts';
import { actorLexicon } from '../reference/actor-lexicon.ts';
import { cueFiles } from '../reference/cue-lexicon.ts';
import type { Reference } from '../reference/reference.ts';
import { makeCueLexicon } from './attributions/cue-lexicon.ts';
import { findAttributions } from './attributions/find-attributions.ts';
import { dateLexiconSchema } from './dates/date-lexicon.ts';
import { createDateFinder } from './dates/find-dates.ts';
import type { Document, NamedDocument } from './document.ts';
import { createNameFinder } from './names/find-names.ts';
import { createActorsReader } from './names/read-actors.ts';
import type { Syntax } from './syntax/load-syntax.ts';
import { parseText } from './syntax/parse-text.ts';
import type { Stretch } from './syntax/sentence.ts';

/** Reads one report: from its own text and the facts alone, so anywhere to the same reading. */
export type ReadReport = (taken: ReportTaken) => Reading;

/** Prepares the reader once: names, lexicons and weights. */
export function createReportReader(reference: Reference, syntax: Syntax, made: Made): ReadReport {
  const { language } = reference;
  const actors = actorLexicon(language);
  const findNames = createNameFinder(reference, actors);
  const readActors = createActorsReader(actors);
  const findDates = createDateFinder(dateLexiconSchema.parse(language.get('en/dates')));
  const cues = makeCueLexicon(cueFiles(language));

  return function readReport({ report, findings }) {
    const published = report.published === undefined ? undefined : parseDay(report.published);
    const names = findNames(report.text, published);
    const collapsed = names.filter((name) => name.collapse);
    const document = parseDocument(report, collapsed, syntax);
    const { mentions, resolver } = readActors(document, names);
    const named: NamedDocument = { ...document, mentions, resolver };
    const dates = findDates(document);
    const attributions = findAttributions(named, cues);
    return {
      made,
      report,
      mentions: [...mentions],
      dates,
      attributions,
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
  return {
    report,
    text,
    ...(published !== undefined && { published }),
    sentences,
    headings: headingsAmong(sentences, headings),
    paragraphs: paragraphsOf(text, boilerplate),
  };
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

import { parseDay } from '../base/day.ts';
import type { Report } from '../model/report.ts';
import { spansOverlap } from '../model/span.ts';
import { actorLexicon } from '../reference/actor-lexicon.ts';
import type { Reference } from '../reference/reference.ts';
import type { Document, NamedDocument } from './document.ts';
import { findDatelines } from './names/datelines.ts';
import { createNameFinder } from './names/find-names.ts';
import { createActorsReader } from './names/read-actors.ts';
import type { Syntax } from './syntax/load-syntax.ts';
import { parseText } from './syntax/parse-text.ts';
import type { Stretch } from './syntax/sentence.ts';

/** The first half of reading: names, sentences with their trees, mentions, a resolver. */
export type NameDocument = (report: Report) => NamedDocument;

/** Prepares it once; what codes pairs and what reads whole reports may share it. */
export function createDocumentNamer(reference: Reference, syntax: Syntax): NameDocument {
  const lexicon = actorLexicon(reference.language);
  const findNames = createNameFinder(reference, lexicon);
  const readActors = createActorsReader(lexicon);
  return (report) => {
    const published = report.published === undefined ? undefined : parseDay(report.published);
    const names = findNames(report.text, published);
    const collapsed = names.filter((name) => name.collapse);
    const document: Document = {
      ...parseDocument(report, collapsed, syntax),
      ...(published !== undefined && { published }),
    };
    return { ...document, ...readActors(document, names) };
  };
}

/** Sentences of everything but page furniture; known names are one word to the parser. */
function parseDocument(report: Report, names: readonly Stretch[], syntax: Syntax): Document {
  const { text, boilerplate, headings } = report;
  // A dateline places the writer; to the parser it would be the subject of the first sentence.
  const skip = [...boilerplate, ...findDatelines(text)];
  const sentences = parseText(text, { skip, names, syntax });
  return {
    report,
    text,
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

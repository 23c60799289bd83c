import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { type Language, packFor } from '../reference/language.ts';
import { furnitureLexicon } from '../reference/words/furniture-lexicon.ts';
import { createLanguageIdentifier } from './identify-language.ts';
import { createFurnitureMarker } from './mark-furniture.ts';
import { markHeadings } from './mark-headings.ts';
import { createPublicationReader } from './publication-day.ts';
import { splitBlocks, type TextBlock } from './text-block.ts';

/** What is known of a report before its text is looked at. */
export interface ReportFacts {
  readonly id: string;
  readonly path?: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly url?: string;
  readonly published?: string;
  readonly language?: string;
}

/** A report from its plain text and what is known of it. */
export type ReadText = (text: string, facts: ReportFacts) => Report;

/**
 * Prepares the reading of plain text. The text stays as it is, byte for byte as decoded: furniture
 * and headings are marked by their offsets. What `facts` state wins over what the text says.
 */
export function createTextReader(languages: ReadonlyMap<string, Language>): ReadText {
  const identify = createLanguageIdentifier(languages);
  const readers = new Map<string, ReadText>();
  return (text, facts) => {
    const isStated = facts.language !== undefined && facts.language !== 'und';
    const language = isStated ? facts.language : identify(text);
    // In a language without a pack no furniture is known, and headings go by their length alone.
    const pack = packFor(languages, language) ?? { code: 'und', files: new Map() };
    const readText = readers.get(pack.code) ?? createReaderOf(pack);
    readers.set(pack.code, readText);
    return readText(text, { ...facts, language });
  };
}

function createReaderOf(language: Language): ReadText {
  const lexicon = furnitureLexicon(language);
  const markFurniture = createFurnitureMarker(lexicon);
  const { published } = lexicon;
  const readPublicationDay = published ? createPublicationReader(published) : () => undefined;
  return (text, facts) => {
    const blocks = splitBlocks(text);
    const furniture = markFurniture(text, blocks);
    const isFurniture = blocksInside(blocks, furniture.boilerplate);
    const headings = markHeadings(text, blocks, isFurniture, lexicon.heading);
    const first = blocks.findIndex((_, index) => !isFurniture[index]);
    const title = headings.find((span) => span.start === blocks[first]?.start)?.text;
    return {
      id: facts.id,
      ...withoutUndefined({
        path: facts.path,
        title: facts.title ?? title,
        outlet: facts.outlet ?? furniture.outlet,
        byline: facts.byline ?? furniture.byline,
        url: facts.url ?? furniture.url,
        published: facts.published ?? readPublicationDay(blocks),
      }),
      language: facts.language ?? 'und',
      text,
      boilerplate: [...furniture.boilerplate],
      headings,
    };
  };
}

/** Which blocks lie in a span; both stand in reading order, so one pass does. */
function blocksInside(blocks: readonly TextBlock[], spans: readonly Span[]): boolean[] {
  let next = 0;
  return blocks.map(({ start, end }) => {
    while (next < spans.length && spans[next].end < end) next++;
    return next < spans.length && spans[next].start <= start;
  });
}

function withoutUndefined(values: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

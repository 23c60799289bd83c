import type { Report } from '../model/report.ts';
import type { FurnitureLexicon } from './furniture-lexicon.ts';
import { detectLanguage } from './language.ts';
import { createFurnitureMarker } from './mark-furniture.ts';
import { markHeadings } from './mark-headings.ts';
import { splitBlocks } from './text-block.ts';

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

/**
 * Prepares the reading of plain text. The text stays as it is, byte for byte as decoded: furniture
 * and headings are marked by their offsets. What `facts` state wins over what the text tells.
 */
export function createTextReader(lexicon: FurnitureLexicon) {
  const markFurniture = createFurnitureMarker(lexicon);
  return function readText(text: string, facts: ReportFacts): Report {
    const blocks = splitBlocks(text);
    const furniture = markFurniture(text, blocks);
    const isFurniture = blocks.map((block) =>
      furniture.boilerplate.some((span) => block.start >= span.start && block.end <= span.end),
    );
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
        published: facts.published,
      }),
      language: facts.language ?? detectLanguage(text),
      text,
      boilerplate: [...furniture.boilerplate],
      headings,
    };
  };
}

function withoutUndefined(values: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

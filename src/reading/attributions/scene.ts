import type { NamedDocument } from '../document.ts';
import type { Quotation } from '../grammar/quotations.ts';
import type { Scene } from './candidate.ts';
import type { CueLexicon } from './cue-lexicon.ts';

/** The trees of a document with their quotations marked. */
export function makeScene(document: NamedDocument, lexicon: CueLexicon): Scene {
  const { text, trees, quotations } = document;
  return {
    text,
    lexicon,
    trees,
    quotations,
    paragraphs: paragraphsOf(document),
    headings: document.headings,
    hedges: trees.map(({ words }) => hedgesOf(words, lexicon)),
    openEnds: new Set(quotations.filter(isOpen).map((quotation) => quotation.end)),
  };
}

function hedgesOf(words: readonly string[], { hedges }: CueLexicon): number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) if (hedges.has(words[at])) found.push(at);
  return found;
}

function isOpen(quotation: Quotation): boolean {
  return quotation.open;
}

function paragraphsOf({ sentences, paragraphs }: NamedDocument): Int32Array {
  let next = 0;
  return Int32Array.from(sentences, (sentence) => {
    while (next + 1 < paragraphs.length && paragraphs[next].end <= sentence.start) next++;
    return next;
  });
}

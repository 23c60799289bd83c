import { makeSpan, type Span } from '../model/span.ts';
import type { FurnitureLexicon } from '../reference/words/furniture-lexicon.ts';
import type { TextBlock } from './text-block.ts';

/**
 * The titles and section heads among the blocks: short lines without a full stop that open their
 * own paragraph and have longer text after them. `isFurniture[i]` marks blocks to leave out.
 */
export function markHeadings(
  text: string,
  blocks: readonly TextBlock[],
  isFurniture: readonly boolean[],
  limits: FurnitureLexicon['heading'],
): Span[] {
  const headings: Span[] = [];
  blocks.forEach((block, index) => {
    if (isFurniture[index] || !looksLikeHeading(block.text, limits)) return;
    const next = nextText(blocks, isFurniture, index);
    const standsAlone = block.opensParagraph && (next?.opensParagraph ?? false);
    const first = index === 0 && next !== undefined;
    if ((standsAlone || first) && next !== undefined) {
      headings.push(makeSpan(text, block.start, block.end));
    }
  });
  return headings;
}

function looksLikeHeading(text: string, limits: FurnitureLexicon['heading']): boolean {
  if (text.length > limits.mostCharacters) return false;
  if (/[.!,;:]["”’)]?$/.test(text) || /^["“‘—–•*-]/.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > limits.mostWords) return false;
  return /^[\p{Lu}\p{N}$€£]/u.test(text) && /\p{L}/u.test(text);
}

function nextText(
  blocks: readonly TextBlock[],
  isFurniture: readonly boolean[],
  index: number,
): TextBlock | undefined {
  for (let i = index + 1; i < blocks.length; i++) if (!isFurniture[i]) return blocks[i];
  return undefined;
}

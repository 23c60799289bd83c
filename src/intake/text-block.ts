/** A line of a plain text that is not blank, without the white space at its ends. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A blank line or the start of the text stands before it. */
  readonly opensParagraph: boolean;
}

/** The lines of a text that hold something, in order; linear in the length of the text. */
export function splitBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let opensParagraph = true;
  let lineStart = 0;
  while (lineStart <= text.length) {
    let lineEnd = text.indexOf('\n', lineStart);
    if (lineEnd < 0) lineEnd = text.length;
    let start = lineStart;
    let end = lineEnd;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      blocks.push({ start, end, text: text.slice(start, end), opensParagraph });
      opensParagraph = false;
    } else {
      opensParagraph = true;
    }
    lineStart = lineEnd + 1;
  }
  return blocks;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x200b || code === 0xfeff || code === 0x3000;
}

import type { Stretch } from './sentence.ts';

/**
 * The paragraphs of a text. An empty line parts paragraphs; so does a single line end, unless the
 * lines around it look wrapped at a fixed width, as in e-mail.
 */
export function splitParagraphs(text: string, from = 0, until = text.length): Stretch[] {
  const paragraphs: Stretch[] = [];
  let block: Stretch[] = [];
  let at = from;
  while (at <= until) {
    let end = text.indexOf('\n', at);
    if (end === -1 || end > until) end = until;
    const line = trim(text, at, end);
    if (line !== undefined) block.push(line);
    if (line === undefined || end >= until) {
      closeBlock(text, block, paragraphs);
      block = [];
    }
    at = end + 1;
  }
  return paragraphs;
}

function trim(text: string, from: number, until: number): Stretch | undefined {
  let start = from;
  let end = until;
  while (start < end && /[\s\p{Cc}]/u.test(text[start])) start++;
  while (end > start && /[\s\p{Cc}]/u.test(text[end - 1])) end--;
  return start === end ? undefined : { start, end };
}

function closeBlock(text: string, lines: readonly Stretch[], into: Stretch[]): void {
  if (lines.length === 0) return;
  if (isWrapped(text, lines)) {
    into.push({ start: lines[0].start, end: lines[lines.length - 1].end });
  } else into.push(...lines);
}

/** Every line but the last is 50 to 100 long and at least one goes on in lower case. */
function isWrapped(text: string, lines: readonly Stretch[]): boolean {
  if (lines.length < 2) return false;
  let goesOn = false;
  for (let at = 0; at < lines.length - 1; at++) {
    const length = lines[at].end - lines[at].start;
    if (length < 50 || length > 100) return false;
    goesOn ||=
      /[\p{Ll},]/u.test(text[lines[at].end - 1]) && /\p{Ll}/u.test(text[lines[at + 1].start]);
  }
  return goesOn;
}

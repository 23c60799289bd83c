/** A stretch between quotation marks, the marks inside. UTF-16 code units, `end` exclusive. */
export interface Quotation {
  readonly start: number;
  readonly end: number;
  /** Index of the paragraph. */
  readonly paragraph: number;
  /** The paragraph ended before a closing mark came. */
  readonly open: boolean;
  /** It goes on with the quotation of the paragraph before, which was not closed. */
  readonly goesOn: boolean;
}

const opens = /[\s([{—–\-:/]/;
const letter = /[\p{L}\p{N}$£€]/u;

/**
 * Finds quotations by their marks, paragraph by paragraph. Curly, straight and doubled marks;
 * single ones only where no apostrophe is likely. A paragraph that opens with a mark and is not
 * closed goes on in the next one that opens with a mark, as newspapers print long quotations.
 */
export function findQuotations(
  text: string,
  paragraphs: readonly { readonly start: number; readonly end: number }[],
): Quotation[] {
  const found: Quotation[] = [];
  let unclosed = false;
  paragraphs.forEach((paragraph, index) => {
    const before = found.length;
    const next = paragraphs[index + 1];
    const nextOpens = next !== undefined && '"“”„«\'‘'.includes(text[next.start]);
    const open = scanParagraph(text, { ...paragraph, index, goesOn: unclosed, nextOpens }, found);
    for (let at = before; at < found.length; at++) {
      if (open && at === found.length - 1) continue;
      unclosed = false;
    }
    unclosed = open;
  });
  return found;
}

interface Mark {
  readonly size: number;
  readonly single: boolean;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
}

interface Scanned {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  /** The paragraph before ended inside a quotation. */
  readonly goesOn: boolean;
  /** The next paragraph opens with a mark. */
  readonly nextOpens: boolean;
}

/** Returns whether the paragraph ends inside a quotation. */
function scanParagraph(text: string, paragraph: Scanned, found: Quotation[]): boolean {
  const { index, goesOn, nextOpens } = paragraph;
  let start = -1;
  let single = false;
  let first = true;
  const close = (end: number) => {
    const isContinuation = goesOn && first && isAtStart(text, paragraph.start, start);
    found.push({ start, end, paragraph: index, open: false, goesOn: isContinuation });
    first = false;
    start = -1;
  };
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const mark = markAt(text, at, paragraph);
    if (mark === undefined) continue;
    if (start < 0) {
      if (mark.mayOpen && (!mark.single || singleCloses(text, at, paragraph.end))) {
        start = at;
        single = mark.single;
      }
    } else if (mark.single === single && mark.mayClose) close(at + mark.size);
    else if (!single && !mark.single && mark.mayOpen) start = at;
    at += mark.size - 1;
  }
  if (start < 0) return false;
  // A mark that nothing closes: the quotation runs to the end only if it opened the paragraph.
  const mayStayOpen = endsLikeSpeech(text, start, nextOpens);
  if (!single && (isAtStart(text, paragraph.start, start) || mayStayOpen)) {
    const isContinuation = goesOn && first && isAtStart(text, paragraph.start, start);
    let end = paragraph.end;
    while (end > start + 1 && /\s/.test(text[end - 1])) end--;
    found.push({ start, end, paragraph: index, open: true, goesOn: isContinuation });
    return true;
  }
  return false;
}

function isAtStart(text: string, start: number, at: number): boolean {
  for (let here = start; here < at; here++) if (!/\s/.test(text[here])) return false;
  return true;
}

/**
 * A quotation may start in mid-paragraph and stay open: after a colon or a comma, and after a full
 * stop where the next paragraph opens with a mark.
 */
function endsLikeSpeech(text: string, start: number, nextOpens: boolean): boolean {
  let at = start - 1;
  while (at >= 0 && /\s/.test(text[at])) at--;
  if (at < 0) return false;
  return /[:,]/.test(text[at]) || (nextOpens && /[.!?]/.test(text[at]));
}

function markAt(
  text: string,
  at: number,
  paragraph: { readonly start: number; readonly end: number },
): Mark | undefined {
  const sign = text[at];
  if (!'"“”„«»‘’\'`'.includes(sign)) return undefined;
  let size = 1;
  if ((sign === "'" || sign === '`' || sign === '‘' || sign === '’') && text[at + 1] === sign) {
    size = 2;
  }
  const before = at > paragraph.start ? text[at - 1] : ' ';
  const after = at + size < paragraph.end ? text[at + size] : ' ';
  const single = size === 1 && "'‘’`".includes(sign);
  const spaceBefore = opens.test(before) || isMark(before);
  const spaceAfter = /[\s)\].,;:!?—–-]/.test(after) || isMark(after);
  if (single) {
    const mayOpen = sign !== '’' && spaceBefore && /\p{L}/u.test(after);
    const mayClose = sign !== '‘' && !/\s/.test(before) && !letter.test(after);
    return mayOpen || mayClose ? { size, single, mayOpen, mayClose } : undefined;
  }
  if (sign === '“' || sign === '„' || sign === '«') {
    const wrong = !spaceBefore && spaceAfter;
    return { size, single, mayOpen: !wrong, mayClose: wrong };
  }
  if (sign === '”' || sign === '»') return { size, single, mayOpen: false, mayClose: true };
  const mayOpen = spaceBefore && !/\s/.test(after);
  return { size, single, mayOpen, mayClose: !/\s/.test(before) || spaceAfter };
}

function isMark(sign: string): boolean {
  return '"“”„«»‘’\'`'.includes(sign);
}

/** A single mark opens only if one closes within a bounded stretch and no apostrophe is nearer. */
function singleCloses(text: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + 400);
  for (let at = start + 1; at < limit; at++) {
    const sign = text[at];
    if (sign === '"' || sign === '“' || sign === '”') return false;
    if (sign !== "'" && sign !== '’') continue;
    const after = at + 1 < end ? text[at + 1] : ' ';
    if (!letter.test(after)) return at > start + 2;
  }
  return false;
}

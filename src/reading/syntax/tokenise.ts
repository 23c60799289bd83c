import type { Stretch } from './sentence.ts';
import { abbreviations, keptPrefixes, keptSuffixes } from './word-lists.ts';

const number = String.raw`(?:(?<![\p{L}\p{N})])[+-])?\d[\d.,:/]*\d|\d`;
const word = String.raw`\p{L}[\p{L}\p{M}\p{N}_\u00ad\u200c\u200d]*`;
// Every scan that can fail has a bound, so that no text takes more than linear time.
const parts: readonly string[] = [
  // Addresses of all kinds, whole.
  String.raw`(?:https?:|ftp:|mailto:|www\.)[^\s<>"“”‘’]{1,2000}`,
  String.raw`[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d_-]{1,63}(?:\.[\p{L}\d_-]{1,63}){0,6}`,
  String.raw`[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,63}){0,6}\.(?:com|org|net|gov|edu|info|html?|pdf|doc|xls)(?![\p{L}\d])`,
  String.raw`[#@]\p{L}[\p{L}\d_]+`,
  // Faces, before their colons and brackets are taken apart.
  String.raw`[:;=]['’]?-?[)(DPp](?![\p{L}\p{N}/])|<3(?!\d)|\^_\^`,
  // List markers: (a), and 1. or 2.1. opening a line.
  String.raw`\(\p{Ll}\)(?=\s)|(?<![^\n])\d{1,2}(?:\.\d{1,2}){0,3}[.)](?=\s)|\[\.\.\.\]`,
  // U.S., a.m., i.e.; U.S.-led; a lone initial before a name.
  String.raw`(?:\p{L}\.){2,}(?!\p{L}{2})(?:\p{L}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}])`,
  String.raw`(?!I\.)\p{Lu}\.(?=\s?\p{Lu})`,
  // Telephone numbers and dates in digits; plain numbers; 1990s, 5th; 25k as two.
  String.raw`\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{2,4}(?!\d)`,
  String.raw`(?:${number})(?:['’]?s|st|nd|rd|th)(?![\p{L}\p{N}])`,
  String.raw`['’]\d0s(?![\p{L}\p{N}])`,
  String.raw`(?:${number})(?=\p{L}{1,3}(?![\p{L}\p{N}]))|\d+\p{L}[\p{L}\p{N}]*`,
  number,
  // Words, with an inner & (AT&T) or apostrophe (O'Brien, don't).
  String.raw`\p{Lu}{1,9}&\p{Lu}{1,9}(?!\p{L})`,
  String.raw`${word}(?:['’]\p{L}+)*|['’](?:em|tis|twas|til|cause)(?!\p{L})`,
  // Runs of the same sign, then any one character, astral ones whole.
  String.raw`\.{2,}|[!?][!?.]*[!?]|([-=*_~#+<>|'‘’])\1+`,
  String.raw`\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*`,
  String.raw`[^]\p{M}*`,
];
const pattern = new RegExp(parts.join('|'), 'uy');
const blank = /[\s\p{Cc}\u200b\u2060\ufeff]+/uy;
const clitic = /n['’]t$|['’](?:s|m|d|ll|re|ve)$/iu;
const run = /^(can)not$|^(gon|got|wan)(?:na|ta)$|^(wo|ca|do|did|does|is|could|would|should)nt$/i;

/**
 * Cuts a stretch of text into words as the English treebanks do: clitics and hyphens apart,
 * addresses and abbreviations whole. Never skips a visible character; offsets are exact.
 */
export function tokenise(text: string, from = 0, until = text.length): Stretch[] {
  const tokens: Stretch[] = [];
  let at = from;
  while (at < until) {
    blank.lastIndex = at;
    if (blank.test(text)) {
      at = blank.lastIndex;
      continue;
    }
    pattern.lastIndex = at;
    pattern.test(text);
    // A lone surrogate matches nothing under the `u` flag at times: take it as one unit.
    let end = pattern.lastIndex > at ? pattern.lastIndex : at + 1;
    if (end > until) end = until;
    end = trimAddress(text, at, end);
    end = takeStop(text, at, end, until);
    end = takeHyphens(text, at, end, until);
    pushWord(text, at, end, tokens);
    at = end;
  }
  return tokens;
}

/** An address does not hold the sentence's own punctuation. */
function trimAddress(text: string, start: number, end: number): number {
  if (end - start < 5 || !/^(?:https?:|ftp:|mailto:|www\.)/.test(text.slice(start, start + 8))) {
    return end;
  }
  let trimmed = end;
  const closes = text.slice(start, end).includes('(') ? /[.,;:!?\]'*]/ : /[.,;:!?)\]'*]/;
  while (trimmed > start + 4 && closes.test(text[trimmed - 1])) trimmed--;
  return trimmed;
}

/** The stop after a known short form belongs to it. */
function takeStop(text: string, start: number, end: number, until: number): number {
  if (end >= until || text[end] !== '.' || text[end + 1] === '.') return end;
  if (!abbreviations.has(text.slice(start, end).toLowerCase())) return end;
  return belongs(text, start, end) ? end + 1 : end;
}

const wordsToo =
  /^(?:nos?|arts?|figs?|pp?|sat|sun|mar|mon|ill|ind|la|pa|miss|mass|wash|al|v|ch|sec|mo|ore)$/;

/** `No. 5`, but `He said no. Then he left.`: forms that are words too need a capital or a digit. */
function belongs(text: string, start: number, end: number): boolean {
  const form = text.slice(start, end);
  if (!wordsToo.test(form.toLowerCase())) return true;
  const after = text.slice(end + 1, end + 4);
  if (/^(?:nos?|figs?|arts?|sec|ch|pp?)$/i.test(form)) return /^\s*[\d(]/.test(after);
  return /^\p{Lu}/u.test(form) || form === 'al' || form === 'v';
}

/** `pro-Russian` stays whole, `much-needed` does not. */
function takeHyphens(text: string, start: number, end: number, until: number): number {
  if (text[end] !== '-' || end + 1 >= until) return end;
  const first = text.slice(start, end).toLowerCase();
  const rest = /-[\p{L}\p{N}]+/uy;
  rest.lastIndex = end;
  if (!rest.test(text) || rest.lastIndex > until) return end;
  const second = text.slice(end + 1, rest.lastIndex).toLowerCase();
  return keptPrefixes.has(first) || keptSuffixes.has(second) ? rest.lastIndex : end;
}

function pushWord(text: string, start: number, end: number, into: Stretch[]): void {
  const form = text.slice(start, Math.min(end, start + 64));
  const parts = end - start <= 64 ? (run.exec(form) ?? []) : [];
  const first = parts.slice(1).find((part) => part !== undefined);
  const tail = first === undefined ? clitic.exec(form) : null;
  if (first !== undefined) {
    into.push({ start, end: start + first.length }, { start: start + first.length, end });
  } else if (tail !== null && tail.index > 0 && end - start <= 64) {
    pushWord(text, start, start + tail.index, into);
    into.push({ start: start + tail.index, end });
  } else into.push({ start, end });
}

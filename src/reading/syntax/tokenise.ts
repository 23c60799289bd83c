import type { TokenWords } from '../../reference/words/syntax-lexicon.ts';
import type { Stretch } from './sentence.ts';

/**
 * Cuts a stretch of text into words as the treebanks of the language do: clitics and hyphens apart,
 * addresses and abbreviations whole. Never skips a visible character; offsets are exact.
 */
export type Tokenise = (text: string, from?: number, until?: number) => Stretch[];

const blank = /[\s\p{Cc}\u200b\u2060\ufeff]+/uy;

/** Prepares it for the words of a language, `data/language/<code>/tokens.yaml`. */
export function createTokeniser(words: TokenWords): Tokenise {
  const pattern = tokenPattern(words);
  const takeStop = createStopTaker(words);
  const takeHyphens = createHyphenTaker(words);
  const pushWord = createWordPusher(words);
  return (text, from = 0, until = text.length) => {
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
      const token = { start: at, end: trimAddress(text, at, end) };
      token.end = takeStop(text, token, until);
      token.end = takeHyphens(text, token, until);
      pushWord(text, token, tokens);
      at = token.end;
    }
    return tokens;
  };
}

function tokenPattern({ notInitials, numberEndings, elided, elidedDecade }: TokenWords): RegExp {
  const number = String.raw`(?:(?<![\p{L}\p{N})])[+-])?\d[\d.,:/]*\d|\d`;
  const word = String.raw`\p{L}[\p{L}\p{M}\p{N}_\u00ad\u200c\u200d]*`;
  const decade = elidedDecade === undefined ? never : `\\d${elidedDecade}`;
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
    String.raw`(?!${anyOf(notInitials)}\.)\p{Lu}\.(?=\s?\p{Lu})`,
    // Telephone numbers and dates in digits; plain numbers; 1990s, 5th; 25k as two.
    String.raw`\d{3}-\d{3}-\d{4}(?!\d)|\d{3}-\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{2,4}(?!\d)`,
    String.raw`(?:${number})${anyOf(numberEndings)}(?![\p{L}\p{N}])`,
    String.raw`['’]${decade}(?![\p{L}\p{N}])`,
    String.raw`(?:${number})(?=\p{L}{1,3}(?![\p{L}\p{N}]))|\d+\p{L}[\p{L}\p{N}]*`,
    number,
    // Words, with an inner & (AT&T) or apostrophe (O'Brien, don't).
    String.raw`\p{Lu}{1,9}&\p{Lu}{1,9}(?!\p{L})`,
    String.raw`${word}(?:['’]\p{L}+)*|['’]${anyOf(elided)}(?!\p{L})`,
    // Runs of the same sign, then any one character, astral ones whole.
    String.raw`\.{2,}|[!?][!?.]*[!?]|([-=*_~#+<>|'‘’])\1+`,
    String.raw`\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|[\u{1f3fb}-\u{1f3ff}])*`,
    String.raw`[^]\p{M}*`,
  ];
  return new RegExp(parts.join('|'), 'uy');
}

/** A pattern that matches nothing. */
const never = '(?!)';

/** One of the words; a plain apostrophe in them stands for the curly one too. */
function anyOf(words: readonly string[]): string {
  const literal = words.map((word) =>
    word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]"),
  );
  return literal.length === 0 ? never : `(?:${literal.join('|')})`;
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
function createStopTaker({ abbreviations, beforeNumbers, withCapital }: TokenWords) {
  const known = new Set(abbreviations);
  const needNumber = new Set(beforeNumbers);
  const needCapital = new Set(withCapital);
  return (text: string, { start, end }: Stretch, until: number): number => {
    if (end >= until || text[end] !== '.' || text[end + 1] === '.') return end;
    const form = text.slice(start, end).toLowerCase();
    if (!known.has(form)) return end;
    // `No. 5`, but `He said no. Then he left.`
    if (needNumber.has(form)) return /^\s*[\d(]/.test(text.slice(end + 1, end + 4)) ? end + 1 : end;
    return needCapital.has(form) && !/\p{Lu}/u.test(text[start]) ? end : end + 1;
  };
}

/** `pro-Russian` stays whole, `much-needed` does not. */
function createHyphenTaker({ prefixes, suffixes }: TokenWords) {
  const keptBefore = new Set(prefixes);
  const keptBehind = new Set(suffixes);
  return (text: string, { start, end }: Stretch, until: number): number => {
    if (text[end] !== '-' || end + 1 >= until) return end;
    const first = text.slice(start, end).toLowerCase();
    const rest = /-[\p{L}\p{N}]+/uy;
    rest.lastIndex = end;
    if (!rest.test(text) || rest.lastIndex > until) return end;
    const second = text.slice(end + 1, rest.lastIndex).toLowerCase();
    return keptBefore.has(first) || keptBehind.has(second) ? rest.lastIndex : end;
  };
}

/** Longer words than this are left whole. */
const mostLetters = 64;

/** Takes endings and words written together apart: `do n't`, `can not`. */
function createWordPusher({ clitics, joined }: TokenWords) {
  const clitic = new RegExp(`${anyOf(clitics)}$`, 'iu');
  const pairs = joined.map(({ first, second }) => `^(${first.join('|')})${anyOf(second)}$`);
  const pair = new RegExp(pairs.join('|') || never, 'i');
  return function pushWord(text: string, { start, end }: Stretch, into: Stretch[]): void {
    const form = end - start <= mostLetters ? text.slice(start, end) : '';
    const first = pair.exec(form)?.find((part, at) => at > 0 && part !== undefined);
    const ending = first === undefined ? (clitic.exec(form)?.index ?? 0) : 0;
    if (first !== undefined) {
      into.push({ start, end: start + first.length }, { start: start + first.length, end });
    } else if (ending > 0) {
      pushWord(text, { start, end: start + ending }, into);
      into.push({ start: start + ending, end });
    } else into.push({ start, end });
  };
}

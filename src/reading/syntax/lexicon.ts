/** 32-bit FNV-1a over UTF-16 code units; words are told apart by it, so no strings are kept. */
export function hashText(text: string, from = 0, until = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < until; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

/** A form as vectors see it: lower case, plain quotes and dashes, no invisible signs. */
export function normalise(form: string): string {
  return /^[a-z]+$/.test(form) ? form : withPlainSigns(form.toLowerCase());
}

/** A form as the table of words sees it: its capitals kept, quotes and dashes plain. */
export function withPlainSigns(form: string): string {
  if (/^[A-Za-z]+$/.test(form)) return form;
  return form
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/…/g, '...')
    .replace(/[\u00ad\u200c\u200d]/g, '');
}

/** Finds the row of a word by its hash: open addressing over twice the words or more. */
export class RowIndex {
  private readonly hashes: Int32Array;
  private readonly slots: Int32Array;
  private readonly mask: number;

  /** @param hashes one for each row, in order. */
  constructor(hashes: Int32Array) {
    this.hashes = hashes;
    this.mask = 2 ** Math.ceil(Math.log2(hashes.length * 2 + 2)) - 1;
    this.slots = new Int32Array(this.mask + 1);
    for (let row = 0; row < hashes.length; row++) {
      let slot = hashes[row] & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = row + 1;
    }
  }

  /** -1 where no row has this hash. */
  find(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const row = this.slots[slot] - 1;
      if (row < 0 || this.hashes[row] === hash) return row;
      slot = (slot + 1) & this.mask;
    }
  }
}

/**
 * Rows of the learned tables, in order: form, last two letters and whether it has capitals, last
 * three, first three, shape.
 */
export const tableRows = { suffix2: 2048, suffix3: 4096, prefix3: 2048, shape: 512 } as const;
export const tableCount = 5;

/** Fills one row number for each table; row 0 of the word table is the unknown word. */
export function fillFeatures(form: string, words: RowIndex, into: Int32Array, at: number): void {
  const plain = normalise(form);
  const length = plain.length;
  const digits = /\d/.test(plain) ? plain.replace(/\d/g, '0') : plain;
  into[at] = words.find(hashText(withPlainSigns(form))) + 1;
  const ending = hashText(digits, Math.max(0, length - 2));
  into[at + 1] = spread(ending + Math.imul(capitals(form), 0x9e3779b1)) & (tableRows.suffix2 - 1);
  into[at + 2] = spread(hashText(digits, Math.max(0, length - 3))) & (tableRows.suffix3 - 1);
  into[at + 3] = spread(hashText(digits, 0, Math.min(3, length))) & (tableRows.prefix3 - 1);
  into[at + 4] = spread(hashText(shapeOf(form))) & (tableRows.shape - 1);
}

/** The row of the word's vector: of the form, or of the part after its last hyphen; -1 for none. */
export function vectorRow(form: string, vectors: RowIndex): number {
  const plain = normalise(form);
  const row = vectors.find(hashText(plain));
  if (row >= 0) return row;
  const hyphen = plain.lastIndexOf('-');
  return hyphen > 0 && hyphen < plain.length - 1 ? vectors.find(hashText(plain, hyphen + 1)) : -1;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** 0 none, 1 the first letter only, 2 more. */
function capitals(form: string): number {
  if (!/\p{Lu}/u.test(form)) return 0;
  return /^\p{Lu}\P{Lu}*$/u.test(form) ? 1 : 2;
}

/** Capitals X, small letters x, digits 9; runs of one kind count once, at most eight kinds. */
function shapeOf(form: string): string {
  let shape = '';
  let last = '';
  for (const sign of form) {
    const kind = /\p{Lu}/u.test(sign)
      ? 'X'
      : /\p{L}/u.test(sign)
        ? 'x'
        : /\d/.test(sign)
          ? '9'
          : sign;
    if (kind === last && shape.length > 1) continue;
    shape += kind;
    last = kind;
    if (shape.length >= 8) break;
  }
  return shape;
}

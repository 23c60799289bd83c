/** A word with all it may mean in an expression of time. Offsets are UTF-16 code units. */
export interface Lexeme {
  readonly start: number;
  readonly end: number;
  /** Lower case; curly apostrophes straight. */
  readonly word: string;
  readonly capital: boolean;
  readonly meaning: Meaning | undefined;
}

export interface Meaning {
  /** Members of classes that begin with this word, the longest first. */
  readonly members: readonly Member[];
  /** The constructions that may begin here, by their place in the list. */
  readonly opens: readonly number[];
  /** Those of them that the word alone can fulfil. */
  readonly alone: readonly number[];
  /** Some construction takes it in; others only look at it. */
  readonly isTaken: boolean;
}

/** A member of a class, of one word or more: *second* is of `unit` and of `ordinal`, a `2`. */
export interface Member {
  readonly of: string;
  readonly value: string;
  readonly words: readonly string[];
}

/** What a word may mean, written with a capital or not. */
export type MeaningOf = (word: string, capital: boolean) => Meaning | undefined;

/** A number with the letters on it, an abbreviation with its stops, letters, or another sign. */
const shape =
  /\d+(?:[,:]\d+|(?<!\.\d+)\.\d+(?![.\d]))*(?:\p{L}{1,2}(?!\p{L}))?|(?<![\p{L}\d])\p{L}(?:\.(?:\p{L}(?!\p{L}))?)+|'?\p{L}+|\S/gu;

/** The words of a stretch of text, in order; linear. A plain loop: it sees every word there is. */
export function readLexemes(
  text: string,
  start: number,
  end: number,
  meaningOf: MeaningOf,
): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let before: Lexeme | undefined;
  shape.lastIndex = start;
  for (let match = shape.exec(text); match && match.index < end; match = shape.exec(text)) {
    const raw = match[0];
    const from = match.index;
    let word = raw.toLowerCase();
    const capital = word[0] !== raw[0];
    if (word[0] === '’') word = `'${word.slice(1)}`;
    // The stop of an abbreviation belongs to it: `Nov. 9`.
    const isDotted = text[shape.lastIndex] === '.' && !isDigit(word);
    if (isDotted && meaningOf(`${word}.`, capital)) {
      word += '.';
      shape.lastIndex++;
    }
    // Digits that hang on letters number a thing: `B52`.
    const hangs = before?.end === from && isDigit(word) && /\p{L}$/u.test(before.word);
    const meaning = hangs ? undefined : meaningOf(word, capital);
    before = { start: from, end: shape.lastIndex, word, capital, meaning };
    lexemes.push(before);
  }
  return lexemes;
}

export function isDigit(word: string): boolean {
  return word[0] >= '0' && word[0] <= '9';
}

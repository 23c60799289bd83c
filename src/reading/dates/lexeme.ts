import type { DateLexicon } from '../../reference/date-lexicon.ts';
import type { Unit } from './calendar.ts';

/** A word with all it may mean in an expression of time. Offsets are UTF-16 code units. */
export interface Lexeme {
  readonly start: number;
  readonly end: number;
  /** Lower case; curly apostrophes straight. */
  readonly word: string;
  readonly month?: number;
  readonly weekday?: number;
  readonly unit?: Unit;
  readonly plural?: boolean;
  readonly season?: string;
  readonly part?: string;
  /** Hour and minute of a word for them: `noon`. */
  readonly clock?: string;
  /** A count: digits or a number word. */
  readonly number?: number;
  readonly multiplier?: number;
  readonly vague?: true;
  readonly ordinal?: number;
  readonly direction?: 'back' | 'here' | 'ahead';
  readonly modifier?: true;
  readonly decade?: string;
  /** A year between 1000 and 2199 in four digits. */
  readonly year?: number;
  readonly capital?: true;
  /** The word means something to dates. */
  readonly known?: true;
}

export type LexemeTable = ReadonlyMap<string, Partial<Lexeme>>;

const wordPattern =
  /\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}])|[ap]\.?m\b\.?|'?\p{L}+|[^\s]/giu;

/** Looks every word up once: what it may mean does not depend on its neighbours. */
export function makeLexemeTable(lexicon: DateLexicon): LexemeTable {
  const table = new Map<string, Partial<Lexeme>>();
  const put = (words: readonly string[], meaning: (word: string) => Partial<Lexeme>) => {
    for (const word of words) table.set(word, { ...table.get(word), ...meaning(word) });
  };
  for (const [month, words] of Object.entries(lexicon.months)) {
    put(words, () => ({ month: Number(month) }));
  }
  for (const [day, words] of Object.entries(lexicon.weekdays)) {
    put(words, () => ({ weekday: Number(day) }));
    put(
      words.map((word) => `${word}s`),
      () => ({ weekday: Number(day), plural: true }),
    );
  }
  for (const [unit, words] of Object.entries(lexicon.units)) {
    put(words, (word) => ({ unit: unit as Unit, plural: word !== words[0] }));
  }
  for (const [season, words] of Object.entries(lexicon.seasons)) put(words, () => ({ season }));
  for (const [part, words] of Object.entries(lexicon.partsOfDay)) put(words, () => ({ part }));
  for (const [word, clock] of Object.entries(lexicon.clockWords)) put([word], () => ({ clock }));
  for (const [number, words] of Object.entries(lexicon.numbers)) {
    put(words, () => ({ number: Number(number) }));
  }
  for (const [factor, words] of Object.entries(lexicon.multipliers)) {
    put(words, () => ({ multiplier: Number(factor) }));
  }
  put(lexicon.vagueNumbers, () => ({ vague: true }));
  for (const [rank, words] of Object.entries(lexicon.ordinals)) {
    put(words, () => ({ ordinal: Number(rank) }));
  }
  for (const [decade, words] of Object.entries(lexicon.decadeNames)) put(words, () => ({ decade }));
  put(lexicon.modifiers, () => ({ modifier: true }));
  for (const direction of ['back', 'here', 'ahead'] as const) {
    put(lexicon.directions[direction], () => ({ direction }));
  }
  return table;
}

/** The words of a stretch of text, in order; linear. */
export function readLexemes(
  text: string,
  start: number,
  end: number,
  table: LexemeTable,
): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const match of text.slice(start, end).matchAll(wordPattern)) {
    const raw = match[0];
    const from = start + match.index;
    if (from < (lexemes.at(-1)?.end ?? start)) continue;
    const word = raw.toLowerCase().replace(/’/g, "'");
    // The stop of an abbreviation belongs to it: `Nov. 9`, `5 p.m.`
    const dotted = text[from + raw.length] === '.' && table.has(`${word}.`);
    const known = table.get(dotted ? `${word}.` : word);
    const to = from + raw.length + (dotted ? 1 : 0);
    const digits = /^\d/.test(word) ? readDigits(word) : undefined;
    lexemes.push({
      start: from,
      end: to,
      word: dotted ? `${word}.` : word,
      ...known,
      ...digits,
      ...((known ?? digits) && { known: true }),
      ...(/^\p{Lu}/u.test(raw) && { capital: true }),
    });
  }
  return lexemes;
}

function readDigits(word: string): Partial<Lexeme> {
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  if (ordinal) return { ordinal: Number(ordinal[1]) };
  const decade = /^(1[89]\d|20\d)0s$/.exec(word);
  if (decade) return { decade: decade[1] };
  if (!/^\d{1,4}$/.test(word)) return {};
  const number = Number(word);
  return { number, ...(word.length === 4 && number >= 1000 && number < 2200 && { year: number }) };
}

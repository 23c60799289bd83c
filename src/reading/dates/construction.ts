import type {
  DateLexicon,
  DateRow,
  DateWriting,
  Slots,
} from '../../reference/constructions/date-lexicon.ts';
import { parseDatePattern, type Sequence } from '../../reference/constructions/date-pattern.ts';
import type { Lexeme } from './lexeme.ts';
import { compile, type Matcher, miss, type Scan } from './match.ts';
import { type Operation, operations } from './operations.ts';
import { makeRowIndex } from './row-index.ts';
import { makeWordTable } from './word-table.ts';

/** A row of the language's file, ready to match. */
interface Construction {
  readonly id: string;
  readonly match: Matcher;
  readonly given: Slots;
  readonly operation: Operation;
}

/** An expression of time. */
export interface Found {
  readonly construction: Construction;
  /** Index behind its last word. */
  readonly until: number;
  readonly slots: Slots;
}

/** Compiles the rows once. */
export function makeConstructions({ words: vocabulary, rows }: DateLexicon) {
  const patterns = rows.map(({ pattern }) => parseDatePattern(pattern));
  const constructions = rows.map((row, index) => toConstruction(row, patterns[index]));
  const { taken, openedBy, rowsFor } = makeRowIndex(patterns, vocabulary);
  return {
    meaningOf: makeWordTable(vocabulary, taken, openedBy),
    /** What begins at a word; the longest wins, of equals the one that stands first in the file. */
    longestAt(words: readonly Lexeme[], at: number): Found | undefined {
      const { meaning } = words[at];
      if (meaning === undefined) return undefined;
      let longest: Found | undefined;
      const scan: Scan = { words, from: at, filled: [] };
      for (const index of rowsFor(meaning, words[at + 1]?.meaning)) {
        const construction = constructions[index];
        scan.filled.length = 0;
        const until = construction.match(scan, at);
        if (until === miss || until <= (longest?.until ?? at)) continue;
        longest = { construction, until, slots: slotsOf(construction, scan) };
      }
      return longest;
    },
  };
}

function slotsOf({ given }: Construction, { filled }: Scan): Slots {
  const slots: Record<string, string> = { ...given };
  for (let i = 0; i < filled.length; i += 2) slots[filled[i]] = filled[i + 1];
  return slots;
}

function toConstruction(row: DateRow, pattern: Sequence): Construction {
  const { id, means, from, with: filled = {} } = row;
  const operation = typeof means === 'string' ? operations[means] : written(means);
  return { id, match: compile(pattern), given: { ...filled, from }, operation };
}

/** The operation of a row that says what it means in so many words. */
function written({ type, timex, value, from, until }: DateWriting): Operation {
  return (slots, { anchor }) => {
    if (anchor === undefined && value.includes('{published}')) return undefined;
    const known: Slots = { ...slots, ...(anchor && { published: anchor }) };
    const fill = (template: string) =>
      template.replace(/\{([\w-]+)\}/g, (_, slot: keyof Slots) => known[slot] ?? '');
    const range = from && until && { from: fill(from), until: fill(until) };
    return { type, timex: fill(timex), value: fill(value), ...range };
  };
}

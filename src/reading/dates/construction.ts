import type { DateLexicon, DateRow, DateWriting, Slots } from '../../reference/date-lexicon.ts';
import { parseDatePattern, type Sequence } from '../../reference/date-pattern.ts';
import type { Lexeme, Member } from './lexeme.ts';
import { compile, type Matcher, miss, outlineOf, type Scan } from './match.ts';
import { type Operation, operations } from './operations.ts';
import { makeWordTable, type OpenedBy } from './word-table.ts';

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

/** Compiles the rows once, into a table by what each may begin with. */
export function makeConstructions({ words, rows }: DateLexicon) {
  const patterns = rows.map(({ pattern }) => parseDatePattern(pattern));
  const constructions = rows.map((row, index) => toConstruction(row, patterns[index]));
  const outlines = patterns.map(outlineOf);
  const byOpening = new Map<string, number[]>();
  for (const [index, { opens }] of outlines.entries()) {
    for (const key of opens) byOpening.set(key, [...(byOpening.get(key) ?? []), index]);
  }
  const taken = new Set(outlines.flatMap(({ takes }) => takes));
  const openedBy: OpenedBy = (members) => {
    const rowsOf = (some: readonly Member[]) =>
      [...new Set(some.flatMap(({ of }) => byOpening.get(of) ?? []))].sort((a, b) => a - b);
    const opens = rowsOf(members);
    const long = rowsOf(members.filter(({ words }) => words.length > 1));
    const alone = opens.filter((row) => outlines[row].fewest === 1 || long.includes(row));
    return { opens, alone, isTaken: members.some(({ of }) => taken.has(of)) };
  };
  return {
    meaningOf: makeWordTable(words, taken, openedBy),
    /** What begins at a word; the longest wins, of equals the one that stands first in the file. */
    longestAt(words: readonly Lexeme[], at: number): Found | undefined {
      const { meaning } = words[at];
      if (meaning === undefined) return undefined;
      let longest: Found | undefined;
      // Most words are followed by one that no row takes in: then few rows are worth a try.
      const isAlone = words[at + 1]?.meaning?.isTaken !== true;
      const scan: Scan = { words, from: at, filled: [] };
      for (const index of isAlone ? meaning.alone : meaning.opens) {
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

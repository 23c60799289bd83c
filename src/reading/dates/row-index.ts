import type { DateWords } from '../../reference/constructions/date-lexicon.ts';
import type { Sequence } from '../../reference/constructions/date-pattern.ts';
import type { Meaning, Member } from './lexeme.ts';
import { mayBegin, outlineOf } from './match.ts';
import type { OpenedBy } from './word-table.ts';

/**
 * Which patterns are worth a try at a word, by their place in the list. Most words are followed by
 * one that no pattern takes in, and few pairs of words make most texts: each is looked at once.
 */
export function makeRowIndex(patterns: readonly Sequence[], { classes }: DateWords) {
  const outlines = patterns.map(outlineOf);
  const byOpening = new Map<string, number[]>();
  for (const [row, { opens }] of outlines.entries()) {
    for (const name of opens) byOpening.set(name, [...(byOpening.get(name) ?? []), row]);
  }
  const texts = Object.values(classes).flatMap((byValue) => Object.values(byValue).flat());
  const inPhrases = texts.flatMap((text) => text.split(' ').slice(1)).map((word) => `=${word}`);
  const taken = new Set([...outlines.flatMap(({ takes }) => takes), ...inPhrases]);

  const rowsOf = (members: readonly Member[]) =>
    [...new Set(members.flatMap(({ of }) => byOpening.get(of) ?? []))].sort((a, b) => a - b);
  const openedBy: OpenedBy = (members) => {
    const alone = rowsOf(members.filter(({ words }) => words.length === 1));
    return {
      opens: rowsOf(members),
      alone: alone.filter((row) => outlines[row].fewest === 1),
      isTaken: members.some(({ of }) => taken.has(of)),
    };
  };

  const pairs = new WeakMap<Meaning, WeakMap<Meaning, readonly number[]>>();
  function rowsFor(first: Meaning, second: Meaning | undefined): readonly number[] {
    if (!second?.isTaken) return first.alone;
    const known = pairs.get(first) ?? new WeakMap<Meaning, readonly number[]>();
    const rows =
      known.get(second) ?? first.opens.filter((row) => mayBegin(patterns[row], first, second));
    pairs.set(first, known.set(second, rows));
    return rows;
  }

  return { taken, openedBy, rowsFor };
}

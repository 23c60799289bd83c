import { Failure } from '../../base/failure.ts';
import { lemmaOf, lowerForm } from './phrase.ts';
import type { Tree } from './tree.ts';

/** A word of a sentence as rows of words see it: hyphened words are one. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
}

/** What a row asks for next: so many words of a set, of any kind, or none of a set. */
interface Step {
  readonly words?: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  readonly denied?: true;
}

export interface WordMatch<T> {
  readonly value: T;
  /** Places of units, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Rows by the words that begin them, so that a sentence meets only those that can match. */
export type WordRows<T> = ReadonlyMap<
  string,
  readonly { readonly steps: readonly Step[]; readonly value: T }[]
>;

export type WordLists = Readonly<Record<string, Iterable<string>>>;

const gapLength = 3;
const runLength = 8;

/**
 * Compiles rows such as `come to * aid|@help`: alternatives with `|`, `*` up to three words of any
 * kind, `@class` a word of a class, `@class*` up to eight of them, `!a|b` none of these.
 */
export function compileWordRows<T>(
  rows: readonly { readonly words: readonly string[]; readonly value: T }[],
  classes: WordLists = {},
): WordRows<T> {
  const byFirst = new Map<string, { steps: Step[]; value: T }[]>();
  for (const { words, value } of rows) {
    for (const row of words) {
      const steps = row.split(/\s+/).map((step) => readStep(step, classes));
      for (const word of steps[0].words ?? []) {
        byFirst.set(word, [...(byFirst.get(word) ?? []), { steps, value }]);
      }
    }
  }
  return byFirst;
}

function readStep(step: string, classes: WordLists): Step {
  if (step === '*') return { least: 0, most: gapLength };
  const [, denial, list, run] = /^(!?)(.+?)(\*?)$/.exec(step) ?? [];
  const words = new Set(list.split('|').flatMap((word) => [...wordsNamed(word, classes)]));
  if (denial !== '') return { words, least: 0, most: 0, denied: true };
  return run === '' ? { words, least: 1, most: 1 } : { words, least: 0, most: runLength };
}

function wordsNamed(word: string, classes: WordLists): Iterable<string> {
  if (!word.startsWith('@')) return [word];
  const found = classes[word.slice(1)];
  if (found === undefined) throw new Failure(`There is no class of words named ${word}.`);
  return found;
}

/** The words of a sentence with hyphened ones joined. */
export function unitsOf(tree: Tree): Unit[] {
  const { tokens } = tree;
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const from = at;
    while (isHyphen(tree, at + 1)) at += 2;
    const { start } = tokens[from];
    const { end } = tokens[at];
    const form = from === at ? lowerForm(tree, at) : tree.text.slice(start, end).toLowerCase();
    units.push({ start, end, form, lemma: from === at ? lemmaOf(tree, at) : form, from, to: at });
  }
  return units;
}

function isHyphen({ tokens, words }: Tree, at: number): boolean {
  if (at + 1 >= tokens.length || !/^[-‑]$/.test(words[at])) return false;
  return tokens[at - 1].end === tokens[at].start && tokens[at].end === tokens[at + 1].start;
}

/** All matches from left to right: of every row that begins at a word, the shortest. */
export function matchWords<T>(rows: WordRows<T>, units: readonly Unit[]): WordMatch<T>[] {
  const found: WordMatch<T>[] = [];
  units.forEach(({ form, lemma }, from) => {
    const more = form === lemma ? [] : (rows.get(lemma) ?? []);
    for (const { steps, value } of new Set([...(rows.get(form) ?? []), ...more])) {
      const to = follow(steps, 0, units, from);
      if (to >= 0) found.push({ value, from, to });
    }
  });
  return found;
}

/** The place behind the match of the steps from `step` on, -1 where they do not fit. */
function follow(steps: readonly Step[], step: number, units: readonly Unit[], at: number): number {
  if (step === steps.length) return at;
  const { words, least, most, denied } = steps[step];
  if (denied && fits(words, units[at])) return -1;
  for (let taken = 0; ; taken++) {
    const end = taken < least ? -1 : follow(steps, step + 1, units, at + taken);
    if (end >= 0) return end;
    if (taken >= most || !fits(words, units[at + taken])) return -1;
  }
}

function fits(words: ReadonlySet<string> | undefined, unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  return words === undefined || words.has(unit.form) || words.has(unit.lemma);
}

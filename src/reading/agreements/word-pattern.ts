import { formOf, lemmaOf } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';

/** A word of a sentence as patterns see it: hyphened words are one. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
}

/** One step of a pattern: a set of words, or a gap of up to three words. */
type Step = ReadonlySet<string> | 'gap';

interface Pattern<T> {
  readonly steps: readonly Step[];
  readonly value: T;
}

export interface PatternMatch<T> {
  readonly value: T;
  /** Unit indexes, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Patterns by the words that begin them, so that a sentence is gone through once. */
export interface PatternSet<T> {
  readonly byFirst: ReadonlyMap<string, readonly Pattern<T>[]>;
}

const gapLength = 3;

/** Compiles rows such as `come to * aid|help`: words, alternatives with `|`, gaps with `*`. */
export function compilePatterns<T>(
  rows: readonly { readonly pattern: string; readonly value: T }[],
): PatternSet<T> {
  const byFirst = new Map<string, Pattern<T>[]>();
  for (const { pattern, value } of rows) {
    const steps = pattern
      .toLowerCase()
      .split(/\s+/)
      .map((step): Step => (step === '*' ? 'gap' : new Set(step.split('|'))));
    const first = steps[0];
    if (first === undefined || first === 'gap') continue;
    for (const word of first) {
      const row = byFirst.get(word);
      if (row) row.push({ steps, value });
      else byFirst.set(word, [{ steps, value }]);
    }
  }
  return { byFirst };
}

/** Words of a sentence with hyphened ones joined. */
export function unitsOf(tree: Tree): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    const from = at;
    while (joinsOn(tree, at)) at += 2;
    const { start } = tree.tokens[from];
    const { end } = tree.tokens[at];
    const form =
      from === at ? formOf(tree, at).toLowerCase() : tree.text.slice(start, end).toLowerCase();
    units.push({ start, end, form, lemma: from === at ? lemmaOf(tree, at) : form, from, to: at });
  }
  return units;
}

function joinsOn(tree: Tree, at: number): boolean {
  const [left, dash, right] = [tree.tokens[at], tree.tokens[at + 1], tree.tokens[at + 2]];
  if (dash === undefined || right === undefined) return false;
  const touching = left.end === dash.start && dash.end === right.start;
  return touching && /^[-‑]$/.test(formOf(tree, at + 1));
}

/** All matches from left to right: of every pattern that begins at a word, the shortest. */
export function matchPatterns<T>(set: PatternSet<T>, units: readonly Unit[]): PatternMatch<T>[] {
  const found: PatternMatch<T>[] = [];
  for (let at = 0; at < units.length; at++) {
    const { form, lemma } = units[at];
    const rows = set.byFirst.get(form) ?? [];
    const more = form === lemma ? [] : (set.byFirst.get(lemma) ?? []);
    for (const pattern of new Set([...rows, ...more])) {
      const to = follow(pattern.steps, 0, units, at);
      if (to !== undefined) found.push({ value: pattern.value, from: at, to });
    }
  }
  return found;
}

/** Index behind the match of the steps from `step` on; gaps are kept as short as can be. */
function follow(
  steps: readonly Step[],
  step: number,
  units: readonly Unit[],
  at: number,
): number | undefined {
  if (step === steps.length) return at;
  const wanted = steps[step];
  if (wanted === 'gap') {
    for (let skip = 0; skip <= gapLength; skip++) {
      const end = follow(steps, step + 1, units, at + skip);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const unit = units[at];
  if (unit === undefined) return undefined;
  if (!wanted.has(unit.form) && !wanted.has(unit.lemma)) return undefined;
  return follow(steps, step + 1, units, at + 1);
}

import { parsePattern } from '../../../reference/constructions/pattern.ts';
import type { Asked } from '../../grammar/kinds.ts';
import { compilePattern, type Matcher, type WordClasses } from '../../grammar/match.ts';
import type { Tree } from '../../grammar/tree.ts';

/** What every row has. */
interface AnyRow {
  readonly where: readonly string[];
}

/** A row made ready. */
export interface Rule<Row> {
  readonly row: Row;
  /** Words that must follow the trigger: `off` of `call off`. */
  readonly rest: readonly string[];
  readonly matches: Matcher;
  readonly nodes: readonly string[];
  readonly bound: Int32Array;
}

/** A row that holds, and the words its nodes are bound to, -1 for none. */
export interface Hit<Row> {
  readonly row: Row;
  readonly node: (name: string | undefined) => number;
}

/** Rules by the lemma of the first word that triggers them, in the order they are tried. */
export type RulesByWord<Row> = ReadonlyMap<string, readonly Rule<Row>[]>;

export function compileRow<Row extends AnyRow>(row: Row, classes: WordClasses): Rule<Row> {
  const pattern = parsePattern('deed', row.where);
  const { nodes } = pattern;
  const bound = new Int32Array(nodes.length);
  return { row, rest: [], matches: compilePattern(pattern, classes), nodes, bound };
}

/** Longer phrases before shorter ones, a row with a pattern before one without. */
export function byWord<Row extends AnyRow>(
  rules: readonly Rule<Row>[],
  triggersOf: (row: Row) => readonly string[],
): RulesByWord<Row> {
  const index = new Map<string, Rule<Row>[]>();
  for (const rule of rules) {
    for (const phrase of triggersOf(rule.row)) {
      const [word, ...rest] = phrase.split(' ');
      index.set(word, [...(index.get(word) ?? []), { ...rule, rest }]);
    }
  }
  const bare = ({ row }: Rule<Row>) => Number(row.where.length === 0);
  for (const list of index.values()) {
    list.sort((a, b) => b.rest.length - a.rest.length || bare(a) - bare(b));
  }
  return index;
}

/** The first row that holds where the word stands. */
export function firstHit<Row>(
  rules: readonly Rule<Row>[] | undefined,
  tree: Tree,
  at: number,
  asked: Asked,
): Hit<Row> | undefined {
  const rule = rules?.find(
    ({ rest, matches, bound }) => follows(tree, at, rest) && matches(tree, at, bound, asked),
  );
  if (rule === undefined) return undefined;
  const { row, nodes } = rule;
  // A rule keeps what it has bound last: it may be tried again before the hit is read.
  const bound = [...rule.bound];
  return { row, node: (name) => bound[nodes.indexOf(name ?? '')] ?? -1 };
}

/** One word stands right behind or hangs on the verb; of several all are among the next five. */
function follows({ words, children }: Tree, at: number, rest: readonly string[]): boolean {
  if (rest.length === 0) return true;
  const near = words.slice(at + 1, at + 6);
  if (rest.length > 1) return rest.every((word) => near.includes(word));
  return near[0] === rest[0] || children[at].some((child) => words[child] === rest[0]);
}

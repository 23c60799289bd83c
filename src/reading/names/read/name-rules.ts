import {
  type LinkRow,
  linesOf,
  type NameRows,
  type StandingRow,
} from '../../../reference/constructions/name-rows.ts';
import { parsePattern } from '../../../reference/constructions/pattern.ts';
import { compilePattern, type WordClasses } from '../../grammar/match.ts';
import { lemmaOf } from '../../grammar/phrase.ts';
import type { Tree } from '../../grammar/tree.ts';

/** What a name is in its sentence, and the row that says so. */
export interface Standing extends Pick<StandingRow, 'as' | 'because'> {
  readonly rule: string;
}

type Kind = NonNullable<StandingRow['names']>[number];

/** The rows of constructions of names, ready to be tried. */
export interface NameRules {
  /** The first row that fits decides: government or place, people or origin. */
  standing(tree: Tree, at: number, kind: Kind): Standing;
  /** The words to which the rows for a name in that part lead. */
  links(from: LinkRow['from'], tree: Tree, at: number): number[];
}

export function compileNameRules(rows: NameRows, classes: WordClasses): NameRules {
  const compile = (row: StandingRow | LinkRow, trigger: string) => {
    const { nodes, ...pattern } = parsePattern(trigger, linesOf(row, rows.patterns));
    const bound = new Int32Array(nodes.length);
    const matches = compilePattern({ nodes, ...pattern }, classes);
    return {
      holds: (tree: Tree, at: number) => matches(tree, at, bound),
      node: (name: string) => bound[nodes.indexOf(name)],
    };
  };
  const standings = rows.standings.map((row) => ({ row, ...compile(row, 'name') }));
  const links = Map.groupBy(
    rows.links.map((row) => ({ row, ...compile(row, row.from) })),
    ({ row }) => row.from,
  );
  return {
    standing(tree, at, kind) {
      for (const { row, holds, node } of standings) {
        if ((row.names && !row.names.includes(kind)) || !holds(tree, at)) continue;
        const because = row.because.replace(/\{(\w+)\.(\w+)\}/g, (_, name, form) =>
          form === 'lemma' ? lemmaOf(tree, node(name)) : tree.words[node(name)],
        );
        return { as: row.as, because, rule: row.id };
      }
      return { as: 'actor', because: 'nothing tells of a place', rule: 'none' };
    },
    links: (from, tree, at) =>
      links.get(from)?.flatMap(({ row, holds, node }) => (holds(tree, at) ? node(row.to) : [])) ??
      [],
  };
}

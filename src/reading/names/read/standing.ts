import type { ActorLexicon } from '../../../reference/actor-lexicon.ts';
import type { GrammarWords } from '../../../reference/grammar-words.ts';
import { linesOf, type StandingRow } from '../../../reference/name-rows.ts';
import { parsePattern } from '../../../reference/pattern.ts';
import { compilePattern } from '../../grammar/match.ts';
import { lemmaOf } from '../../grammar/phrase.ts';
import type { Tree } from '../../grammar/tree.ts';

/** What a name is in its sentence, and which row says so. */
export interface Standing extends Pick<StandingRow, 'as' | 'because'> {
  readonly rule: string;
}

export type JudgeName = (tree: Tree, at: number, kind: NameKind) => Standing;

type NameKind = NonNullable<StandingRow['names']>[number];

/**
 * Literal or metonymic is decided by grammar: subject or object of speech, decision and force is
 * an actor; behind a preposition of place, before words of streets and weather, it is a place.
 */
export function createNameJudge(lexicon: ActorLexicon, grammar: GrammarWords): JudgeName {
  const { patterns, standings } = lexicon.constructions;
  const rules = standings.map((row) => {
    const pattern = parsePattern('name', linesOf(row, patterns));
    const bound = new Int32Array(pattern.nodes.length);
    const matches = compilePattern(pattern, { ...grammar, ...lexicon.words });
    return { row, nodes: pattern.nodes, bound, matches };
  });
  return (tree, at, kind) => {
    // Words of sport may stand anywhere in the sentence, also inside names, so no pattern has them.
    if (kind === 'state' && tellsOfSport(tree, lexicon.words.sportWords)) return sport;
    for (const { row, nodes, bound, matches } of rules) {
      if (row.names && !row.names.includes(kind)) continue;
      if (!matches(tree, at, bound)) continue;
      const because = row.because.replace(/\{(\w+)\.(\w+)\}/g, (_, node, form) => {
        const word = bound[nodes.indexOf(node)];
        return form === 'lemma' ? lemmaOf(tree, word) : tree.words[word];
      });
      return { as: row.as, because, rule: row.id };
    }
    return { as: 'actor', because: 'nothing tells of a place', rule: 'none' };
  };
}

const sport: Standing = {
  as: 'place',
  because: 'sport: a team, no government',
  rule: 'sport',
};

function tellsOfSport(tree: Tree, words: ReadonlySet<string>): boolean {
  const text = tree.text.slice(tree.sentence.start, tree.sentence.end);
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

import {
  type Condition,
  type Pattern,
  type Place,
  parsePattern,
  type Test,
} from '../../reference/constructions/pattern.ts';
import type { GrammarWords } from '../../reference/words/grammar-words.ts';
import { type Asked, type Kind, kinds } from './kinds.ts';
import { lemmaOf, lowerForm } from './phrase.ts';
import { type Relation, relationNamed } from './relations.ts';
import type { Tree } from './tree.ts';
import { prepositionOf } from './verb.ts';

/** Tells whether the pattern holds where its trigger stands, and fills `bound` with its nodes. */
export type Matcher = (tree: Tree, trigger: number, bound: Int32Array, ask?: Asked) => boolean;

/** Classes of words by name: those of the grammar and those that a file of rules brings. */
export type WordClasses = GrammarWords & Readonly<Record<string, ReadonlySet<string>>>;

type Check = (tree: Tree, at: number, bound: Int32Array, asked: Asked) => boolean;
type Rest = (tree: Tree, bound: Int32Array, asked: Asked) => boolean;

const nothingAsked: Asked = {};
const end: Rest = () => true;

/**
 * Compiles a pattern, the last condition first, into functions that each bind their node and call
 * the rest; where the rest fails the next candidate is tried, so the cost is bounded by the
 * dependents of a few words and nothing is allocated. `bound` has one place for each node, -1 for
 * none.
 */
export function compilePattern({ conditions }: Pattern, classes: WordClasses): Matcher {
  const first = conditions.reduceRight((rest, one) => stepOf(one, classes, rest), end);
  return (tree, trigger, bound, asked = nothingAsked) => {
    bound.fill(-1);
    bound[0] = trigger;
    return first(tree, bound, asked);
  };
}

/** A pattern made ready: its matcher, and where it leaves the nodes that it binds. */
export interface PreparedPattern {
  readonly nodes: readonly string[];
  readonly matches: Matcher;
  readonly bound: Int32Array;
}

export function preparePattern(
  trigger: string,
  lines: readonly string[],
  classes: WordClasses,
): PreparedPattern {
  const pattern = parsePattern(trigger, lines);
  const bound = new Int32Array(pattern.nodes.length);
  return { nodes: pattern.nodes, matches: compilePattern(pattern, classes), bound };
}

function stepOf(condition: Condition, classes: WordClasses, rest: Rest): Rest {
  const check = checkAll(condition.tests, classes);
  if (condition.kind === 'node') {
    const { node } = condition;
    return (tree, bound, asked) =>
      bound[node] >= 0 && check(tree, bound[node], bound, asked) && rest(tree, bound, asked);
  }
  const { mode, to } = condition;
  if (mode === 'must') return search(condition, check, rest);
  const found = search(condition, check, end);
  if (mode === 'maybe') {
    return (tree, bound, asked) => {
      found(tree, bound, asked);
      return rest(tree, bound, asked);
    };
  }
  return (tree, bound, asked) => {
    const before = bound[to];
    if (!found(tree, bound, asked)) return rest(tree, bound, asked);
    bound[to] = before;
    return false;
  };
}

/** Tries the candidates of an edge in reading order, until one lets the rest hold. */
function search(
  { from, to, relations: names }: Condition & { readonly kind: 'edge' },
  check: Check,
  rest: Rest,
): Rest {
  const relations = names.map(relationNamed);
  const climb = upward(relations, from, to);
  return (tree, bound, asked) => {
    if (bound[from] < 0) {
      if (!climb(tree, bound, asked)) return false;
      if (check(tree, bound[to], bound, asked) && rest(tree, bound, asked)) return true;
      bound[from] = -1;
      return false;
    }
    const known = bound[to];
    for (const relation of relations) {
      let here = relation(tree, bound[from], -1, asked);
      while (here >= 0) {
        if (known < 0 || known === here) {
          bound[to] = here;
          if (check(tree, here, bound, asked) && rest(tree, bound, asked)) return true;
        }
        here = relation(tree, bound[from], here, asked);
      }
    }
    bound[to] = known;
    return false;
  };
}

/** `above -xcomp-> cue`, where only the dependent is known: binds its head. */
function upward(relations: readonly Relation[], from: number, to: number) {
  return (tree: Tree, bound: Int32Array, asked: Asked): boolean => {
    const below = bound[to];
    const head = below < 0 ? -1 : tree.tokens[below].head;
    // A relation gives its words in reading order: the one behind the word before is the word.
    const holds = (relation: Relation) => relation(tree, head, below - 1, asked) === below;
    if (head < 0 || !relations.some(holds)) return false;
    bound[from] = head;
    return true;
  };
}

function checkAll(tests: readonly Test[], classes: WordClasses): Check {
  const checks = tests.map((test) => {
    const check = checkOf(test, classes);
    if (!test.negated) return check;
    const denied: Check = (tree, at, bound, asked) => !check(tree, at, bound, asked);
    return denied;
  });
  return (tree, at, bound, asked) => {
    for (const check of checks) if (!check(tree, at, bound, asked)) return false;
    return true;
  };
}

function checkOf(test: Test, classes: WordClasses): Check {
  if (test.kind === 'kind') return kindNamed(test.name);
  if (test.kind === 'place') return placeCheck(test);
  const values = new Set(test.values);
  switch (test.name) {
    case 'word':
      return (tree, at) => values.has(tree.words[at]);
    case 'lemma':
      return (tree, at) => values.has(tree.tokens[at].lemma);
    case 'upos':
      return (tree, at) => values.has(tree.tokens[at].upos);
    case 'xpos':
      return (tree, at) => values.has(tree.tokens[at].xpos);
    case 'rel':
      return (tree, at) =>
        values.has(tree.tokens[at].deprel) || values.has(tree.tokens[at].deprel.split(':')[0]);
    case 'in':
      return classCheck(test.values, classes);
    case 'lemma in': {
      const asItStands = classCheck(test.values, classes);
      const byLemma = classCheck(test.values, classes, lemmaOf);
      return (...where) => asItStands(...where) || byLemma(...where);
    }
    case 'prep':
      return (tree, at, _, { prepositions }) =>
        values.has(prepositions?.get(at) ?? tree.words[prepositionOf(tree, at)]);
    case 'class':
      return (_tree, at, _bound, { isOf }) => isOf?.(at, test.values) ?? false;
    case 'mention':
      return (tree, at) => values.has(tree.mentions[at]?.kind ?? '');
  }
}

function classCheck(
  names: readonly string[],
  classes: WordClasses,
  formOf: (tree: Tree, at: number) => string = lowerForm,
): Check {
  const sets = names.map((name) => {
    const set = classes[name];
    if (set === undefined) throw new Error(`There is no class of words named ${name}.`);
    return set;
  });
  return (tree, at) => sets.some((set) => set.has(formOf(tree, at)));
}

function kindNamed(name: string): Kind {
  const kind = kinds[name];
  if (kind === undefined) throw new Error(`There is no kind of node named ${name}.`);
  return kind;
}

function placeCheck({ where, starts, node, reach }: Place): Check {
  return (tree, at, bound) => {
    const other = bound[node];
    if (other < 0) return false;
    const place = starts ? tree.from[at] : at;
    if (where === 'before') return place < other;
    if (where === 'after') return place > other;
    if (where === 'right before') return place === other - 1;
    if (where === 'right after') return place === other + 1;
    return Math.abs(place - other) <= reach;
  };
}

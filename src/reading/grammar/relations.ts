import { type Asked, aroundNames } from './kinds.ts';
import { openingPhrase } from './noun-phrase.ts';
import { firstConjunct } from './phrase.ts';
import { subjectOf } from './subject.ts';
import { childOf, isRelation, type Tree, upward } from './tree.ts';
import { agentOf, aimsOf, complementOf, prepositionOf } from './verb.ts';

/** The candidates of a relation one after the other: the first one behind `last`, or -1. */
export type Relation = (tree: Tree, at: number, last: number, asked: Asked) => number;

/**
 * The relation of a pattern by its name: one of those below, one that the finder has looked for,
 * else the dependents by that universal relation, subtypes included.
 */
export function relationNamed(name: string): Relation {
  return derived[name] ?? found(name) ?? dependents([name]);
}

/** From the trigger to what the finder has found around it. */
function found(name: string): Relation | undefined {
  const known = aroundNames.find((one) => one === name);
  if (known === undefined) return undefined;
  return (_tree, _at, last, { around }) => {
    const behind = around?.[known]?.filter((one) => one > last) ?? [];
    return behind.length === 0 ? -1 : Math.min(...behind);
  };
}

function dependents(names: readonly string[]): Relation {
  return (tree, at, last) => {
    for (const child of tree.children[at]) {
      if (child > last && isRelation(tree, child, names)) return child;
    }
    return -1;
  };
}

/** A relation that leads to one word at the most. */
function single(find: (tree: Tree, at: number) => number): Relation {
  return (tree, at, last) => {
    const found = find(tree, at);
    return found > last ? found : -1;
  };
}

/** How many words behind a verb a clause that the parser hung elsewhere may begin. */
const reach = 8;

/** Clauses that another word may govern, and how the words hang that may take their force. */
const clauses = ['xcomp', 'ccomp', 'advcl', 'acl'];
const forces = ['aux', 'mark', 'advmod', 'xcomp', 'ccomp', 'root', 'conj', 'parataxis'];

function firstBehind(last: number, words: readonly number[]): number {
  const next = words.filter((word) => word > last);
  return next.length === 0 ? -1 : Math.min(...next);
}

/** What the trees do not say by one arrow. */
const derived: Readonly<Record<string, Relation>> = {
  /** Any dependent. */
  any: (tree, at, last) => tree.children[at].find((child) => child > last) ?? -1,
  /** Every word of the sentence. */
  anywhere: (tree, _, last) => (last + 1 < tree.tokens.length ? last + 1 : -1),
  /** Whose deed or words a verb's are: its own subject, a shared or a controlled one. */
  subject: single((tree, at) => subjectOf(tree, at).head),
  /** Who does what a passive says. */
  agent: single(agentOf),
  /** The clause a word takes: infinitive, that-clause, gerund, or a purpose behind it. */
  complement: single(complementOf),
  /** Clauses below a verb or its object that say what for. */
  aim: (tree, at, last) => aimsOf(tree, at).find((one) => one > last) ?? -1,
  /** The preposition before a noun phrase or clause: its `case` or `mark`. */
  preposition: single(prepositionOf),
  /** The first and the last word below a word. */
  first: single((tree, at) => tree.from[at]),
  last: single((tree, at) => tree.until[at]),
  next: single((tree, at) => (at + 1 < tree.tokens.length ? at + 1 : -1)),
  previous: single((_, at) => at - 1),
  /** The word before the first word below a word, and the one behind the last. */
  'word before': single((tree, at) => tree.from[at] - 1),
  'word behind': single((tree, at) =>
    tree.until[at] + 1 < tree.tokens.length ? tree.until[at] + 1 : -1,
  ),
  /** From a colon to the head of the phrase that opens its sentence. */
  'opening phrase': single(openingPhrase),
  head: single((tree, at) => tree.tokens[at].head),
  /** The word right behind a name, which may have more words than one. */
  behind: single(wordBehind),
  /** The word whose place in the clause it shares: the first of those joined with it. */
  leader: single(leaderOf),
  /** The preposition before it, its leader's, or one that the tree hangs elsewhere. */
  'near preposition': single(nearPreposition),
  /** A word itself and all those above it. */
  upward: (tree, at, last) => firstBehind(last, upward(tree, at)),
  /**
   * What may take the force from a verb: auxiliaries, marks and adverbs before it, the word that it
   * hangs on as a clause, and what stands so before that one.
   */
  over: (tree, at, last) => {
    const { head } = tree.tokens[at];
    const words = tree.children[at].filter((word) => word < at);
    if (head >= 0 && isRelation(tree, at, clauses)) {
      words.push(head, ...tree.children[head].filter((word) => word < head));
    }
    return firstBehind(
      last,
      words.filter((word) => isRelation(tree, word, forces)),
    );
  },
  /** The words behind one, up to the next verb or mark. */
  ahead: (tree, at, last) => {
    const here = Math.max(at, last) + 1;
    if (here >= tree.tokens.length || here > at + reach) return -1;
    for (let before = at + 1; before <= here; before++) {
      if (tree.tokens[before].upos === 'VERB' || /^[:;.]$/.test(tree.words[before])) return -1;
      if (tree.quotes[before] >= 0 && before > at + 1) return -1;
    }
    return here;
  },
};

function wordBehind(tree: Tree, at: number): number {
  let next = at + 1;
  while (tree.tokens[next]?.head === at && isRelation(tree, next, ['flat'])) next++;
  return next < tree.tokens.length ? next : -1;
}

function leaderOf(tree: Tree, at: number): number {
  return childOf(tree, at, 'case') < 0 ? firstConjunct(tree, at) : at;
}

function nearPreposition(tree: Tree, at: number): number {
  const own = childOf(tree, leaderOf(tree, at), 'case');
  if (own >= 0) return own;
  let before = at - 1;
  while (before >= 0 && /^(?:DET|ADJ)$/.test(tree.tokens[before].upos)) before--;
  const upos = tree.tokens[before]?.upos ?? '';
  return /^(?:ADP|ADV|SCONJ)$/.test(upos) ? before : -1;
}

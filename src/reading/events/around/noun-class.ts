import type { Asked } from '../../grammar/kinds.ts';
import { isBehind } from '../../grammar/phrase.ts';
import { childrenOf } from '../../grammar/tree.ts';
import type { EventTree } from '../event-tree.ts';
import { isActor } from './who.ts';

/** Is what the noun speaks of in one of the classes? */
export function fits(tree: EventTree, noun: number, wanted: Iterable<string>): boolean {
  const classes = classesOf(tree, contentNoun(tree, noun));
  for (const name of wanted) if (classes.has(name)) return true;
  return false;
}

/** What rows may ask of a word beyond its tree: the classes of nouns. */
export function nounsOnly(tree: EventTree): Asked {
  return { isOf: (at, wanted) => fits(tree, at, wanted) };
}

/**
 * The noun that says what is meant: `attacks` of `a series of attacks`, `dollars` of `$2 million`
 * stays. Goes down at most three measures.
 */
export function contentNoun(tree: EventTree, at: number): number {
  const { words } = tree.lexicon;
  let here = at;
  for (let step = 0; step < 3; step++) {
    const { lemma, upos } = tree.tokens[here];
    if (!words.measures.has(lemma) && upos !== 'NUM') break;
    const inner = childrenOf(tree, here, 'nmod').find((one) =>
      isBehind(tree, one, words.partMarks),
    );
    if (inner === undefined) break;
    here = inner;
  }
  return here;
}

/** Every class of a noun and its compounds; `actor` and `place` are told by more than words. */
export function classesOf(tree: EventTree, at: number): ReadonlySet<string> {
  const known = tree.classes.get(at);
  if (known !== undefined) return known;
  const { classes, words } = tree.lexicon;
  const { upos } = tree.tokens[at];
  const kind = tree.mentions[at]?.kind;
  const found = new Set<string>();
  tree.classes.set(at, found);
  if (upos === 'NUM' || isActor(tree, at)) found.add('actor');
  if (upos === 'PROPN' || kind === 'state' || kind === 'place') found.add('place');
  for (const compound of compoundsOf(tree, at)) {
    if (words.notDeeds.has(compound)) break;
    for (const name of classes.get(compound) ?? []) found.add(name);
  }
  return found;
}

/** `travel ban`, `state of siege`: the noun with what is right before or behind it, and alone. */
function compoundsOf(tree: EventTree, at: number): string[] {
  const { tokens, words, lexicon } = tree;
  const { lemma } = tokens[at];
  const found: string[] = [];
  if (lexicon.words.partMarks.has(words[at + 1]) && at + 2 < tokens.length) {
    found.push(`${lemma} ${words[at + 1]} ${tokens[at + 2].lemma}`);
  }
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const near = tokens.slice(from, at);
    if (!near.every(({ upos }) => /^(NOUN|ADJ|PROPN|VERB|PUNCT)$/.test(upos))) continue;
    const lemmas = near.map((token) => token.lemma).join(' ');
    found.push(`${lemmas} ${lemma}`.replaceAll(' - ', '-'));
  }
  return [...found, lemma, words[at]];
}

import { isActor } from './actor-phrase.ts';
import { type Clause, caseOf, childrenBy, isNominal } from './clause.ts';

/**
 * The noun that says what is meant: `attacks` of `a series of attacks`, `dollars` of `$2 million`
 * stays. Goes down at most three measures.
 */
export function contentNoun(clause: Clause, at: number): number {
  let here = at;
  for (let step = 0; step < 3; step++) {
    const measured = clause.lexicon.measures.has(clause.lemmas[here]) || clause.pos[here] === 'NUM';
    if (!measured) return here;
    const inner = childrenBy(clause, here, 'nmod').find((child) => caseOf(clause, child) === 'of');
    if (inner === undefined) return here;
    here = inner;
  }
  return here;
}

/** Every class of a noun, by its longest compound first. */
export function classesOf(clause: Clause, at: number): readonly string[] {
  const { lexicon, tree, lemmas } = clause;
  const found: string[] = [];
  const add = (word: string) => {
    for (const name of lexicon.classes.get(word) ?? []) if (!found.includes(name)) found.push(name);
  };
  for (const compound of compoundsOf(clause, at)) {
    if (lexicon.notDeeds.has(compound)) return found;
    add(compound);
  }
  add(lemmas[at]);
  add(tree.words[at]);
  if (hasMoney(clause, at)) add('money');
  return found;
}

/** Is a noun of the class, or the word itself where no class has that name? */
export function fits(clause: Clause, at: number, wanted: readonly string[]): boolean {
  let classes: readonly string[] | undefined;
  for (const name of wanted) {
    if (name === 'any') return true;
    if (name === 'none') continue;
    if (name === 'actor') {
      if (isActor(clause, at) || hasActorCore(clause, at)) return true;
    } else if (name === 'place') {
      const kind = clause.mentions[at]?.kind;
      if (kind === 'state' || kind === 'place' || clause.pos[at] === 'PROPN') return true;
    } else if (clause.lexicon.classNames.has(name)) {
      classes ??= classesOf(clause, at);
      if (classes.includes(name)) return true;
    } else if (clause.lemmas[at] === name || clause.tree.words[at] === name) return true;
  }
  return false;
}

function hasActorCore(clause: Clause, at: number): boolean {
  return clause.pos[at] === 'NUM' && isNominal(clause, at);
}

/** `travel ban`, `state of siege`: the noun with what stands right before or behind it. */
function compoundsOf(clause: Clause, at: number): string[] {
  const { lemmas, tree } = clause;
  const found: string[] = [];
  const of = tree.words[at + 1] === 'of' ? (lemmas[at + 2] ?? '') : '';
  if (of !== '') found.push(`${lemmas[at]} of ${of}`);
  const bare = (from: number) =>
    lemmas
      .slice(from, at + 1)
      .join(' ')
      .replaceAll(' - ', '-');
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const near = tree.tokens
      .slice(from, at)
      .every(({ upos }) => /^(NOUN|ADJ|PROPN|VERB|PUNCT)$/.test(upos));
    if (near) found.push(bare(from));
  }
  // `peacekeeping mission` also where the tree puts a word between.
  for (const child of childrenBy(clause, at, 'compound', 'amod')) {
    if (child < at - 1) found.push(`${lemmas[child]} ${lemmas[at]}`);
  }
  return found;
}

function hasMoney(clause: Clause, at: number): boolean {
  const { words, tokens } = clause.tree;
  if (/^[$€£¥]/.test(words[at]) || tokens[at].xpos === '$') return true;
  return clause.tree.children[at].some((child) => /^[$€£¥]/.test(words[child]));
}

import type { Tree } from '../grammar/tree.ts';
import type { Token } from '../syntax/sentence.ts';
import type { EventLexicon } from './event-lexicon.ts';

/** A sentence's tree whose tags and lemmas agree with the words that events are told by. */
export interface EventTree extends Tree {
  readonly lexicon: EventLexicon;
}

/** Corrects tags and lemmas here and nowhere else: the tagger can be wrong, a form cannot. */
export function makeEventTree(tree: Tree, lexicon: EventLexicon): EventTree {
  const tokens = tree.tokens.map((token, at) => {
    const word = tree.words[at];
    const upos = isVerbMissed(tree, at, lexicon) ? 'VERB' : partOfSpeech(token);
    const verb = upos === 'VERB' || upos === 'AUX';
    const known = (verb ? lexicon.verbOf : lexicon.nounOf).get(word);
    const lemma = known ?? (token.upos === 'PROPN' && !verb ? word : token.lemma.toLowerCase());
    return upos === token.upos && lemma === token.lemma ? token : { ...token, upos, lemma };
  });
  return { ...tree, tokens, lexicon };
}

/** The two tags are told apart by two judges; where they differ, Penn's is the surer. */
function partOfSpeech({ upos, xpos }: Token): string {
  if (xpos.startsWith('VB') && upos !== 'AUX') return 'VERB';
  const named = xpos.startsWith('NNP') && !/^(PROPN|ADJ|NUM|PUNCT)$/.test(upos);
  if (named) return 'PROPN';
  return upos === 'VERB' && xpos.startsWith('NN') ? 'NOUN' : upos;
}

/** `would free the pilots`, tagged as an adjective: a modal and no copula make it a verb. */
function isVerbMissed(tree: Tree, at: number, lexicon: EventLexicon): boolean {
  const { tokens, words, children } = tree;
  if (tokens[at].upos !== 'ADJ' || lexicon.verbOf.get(words[at]) !== words[at]) return false;
  const below = children[at].map((child) => tokens[child]);
  return below.some(({ xpos }) => xpos === 'MD') && !below.some(({ deprel }) => deprel === 'cop');
}

export function isVerb(tree: Tree, at: number): boolean {
  return tree.tokens[at].upos === 'VERB';
}

/** A nominal with those joined to it by `and`. */
export function conjuncts(tree: Tree, at: number): number[] {
  const all = [at];
  for (const one of all) {
    for (const child of tree.children[one]) {
      if (tree.tokens[child].deprel === 'conj' && isNominal(tree, child)) all.push(child);
    }
  }
  return all;
}

/** Can it head a noun phrase, an amount of money among them? */
export function isNominal(tree: Tree, at: number): boolean {
  return /^(NOUN|PROPN|PRON|NUM|SYM)$/.test(tree.tokens[at].upos);
}

import type { Tree } from '../grammar/tree.ts';
import type { Token } from '../syntax/sentence.ts';
import type { EventLexicon } from './event-lexicon.ts';

/** A sentence's tree whose tags and lemmas agree with the words that events are told by. */
export interface EventTree extends Tree {
  readonly lexicon: EventLexicon;
  /** Classes of nouns, each looked up once. */
  readonly classes: Map<number, ReadonlySet<string>>;
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
  return { ...tree, tokens, lexicon, classes: new Map() };
}

/** Where the two tags differ, Penn's is the surer; `$` and `%` are things. */
function partOfSpeech({ upos, xpos }: Token): string {
  if (xpos.startsWith('VB') && upos !== 'AUX') return 'VERB';
  if (upos === 'SYM') return 'NOUN';
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

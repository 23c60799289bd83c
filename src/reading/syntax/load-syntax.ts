import type { Language } from '../../reference/language.ts';
import { languageFacts } from '../../reference/words/language-facts.ts';
import { syntaxLexicon, type TokenWords } from '../../reference/words/syntax-lexicon.ts';
import { createLemmatiser, type LemmaOf, withExceptions } from './lemma.ts';
import { loadParser, type Parse } from './load-parser.ts';
import { mostWords } from './network-parts.ts';
import { createParserByHand } from './parser-by-hand.ts';
import { createSentenceSplitter, type SplitSentences } from './split-sentences.ts';
import { createTokeniser, type Tokenise } from './tokenise.ts';

/** What the model says of one sentence; all arrays run over its words. */
export interface Analysis extends Parse {
  readonly lemmas: readonly string[];
}

/** What cuts the texts of one language into words and sentences, and makes trees of them. */
export interface Syntax {
  /** First 16 hexadecimal digits of the SHA-256 of the weights, for `made.model`. */
  readonly hash: string;
  readonly tokenise: Tokenise;
  readonly splitSentences: SplitSentences;
  /** At most `longestSentence` words at a time. */
  readonly analyse: (forms: readonly string[]) => Analysis;
  readonly lemmaOf: LemmaOf;
  readonly tagInName: TagInName;
}

/** More words than this are not parsed as one sentence: the cost of a word grows with them. */
export const longestSentence = mostWords;

/** The tags of a word inside a name that the parser saw as one word. */
export type TagInName = (form: string) => NameTag;

export interface NameTag {
  readonly upos: string;
  readonly xpos: string;
  readonly deprel: string;
}

/** Prepares the syntax of a language from its words and the weights that `language.yaml` names. */
export function loadSyntax(language: Language): Syntax {
  const { tokens, sentences, lemmas } = syntaxLexicon(language);
  const { weights, treebank = '' } = languageFacts(language);
  const parser = weights === undefined ? createParserByHand(treebank) : loadParser(weights);
  const lemmaOf = withExceptions(parser.lemmas, createLemmatiser(lemmas, parser.rankOf));
  return {
    get hash() {
      return parser.hash;
    },
    tokenise: createTokeniser(tokens),
    splitSentences: createSentenceSplitter(sentences, parser.splitter),
    analyse(forms) {
      const parse = parser.parse(forms);
      return { ...parse, lemmas: forms.map((form, at) => lemmaOf(form, parse.xpos[at])) };
    },
    lemmaOf,
    tagInName: createNameTagger(tokens),
  };
}

/** Words of a name are proper nouns, but for the small words that join them. */
function createNameTagger({ inNames, nameWord, nameSign }: TokenWords): TagInName {
  const known = new Map<string, NameTag>();
  for (const { upos, xpos, words } of inNames) {
    for (const word of words) known.set(word, { upos, xpos, deprel: 'flat' });
  }
  const name = { upos: 'PROPN', xpos: nameWord, deprel: 'flat' };
  const sign = { upos: 'PUNCT', xpos: nameSign, deprel: 'punct' };
  return (form) => {
    const word = /^\p{Lu}/u.test(form) ? form.toLowerCase() : form.replace('’', "'");
    return known.get(word) ?? (/[\p{L}\p{N}]/u.test(form) ? name : sign);
  };
}

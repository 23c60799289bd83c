import { type Language, packFor } from '../reference/language.ts';
import { type StopWords, stopWords } from '../reference/words/stop-words.ts';

/** How the words of one language are counted when reports are compared. */
export interface StoryWords {
  /** In small letters. */
  readonly stopWords: ReadonlySet<string>;
  /** Without the ending of a possessive, and without points. */
  readonly bareOf: (word: string) => string;
  /** Without a plural ending; more would join words that tell happenings apart. */
  readonly singularOf: (bare: string) => string;
  /** Without any ending: for phrases, which are compared only where much else agrees. */
  readonly stemOf: (bare: string) => string;
}

/** The words for a language tag; of a language without a pack every word counts as it stands. */
export type StoryWordsFor = (tag: string) => StoryWords;

/** Prepares the words of a language when a report in it first comes, and keeps them. */
export function createStoryWords(languages: ReadonlyMap<string, Language>): StoryWordsFor {
  const prepared = new Map<string, StoryWords>();
  return (tag) => {
    const pack = packFor(languages, tag) ?? { code: 'und', files: new Map() };
    const words = prepared.get(pack.code) ?? prepareWords(stopWords(pack));
    prepared.set(pack.code, words);
    return words;
  };
}

function prepareWords(rules: StopWords): StoryWords {
  const plain = (words: readonly string[]) => words.join('|').replaceAll("'", "['’]") || '(?!)';
  const possessive = new RegExp(`(?:${plain(rules.possessives)})$`);
  const ending = new RegExp(`(?:${plain(rules.endings)})$`);
  const plurals = rules.plurals.map((rule) => ({
    ...rule,
    pattern: new RegExp(`(?<=${rule.after ?? ''})${rule.ending}$`),
  }));
  return {
    stopWords: new Set(rules.words),
    bareOf: (word) => word.replace(possessive, '').replaceAll('.', ''),
    singularOf(bare) {
      const rule = plurals.find(({ pattern, least }) => bare.length >= least && pattern.test(bare));
      return rule === undefined ? bare : bare.slice(0, -rule.ending.length) + rule.gives;
    },
    stemOf: (bare) => (bare.length >= rules.endingsFrom ? bare.replace(ending, '') : bare),
  };
}

import type { Agreement } from '../../../model/agreement.ts';
import { scanWords } from '../scan-words.ts';
import { addPhrase, emptyTrie, longestMatch, spellingsOf } from '../word-trie.ts';

/** A proper name of a known agreement in the text. */
export interface AgreementName {
  readonly start: number;
  readonly end: number;
  /** The agreement's id. */
  readonly id: string;
}

/** Prepares the search for the proper names of agreements, articles before them left out. */
export function createAgreementNameFinder(
  agreements: readonly Agreement[],
  articles: ReadonlySet<string>,
): (text: string) => AgreementName[] {
  const root = emptyTrie<string>();
  for (const { id, name, also = [] } of agreements) {
    for (const form of [name, ...also]) {
      const words = form.split(/\s+/);
      const proper = articles.has(words[0].toLowerCase()) ? words.slice(1) : words;
      if (words.length < 2 || !/^\p{Lu}/u.test(proper[0])) continue;
      for (const spelling of spellingsOf(proper.join(' '))) addPhrase(root, spelling, id);
    }
  }
  return (text) => {
    const words = scanWords(text);
    const forms = words.map(({ form }) => form);
    const found: AgreementName[] = [];
    for (let at = 0; at < words.length; at++) {
      if (!words[at].capital) continue;
      const match = longestMatch(root, forms, at, (index) => words[index].breaks);
      // A name that several agreements bear tells none of them.
      if (match?.entries.length !== 1) continue;
      const [id] = match.entries;
      found.push({ start: words[at].start, end: words[match.end - 1].end, id });
      at = match.end - 1;
    }
    return found;
  };
}

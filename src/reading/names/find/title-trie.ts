import type { ActorLexicon, Authority } from '../../../reference/actor-lexicon.ts';
import { scanWords } from '../scan-words.ts';
import { addWords, emptyTrie, type WordTrie } from '../word-trie.ts';

export interface TitleEntry {
  readonly title: string;
  readonly office: string;
  readonly authority: Authority;
  /** The state meant where the text names none. */
  readonly usually?: string;
}

/** Titles by their words in lower case, those made of a field and a head included. */
export function buildTitleTrie({ titles, composed }: ActorLexicon): WordTrie<TitleEntry> {
  const root = emptyTrie<TitleEntry>();
  const add = (entry: TitleEntry) => {
    const forms = scanWords(entry.title).map(({ form }) => form.toLowerCase());
    addWords(root, forms, entry);
  };
  for (const { words, ...entry } of titles) for (const title of words) add({ ...entry, title });
  for (const { word, office } of composed.fields) {
    for (const head of composed.heads)
      add({ title: `${word} ${head}`, office, authority: 'state' });
  }
  return root;
}

import { scanWords } from './scan-words.ts';

/** A node of a trie by words: the next word leads on, entries end here. */
export interface WordTrie<Entry> {
  readonly next: Map<string, WordTrie<Entry>>;
  readonly entries: Entry[];
}

export function emptyTrie<Entry>(): WordTrie<Entry> {
  return { next: new Map(), entries: [] };
}

/** Puts the entry under the words of a phrase, as they stand or in another form. */
export function addPhrase<Entry>(
  root: WordTrie<Entry>,
  phrase: string,
  entry: Entry,
  formOf = (form: string) => form,
): void {
  let node = root;
  for (const { form } of scanWords(phrase)) {
    const key = formOf(form);
    const next = node.next.get(key) ?? emptyTrie();
    node.next.set(key, next);
    node = next;
  }
  if (!node.entries.includes(entry)) node.entries.push(entry);
}

/** The name as a report may spell it: `US` as `U.S.`, `Orbán` without its accent. */
export function spellingsOf(name: string): string[] {
  const dotted = /^\p{Lu}{2,4}$/u.test(name) ? `${[...name].join('.')}.` : name;
  return [...new Set([name, dotted, name.normalize('NFD').replace(/\p{M}/gu, '')])];
}

/** Follows the words as far as the trie goes; the longest end, or `undefined`. */
export function longestMatch<Entry>(
  root: WordTrie<Entry>,
  forms: readonly string[],
  at: number,
  stop: (index: number) => boolean,
): { readonly end: number; readonly entries: readonly Entry[] } | undefined {
  let node: WordTrie<Entry> | undefined = root;
  let best: { end: number; entries: readonly Entry[] } | undefined;
  for (let index = at; index < forms.length && !(index > at && stop(index)); index++) {
    node = node.next.get(forms[index]);
    if (node === undefined) break;
    if (node.entries.length > 0) best = { end: index + 1, entries: node.entries };
  }
  return best;
}

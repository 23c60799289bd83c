import type { Authority, Titles } from '../../reference/actor-lexicon.ts';
import { scanWords, type Word } from './scan-words.ts';

export interface TitleEntry {
  readonly title: string;
  readonly office: string;
  readonly authority: Authority;
  /** The state meant where the text names none. */
  readonly usually?: string;
}

interface TitleNode {
  readonly next: Map<string, TitleNode>;
  entry?: TitleEntry;
}

export interface TitleIndex {
  readonly root: TitleNode;
  readonly powerless: ReadonlySet<string>;
  readonly keeps: ReadonlySet<string>;
  readonly deputy: ReadonlySet<string>;
  readonly afterPowerless: readonly string[];
}

/** Titles by their words in lower case, those made of a field and a head included. */
export function buildTitleIndex(titles: Titles): TitleIndex {
  const root: TitleNode = { next: new Map() };
  for (const { office, authority, words, usually } of titles.titles) {
    for (const title of words) addTitle(root, { title, office, authority, usually });
  }
  for (const { word, office } of titles.composed.fields) {
    for (const head of titles.composed.heads) {
      addTitle(root, { title: `${word} ${head}`, office, authority: 'state' });
    }
  }
  return {
    root,
    powerless: new Set(titles.modifiers.powerless),
    keeps: new Set(titles.modifiers.keeps),
    deputy: new Set(titles.modifiers.deputy),
    afterPowerless: titles.modifiers.afterPowerless,
  };
}

function addTitle(root: TitleNode, entry: TitleEntry): void {
  let node = root;
  for (const { form } of scanWords(entry.title)) {
    const key = form.toLowerCase();
    let next = node.next.get(key);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(key, next);
    }
    node = next;
  }
  node.entry ??= entry;
}

/** The longest title that begins at the word, with the index behind it. */
export function titleAt(
  index: TitleIndex,
  words: readonly Word[],
  at: number,
): { entry: TitleEntry; end: number } | undefined {
  let node: TitleNode | undefined = index.root;
  let best: { entry: TitleEntry; end: number } | undefined;
  for (let position = at; position < words.length; position++) {
    if (position > at && words[position].breaks) break;
    node = node.next.get(words[position].form.toLowerCase());
    if (node === undefined) break;
    if (node.entry) best = { entry: node.entry, end: position + 1 };
  }
  return best;
}

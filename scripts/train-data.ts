import { readFileSync } from 'node:fs';
import type { Chance } from '../src/base/chance.ts';
import {
  fillFeatures,
  hashText,
  RowIndex,
  tableCount,
  vectorRow,
  withPlainSigns,
} from '../src/reading/syntax/lexicon.ts';
import type { Batch } from './train-shape.ts';
import { type GoldSentence, parseConllu } from './treebank.ts';

/** A treebank file as sentences; `name` is e.g. `ewt/train`. */
export function readTreebank(name: string): GoldSentence[] {
  const file = new URL(`../../shared/treebanks/${name}.conllu`, import.meta.url);
  return parseConllu(readFileSync(file, 'utf8'));
}

/** Tags, relations and words that the network knows, each in a fixed order. */
export interface Inventory {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly deprels: readonly string[];
  readonly words: Int32Array;
}

export function takeInventory(sentences: readonly GoldSentence[]): Inventory {
  const counts = new Map<string, number>();
  const upos = new Set<string>();
  const xpos = new Set<string>();
  const deprels = new Set<string>();
  for (const { words } of sentences) {
    for (const word of words) {
      upos.add(word.upos);
      xpos.add(word.xpos);
      deprels.add(word.deprel);
      const form = withPlainSigns(word.form);
      counts.set(form, (counts.get(form) ?? 0) + 1);
    }
  }
  const kept = [...counts].filter(([, count]) => count >= 2).map(([form]) => hashText(form));
  return {
    upos: [...upos].sort(),
    xpos: [...xpos].sort(),
    deprels: [...deprels].sort(),
    words: Int32Array.from(new Set(kept)).sort(),
  };
}

/** A sentence as numbers. */
export interface Encoded {
  readonly gold: GoldSentence;
  readonly count: number;
  readonly features: Int32Array;
  readonly vectors: Int32Array;
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
}

export function encode(
  sentences: readonly GoldSentence[],
  inventory: Inventory,
  vectors: RowIndex,
): Encoded[] {
  const words = new RowIndex(inventory.words);
  return sentences.map((gold) => {
    const count = gold.words.length;
    const features = new Int32Array(count * tableCount);
    for (const [at, word] of gold.words.entries()) {
      fillFeatures(word.form, words, features, at * tableCount);
    }
    return {
      gold,
      count,
      features,
      vectors: Int32Array.from(gold.words, (word) => vectorRow(word.form, vectors)),
      heads: Int32Array.from(gold.words, (word) => word.head),
      deprels: Int32Array.from(gold.words, (word) => inventory.deprels.indexOf(word.deprel)),
      upos: Int32Array.from(gold.words, (word) => inventory.upos.indexOf(word.upos)),
      xpos: Int32Array.from(gold.words, (word) => inventory.xpos.indexOf(word.xpos)),
    };
  });
}

/** Joins sentences; with a chance, words and vectors are hidden now and then. */
export function joinBatch(sentences: readonly Encoded[], hide: number, chance?: Chance): Batch {
  let size = 0;
  const places = sentences.map(({ count }) => {
    size += count;
    return { from: size - count, count };
  });
  const batch = {
    size,
    sentences: places,
    features: new Int32Array(size * tableCount),
    vectors: new Int32Array(size),
    heads: new Int32Array(size),
    deprels: new Int32Array(size),
    upos: new Int32Array(size),
    xpos: new Int32Array(size),
  };
  sentences.forEach((sentence, at) => {
    const { from } = places[at];
    batch.features.set(sentence.features, from * tableCount);
    for (const part of ['vectors', 'heads', 'deprels', 'upos', 'xpos'] as const) {
      batch[part].set(sentence[part], from);
    }
  });
  if (chance !== undefined) {
    for (let word = 0; word < size; word++) {
      if (chance() < hide) batch.features[word * tableCount] = 0;
      if (chance() < hide / 4) batch.vectors[word] = -1;
    }
  }
  return batch;
}

/** Batches of about `words` words in an order that `chance` decides, like lengths together. */
export function makeBatches(
  sentences: readonly Encoded[],
  words: number,
  chance: Chance,
): Encoded[][] {
  const order = shuffle([...sentences], chance);
  const batches: Encoded[][] = [];
  let batch: Encoded[] = [];
  let size = 0;
  for (const sentence of order) {
    if (size + sentence.count > words && batch.length > 0) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(sentence);
    size += sentence.count;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function shuffle<T>(items: T[], chance: Chance): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}

/** Reads vectors.bin: hashes and the vectors as floats. */
export function readVectors(): { index: RowIndex; vectors: Float32Array } {
  const bytes = readFileSync(new URL('../weights/syntax/vectors.bin', import.meta.url));
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const [count, dimensions] = new Int32Array(buffer, 0, 2);
  const scales = new Float32Array(buffer, 8, dimensions);
  const hashes = new Int32Array(buffer, 8 + 4 * dimensions, count);
  const rows = new Int8Array(buffer, 8 + 4 * dimensions + 4 * count, count * dimensions);
  const vectors = Float32Array.from(rows, (byte, at) => byte * scales[at % dimensions]);
  return { index: new RowIndex(hashes), vectors };
}

/** The text of a treebank: paragraphs apart by an empty line, sentences by a blank. */
export function rawTextOf(sentences: readonly GoldSentence[]) {
  let text = '';
  /** `start-end` of each word to what is known of it; the head is a key too, or `root`. */
  const tokens = new Map<string, { upos: string; deprel: string; head: string }>();
  /** `start-end` of each sentence, and where each ends. */
  const spans = new Set<string>();
  const ends = new Set<number>();
  for (const sentence of sentences) {
    if (sentence.opensParagraph && text !== '') text = `${text.trimEnd()}\n\n`;
    const start = text.length;
    let end = start;
    const keys = sentence.words.map((word) => {
      const key = `${text.length}-${text.length + word.form.length}`;
      text += word.form;
      end = text.length;
      if (!word.glued) text += ' ';
      return key;
    });
    sentence.words.forEach(({ upos, deprel, head }, at) => {
      tokens.set(keys[at], { upos, deprel, head: head < 0 ? 'root' : keys[head] });
    });
    spans.add(`${start}-${end}`);
    ends.add(end);
  }
  return { text, tokens, spans, ends };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '../../reference/package-folder.ts';
import { hashText } from './lexicon.ts';
import { Network } from './network.ts';
import { readWeights } from './weights.ts';

/** Tags and tree of one sentence; all arrays run over its words. */
export interface Parse {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** -1 is the root. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** The parser's own probability of head and relation, 0 to 1. */
  readonly confidences: readonly number[];
}

/** A tagger and parser, and what else was learnt with it from the treebanks. */
export interface Parser {
  /** First 16 hexadecimal digits of the SHA-256 of what it learnt, for `made.model`. */
  readonly hash: string;
  /** At most `mostWords` words at a time. */
  readonly parse: (forms: readonly string[]) => Parse;
  /** Weights of the sentence splitter; without them its rules decide alone. */
  readonly splitter?: Int16Array;
  /** Lemmas that the rules get wrong: lines of tag, form and lemma by tabs. */
  readonly lemmas: string;
  /** How common a word is: 0 is the most frequent, -1 unknown. */
  readonly rankOf: (word: string) => number;
}

const kept = new Map<string, Parser>();

/** Reads model, vectors and splitter from a folder of `weights/` once and keeps them. */
export function loadParser(name: string): Parser {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const folder = pathToFileURL(`${join(packageFolder(), 'weights', name)}/`);
  const model = readFileSync(new URL('model.bin', folder));
  const vectors = readFileSync(new URL('vectors.bin', folder));
  const splitter = readFileSync(new URL('splitter.bin', folder));
  const made = makeParser(model, vectors, splitter);
  kept.set(name, made);
  return made;
}

/** A parser from the bytes of its three files. */
export function makeParser(model: Uint8Array, vectors: Uint8Array, splitter: Uint8Array): Parser {
  const weights = readWeights(model, vectors);
  const network = new Network(weights);
  const { header } = weights;
  let hash: string | undefined;
  return {
    get hash() {
      // Worked out when asked for: hashing takes longer than the rest of loading.
      hash ??= hashOf(model, vectors, splitter);
      return hash;
    },
    parse(forms) {
      const found = network.analyse(forms);
      const names = (places: Int32Array, all: readonly string[]) =>
        Array.from(forms, (_, at) => all[places[at]]);
      return {
        upos: names(found.upos, header.upos),
        xpos: names(found.xpos, header.xpos),
        heads: Array.from(found.heads.subarray(0, forms.length)),
        deprels: names(found.deprels, header.deprels),
        confidences: Array.from(found.confidences.subarray(0, forms.length)),
      };
    },
    splitter: new Int16Array(new Uint8Array(splitter).buffer),
    lemmas: header.lemmas,
    rankOf: (word) => network.rankOf(hashText(word)),
  };
}

function hashOf(...files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file);
  return hash.digest('hex').slice(0, 16);
}

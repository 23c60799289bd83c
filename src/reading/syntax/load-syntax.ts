import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder } from '../../reference/package-folder.ts';
import { Lemmatiser } from './lemma.ts';
import { hashText } from './lexicon.ts';
import { Network } from './network.ts';
import { mostWords } from './network-parts.ts';
import { readWeights } from './weights.ts';

/** What the model says of one sentence; all arrays run over its words. */
export interface Analysis {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemmas: readonly string[];
  /** -1 is the root. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** The parser's own probability of head and relation, 0 to 1. */
  readonly confidences: readonly number[];
}

export interface Syntax {
  /** First 16 hexadecimal digits of the SHA-256 of the weights, for `made.model`. */
  readonly hash: string;
  /** At most `longestSentence` words at a time. */
  readonly analyse: (forms: readonly string[]) => Analysis;
  /** Weights of the sentence splitter. */
  readonly splitter: Int16Array;
  readonly lemmaOf: (form: string, xpos: string) => string;
}

/** More words than this are not parsed as one sentence: the cost of a word grows with them. */
export const longestSentence = mostWords;

const standard = pathToFileURL(`${join(packageFolder(), 'weights/syntax')}/`);
const kept = new Map<string, Syntax>();

/** Reads the weights once and keeps them. `folder` holds model, vectors and splitter.bin. */
export function loadSyntax(folder: URL = standard): Syntax {
  const known = kept.get(folder.href);
  if (known !== undefined) return known;
  const model = readFileSync(new URL('model.bin', folder));
  const vectors = readFileSync(new URL('vectors.bin', folder));
  const splitter = readFileSync(new URL('splitter.bin', folder));
  const made = makeSyntax({ model, vectors, splitter });
  kept.set(folder.href, made);
  return made;
}

/** The bytes of the files in weights/syntax. */
export interface SyntaxFiles {
  readonly model: Uint8Array;
  readonly vectors: Uint8Array;
  readonly splitter: Uint8Array;
}

export function makeSyntax({ model, vectors, splitter }: SyntaxFiles): Syntax {
  const weights = readWeights(model, vectors);
  const network = new Network(weights);
  const { header } = weights;
  const lemmatiser = new Lemmatiser(header.lemmas, (word) => network.rankOf(hashText(word)));
  let hash: string | undefined;
  return {
    get hash() {
      // Worked out when asked for: hashing takes longer than the rest of loading.
      hash ??= hashOf({ model, vectors, splitter });
      return hash;
    },
    splitter: new Int16Array(new Uint8Array(splitter).buffer),
    analyse: (forms) => {
      const found = network.analyse(forms);
      const count = forms.length;
      const xpos = Array.from({ length: count }, (_, at) => header.xpos[found.xpos[at]]);
      return {
        upos: Array.from({ length: count }, (_, at) => header.upos[found.upos[at]]),
        xpos,
        lemmas: forms.map((form, at) => lemmatiser.lemmaOf(form, xpos[at])),
        heads: Array.from(found.heads.subarray(0, count)),
        deprels: Array.from({ length: count }, (_, at) => header.deprels[found.deprels[at]]),
        confidences: Array.from(found.confidences.subarray(0, count)),
      };
    },
    lemmaOf: (form, xpos) => lemmatiser.lemmaOf(form, xpos),
  };
}

function hashOf({ model, vectors, splitter }: SyntaxFiles): string {
  const hash = createHash('sha256').update(model).update(vectors).update(splitter);
  return hash.digest('hex').slice(0, 16);
}

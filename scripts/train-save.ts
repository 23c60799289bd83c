import { createLemmatiser } from '../src/reading/syntax/lemma.ts';
import { hashText, normalise, type RowIndex } from '../src/reading/syntax/lexicon.ts';
import type { Header } from '../src/reading/syntax/weights.ts';
import { syntaxLexicon } from '../src/reference/words/syntax-lexicon.ts';
import { english } from './english.ts';
import type { Inventory } from './train-data.ts';
import type { Network } from './train-network.ts';
import type { GoldSentence } from './treebank.ts';

/** The bytes of model.bin: see src/reading/syntax/weights.ts for the reader. */
export function packModel(network: Network, inventory: Inventory, lemmas: string): Buffer {
  const parts: Buffer[] = [pad(Buffer.from(inventory.words.buffer))];
  const matrices = network.matrices.map(({ name, at, rows, cols, sparse }) => {
    const numbers = network.floats.subarray(at, at + rows * cols);
    const scale = sparse ? 0 : packWide(numbers, parts);
    if (sparse) packRows(numbers, rows, cols, parts);
    return { name, rows, cols, bits: sparse ? (8 as const) : (16 as const), scale };
  });
  const header: Header = {
    shape: network.shape,
    upos: inventory.upos,
    xpos: inventory.xpos,
    deprels: inventory.deprels,
    words: inventory.words.length,
    matrices,
    lemmas,
  };
  let text = JSON.stringify(header);
  text += ' '.repeat((4 - (Buffer.byteLength(text) % 4)) % 4);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text), ...parts]);
}

/** 16 bits a number, one scale for all; returns the scale. */
function packWide(numbers: Float32Array, into: Buffer[]): number {
  let most = 1e-6;
  for (const number of numbers) most = Math.max(most, Math.abs(number));
  const scale = most / 32_767;
  into.push(pad(Buffer.from(Int16Array.from(numbers, (x) => Math.round(x / scale)).buffer)));
  return scale;
}

/** 8 bits a number, a scale for each row. */
function packRows(numbers: Float32Array, rows: number, cols: number, into: Buffer[]): void {
  const scales = new Float32Array(rows);
  const bytes = new Int8Array(rows * cols);
  for (let row = 0; row < rows; row++) {
    let most = 1e-6;
    for (let i = row * cols; i < (row + 1) * cols; i++) most = Math.max(most, Math.abs(numbers[i]));
    scales[row] = most / 127;
    for (let i = row * cols; i < (row + 1) * cols; i++)
      bytes[i] = Math.round(numbers[i] / scales[row]);
  }
  into.push(Buffer.from(scales.buffer), pad(Buffer.from(bytes.buffer)));
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** Forms whose lemma in the treebanks is not the one by rule, as the lemmatiser reads them. */
export function collectLemmas(sentences: readonly GoldSentence[], vectors: RowIndex): string {
  const rankOf = (word: string) => vectors.find(hashText(word));
  const lemmaByRule = createLemmatiser(syntaxLexicon(english).lemmas, rankOf);
  const counts = new Map<string, Map<string, number>>();
  for (const { words } of sentences) {
    for (const { form, xpos, lemma, deprel } of words) {
      if (deprel === 'goeswith' || /[\t\n]/.test(form + lemma)) continue;
      const key = `${xpos}\t${normalise(form)}`;
      const lemmas = counts.get(key) ?? new Map<string, number>();
      counts.set(key, lemmas);
      const told = xpos === 'NNP' && lemma === form ? '=' : lemma;
      lemmas.set(told, (lemmas.get(told) ?? 0) + 1);
    }
  }
  const lines: string[] = [];
  for (const [key, lemmas] of counts) {
    const [lemma] = [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    const [xpos, form] = key.split('\t');
    if (lemma === '=' || lemmaByRule(form, xpos) === lemma) continue;
    lines.push(`${key}\t${lemma}`);
  }
  return lines.sort().join('\n');
}

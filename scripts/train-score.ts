import { type Encoded, type Inventory, joinBatch } from './train-data.ts';
import type { Network } from './train-network.ts';

/** UPOS, XPOS, UAS and LAS in percent, with the best head of each word by itself, for a first look. */
export function scoreQuickly(
  network: Network,
  dev: readonly Encoded[],
  inventory: Inventory,
): string {
  const right = [0, 0, 0, 0];
  let count = 0;
  for (let from = 0; from < dev.length; from += 16) {
    count += scoreBatch(network, dev.slice(from, from + 16), inventory, right);
  }
  return right.map((hits) => ((100 * hits) / count).toFixed(2)).join(' ');
}

function scoreBatch(
  network: Network,
  sentences: readonly Encoded[],
  inventory: Inventory,
  right: number[],
): number {
  const { upos, xpos, deprels } = network.shape;
  const f = network.floats;
  const batch = joinBatch(sentences, 0);
  network.forward(batch);
  const heads = new Int32Array(batch.size);
  for (const { from, count } of batch.sentences) {
    const columns = network.scoreArcs(from, count);
    for (let word = 0; word < count; word++) {
      const row = network.buffer('arcs') + word * columns;
      f[row + word + 1] = -1e9;
      heads[from + word] = best(f, row, count + 1) - 1;
    }
  }
  network.scoreLabels(batch, heads);
  for (let word = 0; word < batch.size; word++) {
    const tags = network.buffer('tags') + word * (upos + xpos);
    if (best(f, tags, inventory.upos.length) === batch.upos[word]) right[0]++;
    if (best(f, tags + upos, inventory.xpos.length) === batch.xpos[word]) right[1]++;
    if (heads[word] !== batch.heads[word]) continue;
    right[2]++;
    const label = best(f, network.buffer('labels') + word * deprels, inventory.deprels.length);
    const gold = inventory.deprels[batch.deprels[word]] ?? '';
    if (inventory.deprels[label].split(':')[0] === gold.split(':')[0]) right[3]++;
  }
  return batch.size;
}

function best(f: Float32Array, at: number, width: number): number {
  let top = 0;
  for (let i = 1; i < width; i++) if (f[at + i] > f[at + top]) top = i;
  return top;
}

import { describe, expect, test } from 'vitest';
import { pickNumber, seededChance } from '../src/base/chance.ts';
import { Network } from './train-network.ts';
import type { Batch } from './train-shape.ts';

/** A small network with random numbers everywhere, and a batch of two sentences. */
function makeSmall(seed: number): { network: Network; batch: Batch } {
  const chance = seededChance(seed);
  const draw = (size: number, below: number, from = 0) =>
    Int32Array.from({ length: size }, () => pickNumber(chance, below) + from);
  const network = new Network(
    {
      vector: 16,
      units: 16,
      layers: 3,
      arc: 8,
      label: 8,
      value: 8,
      upos: 8,
      xpos: 8,
      deprels: 8,
      tables: [10, 10],
      distances: 20,
    },
    Float32Array.from({ length: 160 }, () => chance() - 0.5),
    seed,
  );
  for (const { name, at, rows, cols } of network.matrices) {
    if (!/Bias|state|istance/.test(name)) continue;
    for (let i = 0; i < rows * cols; i++) network.floats[at + i] = (chance() - 0.5) / 2;
  }
  const size = 11;
  const heads = Int32Array.from([1, -1, 1, 2, 1, -1, 0, 1, 0, 3, 0]);
  const batch = {
    size,
    sentences: [
      { from: 0, count: 5 },
      { from: 5, count: 6 },
    ],
    features: draw(size * 2, 10),
    vectors: draw(size, 11, -1),
    heads,
    deprels: draw(size, 8),
    upos: draw(size, 8),
    xpos: draw(size, 8),
  };
  return { network, batch };
}

describe('the gradient', () => {
  const { network, batch } = makeSmall(5);
  const still = { input: 0, layer: 0, head: 0 };
  network.learn(batch, still);
  const gradients = network.matrices.map(({ grad, rows, cols }) =>
    network.floats.slice(grad, grad + rows * cols),
  );

  test.each(network.matrices.map(({ name }, at) => [name, at] as const))(
    'of %s is the slope of the loss',
    (_, at) => {
      const matrix = network.matrices[at];
      const chance = seededChance(at);
      let agree = 0;
      for (let round = 0; round < 12; round++) {
        const place = matrix.at + pickNumber(chance, matrix.rows * matrix.cols);
        const own = network.floats[place];
        network.floats[place] = own + 0.003;
        const above = network.learn(batch, still);
        network.floats[place] = own - 0.003;
        const below = network.learn(batch, still);
        network.floats[place] = own;
        const slope = (above - below) / 0.006;
        if (Math.abs(slope - gradients[at][place - matrix.at]) < 2e-3) agree++;
      }
      // A rectifier's corner within the step may spoil a few.
      expect(agree).toBeGreaterThanOrEqual(8);
    },
  );
});

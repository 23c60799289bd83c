import type { Network } from './train-network.ts';
import type { Matrix } from './train-shape.ts';

/** Adam (Kingma and Ba 2015), lazy on rows of tables, with a limit on the gradient's norm. */
export class Optimiser {
  private readonly network: Network;
  private readonly first: Map<string, Float32Array> = new Map();
  private readonly second: Map<string, Float32Array> = new Map();
  private readonly average: Map<string, Float32Array> = new Map();
  private steps = 0;

  constructor(network: Network) {
    this.network = network;
    for (const { name, rows, cols } of network.matrices) {
      this.first.set(name, new Float32Array(rows * cols));
      this.second.set(name, new Float32Array(rows * cols));
    }
  }

  /** One step with the gradients in memory, which are zero afterwards. */
  step(rate: number): void {
    this.steps++;
    const norm = this.norm();
    const scale = norm > 2 ? 2 / norm : 1;
    const b1 = 0.9;
    const b2 = 0.98;
    const size = (rate * Math.sqrt(1 - b2 ** this.steps)) / (1 - b1 ** this.steps);
    const f = this.network.floats;
    this.eachRange((matrix, from, until) => {
      const m = this.first.get(matrix.name) ?? new Float32Array();
      const s = this.second.get(matrix.name) ?? new Float32Array();
      for (let i = from; i < until; i++) {
        const g = f[matrix.grad + i] * scale;
        m[i] = b1 * m[i] + (1 - b1) * g;
        s[i] = b2 * s[i] + (1 - b2) * g * g;
        f[matrix.at + i] -= (size * m[i]) / (Math.sqrt(s[i]) + 1e-8);
        f[matrix.grad + i] = 0;
      }
    });
    this.network.touched.clear();
  }

  /** Moves the running average of all weights a part of the way to where they are. */
  follow(part: number): void {
    for (const { name, at, rows, cols } of this.network.matrices) {
      const now = this.network.floats.subarray(at, at + rows * cols);
      const average = this.average.get(name);
      if (average === undefined) this.average.set(name, now.slice());
      else for (let i = 0; i < average.length; i++) average[i] += part * (now[i] - average[i]);
    }
  }

  /** Puts the average in place of the weights, and the weights in place of the average. */
  swap(): void {
    for (const { name, at, rows, cols } of this.network.matrices) {
      const average = this.average.get(name);
      if (average === undefined) continue;
      const now = this.network.floats.slice(at, at + rows * cols);
      this.network.floats.set(average, at);
      average.set(now);
    }
  }

  private norm(): number {
    const f = this.network.floats;
    let sum = 0;
    this.eachRange((matrix, from, until) => {
      for (let i = matrix.grad + from; i < matrix.grad + until; i++) sum += f[i] * f[i];
    });
    return Math.sqrt(sum);
  }

  private eachRange(visit: (matrix: Matrix, from: number, until: number) => void): void {
    for (const matrix of this.network.matrices) {
      const { name, rows, cols } = matrix;
      if (!matrix.sparse) visit(matrix, 0, rows * cols);
      else
        for (const row of this.network.touched.get(name) ?? [])
          visit(matrix, row * cols, (row + 1) * cols);
    }
  }
}

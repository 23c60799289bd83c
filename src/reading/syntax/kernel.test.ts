import { describe, expect, test } from 'vitest';
import { seededChance } from '../../base/chance.ts';
import { makeKernel, makeMemory } from './kernel.ts';

const memory = makeMemory(1 << 20);
const kernel = makeKernel(memory);
const floats = new Float32Array(memory.buffer);

function fillRandom(seed: number): void {
  const chance = seededChance(seed);
  for (let i = 0; i < floats.length; i++) floats[i] = chance() * 2 - 1;
}

describe('the kernel does to the bit what plain loops do', () => {
  test.each([
    [1, 4, 8],
    [4, 8, 16],
    [7, 12, 24],
    [22, 100, 160],
  ])('multiplying %i × %i by %i columns', (m, k, n) => {
    fillRandom(m);
    const [a, b, c] = [0, 40_000, 80_000];
    const wanted = floats.slice(c, c + m * n);
    for (let row = 0; row < m; row++) {
      for (let at = 0; at < k; at++) {
        for (let col = 0; col < n; col++) {
          const product = Math.fround(floats[a + row * k + at] * floats[b + at * n + col]);
          wanted[row * n + col] += product;
        }
      }
    }
    kernel.multiply(a * 4, b * 4, c * 4, m, k, n);
    expect(floats.slice(c, c + m * n)).toEqual(wanted);
  });

  test('recurring both ways', () => {
    const { fround, sqrt } = Math;
    const gate = (sum: number) => {
      const root = fround(sqrt(fround(fround(sum * sum) + 1)));
      return fround(fround(fround(sum / root) + 1) * 0.5);
    };
    for (const step of [1, -1]) {
      fillRandom(9);
      const [count, h] = [6, 8];
      const [u, x, y, c, v, zero] = [0, 1000, 2000, 3000, 4000, 5000];
      floats.fill(0, zero, zero + h);
      const first = step === 1 ? 0 : count - 1;
      const state = new Float32Array(h);
      const wanted = new Float32Array(count * h);
      for (let t = 0, i = first; t < count; t++, i += step) {
        for (let j = 0; j < h; j++) {
          const z = floats[u + i * 3 * h + j];
          const forget = fround(fround(floats[v + j] * state[j]) + floats[u + i * 3 * h + h + j]);
          const reset = fround(
            fround(floats[v + h + j] * state[j]) + floats[u + i * 3 * h + 2 * h + j],
          );
          const now = fround(fround(gate(forget) * fround(state[j] - z)) + z);
          const own = floats[x + i * h + j];
          wanted[i * h + j] = fround(fround(gate(reset) * fround(now - own)) + own);
          state[j] = now;
        }
      }
      kernel.recur(
        (u + first * 3 * h) * 4,
        step * 12 * h,
        (x + first * h) * 4,
        (y + first * h) * 4,
        step * 4 * h,
        (c + first * h) * 4,
        step * 4 * h,
        v * 4,
        zero * 4,
        count,
        h,
      );
      expect(floats.slice(y, y + count * h)).toEqual(wanted);
    }
  });
});

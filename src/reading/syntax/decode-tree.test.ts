import { describe, expect, test } from 'vitest';
import { pickNumber, seededChance } from '../../base/chance.ts';
import { decodeTree } from './decode-tree.ts';

/** All trees over `count` words with one root, by trying every head for every word. */
function bestByBruteForce(scores: Float32Array, columns: number, count: number): number {
  const heads = new Array<number>(count).fill(-1);
  let best = -Infinity;
  const visit = (word: number) => {
    if (word === count) {
      if (isSingleRootTree(heads)) best = Math.max(best, total(scores, columns, heads));
      return;
    }
    for (let head = -1; head < count; head++) {
      if (head === word) continue;
      heads[word] = head;
      visit(word + 1);
    }
  };
  visit(0);
  return best;
}

function isSingleRootTree(heads: ArrayLike<number>): boolean {
  let roots = 0;
  for (let word = 0; word < heads.length; word++) {
    if (heads[word] === -1) roots++;
    let node = word;
    for (let step = 0; node !== -1; step++) {
      if (step > heads.length) return false;
      node = heads[node];
    }
  }
  return roots === 1;
}

function total(scores: Float32Array, columns: number, heads: ArrayLike<number>): number {
  let sum = 0;
  for (let word = 0; word < heads.length; word++) sum += scores[word * columns + heads[word] + 1];
  return sum;
}

describe('the best tree', () => {
  test('is what trying all trees finds, on random small sentences', () => {
    const chance = seededChance(20_240_619);
    for (let round = 0; round < 400; round++) {
      const count = 1 + pickNumber(chance, 5);
      const columns = 8;
      const scores = Float32Array.from({ length: count * columns }, () => chance() * 10 - 5);
      const heads = new Int32Array(count);
      decodeTree(scores, columns, count, heads);
      expect(isSingleRootTree(heads)).toBe(true);
      const best = bestByBruteForce(scores, columns, count);
      expect(total(scores, columns, heads)).toBeCloseTo(best, 3);
    }
  });

  test('is a tree with one root for long sentences whose scores pull every way', () => {
    const chance = seededChance(7);
    for (const count of [60, 200, 256]) {
      const columns = Math.ceil((count + 1) / 8) * 8;
      const scores = Float32Array.from({ length: count * columns }, () => chance());
      const heads = new Int32Array(count);
      decodeTree(scores, columns, count, heads);
      expect(isSingleRootTree(heads)).toBe(true);
    }
  });

  test('is found among equal scores too', () => {
    const heads = new Int32Array(30);
    decodeTree(new Float32Array(30 * 32), 32, 30, heads);
    expect(isSingleRootTree(heads)).toBe(true);
  });
});

import type { Shape } from './weights.ts';

/** Sentences given to the network are no longer than this. */
export const mostWords = 256;
/**
 * Words whose context-free part is kept: 4,096 of them cover more than nine tenths of the words.
 */
export const keptForms = 4096;

/** The kernel takes four rows at a time at a quarter of the cost of one by one. */
export function inFours(count: number): number {
  return (count + 3) & ~3;
}

/** Distance of the head from the word, squeezed into buckets; the middle one is unused. */
export function distanceBucket(distance: number, buckets: number): number {
  const half = (buckets - 2) >> 1;
  const size = Math.abs(distance);
  const step = size <= 5 ? size : size <= 7 ? 6 : size <= 10 ? 7 : size <= 15 ? 8 : 9;
  const place = Math.min(step, half);
  return distance < 0 ? half - place : half + place;
}

/** Name and size, in numbers, of the network's working arrays. */
export function buffersOf(shape: Shape): (readonly [string, number])[] {
  const { vector, units, arc, label, value, upos, xpos, deprels } = shape;
  const n = mostWords;
  return [
    ['window', 9 * units * units],
    ['forms', (keptForms + 4) * units],
    ['formSums', (keptForms + 4) * 9 * units],
    ['vectors', n * vector],
    ['rectified', n * units],
    ['x0', (n + 4) * units],
    ['x1', (n + 4) * units],
    ['u', n * 3 * units],
    ['states', n * units],
    ['zero', units],
    ['tagScores', n * (upos + xpos)],
    ['arcDeps', n * arc],
    ['arcHeads', n * arc],
    ['arcPairs', n * arc],
    ['headColumns', (n + 8) * arc],
    ['arcs', n * (n + 8)],
    ['turned', n * n],
    ['headValues', (n + 8) * value],
    ['means', (n + 8) * value],
    ['childValues', n * value],
    ['childMeans', n * value],
    ['labelDeps', n * label],
    ['labelHeads', n * label],
    ['labelScores', n * deprels],
  ];
}

/** The place of the highest of `width` scores. */
export function bestOf(f: Float32Array, at: number, width: number): number {
  let best = 0;
  for (let i = 1; i < width; i++) if (f[at + i] > f[at + best]) best = i;
  return best;
}

/** Scores into shares that add up to one (softmax). */
export function normaliseScores(f: Float32Array, at: number, width: number): void {
  const most = f[at + bestOf(f, at, width)];
  let sum = 0;
  for (let i = at; i < at + width; i++) {
    const margin = f[i] - most;
    f[i] = margin > -12 ? Math.exp(margin) : 0;
    sum += f[i];
  }
  for (let i = at; i < at + width; i++) f[i] /= sum;
}

/** The share of one score among all by their exponentials, the others left as they are. */
export function shareOf(f: Float32Array, at: number, width: number, score: number): number {
  let sum = 0;
  for (let i = at; i < at + width; i++) {
    const margin = f[i] - score;
    if (margin > -12) sum += Math.exp(margin);
  }
  return 1 / sum;
}

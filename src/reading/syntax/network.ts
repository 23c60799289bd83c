import { assert } from '../../base/assert.ts';
import { decodeTree } from './decode-tree.ts';
import { type Kernel, makeKernel, makeMemory } from './kernel.ts';
import { fillFeatures, RowIndex, tableCount, vectorRow } from './lexicon.ts';
import {
  bestOf,
  buffersOf,
  distanceBucket,
  inFours,
  keptForms,
  mostWords,
  normaliseScores,
  shareOf,
} from './network-parts.ts';
import type { Shape, Weights } from './weights.ts';

/** The layer whose output the first pass over the arcs reads and adds to. */
const mixedLayer = 1;

/** What the network says of one sentence; arrays are its own and hold until the next one. */
export interface Found {
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
  readonly confidences: Float32Array;
}

/**
 * Tagger and parser in one: vectors and learned features of each word, a window over its
 * neighbours, simple recurrent units both ways (Lei et al. 2018), then tags, and arcs and relations
 * by pairs of words (Dozat and Manning 2017). Nothing is allocated but for words not seen before.
 */
export class Network {
  private readonly weights: Weights;
  private readonly shape: Shape;
  private readonly kernel: Kernel;
  private readonly floats: Float32Array;
  private readonly places = new Map<string, number>();
  private readonly words: RowIndex;
  private readonly vectors: RowIndex;
  private readonly slots = new Map<string, number>();
  private readonly rows = new Int32Array(mostWords);
  private readonly features = new Int32Array(tableCount);
  private readonly found: Found;

  constructor(weights: Weights) {
    this.weights = weights;
    this.shape = weights.header.shape;
    this.words = new RowIndex(weights.words);
    this.vectors = new RowIndex(weights.vectors.hashes);
    let top = 16;
    const reserve = (name: string, size: number) => {
      assert(!this.places.has(name), `Two parts of the network are called ${name}.`);
      this.places.set(name, top);
      top += Math.ceil(size / 8) * 8;
    };
    for (const [name, numbers] of weights.dense) reserve(name, numbers.length);
    for (const [name, size] of buffersOf(this.shape)) reserve(name, size);
    const memory = makeMemory(top * 4);
    this.kernel = makeKernel(memory);
    this.floats = new Float32Array(memory.buffer);
    for (const [name, numbers] of weights.dense) this.floats.set(numbers, this.place(name));
    this.splitWindow();
    const integers = () => new Int32Array(mostWords);
    this.found = {
      upos: integers(),
      xpos: integers(),
      heads: integers(),
      deprels: integers(),
      confidences: new Float32Array(mostWords),
    };
  }

  /** How common a word is by its place among the vectors; -1 for none. */
  rankOf(hash: number): number {
    return this.vectors.find(hash);
  }

  analyse(forms: readonly string[]): Found {
    assert(forms.length <= mostWords, `A sentence has at most ${mostWords} words here.`);
    this.lookUp(forms);
    this.encode(forms.length);
    this.attach(forms.length);
    this.relate(forms.length);
    return this.found;
  }

  private place(name: string): number {
    const at = this.places.get(name);
    assert(at !== undefined, `The network has no part called ${name}.`);
    return at;
  }

  /** The first layer's weights for the word before, the word and the word after, side by side. */
  private splitWindow(): void {
    const { units } = this.shape;
    const from = this.place('layer0');
    const to = this.place('window');
    const width = 3 * units;
    for (let row = 0; row < width; row++) {
      const part = Math.floor(row / units);
      const line = to + ((row % units) * 3 + part) * width;
      this.floats.copyWithin(line, from + row * width, from + (row + 1) * width);
    }
  }

  /** Finds each form's kept row; what is new is worked out first, all of it at once. */
  private lookUp(forms: readonly string[]): void {
    if (this.slots.size + forms.length > keptForms) this.slots.clear();
    const first = this.slots.size;
    for (let at = 0; at < forms.length; at++) {
      let slot = this.slots.get(forms[at]);
      if (slot === undefined) {
        slot = this.slots.size;
        this.slots.set(forms[at], slot);
        this.fillForm(forms[at], slot, slot - first);
      }
      this.rows[at] = slot;
    }
    const fresh = this.slots.size - first;
    if (fresh === 0) return;
    const { units, vector } = this.shape;
    const x = this.place('forms') + first * units;
    const u = this.place('formSums') + first * 9 * units;
    const rows = inFours(fresh);
    this.floats.fill(0, u, u + rows * 9 * units);
    const { multiply } = this.kernel;
    multiply(this.place('vectors') * 4, this.place('in') * 4, x * 4, rows, vector, units);
    this.deepen(x, rows);
    multiply(x * 4, this.place('window') * 4, u * 4, rows, units, 9 * units);
  }

  /** What features mean together: a form's row and its rectified self, times weights, added up. */
  private deepen(x: number, rows: number): void {
    const { units } = this.shape;
    const f = this.floats;
    const rectified = this.place('rectified');
    const bias = this.place('deepBias');
    for (let i = 0; i < rows * units; i++) {
      const sum = f[x + i];
      f[rectified + i] = sum > 0 ? sum : 0;
      f[x + i] = sum + f[bias + (i % units)];
    }
    this.kernel.multiply(rectified * 4, this.place('deep') * 4, x * 4, rows, units, units);
  }

  /** Bias and learned features into the form's row, its vector into the working rows. */
  private fillForm(form: string, slot: number, fresh: number): void {
    const { units, vector } = this.shape;
    const f = this.floats;
    const x = this.place('forms') + slot * units;
    const bias = this.place('inBias');
    f.copyWithin(x, bias, bias + units);
    fillFeatures(form, this.words, this.features, 0);
    for (let table = 0; table < tableCount; table++) {
      const { bytes, scales } = this.weights.tables[table];
      const row = this.features[table];
      const scale = scales[row];
      const from = row * units;
      for (let j = 0; j < units; j++) f[x + j] += bytes[from + j] * scale;
    }
    const { bytes, scales } = this.weights.vectors;
    const from = vectorRow(form, this.vectors) * vector;
    const to = this.place('vectors') + fresh * vector;
    for (let j = 0; j < vector; j++) f[to + j] = from < 0 ? 0 : bytes[from + j] * scales[j];
  }

  private encode(count: number): void {
    const { units, layers } = this.shape;
    const f = this.floats;
    const forms = this.place('forms');
    const sums = this.place('formSums');
    const x = this.place('x0');
    const u = this.place('u');
    const bias = this.place('layer0Bias');
    const width = 3 * units;
    // The rows past the sentence hold no numbers of an earlier one, which could grow without end.
    for (const name of ['x0', 'x1']) {
      const end = this.place(name) + count * units;
      f.fill(0, end, end + 3 * units);
    }
    for (let at = 0; at < count; at++) {
      const own = forms + this.rows[at] * units;
      f.copyWithin(x + at * units, own, own + units);
      const to = u + at * width;
      const here = sums + this.rows[at] * 3 * width + width;
      for (let j = 0; j < width; j++) f[to + j] = f[bias + j] + f[here + j];
      if (at > 0) {
        const before = sums + this.rows[at - 1] * 3 * width;
        for (let j = 0; j < width; j++) f[to + j] += f[before + j];
      }
      if (at < count - 1) {
        const after = sums + this.rows[at + 1] * 3 * width + 2 * width;
        for (let j = 0; j < width; j++) f[to + j] += f[after + j];
      }
    }
    this.recur(0, count);
    this.tag(count);
    for (let layer = 1; layer < layers; layer++) {
      this.linear(`x${layer % 2}`, `layer${layer}`, 'u', count, units, width);
      this.recur(layer, count);
      if (layer === mixedLayer) this.mix(count);
    }
  }

  private recur(layer: number, count: number): void {
    const { units } = this.shape;
    const h = units / 2;
    const x = this.place(`x${layer % 2}`);
    const y = this.place(`x${(layer + 1) % 2}`);
    const u = this.place('u');
    const c = this.place('states');
    const v = this.place(`state${layer}`);
    const zero = this.place('zero') * 4;
    const step = 4 * units;
    const last = (count - 1) * units;
    const { recur } = this.kernel;
    recur(u * 4, 3 * step, x * 4, y * 4, step, c * 4, step, v * 4, zero, count, h);
    const back = last + h;
    recur(
      (u + 3 * last + 3 * h) * 4,
      -3 * step,
      (x + back) * 4,
      (y + back) * 4,
      -step,
      (c + back) * 4,
      -step,
      (v + 2 * h) * 4,
      zero,
      count,
      h,
    );
  }

  /** `out = bias + x · weights`, and rows of no meaning up to a multiple of four. */
  private linear(x: string, name: string, out: string, n: number, k: number, width: number): void {
    const f = this.floats;
    const to = this.place(out);
    const bias = this.place(`${name}Bias`);
    const rows = inFours(n);
    for (let at = 0; at < rows; at++) f.copyWithin(to + at * width, bias, bias + width);
    this.kernel.multiply(this.place(x) * 4, this.place(name) * 4, to * 4, rows, k, width);
  }

  /** Tags from the first layer; their shares are added to what the second layer sees. */
  private tag(count: number): void {
    const { units, upos, xpos } = this.shape;
    const f = this.floats;
    const width = upos + xpos;
    this.linear('x1', 'tags', 'tagScores', count, units, width);
    const tags = this.place('tagScores');
    for (let at = 0; at < count; at++) {
      const row = tags + at * width;
      this.found.upos[at] = bestOf(f, row, this.weights.header.upos.length);
      this.found.xpos[at] = bestOf(f, row + upos, this.weights.header.xpos.length);
      normaliseScores(f, row, upos);
      normaliseScores(f, row + upos, xpos);
    }
    const x = this.place('x1');
    this.kernel.multiply(tags * 4, this.place('tagged') * 4, x * 4, inFours(count), width, units);
  }

  /**
   * A first pass over the arcs: each word is told, by the shares of its likely heads and children,
   * what they are like, before the last layers (after Strubell et al. 2018).
   */
  private mix(count: number): void {
    const { units, value } = this.shape;
    const f = this.floats;
    const { multiply } = this.kernel;
    const layer = `x${(mixedLayer + 1) % 2}`;
    const columns = this.scoreArcs(layer, '1', count);
    const rows = inFours(count);
    const shares = this.place('arcs');
    for (let word = 0; word < count; word++) {
      const row = shares + word * columns;
      f[row + word + 1] = -1e9;
      normaliseScores(f, row, count + 1);
      f.fill(0, row + count + 1, row + columns);
    }
    f.fill(0, shares + count * columns, shares + rows * columns);
    const values = this.place('headValues');
    this.linear(layer, 'headValue', 'headValues', count, units, value);
    f.copyWithin(values + value, values, values + count * value);
    const root = this.place('valueRootBias');
    f.copyWithin(values, root, root + value);
    f.fill(0, values + (count + 1) * value, values + columns * value);
    const means = this.place('means');
    f.fill(0, means, means + columns * value);
    multiply(shares * 4, values * 4, means * 4, rows, columns, value);
    this.addChildren(layer, count, columns);
    const x = this.place(layer) * 4;
    const mixed = this.place('mixed') * 4;
    const childMixed = mixed + 4 * value * units;
    multiply(means * 4, mixed, x, rows, value, units);
    multiply(this.place('childMeans') * 4, childMixed, x, rows, value, units);
  }

  /** The sum of the children's values, each by its share, into `childMeans`. */
  private addChildren(layer: string, count: number, columns: number): void {
    const { units, value } = this.shape;
    const f = this.floats;
    const rows = inFours(count);
    const shares = this.place('arcs');
    const turned = this.place('turned');
    f.fill(0, turned + count * rows, turned + rows * rows);
    for (let word = 0; word < rows; word++) {
      const row = shares + word * columns + 1;
      for (let head = 0; head < count; head++) f[turned + head * rows + word] = f[row + head];
    }
    this.linear(layer, 'childValue', 'childValues', count, units, value);
    const means = this.place('childMeans');
    f.fill(0, means, means + rows * value);
    const { multiply } = this.kernel;
    multiply(turned * 4, this.place('childValues') * 4, means * 4, rows, rows, value);
  }

  /** Scores of every head for every word into `arcs`, a row a word, column 0 the root. */
  private scoreArcs(layer: string, pass: '' | '1', count: number): number {
    const { units, arc, distances } = this.shape;
    const f = this.floats;
    for (const part of ['arcDep', 'arcHead']) {
      this.linear(layer, `${part}${pass}`, `${part}s`, count, units, arc);
      const at = this.place(`${part}s`);
      for (let i = at; i < at + count * arc; i++) if (f[i] < 0) f[i] = 0;
    }
    this.linear('arcDeps', `arcPair${pass}`, 'arcPairs', count, arc, arc);
    const columns = Math.ceil((count + 1) / 8) * 8;
    const turned = this.place('headColumns');
    const root = this.place(`arcRootBias${pass}`);
    const own = this.place('arcHeads');
    for (let j = 0; j < arc; j++) {
      const line = turned + j * columns;
      f[line] = f[root + j];
      for (let head = 0; head < count; head++) f[line + head + 1] = f[own + head * arc + j];
      f.fill(0, line + count + 1, line + columns);
    }
    const scores = this.place('arcs');
    const bias = this.place(`arcDistance${pass}`);
    for (let word = 0; word < count; word++) {
      const row = scores + word * columns;
      f[row] = 0;
      for (let head = 0; head < count; head++) {
        f[row + head + 1] = f[bias + distanceBucket(head - word, distances)];
      }
      f.fill(0, row + count + 1, row + columns);
    }
    const pairs = this.place('arcPairs');
    this.kernel.multiply(pairs * 4, turned * 4, scores * 4, inFours(count), arc, columns);
    return columns;
  }

  /** Decodes the best tree over the final scores, with the shares of the chosen heads. */
  private attach(count: number): void {
    const f = this.floats;
    const columns = this.scoreArcs(`x${this.shape.layers % 2}`, '', count);
    const scores = this.place('arcs');
    decodeTree(f, scores, columns, count, this.found.heads);
    for (let word = 0; word < count; word++) {
      const row = scores + word * columns;
      f[row + word + 1] = -Infinity;
      const score = f[row + this.found.heads[word] + 1];
      this.found.confidences[word] = shareOf(f, row, count + 1, score);
    }
  }

  private relate(count: number): void {
    const { units, layers, label, deprels, distances } = this.shape;
    const { header } = this.weights;
    const f = this.floats;
    const h = `x${layers % 2}`;
    this.linear(h, 'labelDep', 'labelDeps', count, units, label);
    this.linear(h, 'labelHead', 'labelHeads', count, units, label);
    const hidden = this.place('labelDeps');
    for (let word = 0; word < count; word++) {
      const head = this.found.heads[word];
      const own = head < 0 ? this.place('labelRootBias') : this.place('labelHeads') + head * label;
      const bucket = head < 0 ? distances - 1 : distanceBucket(head - word, distances);
      const far = this.place('labelDistance') + bucket * label;
      const row = hidden + word * label;
      for (let j = 0; j < label; j++) {
        const sum = f[row + j] + f[own + j] + f[far + j];
        f[row + j] = sum > 0 ? sum : 0;
      }
    }
    this.linear('labelDeps', 'labels', 'labelScores', count, label, deprels);
    const root = header.deprels.indexOf('root');
    for (let word = 0; word < count; word++) {
      const row = this.place('labelScores') + word * deprels;
      // Only the word under the root is called so.
      const isRoot = this.found.heads[word] < 0;
      if (!isRoot) f[row + root] = -Infinity;
      const best = isRoot ? root : bestOf(f, row, header.deprels.length);
      this.found.deprels[word] = best;
      if (isRoot) continue;
      this.found.confidences[word] *= shareOf(f, row, header.deprels.length, f[row + best]);
    }
  }
}

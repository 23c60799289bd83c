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
import type { Matrix, Shape, Weights } from './weights.ts';

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
  private readonly found: Found = {
    upos: new Int32Array(mostWords),
    xpos: new Int32Array(mostWords),
    heads: new Int32Array(mostWords),
    deprels: new Int32Array(mostWords),
    confidences: new Float32Array(mostWords),
  };

  constructor(weights: Weights) {
    this.weights = weights;
    this.shape = weights.header.shape;
    this.words = new RowIndex(weights.words);
    this.vectors = new RowIndex(weights.vectors.hashes);
    const sizes = [...weights.dense].map(([name, { numbers }]) => [name, numbers.length] as const);
    let top = 16;
    for (const [name, size] of [...sizes, ...buffersOf(this.shape)]) {
      assert(!this.places.has(name), `Two parts of the network are called ${name}.`);
      this.places.set(name, top);
      top += Math.ceil(size / 8) * 8;
    }
    const memory = makeMemory(top * 4);
    this.kernel = makeKernel(memory);
    this.floats = new Float32Array(memory.buffer);
    for (const [name, { numbers }] of weights.dense) this.floats.set(numbers, this.place(name));
    this.splitWindow();
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

  private matrix(name: string): Matrix {
    const matrix = this.weights.dense.get(name);
    assert(matrix !== undefined, `The network has no matrix called ${name}.`);
    return matrix;
  }

  /** `to += from · matrix`, for as many rows. */
  private addProduct(from: number, name: string, to: number, rows: number): void {
    const { rows: depth, cols } = this.matrix(name);
    this.kernel.multiply(from * 4, this.place(name) * 4, to * 4, rows, depth, cols);
  }

  /** `to = bias + from · matrix`, and rows of no meaning up to a multiple of four. */
  private linear(from: string, name: string, to: string, count: number): void {
    const { cols } = this.matrix(name);
    const out = this.place(to);
    const bias = this.place(`${name}Bias`);
    const rows = inFours(count);
    for (let at = 0; at < rows; at++) this.floats.copyWithin(out + at * cols, bias, bias + cols);
    this.addProduct(this.place(from), name, out, rows);
  }

  /** Zeros from a place on: numbers of an earlier sentence could grow without end. */
  private clear(from: number, size: number): void {
    this.floats.fill(0, from, from + size);
  }

  /** The first layer's weights for the word before, the word and the word after, side by side. */
  private splitWindow(): void {
    const { units } = this.shape;
    const from = this.place('layer0');
    const to = this.place('window');
    const width = 3 * units;
    for (let row = 0; row < width; row++) {
      const line = to + ((row % units) * 3 + Math.floor(row / units)) * width;
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
    const { units } = this.shape;
    const x = this.place('forms') + first * units;
    const u = this.place('formSums') + first * 9 * units;
    const rows = inFours(fresh);
    this.clear(u, rows * 9 * units);
    this.addProduct(this.place('vectors'), 'in', x, rows);
    this.deepen(x, rows);
    const window = this.place('window');
    this.kernel.multiply(x * 4, window * 4, u * 4, rows, units, 9 * units);
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
    this.addProduct(rectified, 'deep', x, rows);
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
      for (let j = 0; j < units; j++) f[x + j] += bytes[row * units + j] * scales[row];
    }
    const { bytes, scales } = this.weights.vectors;
    const from = vectorRow(form, this.vectors) * vector;
    const to = this.place('vectors') + fresh * vector;
    for (let j = 0; j < vector; j++) f[to + j] = from < 0 ? 0 : bytes[from + j] * scales[j];
  }

  private encode(count: number): void {
    const { units, layers } = this.shape;
    for (const name of ['x0', 'x1']) this.clear(this.place(name) + count * units, 3 * units);
    this.addWindows(count);
    this.recur(0, count);
    this.tag(count);
    for (let layer = 1; layer < layers; layer++) {
      this.linear(`x${layer % 2}`, `layer${layer}`, 'u', count);
      this.recur(layer, count);
      if (layer === mixedLayer) this.mix(count);
    }
  }

  /** The first layer's sums: of each word and its neighbours, kept by form. */
  private addWindows(count: number): void {
    const { units } = this.shape;
    const f = this.floats;
    const width = 3 * units;
    const bias = this.place('layer0Bias');
    const [forms, sums] = [this.place('forms'), this.place('formSums')];
    const [x, u] = [this.place('x0'), this.place('u')];
    for (let at = 0; at < count; at++) {
      const own = forms + this.rows[at] * units;
      f.copyWithin(x + at * units, own, own + units);
      const to = u + at * width;
      const here = sums + (this.rows[at] * 3 + 1) * width;
      for (let j = 0; j < width; j++) f[to + j] = f[bias + j] + f[here + j];
      if (at > 0) this.addRow(sums + this.rows[at - 1] * 3 * width, to, width);
      if (at < count - 1) this.addRow(sums + (this.rows[at + 1] * 3 + 2) * width, to, width);
    }
  }

  private addRow(from: number, to: number, width: number): void {
    const f = this.floats;
    for (let j = 0; j < width; j++) f[to + j] += f[from + j];
  }

  private recur(layer: number, count: number): void {
    const { units } = this.shape;
    const half = units / 2;
    const x = this.place(`x${layer % 2}`);
    const y = this.place(`x${(layer + 1) % 2}`);
    const u = this.place('u');
    const c = this.place('states');
    const v = this.place(`state${layer}`);
    const zero = this.place('zero') * 4;
    const { recur } = this.kernel;
    for (const way of [1, -1]) {
      // The way back starts at the last word, in the second half of the units.
      const off = way === 1 ? 0 : (count - 1) * units + half;
      const uAt = (u + (way === 1 ? 0 : 3 * off)) * 4;
      const step = way * 4 * units;
      const vAt = (v + (way === 1 ? 0 : units)) * 4;
      const [xAt, yAt, cAt] = [(x + off) * 4, (y + off) * 4, (c + off) * 4];
      recur(uAt, 3 * step, xAt, yAt, step, cAt, step, vAt, zero, count, half);
    }
  }

  /** Tags from the first layer; their shares are added to what the second layer sees. */
  private tag(count: number): void {
    const { upos, xpos } = this.shape;
    const { header } = this.weights;
    this.linear('x1', 'tags', 'tagScores', count);
    const tags = this.place('tagScores');
    for (let at = 0; at < count; at++) {
      const row = tags + at * (upos + xpos);
      this.found.upos[at] = bestOf(this.floats, row, header.upos.length);
      this.found.xpos[at] = bestOf(this.floats, row + upos, header.xpos.length);
      normaliseScores(this.floats, row, upos);
      normaliseScores(this.floats, row + upos, xpos);
    }
    this.addProduct(tags, 'tagged', this.place('x1'), inFours(count));
  }

  /**
   * A first pass over the arcs: each word is given, by the shares of its likely heads and children,
   * what they are like, before the last layers (after Strubell et al. 2018).
   */
  private mix(count: number): void {
    const { units, value } = this.shape;
    const f = this.floats;
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
    this.clear(shares + count * columns, (rows - count) * columns);
    const values = this.place('headValues');
    this.linear(layer, 'headValue', 'headValues', count);
    f.copyWithin(values + value, values, values + count * value);
    const root = this.place('valueRootBias');
    f.copyWithin(values, root, root + value);
    this.clear(values + (count + 1) * value, (columns - count - 1) * value);
    const means = this.place('means');
    this.clear(means, columns * value);
    const { multiply } = this.kernel;
    multiply(shares * 4, values * 4, means * 4, rows, columns, value);
    this.addChildren(layer, count, columns);
    const x = this.place(layer) * 4;
    const mixed = this.place('mixed') * 4;
    multiply(means * 4, mixed, x, rows, value, units);
    const ofChildren = mixed + 4 * value * units;
    multiply(this.place('childMeans') * 4, ofChildren, x, rows, value, units);
  }

  /** The sum of the children's values, each by its share, into `childMeans`. */
  private addChildren(layer: string, count: number, columns: number): void {
    const { value } = this.shape;
    const f = this.floats;
    const rows = inFours(count);
    const turned = this.place('turned');
    this.clear(turned + count * rows, (rows - count) * rows);
    for (let word = 0; word < rows; word++) {
      const row = this.place('arcs') + word * columns + 1;
      for (let head = 0; head < count; head++) f[turned + head * rows + word] = f[row + head];
    }
    this.linear(layer, 'childValue', 'childValues', count);
    const values = this.place('childValues');
    const means = this.place('childMeans');
    this.clear(means, rows * value);
    this.kernel.multiply(turned * 4, values * 4, means * 4, rows, rows, value);
  }

  /** Scores of every head for every word into `arcs`, a row a word, column 0 the root. */
  private scoreArcs(layer: string, pass: '' | '1', count: number): number {
    const { arc, distances } = this.shape;
    const f = this.floats;
    for (const part of ['arcDep', 'arcHead']) {
      this.linear(layer, `${part}${pass}`, `${part}s`, count);
      const at = this.place(`${part}s`);
      for (let i = at; i < at + count * arc; i++) if (f[i] < 0) f[i] = 0;
    }
    this.linear('arcDeps', `arcPair${pass}`, 'arcPairs', count);
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
    const { heads, confidences } = this.found;
    const scores = f.subarray(this.place('arcs'));
    decodeTree(scores, columns, count, heads);
    for (let word = 0; word < count; word++) {
      const row = word * columns;
      scores[row + word + 1] = -Infinity;
      confidences[word] = shareOf(scores, row, count + 1, scores[row + heads[word] + 1]);
    }
  }

  private relate(count: number): void {
    const { layers, label, deprels, distances } = this.shape;
    const { heads, confidences } = this.found;
    const known = this.weights.header.deprels;
    const f = this.floats;
    const layer = `x${layers % 2}`;
    this.linear(layer, 'labelDep', 'labelDeps', count);
    this.linear(layer, 'labelHead', 'labelHeads', count);
    for (let word = 0; word < count; word++) {
      const head = heads[word];
      const own = head < 0 ? this.place('labelRootBias') : this.place('labelHeads') + head * label;
      const bucket = head < 0 ? distances - 1 : distanceBucket(head - word, distances);
      const far = this.place('labelDistance') + bucket * label;
      const row = this.place('labelDeps') + word * label;
      for (let j = 0; j < label; j++) {
        const sum = f[row + j] + f[own + j] + f[far + j];
        f[row + j] = sum > 0 ? sum : 0;
      }
    }
    this.linear('labelDeps', 'labels', 'labelScores', count);
    const root = known.indexOf('root');
    for (let word = 0; word < count; word++) {
      const row = this.place('labelScores') + word * deprels;
      // Only the word under the root is called so.
      this.found.deprels[word] = root;
      if (heads[word] < 0) continue;
      f[row + root] = -Infinity;
      const best = bestOf(f, row, known.length);
      this.found.deprels[word] = best;
      confidences[word] *= shareOf(f, row, known.length, f[row + best]);
    }
  }
}

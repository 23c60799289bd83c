import type { Chance } from '../src/base/chance.ts';
import { seededChance } from '../src/base/chance.ts';
import { type Kernel, makeKernel, makeMemory } from '../src/reading/syntax/kernel.ts';
import { distanceBucket } from '../src/reading/syntax/network-parts.ts';
import {
  type Batch,
  buffersOf,
  type Dropout,
  type Matrix,
  matricesOf,
  type Shape,
} from './train-shape.ts';

/** The final arcs, or those of the first pass. */
type Pass = '' | '1';
/** The layer whose output the first pass reads and adds to. */
const mixedLayer = 1;

export class Network {
  readonly shape: Shape;
  readonly floats: Float32Array;
  readonly matrices: Matrix[] = [];
  readonly kernel: Kernel;
  readonly touched: Map<string, Set<number>> = new Map();
  private readonly vectors: Float32Array;
  private readonly buffers = new Map<string, number>();
  private readonly masks = new Map<string, Float32Array>();
  private top: number;

  constructor(shape: Shape, vectors: Float32Array, seed: number) {
    this.shape = shape;
    this.vectors = vectors;
    this.top = 16;
    for (const [name, rows, cols, sparse] of matricesOf(shape)) {
      const at = this.reserve(rows * cols);
      this.matrices.push({ name, at, grad: this.reserve(rows * cols), rows, cols, sparse });
    }
    for (const [name, size] of buffersOf(shape)) this.buffers.set(name, this.reserve(size));
    const memory = makeMemory(this.top * 4 + 65_536);
    this.kernel = makeKernel(memory);
    this.floats = new Float32Array(memory.buffer);
    this.initialise(seededChance(seed));
  }

  matrix(name: string): Matrix {
    const found = this.matrices.find((matrix) => matrix.name === name);
    if (found === undefined) throw new Error(`No matrix ${name}.`);
    return found;
  }

  buffer(name: string): number {
    const found = this.buffers.get(name);
    if (found === undefined) throw new Error(`No buffer ${name}.`);
    return found;
  }

  private reserve(size: number): number {
    const at = this.top;
    this.top += Math.ceil(size / 8) * 8;
    return at;
  }

  private initialise(chance: Chance): void {
    for (const { name, at, rows, cols, sparse } of this.matrices) {
      if (/bias|state|distance/.test(name)) continue;
      const fan = name.startsWith('layer') ? rows + cols / 3 : rows + cols;
      const reach = sparse ? 0.1 : Math.sqrt(6 / fan);
      for (let i = 0; i < rows * cols; i++) this.floats[at + i] = (chance() * 2 - 1) * reach;
    }
  }

  /** Fills `scores` buffers: `tags`, `arcs` (per sentence, see `arcsAt`), and hidden ones. */
  forward(batch: Batch, dropout?: Dropout, chance?: Chance): void {
    this.embed(batch);
    this.drop('x0', batch.size * this.shape.units, dropout?.input, chance);
    for (let layer = 0; layer < this.shape.layers; layer++) {
      this.runLayer(batch, layer, dropout, chance);
      if (layer === 0) this.tag(batch);
      if (layer === mixedLayer) this.mix(batch, dropout, chance);
    }
    const { units, label, layers } = this.shape;
    const h = this.buffer(`x${layers}`);
    const n = batch.size;
    this.forwardArcs(h, '', n, dropout, chance);
    this.linear(h, 'labelDep', 'labelDep', n, units, label);
    this.linear(h, 'labelHead', 'labelHead', n, units, label);
  }

  private forwardArcs(h: number, pass: Pass, n: number, dropout?: Dropout, chance?: Chance): void {
    const { units, arc } = this.shape;
    for (const part of ['arcDep', 'arcHead']) {
      const name = `${part}${pass}`;
      this.linear(h, name, name, n, units, arc);
      this.rectify(this.buffer(name), n * arc);
      this.drop(name, n * arc, dropout?.head, chance);
    }
    this.linear(this.buffer(`arcDep${pass}`), `arcPair${pass}`, `arcPair${pass}`, n, arc, arc);
  }

  /**
   * A first pass over the arcs: each word is told, by the shares of its possible heads and children,
   * what they are like, before the last layers (after Strubell et al. 2018).
   */
  private mix(batch: Batch, dropout?: Dropout, chance?: Chance): void {
    const { units, value } = this.shape;
    const f = this.floats;
    const n = batch.size;
    const x = this.buffer(`x${mixedLayer + 1}`);
    f.copyWithin(this.buffer('x2Plain'), x, x + n * units);
    this.forwardArcs(x, '1', n, dropout, chance);
    this.linear(x, 'headValue', 'headValue', n, units, value);
    this.linear(x, 'childValue', 'childValue', n, units, value);
    const mixed = this.buffer('mixed');
    f.fill(0, mixed, mixed + n * 2 * value);
    let at = this.buffer('arcShares');
    for (const { from, count } of batch.sentences) {
      const cols = this.scoreArcs(from, count, '1');
      const rows = Math.ceil(count / 4) * 4;
      const s = this.buffer('arcs');
      for (let d = 0; d < count; d++) {
        f[s + d * cols + d + 1] = -1e9;
        this.share(s + d * cols, count + 1);
        f.fill(0, s + d * cols + count + 1, s + (d + 1) * cols);
      }
      f.fill(0, s + count * cols, s + rows * cols);
      f.copyWithin(at, s, s + rows * cols);
      this.gatherValues(from, count, cols, at);
      at += rows * cols;
    }
    this.kernel.multiply(mixed * 4, this.matrix('mixed').at * 4, x * 4, n, 2 * value, units);
  }

  /** Into `mixed`: the mean of the heads' values, then of the children's, by the shares at `p`. */
  private gatherValues(from: number, count: number, cols: number, p: number): void {
    const { value } = this.shape;
    const f = this.floats;
    const rows = Math.ceil(count / 4) * 4;
    const out = this.buffer('gathered');
    const values = this.fillHeadValues(from, count, cols);
    f.fill(0, out, out + cols * value);
    this.kernel.multiply(p * 4, values * 4, out * 4, count, cols, value);
    this.copyColumns(out, 0, from, count, 0);
    this.transpose(p, this.buffer('turned'), rows, cols);
    f.fill(0, out, out + cols * value);
    const children = this.buffer('childValue') + from * value;
    this.kernel.multiply(this.buffer('turned') * 4, children * 4, out * 4, cols, rows, value);
    this.copyColumns(out, 1, from, count, 1);
  }

  /** The root's value and the words' one below the other, then zeros. */
  private fillHeadValues(from: number, count: number, cols: number): number {
    const { value } = this.shape;
    const f = this.floats;
    const to = this.buffer('valueRows');
    const root = this.matrix('valueRootBias').at;
    const own = this.buffer('headValue') + from * value;
    f.copyWithin(to, root, root + value);
    f.copyWithin(to + value, own, own + count * value);
    f.fill(0, to + (count + 1) * value, to + cols * value);
    return to;
  }

  private copyColumns(rows: number, skip: number, from: number, count: number, side: number): void {
    const { value } = this.shape;
    const mixed = this.buffer('mixed');
    for (let i = 0; i < count; i++) {
      const row = rows + (i + skip) * value;
      this.floats.copyWithin(mixed + ((from + i) * 2 + side) * value, row, row + value);
    }
  }

  /** Back through the first pass, with a loss of its own. */
  private backMix(batch: Batch, scale: number): number {
    const { units, value } = this.shape;
    const f = this.floats;
    const n = batch.size;
    const padded = Math.ceil(n / 4) * 4;
    const dx = this.buffer('dx');
    const turned = this.buffer('turned');
    const mixed = this.matrix('mixed');
    const dMixed = this.buffer('dMixed');
    f.fill(0, dx + n * units, dx + padded * units);
    f.fill(0, dMixed, dMixed + padded * 2 * value);
    this.transpose(mixed.at, turned, 2 * value, units);
    this.kernel.multiply(dx * 4, turned * 4, dMixed * 4, n, units, 2 * value);
    const own = this.buffer('mixed');
    f.fill(0, own + n * 2 * value, own + padded * 2 * value);
    this.transpose(own, turned, padded, 2 * value);
    this.kernel.multiply(turned * 4, dx * 4, mixed.grad * 4, 2 * value, padded, units);
    for (const [name, size] of [
      ['dArcDep', this.shape.arc],
      ['dArcHead', this.shape.arc],
      ['dArcPair', this.shape.arc],
      ['dHeadValue', value],
      ['dChildValue', value],
    ] as const) {
      f.fill(0, this.buffer(name), this.buffer(name) + padded * size);
    }
    let loss = 0;
    let at = this.buffer('arcShares');
    for (const { from, count } of batch.sentences) {
      const cols = Math.ceil((count + 1) / 8) * 8;
      loss += this.backShares(batch, from, count, at, scale * 0.5);
      at += Math.ceil(count / 4) * 4 * cols;
    }
    const h = this.buffer('x2Plain');
    this.backArcs(h, '1', n);
    this.backLinear(h, 'headValue', this.buffer('dHeadValue'), dx, n, units, value);
    this.backLinear(h, 'childValue', this.buffer('dChildValue'), dx, n, units, value);
    return loss;
  }

  private backShares(batch: Batch, from: number, count: number, p: number, scale: number): number {
    const { value } = this.shape;
    const f = this.floats;
    const cols = Math.ceil((count + 1) / 8) * 8;
    const rows = Math.ceil(count / 4) * 4;
    const turned = this.buffer('turned');
    const dp = this.buffer('arcs2');
    const gathered = this.buffer('gathered');
    const { multiply } = this.kernel;
    f.fill(0, dp, dp + rows * cols);
    // Heads: the gradient of their means, of the shares, of the values.
    this.copyGradient(gathered, 0, from, count, 0, rows);
    const values = this.fillHeadValues(from, count, cols);
    this.transpose(values, turned, cols, value);
    multiply(gathered * 4, turned * 4, dp * 4, count, value, cols);
    this.transpose(p, turned, rows, cols);
    const dValues = this.buffer('dValueRows');
    f.fill(0, dValues, dValues + cols * value);
    multiply(turned * 4, gathered * 4, dValues * 4, cols, rows, value);
    const root = this.matrix('valueRootBias').grad;
    for (let j = 0; j < value; j++) f[root + j] += f[dValues + j];
    const dHead = this.buffer('dHeadValue') + from * value;
    for (let i = 0; i < count * value; i++) f[dHead + i] += f[dValues + value + i];
    // Children.
    this.copyGradient(gathered, 1, from, count, 1, cols);
    this.transpose(gathered, turned, cols, value);
    const children = this.buffer('childValue') + from * value;
    multiply(children * 4, turned * 4, dp * 4, count, value, cols);
    const dChild = this.buffer('dChildValue') + from * value;
    multiply(p * 4, gathered * 4, dChild * 4, count, cols, value);
    // Through the shares to the scores, then this pass's own loss.
    const s = this.buffer('arcs');
    let loss = 0;
    for (let d = 0; d < count; d++) {
      let dot = 0;
      const row = d * cols;
      for (let j = 0; j <= count; j++) dot += f[p + row + j] * f[dp + row + j];
      for (let j = 0; j < cols; j++) {
        f[s + row + j] = f[p + row + j] * (f[dp + row + j] - dot + scale);
      }
      const gold = batch.heads[from + d] + 1;
      f[s + row + gold] -= scale;
      loss -= Math.log(Math.max(f[p + row + gold], 1e-9)) * scale;
    }
    this.fillHeadRows(from, count, '1');
    this.backScores(from, count, '1');
    return loss;
  }

  private copyGradient(
    to: number,
    skip: number,
    from: number,
    count: number,
    side: number,
    rows: number,
  ): void {
    const { value } = this.shape;
    const f = this.floats;
    const grad = this.buffer('dMixed');
    f.fill(0, to, to + rows * value);
    for (let i = 0; i < count; i++) {
      const row = grad + ((from + i) * 2 + side) * value;
      f.copyWithin(to + (i + skip) * value, row, row + value);
    }
  }

  private embed(batch: Batch): void {
    const { vector, units, tables } = this.shape;
    const f = this.floats;
    const x = this.buffer('sums');
    const g = this.buffer('vectors');
    const bias = this.matrix('inBias').at;
    for (let i = 0; i < batch.size; i++) {
      f.copyWithin(x + i * units, bias, bias + units);
      tables.forEach((_, table) => {
        const row =
          this.matrix(`table${table}`).at + batch.features[i * tables.length + table] * units;
        for (let j = 0; j < units; j++) f[x + i * units + j] += f[row + j];
      });
      const from = batch.vectors[i] * vector;
      if (from < 0) f.fill(0, g + i * vector, g + (i + 1) * vector);
      else f.set(this.vectors.subarray(from, from + vector), g + i * vector);
    }
    this.kernel.multiply(g * 4, this.matrix('in').at * 4, x * 4, batch.size, vector, units);
    const rectified = this.buffer('rectified');
    const n = batch.size * units;
    f.copyWithin(rectified, x, x + n);
    this.rectify(rectified, n);
    this.linear(rectified, 'deep', 'x0', batch.size, units, units);
    const out = this.buffer('x0');
    for (let i = 0; i < n; i++) f[out + i] += f[x + i];
  }

  private runLayer(batch: Batch, layer: number, dropout?: Dropout, chance?: Chance): void {
    const { units } = this.shape;
    const h = units / 2;
    const x = this.buffer(`x${layer}`);
    const y = this.buffer(`x${layer + 1}`);
    const u = this.buffer(`u${layer}`);
    const c = this.buffer(`c${layer}`);
    const v = this.matrix(`state${layer}`).at;
    const zero = this.buffer('zero');
    if (layer === 0) {
      this.fillWindow(batch);
      this.linear(this.buffer('window'), 'layer0', 'u0', batch.size, 3 * units, 3 * units);
    } else this.linear(x, `layer${layer}`, `u${layer}`, batch.size, units, 3 * units);
    for (const { from, count } of batch.sentences) {
      const last = from + count - 1;
      this.kernel.recur(
        (u + from * 3 * units) * 4,
        12 * units,
        (x + from * units) * 4,
        (y + from * units) * 4,
        4 * units,
        (c + from * units) * 4,
        4 * units,
        v * 4,
        zero * 4,
        count,
        h,
      );
      this.kernel.recur(
        (u + last * 3 * units + 3 * h) * 4,
        -12 * units,
        (x + last * units + h) * 4,
        (y + last * units + h) * 4,
        -4 * units,
        (c + last * units + h) * 4,
        -4 * units,
        (v + 2 * h) * 4,
        zero * 4,
        count,
        h,
      );
    }
    this.drop(`x${layer + 1}`, batch.size * units, dropout?.layer, chance);
  }

  /** Tags from the first layer; their shares are added to what the second layer sees. */
  private tag(batch: Batch): void {
    const { units, upos, xpos } = this.shape;
    const f = this.floats;
    const n = batch.size;
    const width = upos + xpos;
    const x = this.buffer('x1');
    this.linear(x, 'tags', 'tags', n, units, width);
    f.copyWithin(this.buffer('shares'), this.buffer('tags'), this.buffer('tags') + n * width);
    for (let i = 0; i < n; i++) {
      this.share(this.buffer('shares') + i * width, upos);
      this.share(this.buffer('shares') + i * width + upos, xpos);
    }
    f.copyWithin(this.buffer('x1Plain'), x, x + n * units);
    this.kernel.multiply(
      this.buffer('shares') * 4,
      this.matrix('tagged').at * 4,
      x * 4,
      n,
      width,
      units,
    );
  }

  private share(at: number, width: number): void {
    const f = this.floats;
    let max = -Infinity;
    for (let i = at; i < at + width; i++) if (f[i] > max) max = f[i];
    let sum = 0;
    for (let i = at; i < at + width; i++) {
      f[i] = Math.exp(f[i] - max);
      sum += f[i];
    }
    for (let i = at; i < at + width; i++) f[i] /= sum;
  }

  /** Back through the tags: from the second layer's input, and from the tags' own loss. */
  private backTags(batch: Batch, scale: number): number {
    const { units, upos, xpos } = this.shape;
    const f = this.floats;
    const n = batch.size;
    const width = upos + xpos;
    const padded = Math.ceil(n / 4) * 4;
    const dx = this.buffer('dx');
    const shares = this.buffer('shares');
    const grad = this.buffer('dShares');
    f.fill(0, dx + n * units, dx + padded * units);
    f.fill(0, grad, grad + padded * width);
    f.fill(0, shares + n * width, shares + padded * width);
    const turned = this.buffer('turned');
    const tagged = this.matrix('tagged');
    this.transpose(tagged.at, turned, width, units);
    this.kernel.multiply(dx * 4, turned * 4, grad * 4, n, units, width);
    this.transpose(shares, turned, padded, width);
    this.kernel.multiply(turned * 4, dx * 4, tagged.grad * 4, width, padded, units);
    const loss = this.learnTags(batch, scale);
    const tags = this.buffer('tags');
    for (let i = 0; i < n; i++) {
      for (const [from, size] of [
        [i * width, upos],
        [i * width + upos, xpos],
      ] as const) {
        let dot = 0;
        for (let j = from; j < from + size; j++) dot += f[shares + j] * f[grad + j];
        for (let j = from; j < from + size; j++) f[tags + j] += f[shares + j] * (f[grad + j] - dot);
      }
    }
    this.backLinear(this.buffer('x1Plain'), 'tags', tags, dx, n, units, width);
    return loss;
  }

  /** The word before, the word and the word after, side by side; zeros past the ends. */
  private fillWindow(batch: Batch): void {
    const { units } = this.shape;
    const f = this.floats;
    const x = this.buffer('x0');
    const window = this.buffer('window');
    for (const { from, count } of batch.sentences) {
      for (let i = from; i < from + count; i++) {
        for (let side = 0; side < 3; side++) {
          const to = window + (i * 3 + side) * units;
          const other = i + side - 1;
          if (other < from || other >= from + count) f.fill(0, to, to + units);
          else f.copyWithin(to, x + other * units, x + (other + 1) * units);
        }
      }
    }
  }

  private backWindow(batch: Batch): void {
    const { units } = this.shape;
    const f = this.floats;
    const n = batch.size;
    const grad = this.buffer('dWindow');
    f.fill(0, grad, grad + n * 3 * units);
    this.backLinear(
      this.buffer('window'),
      'layer0',
      this.buffer('du'),
      grad,
      n,
      3 * units,
      3 * units,
    );
    const dx = this.buffer('dx');
    for (const { from, count } of batch.sentences) {
      for (let i = from; i < from + count; i++) {
        for (let side = 0; side < 3; side++) {
          const other = i + side - 1;
          if (other < from || other >= from + count) continue;
          const g = grad + (i * 3 + side) * units;
          for (let j = 0; j < units; j++) f[dx + other * units + j] += f[g + j];
        }
      }
    }
  }

  /** `out = bias + x · weights`. */
  private linear(
    x: number,
    weights: string,
    out: string,
    n: number,
    k: number,
    width: number,
  ): void {
    const to = this.buffer(out);
    const bias = this.matrix(`${weights}Bias`).at;
    for (let i = 0; i < n; i++) this.floats.copyWithin(to + i * width, bias, bias + width);
    this.kernel.multiply(x * 4, this.matrix(weights).at * 4, to * 4, n, k, width);
  }

  private rectify(at: number, size: number): void {
    const f = this.floats;
    for (let i = at; i < at + size; i++) if (f[i] < 0) f[i] = 0;
  }

  private drop(name: string, size: number, rate = 0, chance?: Chance): void {
    if (rate === 0 || chance === undefined) {
      this.masks.delete(name);
      return;
    }
    const mask = new Float32Array(size);
    const keep = 1 / (1 - rate);
    const at = this.buffer(name);
    for (let i = 0; i < size; i++) {
      mask[i] = chance() < rate ? 0 : keep;
      this.floats[at + i] *= mask[i];
    }
    this.masks.set(name, mask);
  }

  private undrop(name: string, grad: number, size: number): void {
    const mask = this.masks.get(name);
    if (mask === undefined) return;
    for (let i = 0; i < size; i++) this.floats[grad + i] *= mask[i];
  }

  /** Arc scores of one sentence into buffer `arcs`: a row a word, column 0 the root; returns columns. */
  scoreArcs(from: number, count: number, pass: Pass = ''): number {
    const { arc, distances } = this.shape;
    const f = this.floats;
    const cols = this.fillHeadRows(from, count, pass);
    const turned = this.buffer('headCols');
    this.transpose(this.buffer('headRows'), turned, cols, arc);
    const s = this.buffer('arcs');
    const bias = this.matrix(`arcDistance${pass}`).at;
    for (let d = 0; d < count; d++) {
      f.fill(0, s + d * cols, s + (d + 1) * cols);
      for (let h = 0; h < count; h++) {
        f[s + d * cols + h + 1] = f[bias + distanceBucket(h - d, distances)];
      }
    }
    const pair = this.buffer(`arcPair${pass}`) + from * arc;
    this.kernel.multiply(pair * 4, turned * 4, s * 4, count, arc, cols);
    return cols;
  }

  /** The root and the words as heads, one below the other, then zeros up to a multiple of eight. */
  private fillHeadRows(from: number, count: number, pass: Pass): number {
    const { arc } = this.shape;
    const f = this.floats;
    const cols = Math.ceil((count + 1) / 8) * 8;
    const heads = this.buffer('headRows');
    const root = this.matrix(`arcRootBias${pass}`).at;
    f.copyWithin(heads, root, root + arc);
    const own = this.buffer(`arcHead${pass}`) + from * arc;
    f.copyWithin(heads + arc, own, own + count * arc);
    f.fill(0, heads + (count + 1) * arc, heads + cols * arc);
    return cols;
  }

  transpose(from: number, to: number, rows: number, cols: number): void {
    const f = this.floats;
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) f[to + c * rows + r] = f[from + r * cols + c];
    }
  }

  /** Scores of relations for words with the given heads, into buffer `labels`. */
  scoreLabels(batch: Batch, heads: Int32Array): void {
    const { label, deprels, distances } = this.shape;
    const f = this.floats;
    const z = this.buffer('labelHidden');
    const dep = this.buffer('labelDep');
    const all = this.buffer('labelHead');
    const root = this.matrix('labelRootBias').at;
    const distance = this.matrix('labelDistance').at;
    for (const { from, count } of batch.sentences) {
      for (let d = 0; d < count; d++) {
        const head = heads[from + d];
        const own = head < 0 ? root : all + (from + head) * label;
        const bucket = head < 0 ? distances - 1 : distanceBucket(head - d, distances);
        const far = distance + bucket * label;
        for (let j = 0; j < label; j++) {
          const sum = f[dep + (from + d) * label + j] + f[own + j] + f[far + j];
          f[z + (from + d) * label + j] = sum > 0 ? sum : 0;
        }
      }
    }
    this.linear(z, 'labels', 'labels', batch.size, label, deprels);
  }

  /** One pass with gradients; returns the mean loss a word. Gradients add up until `clear`. */
  learn(batch: Batch, dropout: Dropout, chance?: Chance): number {
    this.forward(batch, dropout, chance);
    const { units, arc, label, deprels, layers } = this.shape;
    const f = this.floats;
    const n = batch.size;
    const padded = Math.ceil(n / 4) * 4;
    const scale = 1 / n;
    for (const [name, size] of [
      ['dArcDep', arc],
      ['dArcHead', arc],
      ['dArcPair', arc],
      ['dLabelDep', label],
      ['dLabelHead', label],
      ['dx', units],
    ] as const) {
      f.fill(0, this.buffer(name), this.buffer(name) + padded * size);
    }
    let loss = this.learnArcs(batch, scale);
    this.scoreLabels(batch, batch.heads);
    loss += this.learnLabels(batch, scale);
    f.fill(0, this.buffer('labels') + n * deprels, this.buffer('labels') + padded * deprels);
    const h = this.buffer(`x${layers}`);
    const dx = this.buffer('dx');
    this.backArcs(h, '', n);
    this.backLinear(h, 'labelDep', this.buffer('dLabelDep'), dx, n, units, label);
    this.backLinear(h, 'labelHead', this.buffer('dLabelHead'), dx, n, units, label);
    for (let layer = layers - 1; layer >= 0; layer--) {
      if (layer === mixedLayer) loss += this.backMix(batch, scale);
      if (layer === 0) loss += this.backTags(batch, scale);
      this.backLayer(batch, layer);
    }
    this.backEmbed(batch);
    return loss;
  }

  private learnTags(batch: Batch, scale: number): number {
    const { upos, xpos } = this.shape;
    const at = this.buffer('tags');
    const width = upos + xpos;
    let loss = 0;
    for (let i = 0; i < batch.size; i++) {
      loss += this.softmax(at + i * width, upos, batch.upos[i], scale);
      loss += this.softmax(at + i * width + upos, xpos, batch.xpos[i], scale);
    }
    const padded = Math.ceil(batch.size / 4) * 4;
    this.floats.fill(0, at + batch.size * width, at + padded * width);
    return loss;
  }

  private learnArcs(batch: Batch, scale: number): number {
    const f = this.floats;
    let loss = 0;
    for (const { from, count } of batch.sentences) {
      const cols = this.scoreArcs(from, count);
      const s = this.buffer('arcs');
      for (let d = 0; d < count; d++) {
        for (let pad = count + 1; pad < cols; pad++) f[s + d * cols + pad] = -1e9;
        f[s + d * cols + d + 1] = -1e9;
        loss += this.softmax(s + d * cols, cols, batch.heads[from + d] + 1, scale);
      }
      this.backScores(from, count, '');
    }
    return loss;
  }

  /** From the gradient of one sentence's scores, in `arcs`, to the pairs, heads and distances. */
  private backScores(from: number, count: number, pass: Pass): void {
    const { arc, distances } = this.shape;
    const f = this.floats;
    const cols = Math.ceil((count + 1) / 8) * 8;
    const rows = Math.ceil(count / 4) * 4;
    const s = this.buffer('arcs');
    const bias = this.matrix(`arcDistance${pass}`).grad;
    for (let d = 0; d < count; d++) {
      for (let h = 0; h < count; h++) {
        f[bias + distanceBucket(h - d, distances)] += f[s + d * cols + h + 1];
      }
    }
    f.fill(0, s + count * cols, s + rows * cols);
    const { multiply } = this.kernel;
    const pairs = this.buffer('dArcPair') + from * arc;
    multiply(s * 4, this.buffer('headRows') * 4, pairs * 4, count, cols, arc);
    const turned = this.buffer('turned');
    this.transpose(s, turned, rows, cols);
    const dHeads = this.buffer('dHeadRows');
    f.fill(0, dHeads, dHeads + cols * arc);
    const own = this.buffer(`arcPair${pass}`) + from * arc;
    multiply(turned * 4, own * 4, dHeads * 4, cols, rows, arc);
    const root = this.matrix(`arcRootBias${pass}`).grad;
    for (let j = 0; j < arc; j++) f[root + j] += f[dHeads + j];
    const words = this.buffer('dArcHead') + from * arc;
    for (let i = 0; i < count * arc; i++) f[words + i] += f[dHeads + arc + i];
  }

  /** From pairs and heads to the layer below, into `dx`. */
  private backArcs(h: number, pass: Pass, n: number): void {
    const { units, arc } = this.shape;
    const f = this.floats;
    const dep = this.buffer(`arcDep${pass}`);
    const pairs = this.buffer('dArcPair');
    this.backLinear(dep, `arcPair${pass}`, pairs, this.buffer('dArcDep'), n, arc, arc);
    for (const part of ['arcDep', 'arcHead']) {
      const name = `${part}${pass}`;
      const at = this.buffer(name);
      const g = this.buffer(part === 'arcDep' ? 'dArcDep' : 'dArcHead');
      this.undrop(name, g, n * arc);
      for (let i = 0; i < n * arc; i++) if (f[at + i] <= 0) f[g + i] = 0;
      this.backLinear(h, name, g, this.buffer('dx'), n, units, arc);
    }
  }

  private learnLabels(batch: Batch, scale: number): number {
    const { label, deprels, distances } = this.shape;
    const f = this.floats;
    const at = this.buffer('labels');
    let loss = 0;
    for (let i = 0; i < batch.size; i++)
      loss += this.softmax(at + i * deprels, deprels, batch.deprels[i], scale);
    const padded = Math.ceil(batch.size / 4) * 4;
    f.fill(0, at + batch.size * deprels, at + padded * deprels);
    const z = this.buffer('labelHidden');
    const dz = this.buffer('dLabelHidden');
    f.fill(0, dz, dz + padded * label);
    this.backLinear(z, 'labels', at, dz, batch.size, label, deprels);
    const dep = this.buffer('dLabelDep');
    const all = this.buffer('dLabelHead');
    const root = this.matrix('labelRootBias').grad;
    const distance = this.matrix('labelDistance').grad;
    for (const { from, count } of batch.sentences) {
      for (let d = 0; d < count; d++) {
        const head = batch.heads[from + d];
        const own = head < 0 ? root : all + (from + head) * label;
        const far =
          distance + (head < 0 ? distances - 1 : distanceBucket(head - d, distances)) * label;
        for (let j = 0; j < label; j++) {
          const i = (from + d) * label + j;
          if (f[z + i] <= 0) continue;
          f[dep + i] += f[dz + i];
          f[own + j] += f[dz + i];
          f[far + j] += f[dz + i];
        }
      }
    }
    return loss;
  }

  /** Turns scores into the gradient of the cross entropy, times `scale`; returns the loss. */
  private softmax(at: number, width: number, gold: number, scale: number): number {
    const f = this.floats;
    if (gold < 0) {
      f.fill(0, at, at + width);
      return 0;
    }
    let max = -Infinity;
    for (let i = at; i < at + width; i++) if (f[i] > max) max = f[i];
    let sum = 0;
    const score = f[at + gold] - max;
    for (let i = at; i < at + width; i++) {
      const e = Math.exp(f[i] - max);
      f[i] = e;
      sum += e;
    }
    for (let i = at; i < at + width; i++) f[i] *= scale / sum;
    f[at + gold] -= scale;
    return (Math.log(sum) - score) * scale;
  }

  /** Adds to the gradients of weights and bias, and to `dx`. `dy` has zero rows up to a multiple of 4. */
  private backLinear(
    x: number,
    weights: string,
    dy: number,
    dx: number,
    n: number,
    k: number,
    width: number,
  ): void {
    const f = this.floats;
    const w = this.matrix(weights);
    const turned = this.buffer('turned');
    const padded = Math.ceil(n / 4) * 4;
    this.transpose(w.at, turned, k, width);
    this.kernel.multiply(dy * 4, turned * 4, dx * 4, n, width, k);
    this.transpose(x, turned, padded, k);
    this.kernel.multiply(turned * 4, dy * 4, w.grad * 4, k, padded, width);
    const bias = this.matrix(`${weights}Bias`).grad;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < width; j++) f[bias + j] += f[dy + i * width + j];
  }

  private backLayer(batch: Batch, layer: number): void {
    const { units } = this.shape;
    const n = batch.size;
    const f = this.floats;
    const dy = this.buffer('dx');
    const du = this.buffer('du');
    const padded = Math.ceil(n / 4) * 4;
    this.undrop(`x${layer + 1}`, dy, n * units);
    for (const { from, count } of batch.sentences) {
      this.backRecur(layer, from, count, 1);
      this.backRecur(layer, from, count, -1);
    }
    f.fill(0, du + n * 3 * units, du + padded * 3 * units);
    if (layer === 0) this.backWindow(batch);
    else this.backLinear(this.buffer(`x${layer}`), `layer${layer}`, du, dy, n, units, 3 * units);
  }

  /** Back through one direction of one sentence; `dx` turns from the outputs' to the inputs' gradient. */
  private backRecur(layer: number, from: number, count: number, step: 1 | -1): void {
    const { units } = this.shape;
    const h = units / 2;
    const f = this.floats;
    const side = step === 1 ? 0 : 1;
    const state = this.matrix(`state${layer}`);
    const v = state.at + side * units;
    const dv = state.grad + side * units;
    const carry = new Float32Array(h);
    for (let t = count - 1; t >= 0; t--) {
      const i = from + (step === 1 ? t : count - 1 - t);
      const u = this.buffer(`u${layer}`) + i * 3 * units + side * 3 * h;
      const du = this.buffer('du') + i * 3 * units + side * 3 * h;
      const c = this.buffer(`c${layer}`) + i * units + side * h;
      const x = this.buffer(`x${layer}`) + i * units + side * h;
      const dx = this.buffer('dx') + i * units + side * h;
      const before = c - step * units;
      for (let j = 0; j < h; j++) {
        const was = t === 0 ? 0 : f[before + j];
        const z = f[u + j];
        const a = f[u + h + j] + f[v + j] * was;
        const b = f[u + 2 * h + j] + f[v + h + j] * was;
        const slopeA = 1 / Math.sqrt(1 + a * a);
        const slopeB = 1 / Math.sqrt(1 + b * b);
        const forget = 0.5 + 0.5 * a * slopeA;
        const reset = 0.5 + 0.5 * b * slopeB;
        const dy = f[dx + j];
        const db = dy * (f[c + j] - f[x + j]) * 0.5 * slopeB * slopeB * slopeB;
        const dc = carry[j] + reset * dy;
        const da = dc * (was - z) * 0.5 * slopeA * slopeA * slopeA;
        f[dx + j] = (1 - reset) * dy;
        f[du + j] = dc * (1 - forget);
        f[du + h + j] = da;
        f[du + 2 * h + j] = db;
        f[dv + j] += da * was;
        f[dv + h + j] += db * was;
        carry[j] = dc * forget + da * f[v + j] + db * f[v + h + j];
      }
    }
  }

  private backEmbed(batch: Batch): void {
    const { vector, units, tables } = this.shape;
    const f = this.floats;
    const dx = this.buffer('dx');
    const n = batch.size;
    this.undrop('x0', dx, n * units);
    const turned = this.buffer('turned');
    const padded = Math.ceil(n / 4) * 4;
    f.fill(0, dx + n * units, dx + padded * units);
    const sums = this.buffer('sums');
    const grad = this.buffer('dRectified');
    f.fill(0, grad, grad + n * units);
    this.backLinear(this.buffer('rectified'), 'deep', dx, grad, n, units, units);
    for (let i = 0; i < n * units; i++) if (f[sums + i] > 0) f[dx + i] += f[grad + i];
    f.fill(0, this.buffer('vectors') + n * vector, this.buffer('vectors') + padded * vector);
    this.transpose(this.buffer('vectors'), turned, padded, vector);
    this.kernel.multiply(turned * 4, dx * 4, this.matrix('in').grad * 4, vector, padded, units);
    const bias = this.matrix('inBias').grad;
    const places = tables.map((_, table) => this.matrix(`table${table}`));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < units; j++) f[bias + j] += f[dx + i * units + j];
      places.forEach((place, table) => {
        const row = batch.features[i * tables.length + table];
        const g = place.grad + row * units;
        for (let j = 0; j < units; j++) f[g + j] += f[dx + i * units + j];
        const rows = this.touched.get(place.name) ?? new Set();
        rows.add(row);
        this.touched.set(place.name, rows);
      });
    }
  }
}

import type { Shape } from '../src/reading/syntax/weights.ts';

export type { Shape };

export interface Batch {
  readonly size: number;
  /** First word and number of words of each sentence. */
  readonly sentences: readonly { readonly from: number; readonly count: number }[];
  /** One row of each table for each word. */
  readonly features: Int32Array;
  /** Row of `vectors` for each word, -1 for none. */
  readonly vectors: Int32Array;
  /** Head within the sentence, -1 for the root. */
  readonly heads: Int32Array;
  readonly deprels: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
}

/** A matrix of parameters: where it stands in memory, in floats, and its gradient likewise. */
export interface Matrix {
  readonly name: string;
  readonly at: number;
  readonly grad: number;
  readonly rows: number;
  readonly cols: number;
  /** Only rows that a batch touches have a gradient. */
  readonly sparse: boolean;
}

export interface Dropout {
  readonly input: number;
  readonly layer: number;
  readonly head: number;
}

/** The largest sentence and batch that buffers are made for. */
export const mostWords = 1200;
export const longest = 256;

/** Name, rows, columns of each matrix, and whether only touched rows have a gradient. */
export function matricesOf(shape: Shape): (readonly [string, number, number, boolean])[] {
  const { vector, units, layers, arc, label, value, upos, xpos, deprels, distances } = shape;
  const dense: [string, number, number][] = [
    ['in', vector, units],
    ['inBias', 1, units],
    ['deep', units, units],
    ['deepBias', 1, units],
  ];
  for (let layer = 0; layer < layers; layer++) {
    dense.push(
      [`layer${layer}`, layer === 0 ? 3 * units : units, 3 * units],
      [`layer${layer}Bias`, 1, 3 * units],
      [`state${layer}`, 1, 2 * units],
    );
  }
  dense.push(
    ['tags', units, upos + xpos],
    ['tagsBias', 1, upos + xpos],
    ['tagged', upos + xpos, units],
  );
  for (const pass of ['', '1']) {
    dense.push(
      [`arcDep${pass}`, units, arc],
      [`arcDep${pass}Bias`, 1, arc],
      [`arcHead${pass}`, units, arc],
      [`arcHead${pass}Bias`, 1, arc],
      [`arcPair${pass}`, arc, arc],
      [`arcPair${pass}Bias`, 1, arc],
      [`arcRootBias${pass}`, 1, arc],
      [`arcDistance${pass}`, 1, distances],
    );
  }
  dense.push(
    ['headValue', units, value],
    ['headValueBias', 1, value],
    ['childValue', units, value],
    ['childValueBias', 1, value],
    ['valueRootBias', 1, value],
    ['mixed', 2 * value, units],
  );
  dense.push(
    ['labelDep', units, label],
    ['labelDepBias', 1, label],
    ['labelHead', units, label],
    ['labelHeadBias', 1, label],
  );
  dense.push(['labelRootBias', 1, label], ['labelDistance', distances, label]);
  dense.push(['labels', label, deprels], ['labelsBias', 1, deprels]);
  const tables = shape.tables.map((rows, at) => [`table${at}`, rows, units, true] as const);
  return [...dense.map(([name, rows, cols]) => [name, rows, cols, false] as const), ...tables];
}

/** Name and size, in numbers, of each working array. */
export function buffersOf(shape: Shape): (readonly [string, number])[] {
  const { vector, units, layers, arc, label, value, upos, xpos, deprels } = shape;
  const n = mostWords + 8;
  const buffers: [string, number][] = [
    ['vectors', n * vector],
    ['x0', n * units],
    ['sums', n * units],
    ['rectified', n * units],
    ['dRectified', n * units],
    ['dx', n * units],
    ['du', n * 3 * units],
    ['zero', units],
  ];
  buffers.push(
    ['shares', n * (upos + xpos)],
    ['dShares', n * (upos + xpos)],
    ['x1Plain', n * units],
  );
  buffers.push(['window', n * 3 * units], ['dWindow', n * 3 * units]);
  for (let layer = 0; layer < layers; layer++) {
    buffers.push(
      [`u${layer}`, n * 3 * units],
      [`c${layer}`, n * units],
      [`x${layer + 1}`, n * units],
    );
  }
  buffers.push(
    ['tags', n * (upos + xpos)],
    ['labels', n * deprels],
    ['labelHidden', n * label],
    ['dLabelHidden', n * label],
  );
  for (const name of ['arcDep', 'arcHead', 'arcPair']) {
    buffers.push([name, n * arc], [`${name}1`, n * arc]);
  }
  for (const name of ['dArcDep', 'dArcHead', 'dArcPair']) buffers.push([name, n * arc]);
  for (const name of ['headValue', 'childValue', 'dHeadValue', 'dChildValue']) {
    buffers.push([name, n * value]);
  }
  for (const name of ['gathered', 'valueRows', 'dValueRows']) {
    buffers.push([name, (longest + 16) * value]);
  }
  buffers.push(['mixed', n * 2 * value], ['dMixed', n * 2 * value], ['x2Plain', n * units]);
  buffers.push(['arcShares', n * (longest + 16)], ['arcs2', (longest + 8) * (longest + 16)]);
  for (const name of ['labelDep', 'labelHead', 'dLabelDep', 'dLabelHead'])
    buffers.push([name, n * label]);
  for (const name of ['headRows', 'headCols', 'dHeadRows'])
    buffers.push([name, (longest + 16) * arc]);
  buffers.push(
    ['arcs', (longest + 8) * (longest + 16)],
    ['turned', Math.max(n, 4 * units) * 4 * units + longest * longest],
  );
  return buffers;
}

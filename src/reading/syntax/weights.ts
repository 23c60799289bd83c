import { assert } from '../../base/assert.ts';

/** Sizes of the network; widths are multiples of eight, so that the kernel runs without rests. */
export interface Shape {
  /** Width of a ready-made word vector. */
  readonly vector: number;
  readonly units: number;
  readonly layers: number;
  readonly arc: number;
  readonly label: number;
  /** Width of what a word tells its heads and children in the first pass. */
  readonly value: number;
  readonly upos: number;
  readonly xpos: number;
  readonly deprels: number;
  /** Rows of each table of learned features. */
  readonly tables: readonly number[];
  /** Buckets of signed distance between a word and its head. */
  readonly distances: number;
}

/** What stands in front of the numbers in model.bin. */
export interface Header {
  readonly shape: Shape;
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly deprels: readonly string[];
  /** Known words. */
  readonly words: number;
  /** Matrices in the order of the file: 16-bit with one scale, or 8-bit with one a row. */
  readonly matrices: readonly {
    readonly name: string;
    readonly rows: number;
    readonly cols: number;
    readonly bits: 8 | 16;
    /** Of 16-bit ones. */
    readonly scale: number;
  }[];
  /** `UPOS form` to lemma, where the rules give another. */
  readonly lemmas: string;
}

/** A matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly numbers: Float32Array;
}

export interface Weights {
  readonly header: Header;
  /** Hashes of the known words, by row. */
  readonly words: Int32Array;
  readonly dense: ReadonlyMap<string, Matrix>;
  /** Tables of learned features, as bytes and scales by row. */
  readonly tables: readonly { readonly bytes: Int8Array; readonly scales: Float32Array }[];
  readonly vectors: {
    readonly hashes: Int32Array;
    readonly scales: Float32Array;
    readonly bytes: Int8Array;
  };
}

/** Reads model.bin: length of the header, header as JSON, then numbers, each part on four bytes. */
export function readWeights(model: Uint8Array, vectors: Uint8Array): Weights {
  const buffer = aligned(model);
  const length = new Int32Array(buffer, 0, 1)[0];
  const text = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  const header = JSON.parse(text) as Header;
  let at = 4 + length;
  const take = (bytes: number) => {
    at += bytes;
    return at - bytes;
  };
  const words = new Int32Array(buffer, take(header.words * 4), header.words);
  const dense = new Map<string, Matrix>();
  const tables: { bytes: Int8Array; scales: Float32Array }[] = [];
  for (const { name, rows, cols, bits, scale } of header.matrices) {
    const size = rows * cols;
    if (bits === 16) {
      const numbers = new Int16Array(buffer, take(Math.ceil(size / 2) * 4), size);
      dense.set(name, { rows, cols, numbers: Float32Array.from(numbers, (x) => x * scale) });
    } else {
      const scales = new Float32Array(buffer, take(rows * 4), rows);
      tables.push({ scales, bytes: new Int8Array(buffer, take(Math.ceil(size / 4) * 4), size) });
    }
  }
  assert(
    at === buffer.byteLength,
    `model.bin has ${buffer.byteLength} bytes, its header says ${at}.`,
  );
  return { header, words, dense, tables, vectors: readVectors(vectors) };
}

/** Reads vectors.bin: number and width of the vectors, a scale for each place, hashes, bytes. */
export function readVectors(file: Uint8Array): Weights['vectors'] {
  const buffer = aligned(file);
  const [count, width] = new Int32Array(buffer, 0, 2);
  const scales = new Float32Array(buffer, 8, width);
  const hashes = new Int32Array(buffer, 8 + 4 * width, count);
  return { hashes, scales, bytes: new Int8Array(buffer, 8 + 4 * width + 4 * count, count * width) };
}

/** The bytes in a buffer of their own or on a border of four. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes).buffer;
}

import { assert } from '../src/base/assert.ts';

/** A WebAssembly function: parameters and locals by name, the body as flat text instructions. */
export interface WasmFunction {
  readonly name: string;
  /** All 32-bit integers: addresses in bytes, counts. */
  readonly params: readonly string[];
  readonly integers: readonly string[];
  readonly vectors: readonly string[];
  readonly body: string;
}

const plain: Record<string, readonly number[]> = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  end: [0x0b],
  'i32.eqz': [0x45],
  'i32.lt_s': [0x48],
  'i32.ge_s': [0x4e],
  'i32.add': [0x6a],
  'i32.sub': [0x6b],
  'i32.mul': [0x6c],
  'i32.shl': [0x74],
};
const numbered: Record<string, number> = { br: 0x0c, br_if: 0x0d, 'i32.const': 0x41 };
const onLocals: Record<string, number> = { get: 0x20, set: 0x21, tee: 0x22 };
const onMemory: Record<string, number> = { 'v128.load': 0x00, splat: 0x09, 'v128.store': 0x0b };
const onVectors: Record<string, number> = {
  'f32x4.splat': 0x13,
  'f32x4.sqrt': 0xe3,
  'f32x4.add': 0xe4,
  'f32x4.sub': 0xe5,
  'f32x4.mul': 0xe6,
  'f32x4.div': 0xe7,
  'f32x4.max': 0xe9,
};

/**
 * Turns functions written as flat WebAssembly text into a module that imports `host.memory`.
 * Names are those of the WebAssembly text format, but for `get`, `set`, `tee` (locals), `splat`
 * (`v128.load32_splat`) and `ones` (a constant of four 1.0). Memory offsets stand after a load.
 */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map((f) => [0x60, ...list(f.params.map(() => [0x7f])), 0x00]);
  const exported = functions.map((f, at) => [...name(f.name), 0x00, ...unsigned(at)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([[...name('host'), ...name('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, list(functions.map((_, at) => unsigned(at)))),
    ...section(7, list(exported)),
    ...section(10, list(functions.map(codeOf))),
  ]);
}

function codeOf(f: WasmFunction): number[] {
  const places = new Map(
    [...f.params, ...f.integers, ...f.vectors].map((local, at) => [local, at]),
  );
  const bytes: number[] = list([
    [...unsigned(f.integers.length), 0x7f],
    [...unsigned(f.vectors.length), 0x7b],
  ]);
  const words = f.body.split(/\s+/).filter((word) => word !== '');
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (plain[word] !== undefined) bytes.push(...plain[word]);
    else if (word === 'ones') bytes.push(0xfd, 0x0c, ...fourOnes);
    else if (onVectors[word] !== undefined) bytes.push(0xfd, ...unsigned(onVectors[word]));
    else if (numbered[word] !== undefined) {
      bytes.push(numbered[word], ...signed(Number(words[++at])));
    } else if (onMemory[word] !== undefined) {
      bytes.push(0xfd, onMemory[word], 0x02, ...unsigned(Number(words[++at])));
    } else {
      const local = places.get(words[++at]);
      assert(onLocals[word] !== undefined && local !== undefined, `${word} ${words[at]}?`);
      bytes.push(onLocals[word], ...unsigned(local));
    }
  }
  bytes.push(0x0b);
  return [...unsigned(bytes.length), ...bytes];
}

const fourOnes = [0, 1, 2, 3].flatMap(() => [0x00, 0x00, 0x80, 0x3f]);

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): number[] {
  return list([...Buffer.from(text)].map((byte) => [byte]));
}

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

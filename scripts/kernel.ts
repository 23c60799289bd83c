// `npm run kernel`: assembles the two hot loops of the tagger and parser into weights/kernel.wasm.
import { writeFileSync } from 'node:fs';
import { assemble, type WasmFunction } from './assemble.ts';

/** Rows by four, then the rest one by one; each sum runs over k in the same order in both. */
const multiply: WasmFunction = {
  name: 'multiply',
  params: ['a', 'b', 'c', 'm', 'k', 'n'],
  integers: ['i', 'j', 'kk', 'a0', 'a1', 'a2', 'a3', 'pb', 'pc', 'kBytes', 'nBytes', 'pj'],
  vectors: ['t', 'b0', 'b1', 's00', 's01', 's10', 's11', 's20', 's21', 's30', 's31'],
  body: `
    get k i32.const 2 i32.shl set kBytes
    get n i32.const 2 i32.shl set nBytes
    block loop
      get m i32.const 4 i32.lt_s br_if 1
      ${tile(4)}
      get a get kBytes i32.const 2 i32.shl i32.add set a
      get c get nBytes i32.const 2 i32.shl i32.add set c
      get m i32.const 4 i32.sub set m
      br 0
    end end
    block loop
      get m i32.eqz br_if 1
      ${tile(1)}
      get a get kBytes i32.add set a
      get c get nBytes i32.add set c
      get m i32.const 1 i32.sub set m
      br 0
    end end`,
};

/** All columns, eight at a time, of `rows` rows at `a` and `c`. */
function tile(rows: number): string {
  const each = (make: (row: number) => string) =>
    Array.from({ length: rows }, (_, row) => make(row)).join(' ');
  const seek = (row: number) => `get pc ${'get nBytes i32.add '.repeat(row)}`;
  const step = (at: number) => `
    get pb v128.load 0 set b0 get pb v128.load 16 set b1
    ${each(
      (row) => `get a${row} splat ${at * 4} set t
        get s${row}0 get t get b0 f32x4.mul f32x4.add set s${row}0
        get s${row}1 get t get b1 f32x4.mul f32x4.add set s${row}1`,
    )}
    get pb get nBytes i32.add set pb`;
  return `
    i32.const 0 set j get b set pj get c set pc
    loop
      ${each((row) => `get a ${'get kBytes i32.add '.repeat(row)} set a${row}`)}
      get pj set pb get k set kk
      ${each(
        (row) => `${seek(row)} v128.load 0 set s${row}0 ${seek(row)} v128.load 16 set s${row}1`,
      )}
      loop
        ${[0, 1, 2, 3].map(step).join('\n')}
        ${each((row) => `get a${row} i32.const 16 i32.add set a${row}`)}
        get kk i32.const 4 i32.sub tee kk br_if 0
      end
      ${each(
        (row) => `${seek(row)} get s${row}0 v128.store 0 ${seek(row)} get s${row}1 v128.store 16`,
      )}
      get pj i32.const 32 i32.add set pj get pc i32.const 32 i32.add set pc
      get j i32.const 8 i32.add tee j get n i32.lt_s br_if 0
    end`;
}

/** A gate: (1 + x / √(1 + x²)) / 2. It closes quicker than x / (1 + |x|), with no exponential. */
const gate = `tee t get t get t f32x4.mul ones f32x4.add f32x4.sqrt f32x4.div
  ones f32x4.add get half f32x4.mul`;

const recur: WasmFunction = {
  name: 'recur',
  params: ['u', 'uStep', 'x', 'y', 'xStep', 'c', 'cStep', 'v', 'zero', 'n', 'h'],
  integers: ['j', 'hBytes', 'before', 'pu', 'pv'],
  vectors: ['t', 'half', 'was', 'now', 'z', 'in'],
  body: `
    get h i32.const 2 i32.shl set hBytes
    ones ones ones f32x4.add f32x4.div set half
    get zero set before
    block loop
      get n i32.eqz br_if 1
      i32.const 0 set j
      loop
        get before get j i32.add v128.load 0 set was
        get u get j i32.add tee pu v128.load 0 set z
        get v get j i32.add tee pv v128.load 0 get was f32x4.mul
        get pu get hBytes i32.add tee pu v128.load 0 f32x4.add ${gate}
        get was get z f32x4.sub f32x4.mul get z f32x4.add set now
        get c get j i32.add get now v128.store 0
        get x get j i32.add v128.load 0 set in
        get y get j i32.add
        get pv get hBytes i32.add v128.load 0 get was f32x4.mul
        get pu get hBytes i32.add v128.load 0 f32x4.add ${gate}
        get now get in f32x4.sub f32x4.mul get in f32x4.add
        v128.store 0
        get j i32.const 16 i32.add tee j get hBytes i32.lt_s br_if 0
      end
      get c set before
      get u get uStep i32.add set u
      get x get xStep i32.add set x
      get y get xStep i32.add set y
      get c get cStep i32.add set c
      get n i32.const 1 i32.sub set n
      br 0
    end end`,
};

/** The bytes of weights/kernel.wasm: what each function does is said in src/reading/syntax/kernel.ts. */
export const kernelBytes = assemble([multiply, recur]);

if (import.meta.main) {
  writeFileSync(new URL('../weights/kernel.wasm', import.meta.url), kernelBytes);
}

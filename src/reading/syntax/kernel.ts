import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../reference/package-folder.ts';

/**
 * The two hot loops, in 128-bit WebAssembly (`weights/kernel.wasm`, made by `scripts/kernel.ts`):
 * measured 5 to 8 times as fast as the same loops in JavaScript. Only IEEE single precision without
 * fused operations: the same bits on any machine.
 */
export interface Kernel {
  /** `C += A · B`, rows one after the other: A is m × k, B is k × n. k in fours, n in eights. */
  readonly multiply: (a: number, b: number, c: number, m: number, k: number, n: number) => void;
  /**
   * One direction of a simple recurrent unit (Lei et al. 2018) with algebraic gates, over `n` words
   * of `h` units; steps are in bytes and negative for the way back. `u` holds candidate, forget
   * and reset sums a word; `v` the two gates' weights of the state before; `zero` a row of zeros.
   */
  readonly recur: (
    u: number,
    uStep: number,
    x: number,
    y: number,
    xStep: number,
    c: number,
    cStep: number,
    v: number,
    zero: number,
    n: number,
    h: number,
  ) => void;
}

/** What is used of WebAssembly: the compiler's own library has it only along with the DOM. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => { readonly module: true };
  readonly Memory: new (pages: { initial: number }) => Memory;
  readonly Instance: new (
    module: { readonly module: true },
    imports: { readonly host: { readonly memory: Memory } },
  ) => { readonly exports: unknown };
};

/** Memory that the kernel and typed arrays share. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

/** @param bytes rounded up to whole pages of 64 KiB. */
export function makeMemory(bytes: number): Memory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
}

let compiled: { readonly module: true } | undefined;

export function makeKernel(memory: Memory): Kernel {
  const file = join(packageFolder(), 'weights/kernel.wasm');
  compiled ??= new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(compiled, { host: { memory } });
  return instance.exports as Kernel;
}

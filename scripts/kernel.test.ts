import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelBytes } from './kernel.ts';

test('weights/kernel.wasm is what the script makes: else run `npm run kernel`', () => {
  const shipped = readFileSync(new URL('../weights/kernel.wasm', import.meta.url));
  expect(shipped.equals(kernelBytes)).toBe(true);
});

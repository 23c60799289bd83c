import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '../base/assert.ts';

/** The folder of the package: the nearest above that holds its `package.json`. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    assert(dirname(folder) !== folder, 'The program lies inside its package.');
    folder = dirname(folder);
  }
  return folder;
}

/** The program's version, as its package states it. */
export function programVersion(): string {
  const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  return String(JSON.parse(text).version);
}

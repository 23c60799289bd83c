import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from '../base/assert.ts';

/** The folder of the package: the nearest above this file that holds its `package.json`. */
export function packageFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    assert(dirname(folder) !== folder, 'The program lies inside its package.');
    folder = dirname(folder);
  }
  return folder;
}

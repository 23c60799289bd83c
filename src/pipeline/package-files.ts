import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../reference/package-folder.ts';

/** The program's version, as its package states it. */
export function programVersion(): string {
  return String(JSON.parse(packageFile('package.json')).version);
}

/** A file that is shipped with the program, as text; `path` is from the package's folder. */
export function packageFile(path: string): string {
  return readFileSync(join(packageFolder(), path), 'utf8');
}

/** The folder with the facts that are shipped. */
export function shippedData(): string {
  return join(packageFolder(), 'data');
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../base/failure.ts';
import { fingerprint } from '../../base/fingerprint.ts';
import { compareText } from '../../base/text-order.ts';

/** A file of facts as it lies in the data folder. */
export interface FactFile {
  /** Path inside the data folder, with slashes: `states/RUS.yaml`. */
  readonly path: string;
  /** The path as the user named the folder, for messages. */
  readonly shown: string;
  readonly text: string;
}

/** All `.yaml` and `.yml` files of the folder, sorted by path. Other files are left alone. */
export function readFactFiles(folder: string): FactFile[] {
  const paths: string[] = [];
  try {
    collect(folder, '', paths);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`The data folder ${folder} cannot be read: ${why}. Name a folder of facts.`);
  }
  return paths.sort(compareText).map((path) => {
    const shown = join(folder, path);
    return { path, shown, text: readFileSync(shown, 'utf8') };
  });
}

/** One hash for the names and the content of all files, whatever folder they lie in. */
export function hashFactFiles(files: readonly FactFile[]): string {
  return fingerprint(files.map(({ path, text }) => `${path}\0${text}\0`).join(''));
}

function collect(folder: string, inside: string, into: string[]): void {
  for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) collect(folder, path, into);
    else if (/\.ya?ml$/.test(entry.name)) into.push(path);
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../reference/package-folder.ts';

/** The program's version, as its package states it. */
export function programVersion(): string {
  const text = readFileSync(join(packageFolder(), 'package.json'), 'utf8');
  return String(JSON.parse(text).version);
}

import { existsSync, statSync } from 'node:fs';
import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import { checkFacts } from '../reference/facts/check-facts.ts';
import { type LackingFile, lackingFiles } from '../reference/facts/check-languages.ts';
import { readFactFiles } from '../reference/facts/fact-file.ts';

/** Every fault of the data files in a folder, each with its place; a `Failure` for no folder. */
export function checkData(folder: string): readonly Finding[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const message = `${folder} is not a folder: give one with data files, as data/ is.`;
    throw new Failure(message, exitCode.notFound);
  }
  return checkFacts(folder);
}

/** The files that a language may have and does not: no fault, but something is not found. */
export function lackingWords(folder: string): readonly LackingFile[] {
  return lackingFiles(readFactFiles(folder)).filter(({ required }) => !required);
}

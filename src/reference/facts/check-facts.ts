import type { Finding } from '../../base/finding.ts';
import { compareText } from '../../base/text-order.ts';
import { checkAgreements } from './check-agreements.ts';
import { checkDays } from './check-days.ts';
import { checkLanguages } from './check-languages.ts';
import { checkLinks } from './check-links.ts';
import { checkNames } from './check-names.ts';
import { type FactFile, readFactFiles } from './fact-file.ts';
import { type FactSet, gatherFacts } from './fact-set.ts';

/** @see checkFacts */
export interface CheckOptions {
  /** A data folder that the one checked builds on; files of the same path take its files' place. */
  readonly over?: string;
}

/**
 * Every fault of a data folder at once, each with file, line, column and advice, in the order of
 * the files: faulty YAML, unknown keys, values that do not fit, names of states, theatres,
 * agreements or sources that nobody knows, ends before starts, parties before they existed,
 * provisions towards outsiders, circles of predecessors. An empty list means: sound.
 */
export function checkFacts(folder: string, options: CheckOptions = {}): Finding[] {
  const own = readFactFiles(folder);
  const taken = new Set(own.map((file) => file.path));
  const under = options.over === undefined ? [] : readFactFiles(options.over);
  const files = [...under.filter((file) => !taken.has(file.path)), ...own];
  return checkFactFiles(files).findings;
}

/** The facts of these files, and all that is wrong with them. */
export function checkFactFiles(files: readonly FactFile[]): { set: FactSet; findings: Finding[] } {
  const set = gatherFacts(files);
  const findings = [
    ...set.findings,
    ...checkNames(set),
    ...checkLinks(set),
    ...checkDays(set),
    ...checkAgreements(set),
    ...checkLanguages(files),
  ];
  return { set, findings: findings.sort(byPlace) };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.file ?? '', b.file ?? '') ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

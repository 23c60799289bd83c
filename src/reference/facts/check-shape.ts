import type { z } from 'zod';
import type { Finding } from '../../base/finding.ts';
import { didYouMean, nearest } from '../../base/nearest.ts';
import { keysAt } from './fact-schema.ts';
import { type FactPath, factFault, keyFault, writtenAt, type YamlFile } from './yaml-file.ts';

/** A file's value as its schema sees it, or the faults that keep it from being one. */
export type Shaped =
  | { readonly kind: 'fits'; readonly value: unknown }
  | { readonly kind: 'faulty'; readonly findings: readonly Finding[] };

/**
 * Checks a file against its schema. The schema decides what a plain scalar is: where it wants
 * words and the file has `1961` or `4` without quotes, the characters are taken as written.
 */
export function checkShape(yaml: YamlFile, schema: z.ZodType): Shaped {
  const first = schema.safeParse(yaml.value);
  if (first.success) return { kind: 'fits', value: first.data };
  const worded = wordsForNumbers(yaml, first.error.issues);
  const second = worded ? schema.safeParse(yaml.value) : first;
  if (second.success) return { kind: 'fits', value: second.data };
  const findings = second.error.issues.flatMap((issue) => faultsOf(yaml, schema, issue, []));
  return { kind: 'faulty', findings };
}

function wordsForNumbers(yaml: YamlFile, issues: readonly z.core.$ZodIssue[]): boolean {
  let changed = false;
  for (const issue of issues) {
    const parent = valueAt(yaml.value, issue.path.slice(0, -1));
    const key = issue.path.at(-1);
    if (typeof parent !== 'object' || parent === null || key === undefined) continue;
    const wantsWords = issue.code === 'invalid_type' && issue.expected === 'string';
    if (!wantsWords && issue.code !== 'invalid_union') continue;
    if (typeof Reflect.get(parent, key) !== 'number') continue;
    const written = writtenAt(yaml, issue.path);
    if (written !== undefined) changed = Reflect.set(parent, key, written) || changed;
  }
  return changed;
}

function faultsOf(
  yaml: YamlFile,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  above: FactPath,
): Finding[] {
  const path = [...above, ...issue.path];
  const value = valueAt(yaml.value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) =>
      keyFault(yaml, path, { key, code: 'unknown-key', message: unknownKey(key, known) }),
    );
  }
  if (value === undefined && path.length > 0) {
    const key = String(path.at(-1));
    const message = `The key "${key}" is missing here. Write it, or take the whole entry out.`;
    return [factFault(yaml, path.slice(0, -1), 'missing-key', message)];
  }
  if (issue.code === 'invalid_union') {
    const inner = bestBranch(issue.errors);
    if (inner.some((part) => part.path.length > 0)) {
      return inner.flatMap((part) => faultsOf(yaml, schema, part, path));
    }
  }
  return [factFault(yaml, path, 'bad-value', `${placeName(path)} ${complaint(issue, value)}.`)];
}

function unknownKey(key: string, known: readonly string[]): string {
  const like = nearest(key, known).map((name) => `"${name}"`);
  const advice = didYouMean(like, ` The keys known here are: ${known.join(', ') || 'none'}.`);
  return `The key "${key}" is not known here, so its value would be lost.${advice}`;
}

/** The branch of a union that got furthest before it failed. */
function bestBranch(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map((issue) => issue.path.length));
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function complaint(issue: z.core.$ZodIssue, value: unknown): string {
  const shown = show(value);
  if (issue.code === 'invalid_value') return `is ${shown}, ${notOneOf(shown, issue.values)}`;
  if (issue.code === 'invalid_union') {
    const wanted = issue.errors.flatMap((branch) => branch.flatMap(wantedBy));
    return `is ${shown}, ${notOneOf(shown, wanted)}`;
  }
  if (issue.code === 'invalid_type') {
    return `is ${shown} where ${article(issue.expected)} is wanted`;
  }
  if (issue.code === 'invalid_format' && issue.message.startsWith('Invalid')) {
    return `is ${shown}, which is not written as it should be: it has to fit ${issue.pattern}`;
  }
  return issue.message.startsWith('is ')
    ? `is ${shown}, which ${issue.message}`
    : `is ${shown}: ${issue.message}`;
}

function wantedBy(issue: z.core.$ZodIssue): unknown[] {
  if (issue.code === 'invalid_value') return [...issue.values];
  if (issue.code === 'invalid_type') return [article(issue.expected)];
  return issue.code === 'invalid_format' ? [`a word that fits ${issue.pattern}`] : [];
}

function notOneOf(shown: string, wanted: readonly unknown[]): string {
  const words = wanted.map(String);
  const like = nearest(shown.replaceAll('"', ''), words, 1);
  const meant = like.length > 0 ? `; did you mean "${like[0]}"?` : '';
  return `which is not one of: ${words.join(', ')}${meant}`;
}

function placeName(path: FactPath): string {
  const key = path.findLast((step) => typeof step === 'string');
  return key === undefined ? 'The file' : `"${String(key)}"`;
}

function article(kind: string): string {
  if (kind === 'object' || kind === 'record') return 'a mapping of keys';
  if (kind === 'array') return 'a list';
  if (kind === 'string') return 'text';
  return kind === 'int' ? 'a whole number' : `a ${kind}`;
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping of keys';
  return JSON.stringify(value) ?? 'empty';
}

function valueAt(value: unknown, path: FactPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Reflect.get(at, step);
  }
  return at;
}

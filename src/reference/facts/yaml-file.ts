import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../../base/finding.ts';
import type { FactFile } from './fact-file.ts';

/** A YAML file with its value and the places of everything in it. */
export interface YamlFile {
  readonly file: FactFile;
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
  /** Faults of the YAML itself: twice the same key, bad indentation, tabs. */
  readonly findings: readonly Finding[];
}

/** Steps from the file's top to a value: keys and zero-based indexes. */
export type FactPath = readonly PropertyKey[];

/** Reads YAML 1.2 (core schema: `NO` is a word) and refuses keys that stand twice. */
export function parseYamlFile(file: FactFile): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
    merge: false,
  });
  const findings = [...document.errors, ...document.warnings].map((fault) => {
    const { line, col } = lines.linePos(fault.pos[0]);
    const fact = fault.message.split('\n')[0].replace(/\.?$/, '.');
    const message = `${fact} This is not valid YAML, so nothing else in the file was checked.`;
    return { code: 'yaml', message, file: file.shown, line, column: col };
  });
  const value = findings.length > 0 ? undefined : document.toJS();
  return { file, value, document, lines, findings };
}

/** A finding at the value that `path` leads to, or at the nearest thing above it that is there. */
export function factFault(yaml: YamlFile, path: FactPath, code: string, message: string): Finding {
  const { line, col } = yaml.lines.linePos(offsetOf(yaml, path));
  return { code, message, file: yaml.file.shown, line, column: col };
}

/** A finding at the key itself, for keys that should not be there. */
export function keyFault(
  yaml: YamlFile,
  path: FactPath,
  fault: { readonly key: string; readonly code: string; readonly message: string },
): Finding {
  const parent = nodeAt(yaml, path);
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && item.key.value === fault.key)
    : undefined;
  const start = isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined;
  const { line, col } = yaml.lines.linePos(start ?? offsetOf(yaml, path));
  return { code: fault.code, message: fault.message, file: yaml.file.shown, line, column: col };
}

/** The words of a plain scalar as they stand in the file: `1.10` and not `1.1`. */
export function writtenAt(yaml: YamlFile, path: FactPath): string | undefined {
  const node = nodeAt(yaml, path);
  return isScalar(node) ? node.source : undefined;
}

function offsetOf(yaml: YamlFile, path: FactPath): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(yaml, path.slice(0, length));
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function nodeAt(yaml: YamlFile, path: FactPath): unknown {
  return path.length === 0 ? yaml.document.contents : yaml.document.getIn(path, true);
}

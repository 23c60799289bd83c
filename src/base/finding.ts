/**
 * A fault or a gap in what was given, as a value with a place. Findings are collected, never
 * thrown.
 */
export interface Finding {
  /** Stable kebab-case name, e.g. `unknown-key`; what tests and programs look at. */
  readonly code: string;
  /** What is wrong and what to do about it, as a sentence. */
  readonly message: string;
  /** File the finding is in, as the user gave it. */
  readonly file?: string;
  /** One-based. */
  readonly line?: number;
  /** One-based, in UTF-16 code units. */
  readonly column?: number;
  /** Offset into the text, in UTF-16 code units. */
  readonly start?: number;
  readonly end?: number;
}

/** `file:line:column code message`, the form that editors jump to. */
export function formatFinding(finding: Finding): string {
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined);
  return [place.join(':'), finding.code, finding.message].filter((part) => part !== '').join(' ');
}

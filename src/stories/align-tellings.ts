import type { Telling } from '../model/story.ts';
import { likeness } from './content-words.ts';

/** One report's telling of something, ready to be set beside those of others. */
export interface Told<T> {
  readonly item: T;
  readonly telling: Telling;
  /** Only tellings with the same key can be the same claim. */
  readonly key: string;
  /** A finer kind: two tellings that both have one are alike without words only where it is one. */
  readonly mode?: string;
  readonly words: ReadonlySet<string>;
}

export interface AlignOptions {
  /** Least likeness of words for two tellings of one key to be one claim. */
  readonly likeness: number;
  /** Least number of words that they must share as well. */
  readonly shared: number;
  /** The only tellings of a key in their reports are one claim if their modes do not differ. */
  readonly joinLoneOnes: boolean;
}

/**
 * Sets tellings of different reports side by side: within a key, pairs are joined from the most
 * alike down, and a claim holds at most one cluster of tellings for each report. Claims come in
 * the order of their first telling.
 */
export function alignTellings<T>(
  told: readonly Told<T>[],
  options: AlignOptions,
): readonly (readonly Told<T>[])[] {
  const parent = told.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at];
    return at;
  };
  const buckets = new Map<string, number[]>();
  told.forEach(({ key }, index) => {
    const bucket = buckets.get(key) ?? [];
    bucket.push(index);
    buckets.set(key, bucket);
  });
  for (const bucket of buckets.values()) {
    for (const [a, b] of pairsToJoin(told, bucket, options)) {
      const [left, right] = [root(a), root(b)];
      if (left === right || sharesReport(told, parent, root, left, right)) continue;
      parent[Math.max(left, right)] = Math.min(left, right);
    }
  }
  const claims = new Map<number, Told<T>[]>();
  told.forEach((one, index) => {
    const at = root(index);
    claims.set(at, [...(claims.get(at) ?? []), one]);
  });
  return [...claims.entries()].sort(([a], [b]) => a - b).map(([, tellings]) => tellings);
}

function pairsToJoin<T>(
  told: readonly Told<T>[],
  bucket: readonly number[],
  options: AlignOptions,
): readonly (readonly [number, number])[] {
  const perReport = new Map<string, number>();
  for (const index of bucket) {
    const { report } = told[index].telling;
    perReport.set(report, (perReport.get(report) ?? 0) + 1);
  }
  const pairs: { a: number; b: number; score: number }[] = [];
  for (const a of bucket) {
    for (const b of bucket) {
      if (a >= b || told[a].telling.report === told[b].telling.report) continue;
      const alone =
        perReport.get(told[a].telling.report) === 1 && perReport.get(told[b].telling.report) === 1;
      const { share, shared } = likeness(told[a].words, told[b].words);
      const alike = share >= options.likeness && shared >= options.shared;
      const lone = options.joinLoneOnes && alone && told[a].mode === told[b].mode;
      if (alike || lone) pairs.push({ a, b, score: share });
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  return pairs.map(({ a, b }) => [a, b] as const);
}

function sharesReport<T>(
  told: readonly Told<T>[],
  parent: readonly number[],
  root: (index: number) => number,
  left: number,
  right: number,
): boolean {
  const reportsOf = (of: number) =>
    parent.flatMap((_, index) => (root(index) === of ? [told[index].telling.report] : []));
  const leftReports = new Set(reportsOf(left));
  return reportsOf(right).some((report) => leftReports.has(report));
}

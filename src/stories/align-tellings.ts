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
  const reportsAt = told.map(({ telling }) => new Set([telling.report]));
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at];
    return at;
  };
  for (const bucket of Map.groupBy(told.keys(), (index) => told[index].key).values()) {
    for (const [a, b] of pairsToJoin(told, bucket, options)) {
      const [left, right] = [root(a), root(b)];
      if (left === right || haveCommon(reportsAt[left], reportsAt[right])) continue;
      const [first, second] = left < right ? [left, right] : [right, left];
      parent[second] = first;
      for (const report of reportsAt[second]) reportsAt[first].add(report);
    }
  }
  // The root of a claim is its first telling, so that the groups come in that order.
  return [...Map.groupBy(told.keys(), root).values()].map((indexes) =>
    indexes.map((index) => told[index]),
  );
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

function haveCommon(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

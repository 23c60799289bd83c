import type { Telling } from '../model/story.ts';
import { likeness } from './content-words.ts';

/** A passage of one report and what it says, ready to be set beside those of others. */
export interface Passage<T> {
  readonly item: T;
  readonly telling: Telling;
  /** Only passages with the same key can be the same claim. */
  readonly key: string;
  /** A finer kind: two passages that both have one are alike without words only where it is one. */
  readonly mode?: string;
  readonly words: ReadonlySet<string>;
}

export interface AlignOptions {
  /** Least likeness of words for two passages of one key to be one claim. */
  readonly likeness: number;
  /** Least number of words that they must share as well. */
  readonly shared: number;
  /** The only passages of a key in their reports are one claim if their modes do not differ. */
  readonly joinLoneOnes: boolean;
}

/**
 * Sets passages of different reports side by side: within a key, pairs are joined from the most
 * alike down, and a claim has at most one cluster of passages for each report. Claims come in
 * the order of their first passage.
 */
export function alignPassages<T>(
  passages: readonly Passage<T>[],
  options: AlignOptions,
): readonly (readonly Passage<T>[])[] {
  const parent = passages.map((_, index) => index);
  const reportsAt = passages.map(({ telling }) => new Set([telling.report]));
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at];
    return at;
  };
  for (const bucket of Map.groupBy(passages.keys(), (index) => passages[index].key).values()) {
    for (const [a, b] of pairsToJoin(passages, bucket, options)) {
      const [left, right] = [root(a), root(b)];
      if (left === right || haveCommon(reportsAt[left], reportsAt[right])) continue;
      const [first, second] = left < right ? [left, right] : [right, left];
      parent[second] = first;
      for (const report of reportsAt[second]) reportsAt[first].add(report);
    }
  }
  // The root of a claim is its first passage, so that the groups come in that order.
  return [...Map.groupBy(passages.keys(), root).values()].map((indexes) =>
    indexes.map((index) => passages[index]),
  );
}

function pairsToJoin<T>(
  passages: readonly Passage<T>[],
  bucket: readonly number[],
  options: AlignOptions,
): readonly (readonly [number, number])[] {
  const perReport = new Map<string, number>();
  for (const index of bucket) {
    const { report } = passages[index].telling;
    perReport.set(report, (perReport.get(report) ?? 0) + 1);
  }
  const pairs: { a: number; b: number; score: number }[] = [];
  for (const a of bucket) {
    for (const b of bucket) {
      if (a >= b || passages[a].telling.report === passages[b].telling.report) continue;
      const alone =
        perReport.get(passages[a].telling.report) === 1 &&
        perReport.get(passages[b].telling.report) === 1;
      const { share, shared } = likeness(passages[a].words, passages[b].words);
      const alike = share >= options.likeness && shared >= options.shared;
      const lone = options.joinLoneOnes && alone && passages[a].mode === passages[b].mode;
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

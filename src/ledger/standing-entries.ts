import type { Entry } from '../model/entry.ts';

/** The entries that no later one takes back. */
export function standingEntries(entries: readonly Entry[]): readonly Entry[] {
  const cancelled = new Set<number>();
  // Backwards, so that an undo which was itself undone takes nothing back.
  for (const entry of [...entries].reverse()) {
    if (entry.decision !== 'undo' || cancelled.has(entry.number)) continue;
    if (entry.undoes !== undefined) cancelled.add(entry.undoes);
  }
  return entries.filter((entry) => !cancelled.has(entry.number));
}

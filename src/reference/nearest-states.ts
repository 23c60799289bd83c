import { nearest } from '../base/nearest.ts';
import type { KnownStates } from '../model/names/state-name.ts';

/** Codes whose letters or names are most like what was written, for "did you mean". */
export function nearestStates({ states }: KnownStates, written: string): string[] {
  const codes = new Map<string, string>();
  for (const state of states.values()) {
    codes.set(state.code, state.code);
    for (const { name } of state.names) if (!codes.has(name)) codes.set(name, state.code);
  }
  const byName = nearest(written, codes.keys(), 8).map((name) => codes.get(name) ?? name);
  return [...new Set(byName)].slice(0, 3);
}

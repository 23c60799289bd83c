import { contains, type Day } from '../base/day.ts';
import { nearest } from '../base/nearest.ts';
import type { State } from '../model/state.ts';
import type { Reference } from './reference.ts';

/** Whether the state is there on the day. */
export function existsOn(state: State, on: Day): boolean {
  return state.exists.some((life) => contains(life, on));
}

/** The short name in use on the day: Burkina Faso is Upper Volta in 1970. Absent day: now. */
export function stateName(state: State, on?: Day): string {
  const valid = on === undefined ? state.names : state.names.filter((name) => contains(name, on));
  const open = on === undefined ? valid.filter((name) => name.until === undefined) : valid;
  const ofKind = (kind: string) => open.find((name) => name.kind === kind);
  const best = ofKind('short') ?? ofKind('former') ?? ofKind('official') ?? state.names[0];
  return best.name;
}

/** The same by code, for words shown to people; the code itself where no such state is held. */
export function nameOfState(
  code: string,
  reference: Pick<Reference, 'states'>,
  on?: string,
): string {
  const state = reference.states.get(code);
  return state === undefined ? code : stateName(state, on as Day | undefined);
}

export function namesOfStates(
  codes: readonly string[],
  reference: Pick<Reference, 'states'>,
  on?: string,
): string[] {
  return codes.map((code) => nameOfState(code, reference, on));
}

/** Codes whose letters or names are most like what was written, for "did you mean". */
export function nearestStates(reference: Pick<Reference, 'states'>, written: string): string[] {
  const codes = new Map<string, string>();
  for (const state of reference.states.values()) {
    codes.set(state.code, state.code);
    for (const { name } of state.names) if (!codes.has(name)) codes.set(name, state.code);
  }
  const byName = nearest(written, codes.keys(), 8).map((name) => codes.get(name) ?? name);
  return [...new Set(byName)].slice(0, 3);
}

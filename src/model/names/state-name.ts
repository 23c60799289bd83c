import { contains, type Day } from '../../base/day.ts';
import type { State } from '../state.ts';

/** Where states are looked up: the reference facts, or anything else with the states in it. */
export interface KnownStates {
  readonly states: ReadonlyMap<string, State>;
}

/** Whether the state exists on the day. */
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

/** The same by code, for words shown to people; the code itself where no such state is known. */
export function nameOfState(code: string, known: KnownStates, on?: string): string {
  const state = known.states.get(code);
  return state === undefined ? code : stateName(state, on as Day | undefined);
}

export function namesOfStates(codes: readonly string[], known: KnownStates, on?: string): string[] {
  return codes.map((code) => nameOfState(code, known, on));
}

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

/** Every name that stands for the state on the day, in the order of its file. */
export function stateNamesOn(state: State, on: Day): string[] {
  return state.names.filter((name) => contains(name, on)).map((name) => name.name);
}

/** The capitals on the day, the first being the one whose name stands for the government. */
export function capitalsOn(state: State, on: Day): string[] {
  return state.capitals.filter((capital) => contains(capital, on)).map((capital) => capital.name);
}

/** Whether the state is a member of the United Nations on the day. */
export function isUnMember(state: State, on: Day): boolean {
  return state.unMember !== undefined && contains(state.unMember, on);
}

/** The states there on the day, in the order of their codes. */
export function statesOn(reference: Pick<Reference, 'states'>, on: Day): State[] {
  return [...reference.states.values()].filter((state) => existsOn(state, on));
}

/** Who stands for a Correlates of War number on the day: 365 is the Soviet Union in 1950. */
export function stateOfCow(
  reference: Pick<Reference, 'states'>,
  number: number,
  on: Day,
): State | undefined {
  const sharing = [...reference.states.values()].filter((state) => state.cow?.number === number);
  return sharing.find((state) => existsOn(state, on));
}

/**
 * Who stands in for a state on a day: itself while it is there, else the successors in force by
 * then, followed on where those are gone too. Empty where nobody does.
 */
export function standingInOn(
  reference: Pick<Reference, 'states'>,
  code: string,
  on: Day,
  passed: ReadonlySet<string> = new Set(),
): string[] {
  const state = reference.states.get(code);
  if (state === undefined || passed.has(code)) return [];
  if (existsOn(state, on)) return [code];
  const through = new Set([...passed, code]);
  const heirs = (state.successors ?? []).filter((heir) => heir.from <= on);
  const found = heirs.flatMap((heir) => standingInOn(reference, heir.state, on, through));
  return [...new Set(found)].sort();
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

import type { Reference } from '../reference/reference.ts';

/** The short name of a state on a day, or its code where it is none known here. */
export function stateName(code: string, reference: Reference, on?: string): string {
  const names = reference.states.get(code)?.names ?? [];
  const short = names.filter((name) => name.kind === 'short');
  const valid = short.find(({ from, until }) =>
    on === undefined
      ? until === undefined
      : (from === undefined || from <= on) && (until === undefined || on < until),
  );
  return (valid ?? short[0] ?? names[0])?.name ?? code;
}

export function namesOf(codes: readonly string[], reference: Reference, on?: string): string[] {
  return codes.map((code) => stateName(code, reference, on));
}

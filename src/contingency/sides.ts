import type { Conflict, Outcome } from '../model/outcome.ts';
import { type Call, type Clash, foeOf } from './clash.ts';

type Camp = 'attacker' | 'target';

/**
 * Who stands where if everyone bound to fight or to aid does so: the camps of the first act's
 * attacker and target. Open are states found in both camps, in neither, bound by promises that
 * conflict, or bound perhaps.
 */
export function sidesOf(
  clashes: readonly Clash[],
  calls: readonly Call[],
  conflicts: readonly Conflict[],
  codes: readonly string[],
): Outcome['sides'] {
  const camps = new Map<number, Set<Camp>>();
  const put = (state: number, camp: Camp): boolean => {
    const own = camps.get(state) ?? new Set<Camp>();
    camps.set(state, own);
    return own.size < own.add(camp).size;
  };
  const foes = [
    ...clashes.map((clash) => [clash.attacker, clash.target] as const),
    ...calls.filter(takesPart).map((call) => [call.bond.bound, foeOf(call)] as const),
  ];
  put(clashes[0].attacker, 'attacker');
  put(clashes[0].target, 'target');
  for (let grown = true; grown; ) {
    grown = false;
    for (const [one, other] of foes) {
      for (const camp of camps.get(other) ?? []) grown = put(one, opposite(camp)) || grown;
      for (const camp of camps.get(one) ?? []) grown = put(other, opposite(camp)) || grown;
    }
  }
  const torn = new Set(
    conflicts.filter((found) => found.duties.length > 0).map((found) => found.state),
  );
  const open = new Set(torn);
  for (const [state, camp] of camps) if (camp.size > 1) open.add(codes[state]);
  for (const pair of foes) for (const state of pair) if (!camps.has(state)) open.add(codes[state]);
  for (const call of calls) {
    const unsure = call.verdict === 'undecided' && isFight(call) && !camps.has(call.bond.bound);
    if (unsure) open.add(codes[call.bond.bound]);
  }
  for (const first of [clashes[0].attacker, clashes[0].target]) open.delete(codes[first]);
  const list = (camp: Camp, first: number) =>
    [...camps]
      .filter(([state, own]) => state === first || (own.has(camp) && !open.has(codes[state])))
      .map(([state]) => codes[state])
      .filter((code) => code === codes[first] || !isFirst(code))
      .sort();
  const isFirst = (code: string) =>
    code === codes[clashes[0].attacker] || code === codes[clashes[0].target];
  return {
    attacker: list('attacker', clashes[0].attacker),
    target: list('target', clashes[0].target),
    open: [...open].sort(),
  };
}

function opposite(camp: Camp): Camp {
  return camp === 'attacker' ? 'target' : 'attacker';
}

function takesPart(call: Call): boolean {
  return call.verdict === 'owed' && isFight(call);
}

function isFight({ bond }: Call): boolean {
  const { duty } = bond.clause;
  return duty === 'defend' || duty === 'attack' || duty === 'aid';
}

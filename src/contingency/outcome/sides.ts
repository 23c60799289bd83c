import type { Conflict, Outcome } from '../../model/outcome.ts';
import { type Call, type Clash, foeOf } from '../clash.ts';

type Camp = 'attacker' | 'target';

/**
 * Who stands where if everyone bound to fight or to aid does so, as seen from the first act: its
 * attacker and target lead the camps, and the foe of one camp belongs to the other. Open are
 * states whose promises conflict, that are bound perhaps, or that fight a war of their own.
 */
export function sidesOf(
  clashes: readonly Clash[],
  calls: readonly Call[],
  conflicts: readonly Conflict[],
  codes: readonly string[],
): Outcome['sides'] {
  const [{ attacker, target }] = clashes;
  const torn = new Set(
    conflicts.filter((found) => found.duties.length > 0).map((found) => found.state),
  );
  const fights = calls.filter(isFight);
  const foes = [
    ...clashes.map((clash) => [clash.attacker, clash.target] as const),
    ...fights
      .filter((call) => call.verdict === 'owed' && !torn.has(codes[call.bond.bound]))
      .map((call) => [call.bond.bound, foeOf(call)] as const),
  ];
  const camps = campsFrom({ attacker, target }, foes);
  const open = new Set<number>();
  for (const pair of foes) for (const state of pair) if (!camps.has(state)) open.add(state);
  for (const [state, own] of camps) if (own.size > 1 || torn.has(codes[state])) open.add(state);
  for (const { bond } of fights) if (!camps.has(bond.bound)) open.add(bond.bound);
  open.delete(attacker);
  open.delete(target);
  const inCamp = (camp: Camp, leader: number) =>
    [...camps.keys()].filter(
      (state) =>
        state === leader ||
        (camps.get(state)?.has(camp) && !open.has(state) && state !== attacker && state !== target),
    );
  const named = (states: Iterable<number>) => [...states].map((state) => codes[state]).sort();
  return {
    attacker: named(inCamp('attacker', attacker)),
    target: named(inCamp('target', target)),
    open: named(open),
  };
}

function campsFrom(
  leaders: { readonly attacker: number; readonly target: number },
  foes: readonly (readonly [number, number])[],
): ReadonlyMap<number, ReadonlySet<Camp>> {
  const camps = new Map<number, Set<Camp>>([
    [leaders.attacker, new Set<Camp>(['attacker'])],
    [leaders.target, new Set<Camp>(['target'])],
  ]);
  const put = (state: number, camp: Camp): boolean => {
    const own = camps.get(state) ?? new Set<Camp>();
    camps.set(state, own);
    return own.size < own.add(camp).size;
  };
  for (let grown = true; grown; ) {
    grown = false;
    for (const [one, other] of foes) {
      for (const camp of camps.get(other) ?? []) grown = put(one, opposite(camp)) || grown;
      for (const camp of camps.get(one) ?? []) grown = put(other, opposite(camp)) || grown;
    }
  }
  return camps;
}

function opposite(camp: Camp): Camp {
  return camp === 'attacker' ? 'target' : 'attacker';
}

function isFight({ bond }: Call): boolean {
  const { duty } = bond.commitment;
  return duty === 'defend' || duty === 'attack' || duty === 'aid';
}

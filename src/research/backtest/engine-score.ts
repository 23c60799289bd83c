import type { WarList } from '../wars/war-act.ts';
import type { CodedCase } from './coded-wars.ts';
import type { CalledFor } from './war-calls.ts';

/** One coded case beside what the engine says of it. */
export interface JudgedCase {
  readonly case: CodedCase;
  readonly called: readonly CalledFor[];
}

/** Engine against coders, over the alliances that hold a promise of defence. */
export interface TableB {
  readonly cases: number;
  readonly rightlyCalled: number;
  readonly wronglyCalled: readonly JudgedCase[];
  readonly missed: readonly JudgedCase[];
  readonly precision: number;
  readonly recall: number;
}

/** By war list: the agreements that each war calls, with why. */
export type Calls = readonly ReadonlyMap<string, ReadonlyMap<string, readonly CalledFor[]>>[];

/** Table B: over the alliances that promise defence, what the engine calls and the coders did. */
export function tableB(
  cases: readonly CodedCase[],
  warLists: readonly WarList[],
  calls: Calls,
): TableB {
  const judged = cases
    .filter((one) => one.types.has('defense'))
    .map((one): JudgedCase => ({ case: one, called: callsFor(one, warLists, calls) }));
  const called = judged.filter((one) => one.called.length > 0);
  const rightly = called.filter((one) => one.case.triggered).length;
  const triggered = judged.filter((one) => one.case.triggered);
  return {
    cases: judged.length,
    rightlyCalled: rightly,
    wronglyCalled: called.filter((one) => !one.case.triggered),
    missed: triggered.filter((one) => one.called.length === 0),
    precision: called.length === 0 ? 0 : rightly / called.length,
    recall: triggered.length === 0 ? 0 : rightly / triggered.length,
  };
}

/** Dated dyads know who moved against whom; pairs made of sides serve where there are none. */
function callsFor(one: CodedCase, lists: readonly WarList[], calls: Calls): readonly CalledFor[] {
  for (const kind of ['interstate war data', 'correlates of war'] as const) {
    const number = kind === 'interstate war data' ? one.war : one.cowWar;
    for (const [index, list] of lists.entries()) {
      if (list.kind !== kind || number === undefined || !list.wars.has(number)) continue;
      return calls[index].get(number)?.get(`atop-${one.alliance}`) ?? [];
    }
  }
  return [];
}

import { assert } from '../base/assert.ts';
import { Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import { compileWorld } from '../contingency/world/compile-world.ts';
import type { Scenario } from '../model/outcome.ts';
import type { Reference } from '../reference/reference.ts';
import { importAtop, type NamedText } from '../research/alliances/import-atop.ts';
import type { ImportedLedger } from '../research/alliances/imported-ledger.ts';
import { type Refinement, refineFromOwn } from '../research/alliances/refine-from-own.ts';
import { type ChanceScore, chanceModels, scoreChance } from '../research/backtest/chance-score.ts';
import {
  type CodedCase,
  readCodedWars,
  type TableA,
  tableA,
} from '../research/backtest/coded-wars.ts';
import { cowNumbers } from '../research/cow-numbers.ts';
import type { WarList } from '../research/wars/war-act.ts';
import { readWars } from '../research/wars/war-list.ts';
import { warPlaces } from '../research/wars/war-places.ts';
import { type CalledFor, callsOfWar } from './war-calls.ts';

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

export interface BacktestReport {
  readonly ledger: ImportedLedger;
  readonly warLists: readonly WarList[];
  readonly refinements: readonly Refinement[];
  /** Wars in the lists, and those among them that call at least one agreement. */
  readonly wars: { readonly read: number; readonly calling: number };
  readonly tableA?: TableA;
  readonly tableB?: TableB;
  readonly chance?: readonly ChanceScore[];
  readonly findings: readonly Finding[];
}

/** The files of the data sets that a backtest runs over. */
export interface BacktestInput {
  readonly atopMembers: NamedText;
  readonly atopAlliances?: NamedText;
  readonly wars: readonly NamedText[];
  readonly coded?: NamedText;
  readonly reading?: Scenario['reading'];
}

/**
 * The recorded wars against the recorded alliances. With the coded file: table A (what the coders
 * found), table B (the engine's calls scored against theirs) and the chance models.
 */
export function runBacktest(given: BacktestInput, reference: Reference): BacktestReport {
  const numbers = cowNumbers(tableNamed(reference, 'codebooks/cow-states'));
  const ledger = importAtop({
    members: given.atopMembers,
    ...(given.atopAlliances === undefined ? {} : { alliances: given.atopAlliances }),
    numbers,
    codebook: tableNamed(reference, 'codebooks/atop'),
  });
  const { agreements, refinements } = refineFromOwn(
    ledger.agreements.values(),
    reference.agreements.values(),
  );
  const { states, theatres, places } = reference;
  const world = compileWorld({ agreements, states, theatres, places });
  const warBook = tableNamed(reference, 'codebooks/cow-wars');
  const warLists = given.wars.map((file) => readWars(file, numbers, warBook));
  const fought = warPlaces(reference.tables);
  const reading = given.reading ?? 'strict';
  const calls = warLists.map((list) => {
    const placesOf = list.kind === 'interstate war data' ? fought.ofInterstateWar : fought.ofCowWar;
    return new Map(
      [...list.wars].map(([id, war]) => {
        const where = placesOf(id);
        const asked = { world, agreements, reading, ...(where ? { fought: where } : {}) };
        return [id, callsOfWar(war, asked)] as const;
      }),
    );
  });
  const base = {
    ledger,
    warLists,
    refinements,
    wars: {
      read: warLists.reduce((sum, list) => sum + list.wars.size, 0),
      calling: calls.flatMap((list) => [...list.values()]).filter((called) => called.size > 0)
        .length,
    },
    findings: [...ledger.findings, ...warLists.flatMap((list) => list.findings)],
  };
  if (given.coded === undefined) return base;
  const cases = readCodedWars(given.coded);
  const judged = cases.map((one): JudgedCase => {
    const called = callsFor(one, warLists, calls);
    return { case: one, called };
  });
  return {
    ...base,
    tableA: tableA(cases),
    tableB: tableB(judged.filter((one) => one.case.types.has('defense'))),
    chance: chanceModels.map((model) => scoreChance(cases, model, 1)),
  };
}

/** Dated dyads know who moved against whom; pairs made of sides serve where there are none. */
function callsFor(
  one: CodedCase,
  lists: readonly WarList[],
  calls: readonly ReadonlyMap<string, ReadonlyMap<string, readonly CalledFor[]>>[],
): readonly CalledFor[] {
  for (const kind of ['interstate war data', 'correlates of war'] as const) {
    const number = kind === 'interstate war data' ? one.war : one.cowWar;
    for (const [index, list] of lists.entries()) {
      if (list.kind !== kind || number === undefined || !list.wars.has(number)) continue;
      return calls[index].get(number)?.get(`atop-${one.alliance}`) ?? [];
    }
  }
  return [];
}

function tableB(judged: readonly JudgedCase[]): TableB {
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

function tableNamed(reference: Reference, name: string): unknown {
  const table = reference.tables.get(name);
  if (table === undefined) throw new Failure(`The data folder lacks ${name}.yaml.`);
  assert(typeof table === 'object', `${name}.yaml holds an object.`);
  return table;
}

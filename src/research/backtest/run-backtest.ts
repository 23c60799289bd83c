import { Failure } from '../../base/failure.ts';
import type { Finding } from '../../base/finding.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Scenario } from '../../model/outcome.ts';
import type { Reference } from '../../reference/reference.ts';
import { timelinesOf } from '../../reference/validity/timeline.ts';
import { importAtop, type NamedText } from '../alliances/import-atop.ts';
import type { ImportedLedger } from '../alliances/imported-ledger.ts';
import { namedFoesTexts, obligationCodebookSchema } from '../alliances/obligation-codebook.ts';
import { type Refinement, refineFromOwn } from '../alliances/refine-from-own.ts';
import { cowNumbers } from '../cow-numbers.ts';
import type { WarList } from '../wars/war-act.ts';
import { readWars } from '../wars/war-list.ts';
import { type WarPlaces, warPlaces } from '../wars/war-places.ts';
import { type ChanceScore, chanceModels, scoreChance } from './chance-score.ts';
import { readCodedWars, type TableA, tableA } from './coded-wars.ts';
import { type Calls, type TableB, tableB } from './engine-score.ts';
import { type Alliances, callsOfWar } from './war-calls.ts';

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

/** What the engine says a run of acts calls, over a ledger, when nobody is assumed to join. */
export type Engine = (
  agreements: readonly Agreement[],
  reading: Scenario['reading'],
) => Alliances['owed'];

/**
 * The recorded wars against the recorded alliances. With the coded file: table A (what the coders
 * found), table B (the engine's calls scored against theirs) and the chance models.
 */
export function runBacktest(
  given: BacktestInput,
  reference: Reference,
  engine: Engine,
): BacktestReport {
  const numbers = cowNumbers(tableNamed(reference, 'codebooks/cow-states'));
  const codebook = obligationCodebookSchema.parse(tableNamed(reference, 'codebooks/atop'));
  const ledger = importAtop({
    members: given.atopMembers,
    ...(given.atopAlliances === undefined ? {} : { alliances: given.atopAlliances }),
    numbers,
    codebook,
  });
  const own = reference.agreements.values();
  const { agreements, refinements } = refineFromOwn(
    ledger.agreements.values(),
    own,
    namedFoesTexts(codebook),
  );
  const warBook = tableNamed(reference, 'codebooks/cow-wars');
  const warLists = given.wars.map((file) => readWars(file, numbers, warBook));
  const fought = warPlaces(reference.tables);
  const alliances: Alliances = {
    timelines: timelinesOf(agreements),
    states: reference.states,
    owed: engine(agreements, given.reading ?? 'strict'),
  };
  const calls = warLists.map((list) => callsIn(list, fought, alliances));
  const base = {
    ledger,
    warLists,
    refinements,
    wars: {
      read: warLists.flatMap(({ wars }) => [...wars.keys()]).length,
      calling: calls.flatMap((wars) => [...wars.values()]).filter(({ size }) => size > 0).length,
    },
    findings: [...ledger.findings, ...warLists.flatMap((list) => list.findings)],
  };
  if (given.coded === undefined) return base;
  const cases = readCodedWars(given.coded);
  return {
    ...base,
    tableA: tableA(cases),
    tableB: tableB(cases, warLists, calls),
    chance: chanceModels.map((model) => scoreChance(cases, model, 1)),
  };
}

function callsIn(list: WarList, fought: WarPlaces, alliances: Alliances): Calls[number] {
  const placesOf = list.kind === 'interstate war data' ? fought.ofInterstateWar : fought.ofCowWar;
  return new Map([...list.wars].map(([id, war]) => [id, callsOfWar(war, placesOf(id), alliances)]));
}

function tableNamed(reference: Reference, name: string): unknown {
  const table = reference.tables.get(name);
  if (table === undefined) throw new Failure(`The data folder lacks ${name}.yaml.`);
  return table;
}

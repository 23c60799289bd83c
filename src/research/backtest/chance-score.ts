import { pickNumber, seededChance } from '../../base/chance.ts';
import { compareText } from '../../base/text-order.ts';
import { type CodedCase, promiseTypes, type Rate } from './coded-wars.ts';

/** How well a table of rates foretells the cases it is made of, each left out in turn. */
export interface ChanceScore {
  readonly model: string;
  /** Mean squared error (Brier 1950): 0 is perfect, 0.25 is a coin. */
  readonly brier: number;
  /** 95 % bootstrap interval over cases. */
  readonly interval: readonly [number, number];
  readonly cells: readonly (Rate & { readonly cell: string })[];
}

/** One model: the cell whose rate foretells a case. */
export interface ChanceModel {
  readonly name: string;
  readonly cellOf: (one: CodedCase) => string;
}

/** The three that the report compares. The type of a case is its most demanding promise. */
export const chanceModels: readonly ChanceModel[] = [
  { name: 'constant', cellOf: () => 'all' },
  { name: 'by era', cellOf: (one) => one.era },
  { name: 'by era and type', cellOf: (one) => `${one.era} ${strongestPromise(one)}` },
];

/** Of several promises in one alliance the most demanding. */
export function strongestPromise(one: CodedCase): string {
  return promiseTypes.find((type) => one.types.has(type)) ?? 'none';
}

/**
 * Leave-one-out Brier score over the called cases. A case alone in its cell is foretold by the
 * rate of all others. The interval resamples cases (2,000 times, seeded), their errors fixed.
 */
export function scoreChance(
  cases: readonly CodedCase[],
  model: ChanceModel,
  seed: number,
): ChanceScore {
  const called = cases.filter((one) => one.triggered);
  const cells = new Map<string, { honoured: number; triggered: number }>();
  const all = { honoured: 0, triggered: called.length };
  for (const one of called) {
    const cell = cells.get(model.cellOf(one)) ?? { honoured: 0, triggered: 0 };
    cell.triggered++;
    if (one.honoured) {
      cell.honoured++;
      all.honoured++;
    }
    cells.set(model.cellOf(one), cell);
  }
  const errors = called.map((one) => {
    const cell = cells.get(model.cellOf(one)) ?? all;
    const outcome = one.honoured ? 1 : 0;
    const others = cell.triggered > 1 ? cell : all;
    return ((others.honoured - outcome) / (others.triggered - 1) - outcome) ** 2;
  });
  return {
    model: model.name,
    brier: mean(errors),
    interval: bootstrapInterval(errors, seed),
    cells: [...cells].map(([cell, rate]) => ({ cell, ...rate })).sort(byCell),
  };
}

function bootstrapInterval(values: readonly number[], seed: number): readonly [number, number] {
  const chance = seededChance(seed);
  const rounds = 2000;
  const means: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[pickNumber(chance, values.length)];
    means.push(sum / values.length);
  }
  means.sort((a, b) => a - b);
  return [means[Math.floor(rounds * 0.025)], means[Math.ceil(rounds * 0.975) - 1]];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function byCell(a: { cell: string }, b: { cell: string }): number {
  return compareText(a.cell, b.cell);
}

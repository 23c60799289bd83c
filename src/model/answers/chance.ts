import type { Source } from '../source.ts';

/** How likely a state is to fight, by the rates of the past. */
export interface StateChance {
  readonly state: string;
  /** Share of the runs in which it joined. */
  readonly p: number;
  /** 95 % of the drawn sets of rates give a share in between. */
  readonly interval: readonly [number, number];
}

/** Base rates of the past beside an outcome; never mixed with what is owed. */
export interface ChanceAnswer {
  /** What the figures are, in one sentence; to be shown wherever they are. */
  readonly says: string;
  readonly source: Source;
  readonly brier: number;
  readonly brierInterval: readonly [number, number];
  readonly seed: number;
  readonly runs: number;
  /** Everyone who joined in any run, by code. */
  readonly states: readonly StateChance[];
}

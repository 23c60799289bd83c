import type { NamedText } from '../alliances/import-atop.ts';
import { column, readTable } from '../table.ts';

/** The obligations that the coders distinguish, the most demanding first. */
export const promiseTypes = ['offense', 'defense', 'neutral', 'nonagg'] as const;
export type PromiseType = (typeof promiseTypes)[number];

export type Era = '1816-1944' | '1945-2003';

/** One alliance in one war, as Berkemeier and Fuhrmann judged it. */
export interface CodedCase {
  /** Number in the Interstate War Data. */
  readonly war: string;
  readonly warName: string;
  /** Number in the Correlates of War list; absent where it has no such war. */
  readonly cowWar?: string;
  /** Number in ATOP. */
  readonly alliance: string;
  readonly era: Era;
  readonly types: ReadonlySet<PromiseType>;
  /** The war called the promise: it was kept or broken. */
  readonly triggered: boolean;
  readonly honoured: boolean;
}

/** Kept among called. */
export interface Rate {
  readonly honoured: number;
  readonly triggered: number;
}

/** Table A: what the coders found, all together, by era and by obligation. */
export interface TableA {
  readonly cases: number;
  readonly all: Rate;
  readonly byEra: Readonly<Record<Era, Rate>>;
  readonly byType: Readonly<Record<PromiseType, Rate>>;
}

/**
 * The coded file of Berkemeier and Fuhrmann 2018 (war x alliance), in their replication of the
 * coding of Leeds, Long and Mitchell: columns `honorLLM` and `violateLLM`. `sample` 1 is
 * 1816-1944.
 */
export function readCodedWars(given: NamedText): readonly CodedCase[] {
  const table = readTable(given.text, given.file);
  const cell = (name: string) => column(table, name);
  const [war, warName, cowWar] = [cell('warid'), cell('warname'), cell('cowwarid')];
  const [alliance, sample] = [cell('atopid'), cell('sample')];
  const [kept, broken] = [cell('honorLLM'), cell('violateLLM')];
  const types = promiseTypes.map((type) => ({ type, read: cell(type) }));
  return table.rows.map((row) => ({
    war: war(row),
    warName: warName(row),
    ...(/^\d+$/.test(cowWar(row)) ? { cowWar: cowWar(row) } : {}),
    alliance: alliance(row),
    era: sample(row) === '1' ? '1816-1944' : '1945-2003',
    types: new Set(types.filter(({ read }) => read(row) === '1').map(({ type }) => type)),
    triggered: kept(row) === '1' || broken(row) === '1',
    honoured: kept(row) === '1',
  }));
}

export function tableA(cases: readonly CodedCase[]): TableA {
  const called = cases.filter((one) => one.triggered);
  const rate = (some: readonly CodedCase[]): Rate => ({
    honoured: some.filter((one) => one.honoured).length,
    triggered: some.length,
  });
  const ofEra = (era: Era) => rate(called.filter((one) => one.era === era));
  const ofType = (type: PromiseType) => rate(called.filter((one) => one.types.has(type)));
  return {
    cases: cases.length,
    all: rate(called),
    byEra: { '1816-1944': ofEra('1816-1944'), '1945-2003': ofEra('1945-2003') },
    byType: {
      offense: ofType('offense'),
      defense: ofType('defense'),
      neutral: ofType('neutral'),
      nonagg: ofType('nonagg'),
    },
  };
}

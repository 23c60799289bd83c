import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decideOutcome } from '../../contingency/decide-outcome.ts';
import { owedDuties } from '../../contingency/owed-duties.ts';
import { compileWorld } from '../../contingency/world/compile-world.ts';
import { loadReference } from '../../reference/load-reference.ts';
import { importDataSet } from '../alliances/import-data-set.ts';
import { backtestInWords } from './backtest-in-words.ts';
import { type BacktestReport, runBacktest } from './run-backtest.ts';

const shared = resolve(import.meta.dirname, '../../../../shared/data/alliances');
const file = (path: string) => ({ file: path, text: readFileSync(join(shared, path), 'utf8') });
const dyads = 'iwd_interstate_war/interstate-war-rev.csv';
const sides = 'cow_wars_v4/Inter-StateWarData_v4.0.csv';

describe.skipIf(!existsSync(shared))(
  'recorded wars, alliances, coders (needs ../shared/data/alliances)',
  () => {
    const reference = loadReference();
    const reports = new Map<string, BacktestReport>();
    const run = (...wars: string[]) => {
      const made = reports.get(wars.join()) ?? judge(wars);
      reports.set(wars.join(), made);
      return made;
    };
    const judge = (wars: readonly string[]) =>
      runBacktest(
        {
          atopMembers: file('atop_4.01/atop-member-level.csv'),
          wars: wars.map(file),
          coded: file('berkemeier_fuhrmann_2018/BerkemeierFuhrmannRAP2018_0303.csv'),
        },
        reference,
        (agreements, reading) => {
          const world = compileWorld({ ...reference, agreements });
          return (acts) => owedDuties(acts, reading, world);
        },
      );

    test.each([
      ['dated dyads', [dyads]],
      ['sides', [sides]],
      ['both', [dyads, sides]],
    ])('table B from %s: recall of at least .81 at a precision of at least .88', (_, wars) => {
      const { tableB } = run(...wars);
      expect(tableB?.cases).toBe(301);
      expect(tableB?.recall).toBeGreaterThanOrEqual(0.81);
      expect(tableB?.precision).toBeGreaterThanOrEqual(0.88);
    });

    test('none of the five errors of place: NATO and WEU in 1982; Rio, OAS and NATO in Korea', () => {
      const wrong = run(dyads).tableB?.wronglyCalled.map(
        ({ case: one }) => `${one.war} ${one.alliance}`,
      );
      for (const error of ['78 3180', '78 3130', '56 3075', '56 3150', '56 3180'])
        expect(wrong).not.toContain(error);
    });

    test('the report prints table A exactly', () => {
      const lines = backtestInWords(run(dyads)).join('\n');
      for (const line of ['73/146   50.00 %', '61/92   66.30 %', '12/54   22.22 %'])
        expect(lines).toContain(line);
      expect(lines).toContain('ATOP 4.01 ends on 2016-12-31.');
    });

    test('July 1914 from ATOP', () => {
      const [ledger] = importDataSet(
        'atop',
        [file('atop_4.01/atop-member-level.csv')],
        reference.tables,
      );
      const { states, theatres, places } = reference;
      const agreements = ledger.agreements.values();
      const world = compileWorld({ agreements, states, theatres, places });
      const defenders = (...acts: [string, string, string][]) => {
        const scenario = {
          acts: acts.map(([attacker, target, on]) => ({ attacker, target, on })),
          reading: 'strict' as const,
          assume: 'none' as const,
          ledger: ledger.name,
        };
        const made = { entente: '0', model: '0', facts: '0' };
        const { rounds } = decideOutcome(scenario, world, made);
        return rounds
          .flat()
          .filter((duty) => duty.duty === 'defend')
          .map((duty) => `${duty.state} ${duty.towards.join()}`);
      };
      const july: [string, string, string] = ['AUH', 'SRB', '1914-07-28'];
      expect(defenders(july)).toEqual(['MNE SRB']);
      expect(defenders(july, ['DEU', 'RUS', '1914-08-01'])).toEqual(['MNE SRB', 'FRA RUS']);
      expect(defenders(july, ['RUS', 'AUH', '1914-08-01'])).toContain('DEU AUH');
      expect(defenders(['DEU', 'BEL', '1914-08-04'])).toEqual([]);
    });
  },
);

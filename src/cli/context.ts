import { existsSync } from 'node:fs';
import type { Archive } from '../archive/archive.ts';
import { openSqliteArchive } from '../archive/sqlite-archive.ts';
import { type Clock, today } from '../base/clock.ts';
import type { Day } from '../base/day.ts';
import { createFlow, type Flow } from '../pipeline/flow.ts';
import { requireDay } from '../pipeline/parse-scenario.ts';
import { openWorkbench, type Workbench } from '../pipeline/workbench.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly data?: string;
  readonly archive: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** What a command works with: the outside world, passed in at the edge. */
export interface Context {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly options: GlobalOptions;
  readonly flow: () => Flow;
  /**
   * Runs work over the archive and closes it, whatever happens. Only work that `keeps` makes an
   * archive where there is none: looking leaves no trace.
   */
  readonly withWorkbench: <T>(
    work: (workbench: Workbench) => Promise<T>,
    how?: { readonly keeps: true },
  ) => Promise<T>;
}

/** Where the archive lies unless `--archive` or `ENTENTE_ARCHIVE` says otherwise. */
export const defaultArchive = process.env.ENTENTE_ARCHIVE ?? '.entente/archive.db';

export function openContext(options: GlobalOptions): Context {
  const clock: Clock = { now: () => new Date(Date.now()).toISOString() };
  let flow: Flow | undefined;
  const loadFlow = () => {
    flow ??= createFlow({ ...(options.data !== undefined && { dataFolder: options.data }) });
    return flow;
  };
  return {
    terminal: openTerminal({ colour: options.color, quiet: options.quiet }),
    clock,
    options,
    flow: loadFlow,
    async withWorkbench(work, how) {
      const exists = how?.keeps === true || existsSync(options.archive);
      const archive: Archive = openSqliteArchive(exists ? options.archive : ':memory:');
      try {
        return await work(openWorkbench(loadFlow(), archive, clock));
      } finally {
        await archive.close();
      }
    },
  };
}

/** The day that `--on` names, else today. */
export function dayOrToday(on: string | undefined, { clock }: Pick<Context, 'clock'>): Day {
  return on === undefined ? today(clock) : requireDay(on, '--on');
}

/** Who decides, for the ledger's entries, unless `--who` says. */
export function personHere(): string {
  return process.env.ENTENTE_USER ?? process.env.USER ?? process.env.LOGNAME ?? 'unnamed';
}

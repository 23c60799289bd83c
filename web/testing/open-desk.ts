import { openSqliteArchive } from '../../src/archive/sqlite-archive.ts';
import { fixedClock } from '../../src/base/clock.ts';
import type { Reading } from '../../src/model/reading.ts';
import { createFlow } from '../../src/pipeline/flow.ts';
import { openWorkbench } from '../../src/pipeline/workbench.ts';
import { createApp } from '../../src/server/app.ts';
import { handMadeReadings } from './hand-made-readings.ts';

/** A workbench in memory on a day that stands still, with hand-made readings in it, or empty. */
export async function openDesk({ empty = false } = {}) {
  const flow = createFlow();
  const clock = fixedClock('2025-10-01T12:00:00.000Z');
  const archive = openSqliteArchive(':memory:');
  const workbench = openWorkbench(flow, archive, clock);
  async function* readings(): AsyncGenerator<Reading> {
    yield* handMadeReadings(flow);
  }
  if (!empty) await workbench.keep(readings());
  return { app: createApp({ workbench, clock, person: 'tester' }), workbench, flow };
}

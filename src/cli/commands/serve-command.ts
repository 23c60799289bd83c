import type { Command } from 'commander';
import { exitCode, Failure } from '../../base/failure.ts';
import type { Workbench } from '../../pipeline/workbench.ts';
import { briefStory } from '../brief/brief-story.ts';
import { type Context, personHere } from '../context.ts';
import { gatherReadings, type InputFlags } from '../gather-readings.ts';
import type { Host } from '../host.ts';
import { say, write } from '../terminal.ts';

/** `serve` shows the workbench on this machine until it is stopped. */
export function addServeCommand(program: Command, host: Host): void {
  program
    .command('serve')
    .description('shows the workbench in the browser, on this machine only')
    .argument('[input...]', 'reports to read and keep first; their stories are printed')
    .option('--port <number>', 'where to listen; 0 takes any port that is free', '4747')
    .action(async (inputs: string[], options: { port: string } & InputFlags) => {
      const port = Number(options.port);
      if (!/^\d+$/.test(options.port) || port > 65_535) {
        const message = `"${options.port}" is not a port: give a number from 0 to 65535.`;
        throw new Failure(message, exitCode.wrongUsage);
      }
      const context = host.context();
      await context.withWorkbench(
        async (workbench) => {
          if (inputs.length > 0) host.end(await keepAndPrint(context, workbench, inputs));
          // Only this command needs the pages: the others start without them.
          const { createApp } = await import('../../server/app.ts');
          const { startServer } = await import('../../server/start-server.ts');
          const app = createApp({ workbench, clock: context.clock, person: personHere() });
          const running = await startServer(app, port);
          const { out } = context.terminal;
          await write(out, `The workbench is at ${running.address} (Ctrl-C ends it)\n`);
          await new Promise<void>((resolve) => {
            process.once('SIGTERM', resolve);
          });
          await running.stop();
        },
        { keeps: true },
      );
    });
}

/** Reads and keeps what was named and prints its stories; the exit code of the run. */
async function keepAndPrint(
  context: Context,
  workbench: Workbench,
  inputs: readonly string[],
): Promise<number> {
  const gathered = gatherReadings(context, inputs, {});
  const ids = new Set<string>();
  async function* noted() {
    for await (const reading of gathered.readings) {
      ids.add(reading.report.id);
      yield reading;
    }
  }
  await workbench.keep(noted());
  const stories = await workbench.archive.stories();
  for (const story of stories.filter((one) => one.reports.some((report) => ids.has(report.id)))) {
    const brief = briefStory(context.terminal, story, workbench.flow.reference);
    await write(context.terminal.out, `${brief}\n`);
  }
  const open = await workbench.openProposals();
  if (open.length > 0) {
    await say(context.terminal, `${open.length} proposals to the ledger wait on the review page.`);
  }
  return gathered.code();
}

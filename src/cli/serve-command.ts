import type { Command } from 'commander';
import { exitCode, Failure } from '../base/failure.ts';
import { createApp } from '../server/app.ts';
import { startServer } from '../server/start-server.ts';
import { personHere } from './context.ts';
import type { Host } from './host.ts';
import { write } from './terminal.ts';

/** `serve` shows the workbench on this machine until it is stopped. */
export function addServeCommand(program: Command, host: Host): void {
  program
    .command('serve')
    .description('shows the workbench in the browser, on this machine only')
    .option('--port <number>', 'where to listen; 0 takes any port that is free', '4747')
    .action(async (options: { port: string }) => {
      const port = Number(options.port);
      if (!/^\d+$/.test(options.port) || port > 65_535) {
        const message = `"${options.port}" is no port: give a number from 0 to 65535.`;
        throw new Failure(message, exitCode.wrongUsage);
      }
      const context = host.context();
      await context.withWorkbench(
        async (workbench) => {
          const app = createApp({ workbench, clock: context.clock, person: personHere() });
          const running = await startServer(app, port);
          await write(
            context.terminal.out,
            `The workbench is at ${running.address} (Ctrl-C ends it)\n`,
          );
          await new Promise<void>((resolve) => {
            process.once('SIGTERM', resolve);
          });
          await running.stop();
        },
        { keeps: true },
      );
    });
}

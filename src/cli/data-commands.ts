import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { exitCode, Failure } from '../base/failure.ts';
import { formatFinding } from '../base/finding.ts';
import { verifyChain } from '../ledger/decide.ts';
import { checkFacts } from '../reference/check-facts.ts';
import { packageFolder } from '../reference/package-folder.ts';
import type { Host } from './host.ts';
import { say, write } from './terminal.ts';

/** `check` finds every fault in data files and in the chain of decisions, each with its place. */
export function addDataCommands(program: Command, host: Host): void {
  program
    .command('check')
    .description('checks data files and prints file:line:column code message for every fault')
    .argument('[folder]', 'a data folder; default: the facts in use')
    .action(async (folder: string | undefined) => {
      const context = host.context();
      const shipped = join(packageFolder(), 'data');
      const checked = folder ?? context.options.data ?? shipped;
      if (!existsSync(checked) || !statSync(checked).isDirectory()) {
        const message = `${checked} is no folder: give one with data files, as data/ is.`;
        throw new Failure(message, exitCode.notFound);
      }
      const findings = [...checkFacts(checked)];
      if (folder === undefined && existsSync(context.options.archive)) {
        await context.withWorkbench(async ({ archive }) => {
          findings.push(...verifyChain(await archive.entries(), context.options.archive));
        });
      }
      for (const finding of findings) {
        await write(context.terminal.out, `${formatFinding(finding)}\n`);
      }
      const told = findings.length === 1 ? '1 fault' : `${findings.length || 'no'} faults`;
      await say(context.terminal, `${checked}: ${told}.`);
      host.end(findings.length > 0 ? exitCode.failed : exitCode.done);
    });
}

import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { exitCode } from '../../base/failure.ts';
import { formatFinding } from '../../base/finding.ts';
import { checkData, lackingWords } from '../../pipeline/check-data.ts';
import { shippedData } from '../../pipeline/package-files.ts';
import type { Host } from '../host.ts';
import { counted, say, write } from '../terminal.ts';

/** `check` finds every fault in data files and in the chain of decisions, each with its place. */
export function addDataCommands(program: Command, host: Host): void {
  program
    .command('check')
    .description('checks data files and prints file:line:column code message for every fault')
    .argument('[folder]', 'a data folder; default: the facts in use')
    .action(async (folder: string | undefined) => {
      const context = host.context();
      const checked = folder ?? context.options.data ?? shippedData();
      const findings = [...checkData(checked)];
      if (folder === undefined && existsSync(context.options.archive)) {
        await context.withWorkbench(async (workbench) => {
          findings.push(...(await workbench.checkDecisions(context.options.archive)));
        });
      }
      for (const finding of findings) {
        await write(context.terminal.out, `${formatFinding(finding)}\n`);
      }
      const count = findings.length === 0 ? 'no faults' : counted(findings.length, 'fault');
      for (const { file, without } of lackingWords(checked)) {
        await say(context.terminal, `${file} is not there, so ${without}.`);
      }
      await say(context.terminal, `${checked}: ${count}.`);
      host.end(findings.length > 0 ? exitCode.failed : exitCode.done);
    });
}

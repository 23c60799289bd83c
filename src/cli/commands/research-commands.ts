import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { exitCode, Failure } from '../../base/failure.ts';
import { formatFinding } from '../../base/finding.ts';
import type { NamedText } from '../../pipeline/flow.ts';
import { briefImport } from '../brief/brief-import.ts';
import type { Host, OutputOptions } from '../host.ts';
import { gather, say, write } from '../terminal.ts';

interface BacktestFlags extends OutputOptions {
  readonly atop?: readonly string[];
  readonly wars?: readonly string[];
  readonly coded?: string;
}

/** `import` brings research data sets in as ledgers of their own; `backtest` tries the engine. */
export function addResearchCommands(program: Command, host: Host): void {
  program
    .command('import')
    .description('brings a research data set in as a ledger of its own')
    .argument('<project>', 'atop or cow')
    .argument('<file...>', 'its files, as published')
    .option('--json', 'one JSON document: counts, and what could not be placed')
    .action(async (project: string, files: string[], options: OutputOptions) => {
      if (project !== 'atop' && project !== 'cow') {
        const message = `"${project}" is not a data set that can be brought in: give atop or cow.`;
        throw new Failure(message, exitCode.wrongUsage);
      }
      const context = host.context();
      const texts = await Promise.all(files.map(readNamed));
      await context.withWorkbench(
        async ({ flow, archive }) => {
          const ledgers = flow.importDataSet(project, texts);
          for (const ledger of ledgers) {
            const { name, title, endsOn, agreements } = ledger;
            await archive.keepLedger({ name, title, endsOn, agreements: [...agreements.values()] });
            for (const finding of ledger.findings) {
              await say(context.terminal, formatFinding(finding));
            }
          }
          const { out } = context.terminal;
          if (options.json) {
            const summary = ledgers.map(({ name, title, endsOn, counts, unplaced }) => ({
              name,
              title,
              endsOn,
              counts,
              unplaced,
            }));
            await write(out, `${JSON.stringify({ made: flow.made, ledgers: summary }, null, 2)}\n`);
            return;
          }
          for (const ledger of ledgers) {
            await write(out, `${briefImport(ledger)}\n`);
          }
        },
        { keeps: true },
      );
    });

  program
    .command('backtest')
    .description('the recorded wars against the recorded alliances, and against coders’ judgement')
    .option(
      '--atop <file>',
      'ATOP at member level; may be given twice, with the alliance level',
      gather,
    )
    .option('--wars <file>', 'a list of wars; may be given more than once', gather)
    .option('--coded <file>', 'cases coded by hand (Berkemeier and Fuhrmann)')
    .action(async (options: BacktestFlags) => {
      const [members, alliances] = await Promise.all((options.atop ?? []).map(readNamed));
      if (members === undefined || !options.wars?.length) {
        const message = 'A backtest needs --atop FILE and --wars FILE; --coded FILE scores it.';
        throw new Failure(message, exitCode.wrongUsage);
      }
      const context = host.context();
      const wars = await Promise.all(options.wars.map(readNamed));
      const coded = options.coded === undefined ? undefined : await readNamed(options.coded);
      const lines = context.flow().backtest({
        atopMembers: members,
        ...(alliances && { atopAlliances: alliances }),
        wars,
        ...(coded && { coded }),
      });
      await write(context.terminal.out, `${lines.join('\n')}\n`);
    });
}

async function readNamed(file: string): Promise<NamedText> {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch {
    const message = `${file} cannot be read: check the name and the folder you are in.`;
    throw new Failure(message, exitCode.notFound);
  }
}

import type { Command } from 'commander';
import { briefReading } from '../brief/brief-reading.ts';
import { collectReadings, gatherReadings, type InputFlags } from '../gather-readings.ts';
import type { Host, OutputOptions } from '../host.ts';
import { counted, say, write } from '../terminal.ts';

/** `read` prints what is in reports, `add` keeps them, `parse` shows the trees beneath. */
export function addReadingCommands(program: Command, host: Host): void {
  program
    .command('read')
    .description('reads reports and prints what is in each; keeps nothing')
    .argument('[input...]', 'files, folders, addresses, or - for the standard input')
    .option('--json', 'one JSON document')
    .option('--ndjson', 'one reading a line')
    .option('--brief', 'for people (the default)')
    .option('--published <day>', 'the day of publication, where the input does not say')
    .option('--outlet <name>', 'the outlet, where the input does not say')
    .action(async (inputs: string[], options: OutputOptions & InputFlags) => {
      const context = host.context();
      const { out } = context.terminal;
      const gathered = gatherReadings(context, inputs, inputFlags(options));
      if (options.json) {
        const readings = await collectReadings(gathered);
        const { made } = context.flow();
        await write(out, `${JSON.stringify({ made, readings }, null, 2)}\n`);
      } else {
        for await (const reading of gathered.readings) {
          const text = options.ndjson
            ? JSON.stringify(reading)
            : briefReading(context.terminal, reading, context.flow().reference);
          await write(out, `${text}\n`);
        }
      }
      host.end(gathered.code());
    });

  program
    .command('add')
    .description('reads reports and keeps them, with their stories and proposals')
    .argument('[input...]', 'files, folders, addresses, or - for the standard input')
    .option('--published <day>', 'the day of publication, where the input does not say')
    .option('--outlet <name>', 'the outlet, where the input does not say')
    .action(async (inputs: string[], options: InputFlags) => {
      const context = host.context();
      const gathered = gatherReadings(context, inputs, inputFlags(options));
      await context.withWorkbench(
        async (workbench) => {
          const kept = await workbench.keep(gathered.readings);
          const open = (await workbench.openProposals()).length;
          const stories = (await workbench.archive.stories()).length;
          await say(
            context.terminal,
            `${kept.added} added, ${kept.replaced} changed, ${kept.known} known already; ` +
              `${counted(stories, 'story', 'stories')}, ${counted(open, 'open proposal')} ` +
              `in ${context.options.archive}.`,
          );
        },
        { keeps: true },
      );
      host.end(gathered.code());
    });

  program
    .command('parse')
    .description('shows the sentences of reports as trees, in CoNLL-U')
    .argument('<input...>', 'files or - for the standard input')
    .option('--conllu', 'CoNLL-U (the default and only form)')
    .action(async (inputs: string[]) => {
      const context = host.context();
      const gathered = gatherReadings(context, inputs, {});
      for await (const { report } of gathered.readings) {
        await write(context.terminal.out, context.flow().trees(report));
      }
      host.end(gathered.code());
    });
}

export function inputFlags({ published, outlet }: InputFlags): InputFlags {
  return {
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
  };
}

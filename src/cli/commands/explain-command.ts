import type { Command } from 'commander';
import { explainedIn, explainReading } from '../brief/explain-reading.ts';
import { gatherReadings, type InputFlags } from '../gather-readings.ts';
import type { Host, OutputOptions } from '../host.ts';
import { write } from '../terminal.ts';
import { inputFlags } from './reading-commands.ts';

/** `explain` names the construction behind each finding. */
export function addExplainCommand(program: Command, host: Host): void {
  program
    .command('explain')
    .description('names the construction behind each finding in reports; keeps nothing')
    .argument('[input...]', 'files, folders, addresses, or - for the standard input')
    .option('--ndjson', 'one finding a line')
    .option('--published <day>', 'the day of publication, where the input does not say')
    .action(async (inputs: string[], options: OutputOptions & InputFlags) => {
      const context = host.context();
      const { terminal } = context;
      const gathered = gatherReadings(context, inputs, inputFlags(options));
      for await (const reading of gathered.readings) {
        const constructions = context.flow().constructions(reading.report.language);
        const explained = explainedIn(reading, constructions);
        const text = options.ndjson
          ? explained.map((one) => JSON.stringify({ report: reading.report.id, ...one })).join('\n')
          : explainReading(terminal, reading, explained);
        await write(terminal.out, `${text}\n`);
      }
      host.end(gathered.code());
    });
}

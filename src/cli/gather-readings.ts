import { stat } from 'node:fs/promises';
import { exitCode, Failure } from '../base/failure.ts';
import { type Finding, formatFinding } from '../base/finding.ts';
import type { Reading } from '../model/reading.ts';
import { requireDay } from '../pipeline/parse-scenario.ts';
import { codeOfRun, type InputOptions, readInputs } from '../pipeline/read-inputs.ts';
import type { Context } from './context.ts';
import { startProgress } from './progress.ts';
import { counted, say } from './terminal.ts';

export interface InputFlags {
  readonly published?: string;
  readonly outlet?: string;
}

/** Readings as they come, and at the end the code of the run. Faults go to stderr. */
export interface Gathered {
  readonly readings: AsyncGenerator<Reading>;
  readonly code: () => number;
}

export function gatherReadings(
  context: Context,
  names: readonly string[],
  flags: InputFlags,
): Gathered {
  if (names.length === 0) {
    throw new Failure(
      'No input is given. Name files, folders or addresses, or - for the standard input.',
      exitCode.wrongUsage,
    );
  }
  if (flags.published !== undefined) requireDay(flags.published, '--published');
  const options: InputOptions = flags;
  const faults: Finding[] = [];
  let read = 0;
  async function* run(): AsyncGenerator<Reading> {
    const total = await countFiles(names);
    const progress = startProgress(context.terminal, 'reading', total);
    for await (const one of readInputs(context.flow(), names, options, process.stdin)) {
      progress.advance();
      if (one.kind === 'reading') {
        read++;
        yield one.reading;
      } else {
        progress.finish();
        faults.push(one.finding);
        await say(context.terminal, formatFinding(one.finding));
      }
    }
    progress.finish();
    if (faults.length > 0) await say(context.terminal, runInWords(read, faults));
  }
  return { readings: run(), code: () => codeOfRun(read, faults) };
}

export async function collectReadings(gathered: Gathered): Promise<Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of gathered.readings) readings.push(reading);
  return readings;
}

function runInWords(read: number, faults: readonly Finding[]): string {
  const reports = counted(read, 'report was', 'reports were');
  return `${reports} read; ${counted(faults.length, 'input')} failed, as shown above.`;
}

/** How many reports to expect; only known beforehand where all inputs are plain files. */
async function countFiles(names: readonly string[]): Promise<number | undefined> {
  for (const name of names) {
    const found = await stat(name).catch(() => undefined);
    if (!found?.isFile() || /\.(ndjson|jsonl)(\.gz)?$/i.test(name)) return undefined;
  }
  return names.length;
}

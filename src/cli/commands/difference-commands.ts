import type { Command } from 'commander';
import type { Day } from '../../base/day.ts';
import { exitCode, Failure } from '../../base/failure.ts';
import { withoutAndWith } from '../../model/answers/difference.ts';
import {
  requireAgreement,
  requireDay,
  requireOneOf,
  requireState,
} from '../../pipeline/parse-scenario.ts';
import { briefDifference, briefExposure } from '../brief/brief-difference.ts';
import { type Context, dayOrToday } from '../context.ts';
import type { Host, OutputOptions } from '../host.ts';
import { write } from '../terminal.ts';

interface DifferenceFlags extends OutputOptions {
  readonly on?: string;
  readonly between?: readonly string[];
  readonly reading?: string;
}

interface ExposureFlags extends OutputOptions {
  readonly on?: string;
}

/** `difference` compares two sets of promises; `exposure` says who stands by a state. */
export function addDifferenceCommands(program: Command, host: Host): void {
  program
    .command('difference')
    .description('what an agreement changed: every attack whose answer differs without it')
    .argument('[agreement]', 'as `entente agreements` lists it; none with --between')
    .option('--on <day>', 'on that day; default today')
    .option('--between <days...>', 'compare two days instead, with all agreements')
    .option('--reading <strict|loose>', 'whether a first striker may be struck back', 'strict')
    .option('--json', 'one JSON document')
    .option('--brief', 'for people (the default)')
    .action((id: string | undefined, options: DifferenceFlags) =>
      printDifference(host.context(), id, options),
    );

  program
    .command('exposure')
    .description('who would be bound to defend a state, against whom, and where the gaps are')
    .argument('<state>', 'a state by code or name')
    .option('--on <day>', 'on that day; default today')
    .option('--json', 'one JSON document')
    .action((state: string, options: ExposureFlags) =>
      printExposure(host.context(), state, options),
    );
}

async function printDifference(
  context: Context,
  id: string | undefined,
  options: DifferenceFlags,
): Promise<void> {
  await context.withWorkbench(async ({ flow, ledger }) => {
    const reading = requireOneOf(options.reading ?? 'strict', ['strict', 'loose'], '--reading');
    const now = await ledger();
    const agreement = id === undefined ? undefined : requireAgreement(id, now);
    const days = options.between?.map((text) => requireDay(text, '--between'));
    const sides =
      agreement === undefined
        ? sidesOf(days)
        : withoutAndWith(agreement, dayOrToday(options.on, context));
    const found = flow.difference({ ...sides, reading, assume: 'all' }, flow.world(now));
    const text = options.json
      ? JSON.stringify({ made: flow.made, agreement, ...found }, null, 2)
      : briefDifference(context.terminal, agreement, found, flow.reference);
    await write(context.terminal.out, `${text}\n`);
  });
}

function sidesOf(days: readonly Day[] | undefined) {
  if (days?.length !== 2) {
    throw new Failure(
      'Say which agreement, or which two days: difference rus-prk-2024, or --between DAY DAY.',
      exitCode.wrongUsage,
    );
  }
  return { before: { on: days[0], without: [] }, after: { on: days[1], without: [] } };
}

async function printExposure(
  context: Context,
  state: string,
  options: ExposureFlags,
): Promise<void> {
  await context.withWorkbench(async ({ flow, ledger }) => {
    const on = dayOrToday(options.on, context);
    const code = requireState(state, flow.reference, on);
    const found = flow.exposure(code, on, flow.world(await ledger()));
    const text = options.json
      ? JSON.stringify({ made: flow.made, ...found }, null, 2)
      : briefExposure(context.terminal, found, flow.reference);
    await write(context.terminal.out, `${text}\n`);
  });
}

import type { Command } from 'commander';
import { exitCode, Failure } from '../../base/failure.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Ledger } from '../../pipeline/flow.ts';
import { requireAgreement, requireDay, requireState } from '../../pipeline/parse-scenario.ts';
import { briefAgreement, briefAgreementLine } from '../brief/brief-agreement.ts';
import { type Context, dayOrToday } from '../context.ts';
import type { Host, OutputOptions } from '../host.ts';
import { say, write } from '../terminal.ts';

interface AgreementFlags extends OutputOptions {
  readonly state?: string;
  readonly between?: readonly string[];
  readonly on?: string;
  readonly known?: string;
  readonly type?: string;
}

/** `agreements` lists the ledger; `agreement` shows one of it. */
export function addAgreementCommands(program: Command, host: Host): void {
  program
    .command('agreements')
    .description('lists agreements of the ledger')
    .option('--state <state>', 'those of this state')
    .option('--between <states...>', 'those that bind these two')
    .option('--on <day>', 'those in force on that day')
    .option('--known <day>', 'with what had happened and been entered by the end of that day')
    .option('--type <type>', 'with this duty: defend, consult, not attack ...')
    .option('--json', 'one JSON document')
    .option('--ndjson', 'one agreement a line')
    .action((options: AgreementFlags) => listAgreements(host.context(), options));

  program
    .command('agreement')
    .description('shows an agreement: parties, provisions, days, what sources dispute')
    .argument('<id>', 'as `entente agreements` lists it')
    .option('--on <day>', 'as it was valid on that day')
    .option('--known <day>', 'with what had happened and been entered by the end of that day')
    .option('--json', 'one JSON document')
    .action((id: string, options: AgreementFlags) => printAgreement(host.context(), id, options));
}

async function listAgreements(context: Context, options: AgreementFlags): Promise<void> {
  await context.withWorkbench(async ({ flow, ledger }) => {
    const all = await ledger(knownDay(options));
    const found = select(all, options, context);
    const { out } = context.terminal;
    const { made, reference } = flow;
    if (options.json) {
      await write(out, `${JSON.stringify({ made, agreements: found }, null, 2)}\n`);
      return;
    }
    const on = dayOrToday(options.on, context);
    for (const agreement of found) {
      const text = options.ndjson
        ? JSON.stringify(agreement)
        : briefAgreementLine(flow.validOn(agreement, on, all), reference);
      await write(out, `${text}\n`);
    }
    await say(context.terminal, `${found.length} of ${all.size} agreements.`);
  });
}

async function printAgreement(
  context: Context,
  id: string,
  options: AgreementFlags,
): Promise<void> {
  await context.withWorkbench(async ({ flow, ledger }) => {
    const all = await ledger(knownDay(options));
    const agreement = all.get(id) ?? all.get(requireAgreement(id, flow.reference.agreements));
    if (agreement === undefined) {
      throw new Failure(`The ledger did not have ${id} by then.`, exitCode.notFound);
    }
    const valid = flow.validOn(agreement, dayOrToday(options.on, context), all);
    const text = options.json
      ? JSON.stringify({ made: flow.made, ...valid }, null, 2)
      : briefAgreement(context.terminal, valid, flow.reference);
    await write(context.terminal.out, `${text}\n`);
  });
}

function knownDay(options: AgreementFlags): string | undefined {
  return options.known === undefined ? undefined : requireDay(options.known, '--known');
}

function select(ledger: Ledger, options: AgreementFlags, context: Context): Agreement[] {
  const { reference, validOn } = context.flow();
  const on = options.on === undefined ? undefined : requireDay(options.on, '--on');
  const named = [...(options.between ?? []), ...(options.state ? [options.state] : [])];
  if (options.between !== undefined && options.between.length !== 2) {
    throw new Failure('--between takes two states: --between KOR PRK.', exitCode.wrongUsage);
  }
  const states = named.map((state) => requireState(state, reference, on));
  return [...ledger.values()]
    .filter((agreement) => {
      const parties = agreement.parties.map((party) => party.state);
      return states.every((state) => parties.includes(state));
    })
    .filter(
      (agreement) =>
        options.type === undefined ||
        agreement.provisions.some((provision) => provision.duty === options.type),
    )
    .filter((agreement) => {
      if (on === undefined) return true;
      const valid = validOn(agreement, on, ledger);
      if (valid.standing !== 'in force') return false;
      const bound = valid.parties.filter((party) => party.standing === 'bound');
      return states.every((state) => bound.some((party) => party.state === state));
    });
}

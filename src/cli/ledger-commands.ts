import type { Command } from 'commander';
import { today } from '../base/clock.ts';
import { exitCode, Failure } from '../base/failure.ts';
import type { Agreement } from '../model/agreement.ts';
import { requireAgreement, requireDay, requireState } from '../pipeline/parse-scenario.ts';
import { briefAgreement, briefAgreementLine } from './brief-agreement.ts';
import { type Context, personHere } from './context.ts';
import type { Host, OutputOptions } from './host.ts';
import { say, style, write } from './terminal.ts';

interface AgreementFlags extends OutputOptions {
  readonly state?: string;
  readonly between?: readonly string[];
  readonly on?: string;
  readonly known?: string;
  readonly type?: string;
}

interface ReviewFlags extends OutputOptions {
  readonly who?: string;
  readonly why?: string;
}

/** `agreements` and `agreement` show the ledger, `review` decides what readings propose to it. */
export function addLedgerCommands(program: Command, host: Host): void {
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
    .action(async (options: AgreementFlags) => {
      const context = host.context();
      await context.withWorkbench(async (workbench) => {
        const ledger = await workbench.ledger(knownDay(options));
        const found = select([...ledger.values()], options, context);
        const { out } = context.terminal;
        const { made, reference, validOn } = workbench.flow;
        if (options.json) {
          await write(out, `${JSON.stringify({ made, agreements: found }, null, 2)}\n`);
          return;
        }
        const on = options.on === undefined ? today(context.clock) : requireDay(options.on, '--on');
        for (const agreement of found) {
          const line = briefAgreementLine(validOn(agreement, on), reference);
          await write(out, `${options.ndjson ? JSON.stringify(agreement) : line}\n`);
        }
        await say(context.terminal, `${found.length} of ${ledger.size} agreements.`);
      });
    });

  program
    .command('agreement')
    .description('shows an agreement: parties, provisions, days, what sources dispute')
    .argument('<id>', 'as `entente agreements` lists it')
    .option('--on <day>', 'as it was valid on that day')
    .option('--known <day>', 'with what had happened and been entered by the end of that day')
    .option('--json', 'one JSON document')
    .action(async (id: string, options: AgreementFlags) => {
      const context = host.context();
      await context.withWorkbench(async ({ flow, ledger }) => {
        const held = await ledger(knownDay(options));
        const agreement = held.get(id) ?? held.get(requireAgreement(id, flow.reference.agreements));
        if (agreement === undefined) {
          throw new Failure(`The ledger did not know ${id} by then.`, exitCode.notFound);
        }
        const on = options.on === undefined ? today(context.clock) : requireDay(options.on, '--on');
        const valid = flow.validOn(agreement, on);
        const text = options.json
          ? JSON.stringify({ made: flow.made, ...valid }, null, 2)
          : briefAgreement(context.terminal, valid, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });

  addReview(program, host);
}

function knownDay(options: AgreementFlags): string | undefined {
  return options.known === undefined ? undefined : requireDay(options.known, '--known');
}

function select(
  agreements: readonly Agreement[],
  options: AgreementFlags,
  context: Context,
): Agreement[] {
  const { reference, validOn } = context.flow();
  const on = options.on === undefined ? undefined : requireDay(options.on, '--on');
  const named = [...(options.between ?? []), ...(options.state ? [options.state] : [])];
  if (options.between !== undefined && options.between.length !== 2) {
    throw new Failure('--between takes two states: --between KOR PRK.', exitCode.wrongUsage);
  }
  const states = named.map((state) => requireState(state, reference, on));
  return agreements
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
      const valid = validOn(agreement, on);
      if (valid.standing !== 'in force') return false;
      const bound = valid.parties.filter((party) => party.standing === 'bound');
      return states.every((state) => bound.some((party) => party.state === state));
    });
}

function addReview(program: Command, host: Host): void {
  const review = program
    .command('review')
    .description('decides what readings propose to the ledger')
    .exitOverride();

  review
    .command('list', { isDefault: true })
    .description('lists the open proposals')
    .option('--json', 'one JSON document')
    .action(async (options: OutputOptions) => {
      const context = host.context();
      await context.withWorkbench(async (workbench) => {
        const open = await workbench.openProposals();
        const { out } = context.terminal;
        if (options.json) {
          const { made } = workbench.flow;
          await write(out, `${JSON.stringify({ made, proposals: open }, null, 2)}\n`);
          return;
        }
        for (const { id, summary, evidence } of open) {
          const told = evidence.length === 1 ? '1 place' : `${evidence.length} places`;
          await write(out, `${style(context.terminal, 'dim', id)}  ${summary} · ${told}\n`);
        }
        if (open.length === 0) await say(context.terminal, 'No proposal is open.');
      });
    });

  review
    .command('show')
    .description('shows a proposal beside what the ledger holds, with its sentences')
    .argument('<id>', 'as `entente review list` lists it')
    .option('--json', 'one JSON document')
    .action(async (id: string, options: OutputOptions) => {
      const context = host.context();
      await context.withWorkbench(async (workbench) => {
        const { proposal, decision } = await workbench.proposal(id);
        const rows = workbench.flow.show(proposal, await workbench.ledger());
        const { terminal } = context;
        if (options.json) {
          const document = { made: workbench.flow.made, proposal, difference: rows, decision };
          await write(terminal.out, `${JSON.stringify(document, null, 2)}\n`);
          return;
        }
        const lines = [style(terminal, 'bold', proposal.summary)];
        for (const row of rows) {
          lines.push(`  ${row.field}: ${row.held ?? 'nothing'} → ${row.proposed ?? 'nothing'}`);
        }
        for (const { sentence, report } of proposal.evidence) {
          lines.push(`  “${sentence.replace(/\s+/g, ' ')}” [${report}]`);
        }
        if (decision) lines.push(`  ${decision.decision}ed by ${decision.who} on ${decision.at}`);
        await write(terminal.out, `${lines.join('\n')}\n`);
      });
    });

  addDecisions(review, host);
}

function addDecisions(review: Command, host: Host): void {
  const decide = (name: 'accept' | 'reject' | 'undo', what: string, argument: string) =>
    review
      .command(name)
      .description(what)
      .argument(argument)
      .option('--why <text>', 'the reason, kept with the decision')
      .option('--who <name>', 'who decides', personHere())
      .action(async (id: string, options: ReviewFlags) => {
        const context = host.context();
        const who = options.who ?? personHere();
        await context.withWorkbench(async (workbench) => {
          if (name === 'reject' && options.why === undefined) {
            const message = 'A rejection needs its reason, for those who come after: --why TEXT.';
            throw new Failure(message, exitCode.wrongUsage);
          }
          const entry =
            name === 'accept'
              ? await workbench.accept(id, who, options.why)
              : name === 'reject'
                ? await workbench.reject(id, who, options.why ?? '')
                : await workbench.undo(requireNumber(id), who, options.why);
          await say(
            context.terminal,
            `Entry ${entry.number}: ${name} by ${who}. ` +
              (name === 'undo' ? '' : `\`entente review undo ${entry.number}\` takes it back.`),
          );
        });
      });
  decide('accept', 'takes a proposal into the ledger', '<id>');
  decide('reject', 'turns a proposal down, with the reason', '<id>');
  decide('undo', 'takes a decision back; both stay on record', '<entry>');
}

function requireNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const message = `"${text}" is no entry: give its number, as the decision printed it.`;
  throw new Failure(message, exitCode.wrongUsage);
}

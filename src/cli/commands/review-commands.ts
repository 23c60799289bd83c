import type { Command } from 'commander';
import { exitCode, Failure } from '../../base/failure.ts';
import { type Context, personHere } from '../context.ts';
import type { Host, OutputOptions } from '../host.ts';
import { counted, say, style, write } from '../terminal.ts';

interface DecisionFlags {
  readonly who?: string;
  readonly why?: string;
}

/** `review` decides what readings propose to the ledger. */
export function addReviewCommands(program: Command, host: Host): void {
  const review = program
    .command('review')
    .description('decides what readings propose to the ledger')
    .exitOverride();

  review
    .command('list', { isDefault: true })
    .description('lists the open proposals')
    .option('--json', 'one JSON document')
    .action((options: OutputOptions) => listOpen(host.context(), options));

  review
    .command('show')
    .description('shows a proposal beside the ledger, with its sentences')
    .argument('<id>', 'as `entente review list` lists it')
    .option('--json', 'one JSON document')
    .action((id: string, options: OutputOptions) => show(host.context(), id, options));

  const decision = (name: Decision, description: string, argument: string) =>
    review
      .command(name)
      .description(description)
      .argument(argument)
      .option('--why <text>', 'the reason, kept with the decision')
      .option('--who <name>', 'who decides', personHere())
      .action((id: string, options: DecisionFlags) => decide(host.context(), name, id, options));
  decision('accept', 'takes a proposal into the ledger', '<id>');
  decision('reject', 'turns a proposal down, with the reason', '<id>');
  decision('undo', 'takes a decision back; both stay on record', '<entry>');
}

type Decision = 'accept' | 'reject' | 'undo';

async function listOpen(context: Context, options: OutputOptions): Promise<void> {
  const { terminal } = context;
  await context.withWorkbench(async ({ flow, openProposals }) => {
    const open = await openProposals();
    if (options.json) {
      const document = { made: flow.made, proposals: open };
      await write(terminal.out, `${JSON.stringify(document, null, 2)}\n`);
      return;
    }
    for (const { id, summary, evidence } of open) {
      const places = counted(evidence.length, 'place');
      await write(terminal.out, `${style(terminal, 'dim', id)}  ${summary} · ${places}\n`);
    }
    if (open.length === 0) await say(terminal, 'No proposal is open.');
  });
}

async function show(context: Context, id: string, options: OutputOptions): Promise<void> {
  const { terminal } = context;
  await context.withWorkbench(async (workbench) => {
    const { flow } = workbench;
    const { proposal, decision } = await workbench.proposal(id);
    const rows = flow.show(proposal, await workbench.ledger());
    if (options.json) {
      const document = { made: flow.made, proposal, difference: rows, decision };
      await write(terminal.out, `${JSON.stringify(document, null, 2)}\n`);
      return;
    }
    const lines = [
      style(terminal, 'bold', proposal.summary),
      ...rows.map(
        (row) => `  ${row.field}: ${row.held ?? 'nothing'} → ${row.proposed ?? 'nothing'}`,
      ),
      ...proposal.evidence.map(
        ({ sentence, report }) => `  “${sentence.replace(/\s+/g, ' ')}” [${report}]`,
      ),
      ...(decision ? [`  ${decision.decision}ed by ${decision.who} on ${decision.at}`] : []),
    ];
    await write(terminal.out, `${lines.join('\n')}\n`);
  });
}

async function decide(
  context: Context,
  name: Decision,
  id: string,
  { who = personHere(), why }: DecisionFlags,
): Promise<void> {
  await context.withWorkbench(async (workbench) => {
    if (name === 'reject' && why === undefined) {
      const message = 'A rejection needs its reason, for those who come after: --why TEXT.';
      throw new Failure(message, exitCode.wrongUsage);
    }
    const entry =
      name === 'accept'
        ? await workbench.accept(id, who, why)
        : name === 'reject'
          ? await workbench.reject(id, who, why ?? '')
          : await workbench.undo(entryNumber(id), who, why);
    const back = `\`entente review undo ${entry.number}\` takes it back.`;
    const advice = name === 'undo' ? '' : back;
    await say(context.terminal, `Entry ${entry.number}: ${name} by ${who}. ${advice}`);
  });
}

function entryNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const message = `"${text}" is not an entry: give its number, as the decision printed it.`;
  throw new Failure(message, exitCode.wrongUsage);
}

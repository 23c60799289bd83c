import type { Command } from 'commander';
import { today } from '../../base/clock.ts';
import { exitCode, Failure } from '../../base/failure.ts';
import { parseScenario, type ScenarioAsked } from '../../pipeline/parse-scenario.ts';
import { briefChance, briefOutcome } from '../brief/brief-outcome.ts';
import type { Context } from '../context.ts';
import type { Host, OutputOptions } from '../host.ts';
import { gather, say, write } from '../terminal.ts';

interface WhatIfFlags extends OutputOptions, Omit<ScenarioAsked, 'attacks'> {
  readonly attack?: readonly string[];
  readonly explain?: boolean;
  readonly chance?: boolean;
  readonly seed?: string;
}

/** `whatif` says who is bound to do what, and why. */
export function addWhatIfCommand(program: Command, host: Host): void {
  program
    .command('whatif')
    .description('if someone attacked someone: who would be bound to do what, and why')
    .option('--attack <attacker:target[@day]>', 'an attack; several are acts by day', gather)
    .option('--on <day>', 'the day of attacks that name none; default today')
    .option('--in <place>', 'where, if not in the target’s own territory')
    .option('--provoked', 'the target gave provocation')
    .option('--without <agreement>', 'leave an agreement out', gather)
    .option('--reading <strict|loose>', 'whether a first striker may be struck back', 'strict')
    .option('--assume <all|automatic|none>', 'who acts on what it owes')
    .option('--ledger <name>', 'which ledger', 'entente')
    .option('--known <day>', 'with what had happened and been entered by the end of that day')
    .option('--explain', 'the proof of every duty as a tree, down to article and source')
    .option('--chance', 'base rates of the past beside what is owed; not a forecast')
    .option('--seed <number>', 'of the simulation behind --chance', '1')
    .option('--json', 'one JSON document')
    .option('--brief', 'for people (the default)')
    .action((options: WhatIfFlags) => answer(host.context(), options));
}

async function answer(context: Context, options: WhatIfFlags): Promise<void> {
  const { terminal } = context;
  await context.withWorkbench(async ({ flow, ledgerNamed }) => {
    const asked = { ...options, attacks: options.attack ?? [] };
    const scenario = parseScenario(asked, flow.reference, today(context.clock));
    const { agreements, caveat } = await ledgerNamed(scenario);
    if (caveat !== undefined) await say(terminal, caveat);
    const seed = options.chance ? wholeNumber(options.seed ?? '1') : undefined;
    const { outcome, proofs, chance } = flow.answer(scenario, flow.world(agreements), seed);
    if (options.json) {
      const document = chance === undefined ? outcome : { ...outcome, chance };
      await write(terminal.out, `${JSON.stringify(document, null, 2)}\n`);
    } else if (options.explain) {
      for (const proof of proofs) await write(terminal.out, `${flow.explain(proof)}\n\n`);
    } else {
      await write(terminal.out, `${briefOutcome(terminal, outcome, flow.reference)}\n`);
      if (chance) await write(terminal.out, `${briefChance(terminal, chance, flow.reference)}\n`);
    }
  });
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const message = `"${text}" (--seed) is not a whole number: give one, as 7.`;
  throw new Failure(message, exitCode.wrongUsage);
}

import type { Command } from 'commander';
import { today } from '../base/clock.ts';
import { parseScenario } from '../pipeline/parse-scenario.ts';
import { briefOutcome } from './brief-outcome.ts';
import type { Host, OutputOptions } from './host.ts';
import { write } from './terminal.ts';

interface WhatIfFlags extends OutputOptions {
  readonly attack?: readonly string[];
  readonly on?: string;
  readonly in?: string;
  readonly provoked?: boolean;
  readonly without?: readonly string[];
  readonly reading?: string;
  readonly assume?: string;
  readonly ledger?: string;
  readonly known?: string;
}

const gather = (value: string, before: readonly string[] = []) => [...before, value];

/** `whatif` says who is bound to do what, and why. */
export function addScenarioCommands(program: Command, host: Host): void {
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
    .option('--known <day>', 'as the ledger was known at the end of that day')
    .option('--json', 'one JSON document')
    .option('--brief', 'for people (the default)')
    .action(async (options: WhatIfFlags) => {
      const context = host.context();
      await context.withWorkbench(async ({ flow, ledger }) => {
        const asked = { ...options, attacks: options.attack ?? [] };
        const scenario = parseScenario(asked, flow.reference, today(context.clock));
        const outcome = flow.decide(scenario, flow.world(await ledger(scenario.known)));
        const text = options.json
          ? JSON.stringify(outcome, null, 2)
          : briefOutcome(context.terminal, outcome, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });
}

import type { Command } from 'commander';
import { today } from '../base/clock.ts';
import { differenceOfAgreement } from '../contingency/difference.ts';
import { exposureOf } from '../contingency/exposure.ts';
import {
  parseScenario,
  requireAgreement,
  requireDay,
  requireState,
} from '../pipeline/parse-scenario.ts';
import { briefDifference, briefExposure } from './brief-difference.ts';
import { briefOutcome } from './brief-outcome.ts';
import type { Context } from './context.ts';
import type { Host, OutputOptions } from './host.ts';
import { say, write } from './terminal.ts';

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
      await context.withWorkbench(async ({ flow, ledgerNamed }) => {
        const asked = { ...options, attacks: options.attack ?? [] };
        const scenario = parseScenario(asked, flow.reference, today(context.clock));
        const { agreements, caveat } = await ledgerNamed(scenario);
        const outcome = flow.decide(scenario, flow.world(agreements));
        if (caveat !== undefined) await say(context.terminal, caveat);
        const text = options.json
          ? JSON.stringify(outcome, null, 2)
          : briefOutcome(context.terminal, outcome, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });

  program
    .command('difference')
    .description('what an agreement changed: every attack whose answer differs without it')
    .argument('<agreement>', 'as `entente agreements` lists it')
    .option('--on <day>', 'on that day; default today')
    .option('--reading <strict|loose>', 'whether a first striker may be struck back', 'strict')
    .option('--json', 'one JSON document')
    .option('--brief', 'for people (the default)')
    .action(async (id: string, options: WhatIfFlags) => {
      const context = host.context();
      await context.withWorkbench(async ({ flow, ledger }) => {
        const agreement = requireAgreement(id, flow.reference);
        const on = dayAsked(options.on, context);
        const reading = options.reading === 'loose' ? 'loose' : 'strict';
        const world = flow.world(await ledger());
        const found = differenceOfAgreement(world, agreement, { on, reading, assume: 'all' });
        const text = options.json
          ? JSON.stringify({ made: flow.made, agreement, ...found }, null, 2)
          : briefDifference(context.terminal, agreement, found, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });

  program
    .command('exposure')
    .description('who would be bound to defend a state, against whom, and where the gaps are')
    .argument('<state>', 'a state by code or name')
    .option('--on <day>', 'on that day; default today')
    .option('--json', 'one JSON document')
    .action(async (state: string, options: WhatIfFlags) => {
      const context = host.context();
      await context.withWorkbench(async ({ flow, ledger }) => {
        const on = dayAsked(options.on, context);
        const code = requireState(state, flow.reference, on);
        const found = exposureOf(flow.world(await ledger()), code, on);
        const text = options.json
          ? JSON.stringify({ made: flow.made, ...found }, null, 2)
          : briefExposure(context.terminal, found, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });
}

function dayAsked(on: string | undefined, context: Context) {
  return on === undefined ? today(context.clock) : requireDay(on, '--on');
}

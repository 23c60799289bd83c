import type { Command } from 'commander';
import { today } from '../base/clock.ts';
import type { Day } from '../base/day.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { withoutAndWith } from '../model/answers/difference.ts';
import {
  parseScenario,
  requireAgreement,
  requireDay,
  requireOneOf,
  requireState,
  type ScenarioAsked,
} from '../pipeline/parse-scenario.ts';
import { briefDifference, briefExposure } from './brief-difference.ts';
import { briefChance, briefOutcome } from './brief-outcome.ts';
import type { Context } from './context.ts';
import type { Host, OutputOptions } from './host.ts';
import { say, write } from './terminal.ts';

interface DifferenceFlags extends OutputOptions {
  readonly on?: string;
  readonly between?: readonly string[];
  readonly reading?: string;
}

interface WhatIfFlags extends OutputOptions, Omit<ScenarioAsked, 'attacks'> {
  readonly attack?: readonly string[];
  readonly explain?: boolean;
  readonly chance?: boolean;
  readonly seed?: string;
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
    .option('--known <day>', 'with what had happened and been entered by the end of that day')
    .option('--explain', 'the proof of every duty as a tree, down to article and source')
    .option('--chance', 'base rates of the past beside what is owed; no forecast')
    .option('--seed <number>', 'of the simulation behind --chance', '1')
    .option('--json', 'one JSON document')
    .option('--brief', 'for people (the default)')
    .action(async (options: WhatIfFlags) => {
      const context = host.context();
      await context.withWorkbench(async ({ flow, ledgerNamed }) => {
        const asked = { ...options, attacks: options.attack ?? [] };
        const scenario = parseScenario(asked, flow.reference, today(context.clock));
        const { agreements, caveat } = await ledgerNamed(scenario);
        if (caveat !== undefined) await say(context.terminal, caveat);
        const world = flow.world(agreements);
        const seed = options.chance ? wholeNumber(options.seed ?? '1') : undefined;
        const answer = flow.answer(scenario, world, seed);
        const { outcome, proofs, chance } = answer;
        const { out } = context.terminal;
        if (options.json) {
          const document = chance === undefined ? outcome : { ...outcome, chance };
          await write(out, `${JSON.stringify(document, null, 2)}\n`);
        } else if (options.explain) {
          for (const proof of proofs) await write(out, `${flow.explain(proof)}\n\n`);
        } else {
          await write(out, `${briefOutcome(context.terminal, outcome, flow.reference)}\n`);
          if (chance)
            await write(out, `${briefChance(context.terminal, chance, flow.reference)}\n`);
        }
      });
    });

  addDifference(program, host);
  addExposure(program, host);
}

/** `difference`: with and without an agreement, or one day against another. */
function addDifference(program: Command, host: Host): void {
  program
    .command('difference')
    .description('what an agreement changed: every attack whose answer differs without it')
    .argument('[agreement]', 'as `entente agreements` lists it; none with --between')
    .option('--on <day>', 'on that day; default today')
    .option('--between <days...>', 'compare two days instead, with all agreements')
    .option('--reading <strict|loose>', 'whether a first striker may be struck back', 'strict')
    .option('--json', 'one JSON document')
    .option('--brief', 'for people (the default)')
    .action(async (id: string | undefined, options: DifferenceFlags) => {
      const context = host.context();
      await context.withWorkbench(async ({ flow, ledger }) => {
        const wanted = options.reading ?? 'strict';
        const reading = requireOneOf(wanted, ['strict', 'loose'], '--reading');
        const held = await ledger();
        const agreement = id === undefined ? undefined : requireAgreement(id, held);
        const days = options.between?.map((text) => requireDay(text, '--between'));
        const sides =
          agreement === undefined
            ? sidesOf(days)
            : withoutAndWith(agreement, dayAsked(options.on, context));
        const found = flow.difference({ ...sides, reading, assume: 'all' }, flow.world(held));
        const text = options.json
          ? JSON.stringify({ made: flow.made, agreement, ...found }, null, 2)
          : briefDifference(context.terminal, agreement, found, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
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

/** `exposure`: who stands by a state, against whom, and where nobody does. */
function addExposure(program: Command, host: Host): void {
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
        const found = flow.exposure(code, on, flow.world(await ledger()));
        const text = options.json
          ? JSON.stringify({ made: flow.made, ...found }, null, 2)
          : briefExposure(context.terminal, found, flow.reference);
        await write(context.terminal.out, `${text}\n`);
      });
    });
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failure(`"${text}" (--seed) is no whole number: give one, as 7.`, exitCode.wrongUsage);
}

function dayAsked(on: string | undefined, context: Context) {
  return on === undefined ? today(context.clock) : requireDay(on, '--on');
}

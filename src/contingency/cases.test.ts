import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Act, type Duty, type Outcome, scenarioSchema } from '../model/outcome.ts';
import { loadReference } from '../reference/load-reference.ts';
import { decideOutcome } from './decide-outcome.ts';
import { compileWorld } from './world/compile-world.ts';

/** A worked case: `cases/README.md` in the folder says how to write one. */
const caseSchema = z.strictObject({
  title: z.string(),
  happened: z.string(),
  questions: z
    .array(
      z.strictObject({
        ask: z.string(),
        acts: z.array(z.string()).min(1),
        assume: scenarioSchema.shape.assume,
        reading: scenarioSchema.shape.reading.default('strict'),
        without: z.array(z.string()).optional(),
        /** Exactly those who owe to defend, attack or aid; and those who perhaps do. */
        fight: z.array(z.string()).optional(),
        perhaps: z.array(z.string()).optional(),
        /** Lines that must be there. */
        owed: z.array(z.string()).default([]),
        notOwed: z.array(z.string()).default([]),
        conflicts: z.array(z.string()).default([]),
        /** Words that the reasons of a line must hold. */
        told: z.record(z.string(), z.array(z.string())).default({}),
      }),
    )
    .min(1),
});
type Question = z.infer<typeof caseSchema>['questions'][number];

const folder = resolve(import.meta.dirname, '../../cases/contingency');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const { agreements, states, theatres, places } = loadReference();
const world = compileWorld({ agreements: agreements.values(), states, theatres, places });
const made = { entente: 'test', model: 'test', facts: 'test' };

describe.each(files)('%s', (file) => {
  const { questions } = caseSchema.parse(parse(readFileSync(join(folder, file), 'utf8')));
  test.each(questions.map((question) => [question.ask, question] as const))('%s', (_, question) => {
    const outcome = answerTo(question);
    const owed = outcome.rounds.flat();
    if (question.fight) expect(fighters(owed), 'who owes to fight').toEqual(question.fight);
    if (question.perhaps)
      expect(fighters(outcome.undecided), 'who perhaps owes to fight').toEqual(question.perhaps);
    for (const line of question.owed) expectLine(line, owed);
    for (const line of question.notOwed) {
      expectLine(line, outcome.notOwed);
      expect(owed.filter((duty) => matches(line, duty)).map(lineOf)).toEqual([]);
    }
    for (const [line, words] of Object.entries(question.told)) {
      const because = owed.filter((duty) => matches(line, duty)).flatMap((duty) => duty.because);
      for (const word of words) expect(because.join('\n')).toContain(word);
    }
    const conflicts = outcome.conflicts.map(({ state, kind }) => `${state} ${kind}`);
    for (const conflict of question.conflicts) expect(conflicts).toContain(conflict);
  });
});

function answerTo(question: Question): Outcome {
  const { reading, assume, without } = question;
  const scenario = { acts: question.acts.map(actIn), reading, assume, without, ledger: 'entente' };
  return decideOutcome(scenario, world, made);
}

/** `KOR attacks PRK on 2025-01-01`, with `in PLACE` where it is not the target's territory. */
function actIn(line: string): Act {
  const match = /^(\w{3}) attacks (\w{3}) on ([\d-]{10})(?: in ([\w-]+))?$/.exec(line);
  if (!match) throw new Error(`"${line}" is no act: write KOR attacks PRK on 2025-01-01`);
  const [, attacker, target, on, place] = match;
  return { attacker, target, on, ...(place === undefined ? {} : { in: place }) };
}

function fighters(duties: readonly Duty[]): string[] {
  const fights = duties.filter((duty) => ['defend', 'attack', 'aid'].includes(duty.duty));
  return [...new Set(fights.map((duty) => duty.state))].sort();
}

const duties = 'defend|attack|consult|stay neutral|not attack|aid';
const pattern = new RegExp(
  `^(\\w{3}) (${duties}) (\\w{3}) by ([\\w-]+)(?: ([\\w-]+))?(?:, ([a-z ]+))?(?:: ([a-z ]+))?$`,
);

/** `RUS defend PRK by rus-prk-2024 art-4, automatic`, and `: test` behind a refusal. */
function matches(line: string, duty: Duty): boolean {
  const match = pattern.exec(line);
  if (!match) throw new Error(`"${line}" is no line: write RUS defend PRK by rus-prk-2024 art-4`);
  const [, state, kind, towards, agreement, provision, strength, failed] = match;
  return (
    duty.state === state &&
    duty.duty === kind &&
    duty.towards.includes(towards) &&
    duty.agreement === agreement &&
    (provision === undefined || duty.provision === provision) &&
    (strength === undefined || duty.strength === strength) &&
    (failed === undefined || duty.test === failed)
  );
}

function expectLine(line: string, among: readonly Duty[]): void {
  const near = among.filter((duty) => line.startsWith(`${duty.state} ${duty.duty} `)).map(lineOf);
  const found = among.some((duty) => matches(line, duty));
  expect(found, `${line}\nnot among\n${near.join('\n')}`).toBe(true);
}

function lineOf(duty: Duty): string {
  const { state, towards, agreement, provision, strength, test: failed } = duty;
  const end = failed === undefined ? '' : `: ${failed}`;
  return `${state} ${duty.duty} ${towards} by ${agreement} ${provision}, ${strength}${end}`;
}

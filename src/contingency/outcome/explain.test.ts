import { expect, test } from 'vitest';
import { proveOutcome } from '../decide-outcome.ts';
import { acts, agreement, defence, facts, made, scenario } from '../small-agreements.ts';
import { compileWorld } from '../world/compile-world.ts';
import { explainProof } from './explain.ts';

const world = compileWorld(facts([agreement('pact', ['AAA', 'BBB'], [defence()])]));

function explained(line: string): string[] {
  const { outcome, proofs } = proveOutcome(scenario(acts(line)), world, made);
  return [...outcome.rounds.flat(), ...outcome.notOwed].map((duty) => {
    const proof = proofs.get(duty);
    return proof === undefined ? '' : explainProof(proof);
  });
}

test('a duty is a tree down to its article and source', () => {
  expect(explained('CCC>AAA')[0]).toBe(
    [
      '+ bbb has promised to defend aaa, here against ccc, and this calls it.',
      '    On 2000-01-01 ccc attacks aaa, in its territory.',
      '    Article 1 of Treaty pact: The parties promise it.',
      '      source: Text of pact',
      '  + in force: In force between bbb and aaa since 1950-01-01.',
      '  + inside one agreement: ccc is no party to it.',
      '  + own enemy: bbb and aaa are not at war with one another.',
      '  + trigger: It is called by an armed attack, and an attack is one.',
      '  + first striker: ccc attacks aaa, which has not attacked it.',
      '  + named foe: It names no foe: anyone counts.',
      '  + theatre: It holds in the territory of aaa, where the act happens (aaa).',
      '    Strength: automatic; the text leaves no choice.',
    ].join('\n'),
  );
});

test('a refusal ends with the test that fails', () => {
  const lines = explained('AAA>CCC')[0].split('\n');
  expect(lines[0]).toBe(
    '- bbb has promised to defend aaa, here against ccc; this does not call it.',
  );
  expect(lines.at(-1)).toBe('  - first striker: aaa moved first: nobody has attacked it.');
});

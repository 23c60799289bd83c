import { describe, expect, test } from 'vitest';
import { day } from '../../base/day.ts';
import type { Duty, Outcome, Scenario } from '../../model/outcome.ts';
import { decideOutcome } from '../decide-outcome.ts';
import { acts, agreement, defence, facts, made, scenario, state } from '../small-agreements.ts';
import { compileWorld, type Facts } from '../world/compile-world.ts';

function decide(held: Facts, lines: readonly string[], more: Partial<Scenario> = {}): Outcome {
  const given = scenario(acts(...lines), { assume: 'none', ...more });
  return decideOutcome(given, compileWorld(held), made);
}

const told = (duty: Duty) => `${duty.state} ${duty.duty} ${duty.towards}`;
const owed = (outcome: Outcome) => outcome.rounds.flat().map(told);
const refused = (outcome: Outcome) => outcome.notOwed.map((duty) => `${told(duty)}: ${duty.test}`);
const open = (outcome: Outcome) => outcome.undecided.map((duty) => `${told(duty)}: ${duty.test}`);

describe('what the words of a provision ask', () => {
  test('consultation and aid that name no act are not called by one', () => {
    const held = facts([agreement('talk', ['AAA', 'BBB'], [{ duty: 'consult' }, { duty: 'aid' }])]);
    expect(owed(decide(held, ['CCC>AAA']))).toEqual([]);
    expect(refused(decide(held, ['CCC>AAA']))).toEqual([
      'BBB consult AAA: trigger',
      'BBB aid AAA: trigger',
    ]);
  });

  test('a promise of defence whose words were never published is undecided', () => {
    const held = facts([
      agreement('secret', ['AAA', 'BBB'], [{ duty: 'defend', strength: 'not known' }]),
    ]);
    expect(open(decide(held, ['CCC>AAA']))).toEqual(['BBB defend AAA: trigger']);
  });

  test('war calls a promise to fight unless the protected state began it', () => {
    const war = facts([agreement('war', ['AAA', 'BBB'], [defence({ trigger: { kind: 'war' } })])]);
    expect(owed(decide(war, ['CCC>AAA']))).toEqual(['BBB defend AAA']);
    expect(refused(decide(war, ['AAA>CCC']))).toEqual(['BBB defend AAA: first striker']);
  });

  test('and one to stay neutral whoever began it', () => {
    const held = facts([
      agreement('calm', ['AAA', 'BBB'], [{ duty: 'stay neutral', trigger: { kind: 'war' } }]),
    ]);
    expect(owed(decide(held, ['AAA>CCC']))).toEqual(['BBB stay neutral AAA']);
    expect(owed(decide(held, ['CCC>AAA']))).toEqual(['BBB stay neutral AAA']);
  });

  test('a guarantee protects a state that is no party, against the guarantors too', () => {
    const guarantee = agreement(
      'guarantee',
      ['AAA', 'BBB', 'CCC'],
      [
        {
          duty: 'guarantee',
          towards: ['DDD'],
          trigger: { kind: 'armed attack', amongParties: true },
          strength: 'own judgement',
        },
      ],
    );
    const outcome = decide(facts([guarantee]), ['CCC>DDD']);
    expect(owed(outcome)).toEqual(['AAA defend DDD', 'BBB defend DDD']);
    expect(outcome.rounds[0][0].because.join(' ')).toContain('guarantee');
    expect(outcome.conflicts).toEqual([]);
  });

  test('whoever stands in for a named foe that is gone leaves it undecided', () => {
    const gone = state('CCC', {
      exists: [{ from: day('1900-01-01'), until: day('1990-01-01') }],
      successors: [{ state: 'DDD', from: day('1990-01-01') }],
    });
    const trigger = { kind: 'armed attack' as const, by: ['CCC'] };
    const held = facts([agreement('pact', ['AAA', 'BBB'], [defence({ trigger })])], {
      states: [gone],
    });
    expect(open(decide(held, ['DDD>AAA']))).toEqual(['BBB defend AAA: named foe']);
    expect(refused(decide(held, ['EEE>AAA']))).toEqual(['BBB defend AAA: named foe']);
  });
});

test('a state that lived twice hands on nothing that it joined only in its second life', () => {
  const twice = state('AAA', {
    exists: [{ from: day('1900-01-01'), until: day('1920-01-01') }, { from: day('2010-01-01') }],
    successors: [{ state: 'DDD', from: day('1920-01-01') }],
  });
  const parties = [{ state: 'AAA', from: '2015-01-01' }, { state: 'BBB' }, { state: 'CCC' }];
  const pact = { ...agreement('pact', ['AAA', 'BBB', 'CCC'], [defence()]), parties };
  const outcome = decide(facts([pact], { states: [twice] }), ['EEE>BBB']);
  expect(owed(outcome)).toEqual(['CCC defend BBB']);
  expect(open(outcome)).toEqual([]);
});

describe('promises not to attack', () => {
  const peace = agreement('peace', ['AAA', 'BBB'], [{ duty: 'not attack' }]);

  test('are broken by the attacker', () => {
    expect(owed(decide(facts([peace]), ['AAA>BBB']))).toEqual(['AAA not attack BBB']);
  });

  test('fall away towards the one that struck first', () => {
    const outcome = decide(facts([peace]), ['AAA>BBB', 'BBB>AAA 2000-01-02']);
    expect(owed(outcome)).toEqual(['AAA not attack BBB']);
    expect(refused(outcome)).toContain('BBB not attack AAA: first striker');
  });

  test('bind on the day on which they end by being broken', () => {
    const ended = { day: '2000-01-01', certainty: 'text' as const };
    const broken = { ...peace, ended: { ...ended, broken: true as const } };
    expect(owed(decide(facts([broken]), ['AAA>BBB']))).toEqual(['AAA not attack BBB']);
    expect(owed(decide(facts([broken]), ['AAA>BBB 2000-01-02']))).toEqual([]);
    expect(owed(decide(facts([{ ...peace, ended }]), ['AAA>BBB']))).toEqual([]);
  });
});

describe('in a war under way', () => {
  test('nobody owes anything to the one it is itself at war with', () => {
    const calm = agreement('calm', ['AAA', 'BBB'], [{ duty: 'stay neutral' }]);
    const outcome = decide(facts([calm]), ['AAA>BBB', 'AAA>CCC 2000-01-02']);
    expect(owed(outcome)).toEqual([]);
    expect(refused(outcome)).toContain('BBB stay neutral AAA: own enemy');
  });

  test('who has joined is not called again for each other one that joins', () => {
    const club = agreement('club', ['AAA', 'BBB', 'DDD', 'EEE'], [{ duty: 'attack' }]);
    const outcome = decide(facts([club]), ['AAA>CCC'], { assume: 'all' });
    expect(owed(outcome)).toEqual(['BBB attack AAA', 'DDD attack AAA', 'EEE attack AAA']);
  });

  test('aid and consultation make nobody fight', () => {
    const held = facts([
      agreement('aid', ['AAA', 'BBB'], [{ duty: 'aid', trigger: { kind: 'armed attack' } }]),
      agreement('next', ['BBB', 'DDD'], [{ duty: 'attack', bound: ['DDD'] }]),
    ]);
    expect(owed(decide(held, ['CCC>AAA'], { assume: 'all' }))).toEqual(['BBB aid AAA']);
  });

  test('an act that perhaps answers for a victim leaves promises undecided', () => {
    const perhaps = agreement('perhaps', ['CCC', 'DDD'], [defence()], { standing: 'doubtful' });
    const pact = agreement('pact', ['AAA', 'BBB'], [defence()]);
    const outcome = decide(facts([perhaps, pact]), ['AAA>CCC', 'DDD>AAA 2000-01-02']);
    expect(open(outcome)).toEqual(['BBB defend AAA: first striker', 'DDD defend CCC: in force']);
  });
});

describe('doubt about facts', () => {
  test('is named in the reasons and marks the duty', () => {
    const inForce = { day: '1950-01-01', certainty: 'unverified' as const };
    const held = facts([agreement('pact', ['AAA', 'BBB'], [defence()], { inForce })]);
    const [duty] = decide(held, ['CCC>AAA']).rounds[0];
    expect(duty.certainty).toBe('unverified');
    expect(duty.because.at(-1)).toBe('Unverified, from general knowledge: the entry into force.');
  });

  test('values on which sources differ are told side by side', () => {
    const values = [
      { value: 'any attacker', sources: ['text'] },
      { value: 'named ones only', sources: ['text'] },
    ];
    const held = facts([
      agreement('pact', ['AAA', 'BBB'], [defence()], { disputes: [{ about: 'the foe', values }] }),
    ]);
    const [duty] = decide(held, ['CCC>AAA']).rounds[0];
    expect(duty.because).toContain('Sources differ on the foe: any attacker | named ones only.');
  });
});

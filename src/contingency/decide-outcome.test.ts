import { describe, expect, test } from 'vitest';
import { day } from '../base/day.ts';
import type { Duty, Outcome, Scenario } from '../model/outcome.ts';
import { decideOutcome } from './decide-outcome.ts';
import { acts, agreement, defence, facts, made, scenario, state } from './small-agreements.ts';
import { compileWorld, type Facts } from './world/compile-world.ts';

function decide(held: Facts, lines: readonly string[], more: Partial<Scenario> = {}): Outcome {
  return decideOutcome(scenario(acts(...lines), more), compileWorld(held), made);
}

const told = (duty: Duty) =>
  `${duty.state} ${duty.duty} ${duty.towards} against ${duty.against}`.trim();
const rounds = (outcome: Outcome) => outcome.rounds.map((round) => round.map(told));
const refused = (outcome: Outcome) => outcome.notOwed.map((duty) => `${duty.state}: ${duty.test}`);
const open = (outcome: Outcome) => outcome.undecided.map((duty) => `${duty.state}: ${duty.test}`);

describe('in force', () => {
  const pact = agreement('pact', ['AAA', 'BBB'], [defence()]);

  test('an ally of the one attacked owes defence', () => {
    const outcome = decide(facts([pact]), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([['BBB defend AAA against CCC']]);
    expect(outcome.sides).toEqual({ attacker: ['CCC'], target: ['AAA', 'BBB'], open: [] });
    expect(outcome.rounds[0][0].sources).toEqual([{ title: 'Text of pact' }]);
  });

  test('from the day of entry, and no longer on the day of the end', () => {
    const held = facts([{ ...pact, ended: { day: '1960-05-05', certainty: 'text' } }]);
    expect(rounds(decide(held, ['CCC>AAA 1949-12-31']))).toEqual([]);
    expect(refused(decide(held, ['CCC>AAA 1949-12-31']))).toEqual(['BBB: in force']);
    expect(rounds(decide(held, ['CCC>AAA 1950-01-01']))).toHaveLength(1);
    expect(rounds(decide(held, ['CCC>AAA 1960-05-04']))).toHaveLength(1);
    expect(rounds(decide(held, ['CCC>AAA 1960-05-05']))).toEqual([]);
  });

  test('an end known only by its year is undecided inside that year', () => {
    const held = facts([{ ...pact, ended: { day: '1960', certainty: 'text' } }]);
    expect(rounds(decide(held, ['CCC>AAA 1959-12-31']))).toHaveLength(1);
    expect(open(decide(held, ['CCC>AAA 1960-06-01']))).toEqual(['BBB: in force']);
    expect(refused(decide(held, ['CCC>AAA 1960-12-31']))).toEqual(['BBB: in force']);
  });

  test('a missing entry into force, and doubt whether it stands, leave it undecided', () => {
    const { inForce, ...missing } = pact;
    expect(open(decide(facts([missing]), ['CCC>AAA']))).toEqual(['BBB: in force']);
    const doubtful = facts([{ ...pact, standing: 'doubtful' as const }]);
    expect(open(decide(doubtful, ['CCC>AAA']))).toEqual(['BBB: in force']);
  });

  test('suspended, between the two or as a whole, is not owed', () => {
    const pause = { from: day('1999-01-01'), how: 'by notice', certainty: 'text' as const };
    const three = agreement('pact', ['AAA', 'BBB', 'DDD'], [defence()]);
    const some = { ...three, suspended: [{ ...pause, between: ['AAA', 'BBB'] }] };
    expect(rounds(decide(facts([some]), ['CCC>AAA']))).toEqual([['DDD defend AAA against CCC']]);
    expect(rounds(decide(facts([{ ...three, suspended: [pause] }]), ['CCC>AAA']))).toEqual([]);
  });

  test('a later agreement that replaces it takes its place', () => {
    const later = agreement(
      'later',
      ['AAA', 'BBB'],
      [{ duty: 'consult', trigger: { kind: 'threat' } }],
      {
        inForce: { day: '1990-01-01', certainty: 'text' },
        predecessors: [{ agreement: 'pact', how: 'replaces' }],
      },
    );
    const outcome = decide(facts([pact, later]), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([['BBB consult AAA against CCC']]);
    expect(refused(outcome)).toEqual(['BBB: in force']);
  });

  test('a member is bound only while it is one', () => {
    const held = facts([
      {
        ...agreement('pact', ['AAA'], [defence()]),
        parties: [{ state: 'AAA' }, { state: 'BBB', from: '1970-01-01', until: '1980-01-01' }],
      },
    ]);
    expect(rounds(decide(held, ['CCC>AAA 1969-12-31']))).toEqual([]);
    expect(rounds(decide(held, ['CCC>AAA 1975-01-01']))).toHaveLength(1);
    expect(rounds(decide(held, ['CCC>AAA 1980-01-01']))).toEqual([]);
  });
});

describe('succession', () => {
  const gone = (continues?: true) =>
    state('BBB', {
      exists: [{ from: day('1900-01-01'), until: day('1991-01-01') }],
      successors: [
        { state: 'DDD', from: day('1991-01-01'), ...(continues && { continues }) },
        { state: 'EEE', from: day('1991-01-01') },
      ],
    });
  const pact = agreement('pact', ['AAA', 'BBB'], [defence()]);

  test('is undecided where neither the agreement nor the facts tell of it', () => {
    const outcome = decide(facts([pact], { states: [gone()] }), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([]);
    expect(open(outcome)).toEqual(['DDD: in force', 'EEE: in force']);
  });

  test('passes to the state that the facts say carries on the treaties, and says so', () => {
    const outcome = decide(facts([pact], { states: [gone(true)] }), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([['DDD defend AAA against CCC']]);
    expect(outcome.rounds[0][0].because.join(' ')).toContain('carries on the treaties of bbb');
  });

  test('is what the agreement itself says, where it names a successor', () => {
    const named = { ...pact, parties: [...pact.parties, { state: 'EEE', from: '1991-01-01' }] };
    const outcome = decide(facts([named], { states: [gone(true)] }), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([['EEE defend AAA against CCC']]);
  });
});

describe('first striker', () => {
  const pact = agreement('pact', ['AAA', 'BBB'], [defence()]);

  test('the ally of the one who moved first owes nothing, and that is told', () => {
    const outcome = decide(facts([pact]), ['AAA>CCC']);
    expect(rounds(outcome)).toEqual([]);
    expect(refused(outcome)).toEqual(['BBB: first striker']);
    expect(outcome.notOwed[0].because.join(' ')).toContain('aaa moved first');
  });

  test('nor is it called when the victim strikes back, or its defender comes in', () => {
    const shield = agreement('shield', ['CCC', 'DDD'], [defence()]);
    const outcome = decide(facts([pact, shield]), [
      'AAA>CCC 2000-01-01',
      'CCC>AAA 2000-01-02',
      'DDD>AAA 2000-01-03',
    ]);
    expect(rounds(outcome)).toEqual([['DDD defend CCC against AAA']]);
  });

  test('but is called by a third state that was bound to nobody', () => {
    const outcome = decide(facts([pact]), ['AAA>CCC 2000-01-01', 'DDD>AAA 2000-01-03'], {
      assume: 'none',
    });
    expect(rounds(outcome)).toEqual([['BBB defend AAA against DDD']]);
  });

  test('the loose reading drops it and says so', () => {
    const outcome = decide(facts([pact]), ['AAA>CCC'], { reading: 'loose' });
    expect(rounds(outcome)[0]).toContain('BBB defend AAA against CCC');
    expect(outcome.rounds[0][0].because.join(' ')).toContain('Loose reading');
  });

  test('wording for any war is free of it', () => {
    const any = agreement('any', ['AAA', 'BBB'], [defence({ trigger: { kind: 'any war' } })]);
    const outcome = decide(facts([any]), ['AAA>CCC'], { assume: 'none' });
    expect(rounds(outcome)).toEqual([['BBB defend AAA against CCC']]);
  });
});

describe('foes', () => {
  const pact = (trigger: object) =>
    facts([
      agreement(
        'pact',
        ['AAA', 'BBB'],
        [defence({ trigger: { kind: 'armed attack', ...trigger } })],
      ),
    ]);

  test('only a named foe calls it', () => {
    expect(rounds(decide(pact({ by: ['CCC'] }), ['CCC>AAA']))).toHaveLength(1);
    expect(refused(decide(pact({ by: ['DDD'] }), ['CCC>AAA']))).toEqual(['BBB: named foe']);
  });

  test('an excepted foe does not', () => {
    expect(refused(decide(pact({ notBy: ['CCC'] }), ['CCC>AAA']))).toEqual(['BBB: excepted foe']);
    expect(rounds(decide(pact({ notBy: ['CCC'] }), ['DDD>AAA']))).toHaveLength(1);
  });

  test('two attackers are needed where the text says two', () => {
    const held = pact({ atLeast: 2 });
    expect(refused(decide(held, ['CCC>AAA']))).toEqual(['BBB: number of attackers']);
    const outcome = decide(held, ['CCC>AAA', 'DDD>AAA 2000-01-02']);
    expect(rounds(outcome)).toEqual([['BBB defend AAA against CCC,DDD']]);
  });

  test('a named supporter must stand behind the attacker', () => {
    const held = pact({ by: ['CCC'], supportedBy: ['DDD'] });
    expect(refused(decide(held, ['CCC>AAA']))).toEqual(['BBB: support']);
    const outcome = decide(held, ['CCC>AAA', 'DDD>AAA 2000-01-02']);
    expect(rounds(outcome)).toEqual([['BBB defend AAA against CCC']]);
  });

  test('provocation counts only where the text asks', () => {
    const given = [{ ...acts('CCC>AAA')[0], provoked: true }];
    const run = (held: Facts) => decideOutcome(scenario(given), compileWorld(held), made);
    expect(rounds(run(pact({})))).toHaveLength(1);
    expect(refused(run(pact({ unprovoked: true })))).toEqual(['BBB: provocation']);
  });
});

describe('place', () => {
  const place = { id: 'island', name: 'Island', of: 'AAA', claimedBy: ['CCC'], regions: ['south'] };
  const north = {
    id: 'north',
    name: 'the north',
    text: 'North of the line.',
    states: 'parties' as const,
    certainty: 'text' as const,
    sources: {},
  };

  test('by default a promise holds in the territory of the state it protects', () => {
    const held = facts([agreement('pact', ['AAA', 'BBB'], [defence()])], { places: [place] });
    expect(rounds(decide(held, ['CCC>AAA 2000-01-01 island']))).toHaveLength(1);
    expect(refused(decide(held, ['CCC>AAA 2000-01-01 DDD']))).toEqual(['BBB: theatre']);
    const claim = facts([agreement('pact', ['CCC', 'BBB'], [defence()])], { places: [place] });
    expect(open(decide(claim, ['AAA>CCC 2000-01-01 island']))).toEqual(['BBB: theatre']);
  });

  test('a theatre that the text names decides', () => {
    const held = facts([agreement('pact', ['AAA', 'BBB'], [defence({ theatre: 'north' })])], {
      places: [place],
      theatres: [north],
    });
    expect(rounds(decide(held, ['CCC>AAA']))).toHaveLength(1);
    expect(refused(decide(held, ['CCC>AAA 2000-01-01 island']))).toEqual(['BBB: theatre']);
  });

  test('a theatre not among the facts leaves it undecided', () => {
    const held = facts([agreement('pact', ['AAA', 'BBB'], [defence({ theatre: 'south' })])]);
    expect(open(decide(held, ['CCC>AAA']))).toEqual(['BBB: theatre']);
  });
});

describe('inside one agreement', () => {
  const three = ['AAA', 'BBB', 'CCC'];

  test('it binds nobody against a fellow party, and the conflict is told', () => {
    const outcome = decide(facts([agreement('pact', three, [defence()])]), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([]);
    expect(new Set(refused(outcome))).toEqual(
      new Set([
        'BBB: inside one agreement',
        'CCC: inside one agreement',
        'AAA: inside one agreement',
      ]),
    );
    expect(outcome.conflicts).toMatchObject([{ state: 'CCC', kind: 'both sides', duties: [] }]);
  });

  test('unless its words cover it', () => {
    const trigger = { kind: 'armed attack' as const, amongParties: true as const };
    const outcome = decide(facts([agreement('pact', three, [defence({ trigger })])]), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([['BBB defend AAA against CCC']]);
  });
});

describe('rounds', () => {
  const shield = agreement('shield', ['AAA', 'BBB'], [defence()]);
  const sword = agreement('sword', ['CCC', 'DDD'], [{ duty: 'attack', bound: ['DDD'] }]);
  const third = agreement(
    'third',
    ['AAA', 'EEE'],
    [defence({ trigger: { kind: 'armed attack', by: ['DDD'] } })],
  );

  test('what those who join call comes in the next round', () => {
    const outcome = decide(facts([shield, sword, third]), ['CCC>AAA']);
    expect(rounds(outcome)).toEqual([
      ['BBB defend AAA against CCC', 'DDD attack CCC against AAA'],
      ['BBB defend AAA against DDD', 'DDD attack CCC against BBB', 'EEE defend AAA against DDD'],
      ['AAA defend BBB against DDD'],
    ]);
    expect(outcome.sides).toEqual({
      attacker: ['CCC', 'DDD'],
      target: ['AAA', 'BBB', 'EEE'],
      open: [],
    });
  });

  test('assume none lets nobody join, assume automatic only those with no choice', () => {
    const held = facts([shield, sword, third]);
    expect(rounds(decide(held, ['CCC>AAA'], { assume: 'none' }))).toHaveLength(1);
    expect(rounds(decide(held, ['CCC>AAA'], { assume: 'automatic' }))).toHaveLength(3);
    const weak = agreement(
      'sword',
      ['CCC', 'DDD'],
      [{ duty: 'attack', bound: ['DDD'], strength: 'own judgement' }],
    );
    const outcome = decide(facts([shield, weak, third]), ['CCC>AAA'], { assume: 'automatic' });
    expect(rounds(outcome)).toEqual([
      ['BBB defend AAA against CCC', 'DDD attack CCC against AAA'],
      ['DDD attack CCC against BBB'],
    ]);
  });
});

describe('conflicts', () => {
  const ally = agreement('ally', ['AAA', 'BBB'], [defence()]);
  const kinds = (outcome: Outcome) =>
    outcome.conflicts.map(({ state: who, kind, duties }) => [who, kind, duties.length]);

  test('promised not to attack the one, and to defend the other', () => {
    const peace = agreement('peace', ['BBB', 'CCC'], [{ duty: 'not attack' }]);
    const outcome = decide(facts([ally, peace]), ['CCC>AAA']);
    expect(kinds(outcome)).toEqual([['BBB', 'promised not to attack', 2]]);
    expect(outcome.sides.open).toEqual(['BBB']);
  });

  test('neutral towards the one, ally of the other', () => {
    const calm = agreement('calm', ['BBB', 'CCC'], [{ duty: 'stay neutral' }]);
    expect(kinds(decide(facts([ally, calm]), ['CCC>AAA']))).toEqual([
      ['BBB', 'neutral or ally', 2],
    ]);
  });

  test('an own ally is the attacker', () => {
    const other = agreement('other', ['BBB', 'CCC'], [defence()]);
    expect(kinds(decide(facts([ally, other]), ['CCC>AAA']))).toEqual([
      ['BBB', 'own ally attacks', 1],
    ]);
  });

  test('bound to fight on both sides', () => {
    const other = agreement('other', ['BBB', 'CCC'], [defence({ trigger: { kind: 'any war' } })]);
    expect(kinds(decide(facts([ally, other]), ['CCC>AAA']))).toContainEqual([
      'BBB',
      'both sides',
      2,
    ]);
  });
});

describe('a scenario that makes no sense', () => {
  const held = facts([agreement('pact', ['AAA', 'BBB'], [defence()])]);

  test.each([
    ['ZZA>AAA', 'There is no state code "ZZA"'],
    ['AAA>AAA', 'cannot attack itself'],
    ['AAA>BBB 2000-02-30', 'is not a day'],
    ['AAA>BBB 2000-01-01 atlantis', 'There is no place "atlantis"'],
    ['AAA>BBB 1850-01-01', 'does not exist on 1850-01-01'],
  ])('%s is refused in a sentence', (line, message) => {
    expect(() => decide(held, [line])).toThrow(message);
  });

  test('so is an agreement to leave out that is not there', () => {
    expect(() => decide(held, ['CCC>AAA'], { without: ['pakt'] })).toThrow('Nearest: pact.');
  });
});

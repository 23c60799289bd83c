/**
 * Times the engine on one core: `npm run bench:contingency [-- --atop MEMBER_FILE.csv]`.
 * Without an ATOP file the two centuries are played on a ledger made up in its likeness.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seededChance } from '../src/base/chance.ts';
import { type Day, day } from '../src/base/day.ts';
import { decideOutcome } from '../src/contingency/decide-outcome.ts';
import { joinsUnder } from '../src/contingency/joins-under.ts';
import { attackBetween, statesOn } from '../src/contingency/sweeps/all-attacks.ts';
import { differenceOfAgreement } from '../src/contingency/sweeps/difference.ts';
import { compileWorld } from '../src/contingency/world/compile-world.ts';
import type { World } from '../src/contingency/world/world.ts';
import type { Agreement } from '../src/model/agreement.ts';
import type { Scenario } from '../src/model/outcome.ts';
import { loadReference } from '../src/reference/load-reference.ts';
import { importAtop } from '../src/research/alliances/import-atop.ts';
import { cowNumbers } from '../src/research/cow-numbers.ts';

const { values } = parseArgs({ options: { atop: { type: 'string' } } });
const reference = loadReference();
const on = day('2025-01-01');
const world = compileWorld({ ...reference, agreements: reference.agreements.values() });

console.log(`own ledger: ${reference.agreements.size} agreements, ${world.codes.length} states`);
oneScenario('KOR', 'PRK');
oneScenario('RUS', 'POL');
allPairs();
twoCenturies(values.atop === undefined ? likeAtop(1816, 2018, 750) : atop(values.atop));
growth();

/** Seconds by the clock and of the processor, which tells when other work slowed the clock. */
function timed<T>(work: () => T): { result: T; took: string } {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const clock = ((performance.now() - start) / 1000).toFixed(2);
  return { result, took: `${clock} s (processor ${((user + system) / 1e6).toFixed(2)} s)` };
}

function oneScenario(attacker: string, target: string): void {
  const scenario: Scenario = {
    acts: [{ attacker, target, on }],
    reading: 'strict',
    assume: 'all',
    ledger: 'entente',
  };
  const made = { entente: 'bench', model: 'bench', facts: 'bench' };
  const times: number[] = [];
  const run = () => {
    for (let i = 0; i < 100; i++) {
      const start = performance.now();
      decideOutcome(scenario, world, made);
      times.push(performance.now() - start);
    }
  };
  run();
  const cold = times.length;
  const { took } = timed(run);
  const warm = times.slice(cold).sort((a, b) => a - b);
  const middle = warm[Math.floor(warm.length / 2)].toFixed(2);
  console.log(`one scenario ${attacker}:${target}, warm: median ${middle} ms; 100 took ${took}`);
}

function allPairs(): void {
  const how = { on, reading: 'strict', assume: 'all' } as const;
  const { result, took } = timed(() => differenceOfAgreement(world, 'rus-prk-2024', how));
  const { attacks, differing } = result;
  console.log(
    `all pairs with and without rus-prk-2024: ${attacks} attacks, ${differing} differ, ${took}`,
  );
}

function twoCenturies(ledger: World): void {
  let scenarios = 0;
  let calls = 0;
  const { took } = timed(() => {
    for (let year = 1816; year <= 2018; year++) {
      const swept = sweep(ledger, day(`${year}-07-01`));
      scenarios += swept.scenarios;
      calls += swept.calls;
    }
  });
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `all directed pairs of 1816-2018 on ${ledger.instruments.length} agreements: ` +
      `${scenarios} scenarios, ${calls} duties called, ${took}, peak ${memory} MB`,
  );
}

function sweep(ledger: World, at: Day): { scenarios: number; calls: number } {
  const how = { on: at, reading: 'strict' as const, joins: joinsUnder('all') };
  const states = statesOn(ledger, at);
  let calls = 0;
  for (const attacker of states) {
    for (const target of states) {
      if (attacker !== target) calls += attackBetween(ledger, attacker, target, how).calls.length;
    }
  }
  return { scenarios: states.length * (states.length - 1), calls };
}

function growth(): void {
  console.log('growth, microseconds a scenario with its cascade (made-up ledgers):');
  console.log('agreements     50 states    100 states    200 states');
  for (const agreements of [100, 200, 400, 800]) {
    const cells = [50, 100, 200].map((states) => {
      const ledger = madeUp({ states, agreements, from: 2000, until: 2001, seed: 7 });
      sweep(ledger, day('2000-07-01'));
      const start = performance.now();
      const { scenarios } = sweep(ledger, day('2000-07-01'));
      return (((performance.now() - start) * 1000) / scenarios).toFixed(1).padStart(14);
    });
    console.log(`${String(agreements).padStart(10)}${cells.join('')}`);
  }
}

function atop(file: string): World {
  const codebook = (name: string) => reference.tables.get(name);
  const imported = importAtop({
    members: { file, text: readFileSync(file, 'utf8') },
    numbers: cowNumbers(codebook('codebooks/cow-states')),
    codebook: codebook('codebooks/atop'),
  });
  return compileWorld({ ...reference, agreements: imported.agreements.values() });
}

/** As many agreements as ATOP has over the years, with the states that existed then. */
function likeAtop(from: number, until: number, agreements: number): World {
  const codes = [...reference.states.keys()];
  const held = agreementsOf({ codes, agreements, from, until, seed: 1 });
  return compileWorld({ ...reference, agreements: held });
}

interface Recipe {
  readonly agreements: number;
  readonly from: number;
  readonly until: number;
  readonly seed: number;
}

function madeUp(recipe: Recipe & { readonly states: number }): World {
  const codes = [...Array(recipe.states).keys()].map((i) => `X${String(i).padStart(3, '0')}`);
  const agreements = agreementsOf({ ...recipe, codes });
  const none = new Map<string, never>();
  return compileWorld({ agreements, states: none, theatres: none, places: none });
}

/** Nine of ten agreements are of two states, every fortieth of up to fifty, as in ATOP. */
function agreementsOf(recipe: Recipe & { readonly codes: readonly string[] }): Agreement[] {
  const { codes, from, until, seed } = recipe;
  const chance = seededChance(seed);
  const pick = (below: number) => Math.floor(chance() * below);
  const duties = ['defend', 'consult', 'not attack', 'stay neutral', 'attack'] as const;
  const shares = [0.45, 0.6, 0.55, 0.15, 0.05];
  return [...Array(recipe.agreements).keys()].map((index): Agreement => {
    const wide = index % 40 === 0 ? 10 + pick(40) : index % 10 === 0 ? 3 + pick(8) : 2;
    const parties = new Set<string>();
    while (parties.size < Math.min(wide, codes.length)) parties.add(codes[pick(codes.length)]);
    // More of the agreements, and the longer ones, are young.
    const start = until - 1 - Math.floor((until - from) * chance() ** 2);
    return {
      id: `made-up-${index}`,
      name: `Agreement ${index}`,
      inForce: { day: `${start}-01-01`, certainty: 'reported' },
      ended: { day: `${start + 2 + pick(40)}-01-01`, certainty: 'reported' },
      standing: 'ended',
      parties: [...parties].map((state) => ({ state })),
      provisions: duties.flatMap((duty, i) =>
        chance() < shares[i]
          ? [
              {
                id: `p${i}`,
                duty,
                bound: 'all' as const,
                towards: 'all' as const,
                ...(duty === 'not attack' ? {} : { trigger: { kind: 'armed attack' as const } }),
                strength: 'automatic' as const,
                text: 'Made up.',
                certainty: 'reported' as const,
              },
            ]
          : [],
      ),
      sources: {},
    };
  });
}

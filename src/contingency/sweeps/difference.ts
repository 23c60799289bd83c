import type { Day } from '../../base/day.ts';
import { compareText } from '../../base/text-order.ts';
import {
  type ChangedDuty,
  type Comparison,
  type Difference,
  type PromiseSet,
  withoutAndWith,
} from '../../model/answers/difference.ts';
import type { Duty } from '../../model/outcome.ts';
import { type Call, foeOf, type War } from '../clash.ts';
import { joinsUnder } from '../joins-under.ts';
import { articleName, certaintyOf } from '../outcome/proof.ts';
import { nameOf, type World } from '../world/world.ts';
import { attackBetween, type SweepOptions, statesOn } from './all-attacks.ts';

export interface DifferenceInput extends Comparison {
  readonly world: World;
}

/** What an agreement changes on a day: every attack whose answer is another without it. */
export function differenceOfAgreement(
  world: World,
  agreement: string,
  how: { readonly on: Day } & Pick<DifferenceInput, 'reading' | 'assume'>,
): Difference {
  const { on, reading, assume } = how;
  return difference({ world, ...withoutAndWith(agreement, on), reading, assume });
}

/**
 * Compares the answers to every attack of one state on another under two sets of promises: a day
 * against another, or with and without an agreement. Both rounds and cascades count.
 */
export function difference(input: DifferenceInput): Difference {
  const { world, before, after } = input;
  const [early, late] = [sweepOf(input, before), sweepOf(input, after)];
  const [were, are] = [statesOn(world, before.on), statesOn(world, after.on)];
  const states = were.filter((state) => are.includes(state));
  const removed = onlyRemoved(before, after);
  const groups = new Map<string, Group>();
  let attacks = 0;
  let differing = 0;
  for (const attacker of states) {
    for (const target of states) {
      if (attacker === target) continue;
      attacks++;
      const fresh = attackBetween(world, attacker, target, late);
      // An agreement that nothing called changes nothing: half of the work, left out.
      if (removed && !fresh.calls.some((call) => removed.has(idOf(call)))) continue;
      const old = attackBetween(world, attacker, target, early);
      if (sameCalls(old.calls, fresh.calls)) continue;
      const found = gather(groups, fresh, old, 'added') + gather(groups, old, fresh, 'removed');
      if (found > 0) differing++;
    }
  }
  const only = [...were, ...are].filter((state) => !states.includes(state));
  const notCompared = only.map((state) => world.codes[state]).sort();
  const changes = [...groups.values()].map((group) => changeOf(group, world, states));
  changes.sort((a, b) => Number(b.direct) - Number(a.direct) || compareText(keyOf(a), keyOf(b)));
  return { before, after, attacks, differing, notCompared, changes };
}

function sweepOf({ reading, assume }: DifferenceInput, side: PromiseSet): SweepOptions {
  return { on: side.on, reading, joins: joinsUnder(assume), without: side.without };
}

/** The agreements left out before and not after, where the two sides differ in nothing else. */
function onlyRemoved(before: PromiseSet, after: PromiseSet): ReadonlySet<string> | undefined {
  return before.on === after.on && after.without.length === 0 ? new Set(before.without) : undefined;
}

function idOf({ bond }: Call): string {
  return bond.commitment.instrument.agreement.id;
}

/** The common case, without allocation: the same calls in the same order. */
function sameCalls(one: readonly Call[], other: readonly Call[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) {
    if (!sameCall(one[i], other[i])) return false;
  }
  return true;
}

function sameCall(one: Call, other: Call): boolean {
  return (
    one.bond.commitment === other.bond.commitment &&
    one.bond.bound === other.bond.bound &&
    one.bond.towards === other.bond.towards &&
    one.verdict === other.verdict &&
    foeOf(one) === foeOf(other)
  );
}

interface Group {
  readonly change: ChangedDuty['change'];
  readonly direct: boolean;
  readonly call: Call;
  readonly towards: Set<number>;
  readonly attacks: Map<number, { readonly attacker: number; readonly target: number }>;
}

/** Counts the calls of `of` that `other` has not, and groups them by promise. */
function gather(
  groups: Map<string, Group>,
  of: War,
  other: War,
  change: ChangedDuty['change'],
): number {
  const [{ attacker, target }] = of.clashes;
  const { codes } = of.world;
  let found = 0;
  for (const call of of.calls) {
    if (other.calls.some((twin) => sameCall(call, twin))) continue;
    found++;
    const { commitment, bound, towards } = call.bond;
    const pledge = commitment.duty === 'not attack' && bound !== attacker;
    const direct = call.round === 1 && !pledge;
    const owner = `${codes[bound]} ${idOf(call)} ${commitment.provision.id} ${direct ? towards : ''}`;
    const key = `${change} ${direct} ${call.verdict} ${owner}`;
    const group = groups.get(key) ?? {
      change,
      direct,
      call,
      attacks: new Map(),
      towards: new Set(),
    };
    groups.set(key, group);
    group.towards.add(towards);
    group.attacks.set(attacker * codes.length + target, { attacker, target });
  }
  return found;
}

function changeOf(group: Group, world: World, states: readonly number[]): ChangedDuty {
  const { change, direct, call } = group;
  const { commitment, bound } = call.bond;
  const { provision } = commitment;
  const attacks = [...group.attacks.values()]
    .map(({ attacker, target }) => ({
      attacker: world.codes[attacker],
      target: world.codes[target],
    }))
    .sort((a, b) => compareText(a.target + a.attacker, b.target + b.attacker));
  return {
    change,
    state: world.codes[bound],
    duty: commitment.duty,
    towards: [...group.towards].map((state) => world.codes[state]).sort(),
    agreement: commitment.instrument.agreement.id,
    provision: provision.id,
    ...(provision.article === undefined ? {} : { article: provision.article }),
    strength: provision.strength,
    certainty: certaintyOf(call.bond, world),
    verdict: call.verdict,
    direct,
    attacks,
    says: sentence(group, world, states),
  };
}

function sentence(group: Group, world: World, states: readonly number[]): string {
  const { call, change, towards } = group;
  const name = (state: number) => nameOf(world, state, call.clash.day);
  const whom = [...towards].map(name).sort().join(', ');
  const { duty } = call.bond.commitment;
  const perhaps = call.verdict === 'owed' ? '' : 'perhaps ';
  const words = change === 'added' ? 'is ' : 'is no longer ';
  const what = `${name(call.bond.bound)} ${words}${perhaps}bound ${dutyWords(duty, whom)}`;
  return `If ${attacksInWords(group, name, states)}, ${what}: ${articleName(call.bond)}.`;
}

function dutyWords(duty: Duty['duty'], whom: string): string {
  switch (duty) {
    case 'consult':
      return `to consult with ${whom}`;
    case 'stay neutral':
      return `to stay neutral towards ${whom}`;
    case 'attack':
      return `to join ${whom} in war`;
    case 'not attack':
      return `not to attack ${whom}`;
    default:
      return `to ${duty} ${whom}`;
  }
}

function attacksInWords(
  { attacks, call }: Group,
  name: (state: number) => string,
  states: readonly number[],
): string {
  const list = [...attacks.values()];
  const targets = new Set(list.map((attack) => attack.target));
  const attackers = new Set(list.map((attack) => attack.attacker));
  if (targets.size === 1) {
    const [target] = targets;
    return `${someone(attackers, states, [target, call.bond.bound], name)} attacks ${name(target)}`;
  }
  if (attackers.size === 1) {
    const [attacker] = attackers;
    const whom = someone(targets, states, [attacker, call.bond.bound], name);
    return `${name(attacker)} attacks ${whom}`;
  }
  return `one of ${list.length} attacks happens, of ${attackers.size} states on ${targets.size}`;
}

/** `anyone`, `anyone but Belarus`, `South Korea or Japan`, or a count. */
function someone(
  some: ReadonlySet<number>,
  states: readonly number[],
  concerned: readonly number[],
  name: (state: number) => string,
): string {
  const but = states.filter((state) => !some.has(state) && !concerned.includes(state));
  if (but.length === 0) return 'anyone else';
  if (some.size <= 4) return [...some].map(name).sort().join(' or ');
  if (but.length <= 8) return `anyone but ${but.map(name).sort().join(', ')}`;
  return `one of ${some.size} states`;
}

function keyOf(change: ChangedDuty): string {
  const { state, agreement, provision, towards, verdict } = change;
  return [change.change, verdict, agreement, provision, state, ...towards].join(' ');
}

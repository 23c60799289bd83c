import type { Day } from '../base/day.ts';
import type { Scenario } from '../model/outcome.ts';
import { bondKey, type Call, type Clash, foeOf, type Side, type War } from './clash.ts';
import type { Holds } from './holds.ts';
import { judge } from './rules/judge.ts';
import { viewOn } from './world/day-view.ts';
import type { Bond, World } from './world/world.ts';

/** An act as the engine takes it: states by index. */
export interface GivenAct {
  readonly attacker: number;
  readonly target: number;
  readonly on: Day;
  /** A state's code or a place's id; the target's own territory where the scenario has none. */
  readonly place: string;
  readonly provoked: boolean;
  /** Its index in the scenario. */
  readonly act: number;
}

export interface CascadeInput {
  readonly world: World;
  /** In the order of their days. */
  readonly acts: readonly GivenAct[];
  readonly reading: Scenario['reading'];
  readonly without?: readonly string[];
  /** Whether the state that a call binds to fight does so. */
  readonly joins: (call: Call) => boolean;
}

/**
 * Plays the acts one after the other, each to its fixed point: round 1 is what the act calls,
 * round n+1 what the joining of round n calls. All of a round happens at once, so no order of
 * states or facts matters; pairs at war only grow, so it ends.
 */
export function runCascade(input: CascadeInput): War {
  const { world } = input;
  const war: War = {
    world,
    reading: input.reading,
    view: viewOn(world, input.acts[0].on, input.without),
    clashes: [],
    calls: [],
    called: new Set(),
    pairs: new Set(),
  };
  for (const act of input.acts) {
    war.view = viewOn(world, act.on, input.without);
    let front = startOf(act, war);
    for (let round = 1; front.length > 0; round++) {
      const before = war.calls.length;
      for (const clash of front) callBonds(clash, { war, act: act.act, round });
      front = joinersOf(war, before, input.joins);
    }
  }
  return war;
}

function startOf(act: GivenAct, war: War): readonly Clash[] {
  const { on, ...rest } = act;
  const answering = answers(act.attacker, act.target, war);
  const clash: Clash = { ...rest, day: on, given: true, answering };
  return addClash(clash, war) ? [clash] : [];
}

/** Whether an act of one state against another answers an attack by that other. */
function answers(attacker: number, target: number, war: War): Holds {
  let found: Holds = 'no';
  for (const clash of war.clashes) {
    if (clash.attacker !== target || clash.target !== attacker) continue;
    if (clash.answering === 'no') return 'yes';
    if (clash.answering === 'unknown') found = 'unknown';
  }
  for (const call of war.calls) {
    if (call.bond.bound !== attacker || foeOf(call) !== target) continue;
    const { duty } = call.bond.commitment;
    if (duty !== 'defend' && duty !== 'aid') continue;
    const own = joinsInAnswer(call);
    if (own === 'yes' && call.verdict === 'owed') return 'yes';
    if (own !== 'no') found = 'unknown';
  }
  return found;
}

/** Joining answers an attack unless the state helped had moved first. */
function joinsInAnswer({ clash, side }: Call): Holds {
  if (side === 'attacker') return clash.answering;
  return clash.answering === 'unknown' ? 'unknown' : clash.answering === 'yes' ? 'no' : 'yes';
}

function addClash(clash: Clash, war: War): boolean {
  const pair = clash.attacker * war.world.codes.length + clash.target;
  if (war.pairs.has(pair)) return false;
  war.pairs.add(pair);
  war.clashes.push(clash);
  return true;
}

/** The act and the round that are being played. */
interface Turn {
  readonly war: War;
  readonly act: number;
  readonly round: number;
}

function callBonds(clash: Clash, turn: Turn): void {
  const { view, reading } = turn.war;
  const loose = reading === 'loose';
  if (loose || clash.answering !== 'yes')
    callEach(view.ifAttacked[clash.target], clash, 'target', turn);
  if (loose) callEach(view.ifAttacked[clash.attacker], clash, 'attacker', turn);
  callEach(view.ifAtWar[clash.target], clash, 'target', turn);
  callEach(view.ifAtWar[clash.attacker], clash, 'attacker', turn);
  if (clash.given) callPledges(clash.attacker, clash.target, clash, turn);
}

function callEach(bonds: readonly Bond[], clash: Clash, side: Side, turn: Turn): void {
  for (const bond of bonds) {
    if (!clash.given && fightsAlready(bond, clash, side, turn.war)) continue;
    tryCall(bond, clash, side, turn);
    if (side === 'target' && countsAttackers(bond)) {
      // One attacker more may complete the number that the earlier ones fell short of.
      for (const earlier of turn.war.clashes) {
        if (earlier.target === clash.target && earlier !== clash)
          tryCall(bond, earlier, side, turn);
      }
    }
  }
}

/** Who has already joined against a foe is not called again for each other one that joins. */
function fightsAlready({ bound }: Bond, clash: Clash, side: Side, { pairs, world }: War): boolean {
  const foe = side === 'target' ? clash.attacker : clash.target;
  return pairs.has(bound * world.codes.length + foe);
}

function tryCall(bond: Bond, clash: Clash, side: Side, turn: Turn): void {
  const { war, act, round } = turn;
  const verdict = judge(bond, clash, side, war);
  if (verdict === 'refused') return;
  const call: Call = { bond, clash, side, verdict, act, round, seen: war.clashes.length };
  if (mayRepeat(call, war) && isCalled(call, war)) return;
  war.calls.push(call);
  const { duty } = bond.commitment;
  if (duty === 'defend' || duty === 'attack') callPledges(bond.bound, foeOf(call), clash, turn);
}

/** Promises not to attack the one that a state attacks or is bound to fight. */
function callPledges(attacker: number, spared: number, clash: Clash, turn: Turn): void {
  const { war, act, round } = turn;
  const bonds = war.view.notToAttack.get(attacker * war.world.codes.length + spared) ?? [];
  for (const bond of bonds) {
    const verdict = judge(bond, clash, 'target', war);
    if (verdict === 'refused') continue;
    const call: Call = {
      bond,
      clash,
      side: 'target',
      verdict,
      act,
      round,
      seen: war.clashes.length,
    };
    if (!isCalled(call, war)) war.calls.push(call);
  }
}

function countsAttackers({ commitment }: Bond): boolean {
  return (
    commitment.supportedBy !== undefined || commitment.provision.trigger?.atLeast !== undefined
  );
}

/** A bond meets the same foe twice only in a pair that fights both ways, or when counted again. */
function mayRepeat({ bond, clash }: Call, war: War): boolean {
  if (countsAttackers(bond)) return true;
  return war.pairs.has(clash.target * war.world.codes.length + clash.attacker);
}

function isCalled(call: Call, war: War): boolean {
  const { calls, called } = war;
  const key = keyOf(call, war);
  // Most scenarios have few calls: looking through them beats keeping keys.
  if (calls.length < 32) return calls.some((other) => keyOf(other, war) === key);
  for (let i = called.size; i < calls.length; i++) called.add(keyOf(calls[i], war));
  return called.has(key);
}

function keyOf(call: Call, { world }: War): number {
  return bondKey(call.bond, foeOf(call), world);
}

/**
 * The clashes that the calls of a round lead to, in the order of states. A state bound to fight a
 * foe twice over comes in answer to an attack if one of the promises says so.
 */
function joinersOf(war: War, since: number, joins: (call: Call) => boolean): readonly Clash[] {
  if (since === war.calls.length) return [];
  const states = war.world.codes.length;
  const byPair = new Map<number, Clash>();
  for (let i = since; i < war.calls.length; i++) {
    const call = war.calls[i];
    const { duty } = call.bond.commitment;
    if (call.verdict !== 'owed' || (duty !== 'defend' && duty !== 'attack')) continue;
    const pair = call.bond.bound * states + foeOf(call);
    if (war.pairs.has(pair) || !joins(call)) continue;
    const clash = joiningOf(call, war.world);
    const twin = byPair.get(pair);
    if (twin === undefined || rank(clash) > rank(twin)) byPair.set(pair, clash);
  }
  const pairs = [...byPair.keys()].sort((a, b) => a - b);
  return pairs.flatMap((pair) => {
    const clash = byPair.get(pair);
    return clash && addClash(clash, war) ? [clash] : [];
  });
}

/** An answer to an attack goes first; between places any rule does that asks nothing of order. */
function rank({ answering, place }: Clash): string {
  return `${{ yes: 2, unknown: 1, no: 0 }[answering]} ${place}`;
}

function joiningOf(call: Call, world: World): Clash {
  const { clash } = call;
  return {
    attacker: call.bond.bound,
    target: foeOf(call),
    day: clash.day,
    place: placeOfJoining(call, world),
    act: call.act,
    given: false,
    provoked: false,
    answering: joinsInAnswer(call),
  };
}

/** Who joins fights the foe in its own land, or where the scenario has put the fight. */
function placeOfJoining(call: Call, { codes }: World): string {
  const { place, target } = call.clash;
  return place === codes[target] ? codes[foeOf(call)] : place;
}

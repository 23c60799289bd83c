import type { Day } from '../base/day.ts';
import { type GivenAct, runCascade } from '../contingency/cascade.ts';
import { type Call, foeOf } from '../contingency/clash.ts';
import type { World } from '../contingency/world/world.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Scenario } from '../model/outcome.ts';
import { type Binding, bindingsOn } from '../reference/validity/bindings.ts';
import { type Timeline, timelinesOf } from '../reference/validity/timeline.ts';
import { firstDay } from '../research/data-set-day.ts';
import type { War, WarAct } from '../research/wars/war-act.ts';
import { placeOfAct } from '../research/wars/war-places.ts';

/** Why a war counts as calling an agreement. */
export interface CalledFor {
  readonly kind: 'defend' | 'attack' | 'stay neutral' | 'its own parties fight';
  readonly on: Day;
  /** Who owes it; for its own parties, who moved. */
  readonly state: string;
  readonly towards: string;
  readonly against: string;
}

/**
 * Which agreements a recorded war calls. The acts are given to the engine in the order of their
 * days and nobody is assumed to join. An agreement that came into force while the war was on is
 * asked again on that day, with the fights that were then going on.
 */
export function callsOfWar(
  war: War,
  given: {
    readonly world: World;
    readonly agreements: readonly Agreement[];
    readonly fought?: readonly string[];
    readonly reading: Scenario['reading'];
  },
): ReadonlyMap<string, readonly CalledFor[]> {
  const called = new Map<string, CalledFor[]>();
  const add = (id: string, reason: CalledFor) =>
    called.set(id, [...(called.get(id) ?? []), reason]);
  const note = (acts: readonly WarAct[], only?: ReadonlySet<string>) => {
    for (const call of engineCalls(acts, given)) {
      const id = call.bond.clause.agreement.agreement.id;
      if (only !== undefined && !only.has(id)) continue;
      const reason = reasonOf(call, given.world);
      if (reason !== undefined) add(id, reason);
    }
  };
  note(war.acts);
  for (const [on, ids] of entriesDuring(war, given.agreements)) {
    const then = war.acts.filter((act) => act.on < on && on < act.until);
    note(
      then.map((act) => ({ ...act, on })),
      ids,
    );
  }
  for (const timeline of timelinesOf(given.agreements)) {
    const reason = ownPartiesFight(timeline, war.acts, given.world);
    if (reason !== undefined) add(timeline.agreement.id, reason);
  }
  return called;
}

function engineCalls(
  acts: readonly WarAct[],
  given: {
    readonly world: World;
    readonly fought?: readonly string[];
    readonly reading: Scenario['reading'];
  },
): readonly Call[] {
  const { world } = given;
  const known = acts.flatMap((act, index): GivenAct[] => {
    const [attacker, target] = [world.indexOf.get(act.attacker), world.indexOf.get(act.target)];
    if (attacker === undefined || target === undefined) return [];
    // What our own facts say of the war goes before the list's parts of the world.
    const place = given.fought ? placeOfAct(act.target, given.fought) : (act.in ?? act.target);
    return [{ attacker, target, on: act.on, place, provoked: false, act: index }];
  });
  if (known.length === 0) return [];
  return runCascade({ world, acts: known, reading: given.reading, joins: () => false }).calls;
}

function reasonOf(call: Call, world: World): CalledFor | undefined {
  const { duty } = call.bond.clause;
  if (call.verdict !== 'owed') return undefined;
  if (duty !== 'defend' && duty !== 'attack' && duty !== 'stay neutral') return undefined;
  return {
    kind: duty,
    on: call.clash.day,
    state: world.codes[call.bond.bound],
    towards: world.codes[call.bond.towards],
    against: world.codes[foeOf(call)],
  };
}

/** Days inside the war on which a party came under an agreement, with the agreements. */
function entriesDuring(
  war: War,
  agreements: readonly Agreement[],
): ReadonlyMap<Day, ReadonlySet<string>> {
  const fighting = new Set(war.acts.flatMap((act) => [act.attacker, act.target]));
  const entries = new Map<Day, Set<string>>();
  for (const agreement of agreements) {
    if (!agreement.parties.some((party) => fighting.has(party.state))) continue;
    for (const { from } of agreement.parties) {
      const on = from === undefined ? undefined : firstDay(from);
      if (on === undefined || !war.acts.some((act) => act.on < on && on < act.until)) continue;
      entries.set(on, (entries.get(on) ?? new Set()).add(agreement.id));
    }
  }
  return entries;
}

/**
 * The coders count an alliance whose members fight one another as called, and broken; also where
 * one of them came into it while the fight was on.
 */
function ownPartiesFight(
  timeline: Timeline,
  acts: readonly WarAct[],
  { states }: World,
): CalledFor | undefined {
  const { spells, spellsOf } = timeline;
  const entries = spells.flatMap(({ from }) => from?.from ?? []);
  for (const { attacker, target, on, until } of acts) {
    if (!spellsOf.has(attacker) || !spellsOf.has(target)) continue;
    const later = entries.filter((entry) => on < entry && entry < until).sort();
    const day = [on, ...later].find((asked) => {
      const bindings = bindingsOn(timeline, asked, states);
      return [attacker, target].every((state) => isBound(bindings.get(state)));
    });
    if (day === undefined) continue;
    const kind = 'its own parties fight';
    return { kind, on: day, state: attacker, towards: target, against: target };
  }
  return undefined;
}

function isBound(binding: Binding | undefined): boolean {
  return binding !== undefined && binding.objection === undefined;
}

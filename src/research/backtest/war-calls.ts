import type { Day } from '../../base/day.ts';
import type { State } from '../../model/state.ts';
import { type Binding, bindingsOn } from '../../reference/validity/bindings.ts';
import type { Timeline } from '../../reference/validity/timeline.ts';
import type { RecordedWar, WarAct } from '../wars/war-act.ts';
import { placeOfAct } from '../wars/war-places.ts';

/** Why a war counts as calling an agreement. */
export interface CalledFor {
  readonly kind: 'defend' | 'attack' | 'stay neutral' | 'its own parties fight';
  readonly on: Day;
  /** Who owes it; for its own parties, who moved. */
  readonly state: string;
  readonly towards: string;
  readonly against: string;
}

/** An act of a war with the place where it happened: a state's code, or a place's id. */
export interface PlacedAct {
  readonly attacker: string;
  readonly target: string;
  readonly on: Day;
  readonly place: string;
}

/** What one promise asks once acts have called it. */
export interface OwedDuty {
  readonly agreement: string;
  readonly duty: string;
  readonly on: Day;
  readonly state: string;
  readonly towards: string;
  readonly against: string;
}

/** The alliances against which wars are tried, and the engine that judges what an act calls. */
export interface Alliances {
  readonly timelines: readonly Timeline[];
  readonly states: ReadonlyMap<string, State>;
  readonly owed: (acts: readonly PlacedAct[]) => readonly OwedDuty[];
}

/**
 * Which agreements a recorded war calls. The acts are given to the engine in the order of their
 * days and nobody is assumed to join. An agreement that came into force while the war was on is
 * asked again on that day, with the fights that were then going on.
 * @param fought where the war was fought, if our own facts know
 */
export function callsOfWar(
  war: RecordedWar,
  fought: readonly string[] | undefined,
  alliances: Alliances,
): ReadonlyMap<string, readonly CalledFor[]> {
  const called = new Map<string, CalledFor[]>();
  const add = (id: string, reason: CalledFor) =>
    called.set(id, [...(called.get(id) ?? []), reason]);
  const addOwed = (acts: readonly WarAct[], only?: ReadonlySet<string>) => {
    for (const owed of alliances.owed(acts.map((act) => placed(act, fought)))) {
      const reason = reasonOf(owed);
      if (reason && (only === undefined || only.has(owed.agreement))) add(owed.agreement, reason);
    }
  };
  addOwed(war.acts);
  for (const [on, ids] of entriesDuring(war, alliances.timelines)) {
    const then = war.acts.filter((act) => act.on < on && on < act.until);
    addOwed(
      then.map((act) => ({ ...act, on })),
      ids,
    );
  }
  for (const timeline of alliances.timelines) {
    const reason = ownPartiesFight(timeline, war.acts, alliances.states);
    if (reason !== undefined) add(timeline.agreement.id, reason);
  }
  return called;
}

/** What our own facts say of the war goes before the list's parts of the world. */
function placed(act: WarAct, fought: readonly string[] | undefined): PlacedAct {
  const { attacker, target, on } = act;
  return { attacker, target, on, place: fought ? placeOfAct(target, fought) : (act.in ?? target) };
}

function reasonOf({ duty, on, state, towards, against }: OwedDuty): CalledFor | undefined {
  if (duty !== 'defend' && duty !== 'attack' && duty !== 'stay neutral') return undefined;
  return { kind: duty, on, state, towards, against };
}

/** Days inside the war on which a party came under an agreement, with the agreements. */
function entriesDuring(
  war: RecordedWar,
  timelines: readonly Timeline[],
): ReadonlyMap<Day, ReadonlySet<string>> {
  const fighting = new Set(war.acts.flatMap((act) => [act.attacker, act.target]));
  const entries = new Map<Day, Set<string>>();
  for (const { agreement, spells } of timelines) {
    if (!spells.some(({ membership }) => fighting.has(membership.state))) continue;
    for (const { from } of spells) {
      const on = from?.from;
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
  states: ReadonlyMap<string, State>,
): CalledFor | undefined {
  const { spells, spellsOf } = timeline;
  for (const { attacker, target, on, until } of acts) {
    if (!spellsOf.has(attacker) || !spellsOf.has(target)) continue;
    const entries = spells.flatMap(({ from }) => from?.from ?? []);
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

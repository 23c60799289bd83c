import type { Day } from '../../base/day.ts';
import type { Finding } from '../../base/finding.ts';
import { compareText } from '../../base/text-order.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { firstDay, pastDay } from '../data-set-day.ts';

/** One state against another in a war: the mover first. */
export interface WarAct {
  readonly attacker: string;
  readonly target: string;
  readonly on: Day;
  /** The day after the last one of the fight. */
  readonly until: Day;
  /** The mover came into a war that was on already. */
  readonly joins: boolean;
  /** A state's code, where the list shows that it was not the target's own land. */
  readonly in?: string;
}

/** A recorded war: its acts in the order of their days. */
export interface RecordedWar {
  /** The number in its list. */
  readonly id: string;
  readonly name: string;
  readonly acts: readonly WarAct[];
}

export interface WarList {
  readonly kind: 'interstate war data' | 'correlates of war';
  readonly wars: ReadonlyMap<string, RecordedWar>;
  readonly findings: readonly Finding[];
}

/** A pair in a war, in the numbers of the list. */
export interface Dyad {
  readonly war: string;
  readonly name: string;
  readonly attacker: number;
  readonly target: number;
  readonly joins: boolean;
  on: Day;
  until: Day;
  /** Number of the state on whose land it happened, where that was not the target's. */
  readonly in?: number;
}

/** Wars with their acts in the order of their days; numbers without a code are left out. */
export function warsOf(
  dyads: readonly Dyad[],
  numbers: CowNumbers,
): ReadonlyMap<string, RecordedWar> {
  const wars = new Map<string, { id: string; name: string; acts: WarAct[] }>();
  for (const dyad of dyads) {
    const { war: id, name, on, until, joins } = dyad;
    const war = wars.get(id) ?? { id, name, acts: [] };
    wars.set(id, war);
    const [attacker, target] = [numbers.codeOn(dyad.attacker, on), numbers.codeOn(dyad.target, on)];
    if (attacker === undefined || target === undefined || attacker === target) continue;
    const place = dyad.in === undefined ? undefined : numbers.codeOn(dyad.in, on);
    const where = place === undefined ? {} : { in: place };
    war.acts.push({ attacker, target, on, until, joins, ...where });
  }
  for (const war of wars.values()) war.acts.sort((a, b) => compareText(a.on, b.on));
  return wars;
}

/** The first day a date may mean, or the day past the last one. */
export function dayIn(date: string | undefined, which: 'first' | 'past'): Day | undefined {
  if (date === undefined) return undefined;
  return which === 'first' ? firstDay(date) : pastDay(date);
}

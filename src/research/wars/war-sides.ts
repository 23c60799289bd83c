import { z } from 'zod';
import type { Day } from '../../base/day.ts';
import type { Finding } from '../../base/finding.ts';
import type { CowNumbers } from '../cow-numbers.ts';
import { dateOf } from '../data-set-day.ts';
import { column, type Table, wholeNumber } from '../table.ts';
import { dayIn, type WarList, warsOf } from './war-act.ts';

/** `data/codebooks/cow-wars.yaml`. */
export const cowWarsSchema = z.strictObject({
  title: z.string(),
  certainty: z.string(),
  whereFought: z.record(z.string(), z.array(z.string())),
  parts: z.array(z.strictObject({ part: z.string(), from: z.int(), to: z.int() })),
});
type CowWars = z.infer<typeof cowWarsSchema>;

interface Participant {
  readonly number: number;
  readonly side: string;
  readonly isInitiator: boolean;
  readonly on: Day;
  readonly until: Day;
  /** Parts of the world in which it fought; absent: not coded. */
  readonly parts?: readonly string[];
}

/**
 * Correlates of War inter-state wars: states with sides. Pairs are made of states of the two sides
 * that fought at the same time; who comes later moves, and of two there at
 * once the one on the side of the initiator. Where a pair fought in no part of
 * the world that holds the target's own land, the act lies on the land of a participant there.
 */
export function readSides(table: Table, numbers: CowNumbers, codebook: unknown): WarList {
  const parts = cowWarsSchema.parse(codebook);
  const findings: Finding[] = [...table.findings];
  const byWar = participantsIn(table, parts, findings);
  const dyads = [...byWar].flatMap(([war, { name, states }]) => {
    const began = states.map((state) => state.on).reduce(earlier);
    const movers = new Set(states.filter((one) => one.isInitiator).map((one) => one.side));
    // Of the moves of one day those of the side that began the war come first.
    const inOrder = [...states].sort(
      (a, b) => Number(movers.has(b.side)) - Number(movers.has(a.side)),
    );
    return inOrder.flatMap((attacker) =>
      states
        .filter((target) => meet(attacker, target) && moves(attacker, target, movers))
        .map((target) => {
          const place = landOf(attacker, target, states, parts);
          const where = place === undefined ? {} : { in: place };
          return { war, name, ...meetingOf(attacker, target, began), ...where };
        }),
    );
  });
  return { kind: 'correlates of war', wars: warsOf(dyads, numbers), findings };
}

function participantsIn(table: Table, codebook: CowWars, findings: Finding[]) {
  const cell = (name: string) => column(table, name);
  const [war, name, number, side] = [cell('WarNum'), cell('WarName'), cell('ccode'), cell('Side')];
  const [initiator, where] = [cell('Initiator'), cell('WhereFought')];
  const start = ['StartYear1', 'StartMonth1', 'StartDay1'].map(cell);
  const end = ['EndYear1', 'EndMonth1', 'EndDay1'].map(cell);
  const byWar = new Map<string, { name: string; states: Participant[] }>();
  for (const row of table.rows) {
    const on = dayIn(dateOf(start[0](row), start[1](row), start[2](row)), 'first');
    const until = dayIn(dateOf(end[0](row), end[1](row), end[2](row)), 'past');
    const state = wholeNumber(number(row));
    if (on === undefined || state === undefined) {
      const message = 'The row names no state and year: it is left out.';
      findings.push({ code: 'war-row', message, file: table.file, line: row.line });
      continue;
    }
    const own = byWar.get(war(row)) ?? { name: name(row), states: [] };
    const parts = codebook.whereFought[where(row)];
    own.states.push({
      number: state,
      side: side(row),
      isInitiator: initiator(row) === '1',
      on,
      until: until ?? on,
      ...(parts === undefined ? {} : { parts }),
    });
    byWar.set(war(row), own);
  }
  return byWar;
}

/** Who comes later moves; of two there at once, the one on the side of the initiator. */
function moves(a: Participant, b: Participant, movers: ReadonlySet<string>): boolean {
  if (a.side === b.side) return false;
  return a.on === b.on ? movers.has(a.side) : a.on > b.on;
}

function meet(a: Participant, b: Participant): boolean {
  return a.on < b.until && b.on < a.until;
}

/** From the day both fight to the day one of them has stopped. */
function meetingOf(attacker: Participant, target: Participant, began: Day) {
  const on = later(attacker.on, target.on);
  return {
    attacker: attacker.number,
    target: target.number,
    joins: on > began,
    on,
    until: earlier(attacker.until, target.until),
  };
}

/** A participant in whose part of the world the two met, where that is not the target's own. */
function landOf(
  attacker: Participant,
  target: Participant,
  states: readonly Participant[],
  { parts }: CowWars,
): number | undefined {
  if (attacker.parts === undefined || target.parts === undefined) return undefined;
  const both = target.parts.filter((part) => attacker.parts?.includes(part));
  const met = both.length === 0 ? target.parts : both;
  const homeOf = (number: number) =>
    parts.find((part) => part.from <= number && number <= part.to)?.part;
  const isThere = (state: Participant) => met.includes(homeOf(state.number) ?? '');
  if (isThere(target)) return undefined;
  return (isThere(attacker) ? attacker : states.find(isThere))?.number;
}

function earlier(a: Day, b: Day): Day {
  if (a < b) return a;
  return b;
}

function later(a: Day, b: Day): Day {
  if (a < b) return b;
  return a;
}

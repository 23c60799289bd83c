import { addDays } from '../../base/day.ts';
import { type DayRange, dayRange } from '../../base/edtf.ts';
import type { Agreement, Membership } from '../../model/agreement.ts';

/** One stretch of a state's membership; absent where it comes and goes with the agreement. */
export interface Spell {
  readonly membership: Membership;
  readonly from?: DayRange;
  readonly until?: DayRange;
}

/** When an agreement was signed, came into force and ended; absent where no day is recorded. */
export interface Timeline {
  readonly agreement: Agreement;
  readonly signed?: DayRange;
  readonly inForce?: DayRange;
  /** The first day on which it no longer binds. */
  readonly ended?: DayRange;
  /** In the order of the parties. */
  readonly spells: readonly Spell[];
  readonly spellsOf: ReadonlyMap<string, readonly Spell[]>;
  /** Later agreements that take its place. */
  readonly replacedBy: readonly Timeline[];
}

/** The agreements of a ledger with their days as ranges, in the order given. */
export function timelinesOf(agreements: Iterable<Agreement>): readonly Timeline[] {
  const replacements = new Map<string, Timeline[]>();
  const timelines = [...agreements].map((agreement) => {
    const replacedBy = replacements.get(agreement.id) ?? [];
    replacements.set(agreement.id, replacedBy);
    return makeTimeline(agreement, replacedBy);
  });
  for (const later of timelines) {
    for (const id of replacedIn(later.agreement)) replacements.get(id)?.push(later);
  }
  return timelines;
}

/** One agreement of a ledger with its days as ranges. */
export function timelineOf(agreement: Agreement, ledger: Iterable<Agreement>): Timeline {
  const replacedBy: Timeline[] = [];
  for (const later of ledger) {
    if (replacedIn(later).includes(agreement.id)) replacedBy.push(makeTimeline(later, []));
  }
  return makeTimeline(agreement, replacedBy);
}

function replacedIn({ predecessors }: Agreement): readonly string[] {
  if (predecessors === undefined) return [];
  return predecessors.filter(({ how }) => how === 'replaces').map(({ agreement }) => agreement);
}

/** An agreement that ended by being broken still bound on that day: its end lies a day later. */
function makeTimeline(agreement: Agreement, replacedBy: readonly Timeline[]): Timeline {
  const { signed, inForce, ended, parties } = agreement;
  const end = rangeOf(ended?.day);
  const spells = parties.map((membership) => ({
    membership,
    from: rangeOf(membership.from),
    until: rangeOf(membership.until),
  }));
  return {
    agreement,
    signed: rangeOf(signed?.day),
    inForce: rangeOf(inForce?.day),
    ended: end && ended?.broken ? { from: addDays(end.from, 1), last: addDays(end.last, 1) } : end,
    spells,
    spellsOf: Map.groupBy(spells, ({ membership }) => membership.state),
    replacedBy,
  };
}

function rangeOf(day: string | undefined): DayRange | undefined {
  return day === undefined ? undefined : dayRange(day);
}

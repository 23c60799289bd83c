import { type Day, dayNumber } from '../../base/day.ts';
import { edtfInterval } from '../../base/edtf.ts';
import { compareText } from '../../base/text-order.ts';
import type { Agreement, Membership, Provision } from '../../model/agreement.ts';
import type { Ledger } from '../../pipeline/flow.ts';

/** A stretch of days in which one state was promised to defend another under one agreement. */
export interface DefenceSpan {
  readonly defender: string;
  readonly agreement: string;
  readonly from: Day;
  /** Absent: no end is known. */
  readonly until?: Day;
  /** Days that are not exact, or facts from general knowledge. */
  readonly unsure: boolean;
}

/**
 * Who promised to defend a state, and from when to when, by the days in the ledger: entry into
 * force, end, membership, amendments. Agreements that never bound or whose entry into force is not
 * known are left out. Ordered by first day.
 */
export function defenceSpans(state: string, ledger: Ledger): readonly DefenceSpan[] {
  const spans: DefenceSpan[] = [];
  for (const agreement of ledger.values()) {
    if (agreement.neverInForce || agreement.inForce === undefined) continue;
    if (agreement.standing === 'doubtful') continue;
    for (const defender of agreement.parties) {
      if (defender.state === state) continue;
      const stretches = agreement.provisions
        .filter((provision) => protects(provision, agreement, defender.state, state))
        .flatMap((provision) => spanOf(agreement, provision, defender, state) ?? []);
      if (stretches.length > 0) spans.push(stretches[0]);
    }
  }
  return spans.sort((a, b) => compareText(a.from, b.from));
}

function protects(
  { duty, bound, towards, strength }: Provision,
  { parties, protects: named }: Agreement,
  defender: string,
  state: string,
): boolean {
  const defends = duty === 'defend' || (duty === 'guarantee' && strength !== 'consult only');
  if (!defends || (bound !== 'all' && !bound.includes(defender))) return false;
  if (towards !== 'all') return towards.includes(state);
  return parties.some((party) => party.state === state) || (named?.includes(state) ?? false);
}

function spanOf(
  agreement: Agreement,
  provision: Provision,
  defender: Membership,
  state: string,
): DefenceSpan | undefined {
  const own = agreement.parties.find((party) => party.state === state);
  const starts = [agreement.inForce?.day, defender.from, own?.from, provision.from];
  const ends = [agreement.ended?.day, defender.until, own?.until, provision.until];
  const from = latest(starts);
  const until = earliest(ends);
  if (from === undefined || (until !== undefined && until <= from)) return undefined;
  const exact = [...starts, ...ends].every((day) => day === undefined || day.length === 10);
  const unsure = !exact || provision.certainty === 'unverified';
  return {
    defender: defender.state,
    agreement: agreement.id,
    from,
    ...(until !== undefined && { until }),
    unsure,
  };
}

function latest(days: readonly (string | undefined)[]): Day | undefined {
  const known = days.flatMap((day) => (day === undefined ? [] : (edtfInterval(day)?.from ?? [])));
  return known.sort().at(-1);
}

function earliest(days: readonly (string | undefined)[]): Day | undefined {
  const known = days.flatMap((day) => (day === undefined ? [] : (edtfInterval(day)?.from ?? [])));
  return known.sort()[0];
}

/** Years since 0, with the part of the year that has passed: for drawing. */
export function yearOf(day: Day): number {
  return 1970 + dayNumber(day) / 365.2425;
}

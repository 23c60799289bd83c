import type { Day } from '../../base/day.ts';
import type { Finding } from '../../base/finding.ts';
import type { Agreement } from '../../model/agreement.ts';

/** A row that could not be brought in, and why. */
export interface Unplaced {
  readonly line: number;
  /** The row in its own codes: `alliance 4020, member 8152`. */
  readonly row: string;
  readonly why: string;
}

/** A research data set as a ledger of its own: a query names it, nothing is mixed in silently. */
export interface ImportedLedger {
  /** `atop-4.01`, `atop-5.1`, `atop-5.1-dyads`, `cow-4.1`, `cow-4.1-dyads`. */
  readonly name: string;
  readonly title: string;
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** The last day the data set covers. */
  readonly endsOn: Day;
  /** Rows read, rows that became part of an agreement, agreements and provisions made. */
  readonly counts: {
    readonly rows: number;
    readonly placed: number;
    readonly agreements: number;
    readonly provisions: number;
  };
  readonly unplaced: readonly Unplaced[];
  readonly findings: readonly Finding[];
  /** The data set's own codes, by agreement and provision: `atop-1335 art`, columns and values. */
  readonly codes: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** A ledger with its counts made from what was read. */
export function makeLedger(
  about: Pick<ImportedLedger, 'name' | 'title' | 'endsOn'>,
  made: Pick<ImportedLedger, 'agreements' | 'codes'>,
  rows: { readonly read: number; readonly placed: number },
  faults: Pick<ImportedLedger, 'unplaced' | 'findings'>,
): ImportedLedger {
  const { agreements, codes } = made;
  const provisions = [...agreements.values()].flatMap((one) => one.provisions).length;
  const { read, placed } = rows;
  const counts = { rows: read, placed, agreements: agreements.size, provisions };
  return { ...about, agreements, counts, ...faults, codes };
}

/** What every answer from an imported ledger must say. */
export function caveatOf(ledger: ImportedLedger, on: Day): string {
  const until = `${ledger.title} ends on ${ledger.endsOn}.`;
  return on > ledger.endsOn
    ? `${until} Nothing in it speaks of ${on}: what stood at its end may since have changed.`
    : until;
}

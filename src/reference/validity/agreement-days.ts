import { addDays } from '../../base/day.ts';
import { type DayRange, dayRange } from '../../base/edtf.ts';
import type { Agreement } from '../../model/agreement.ts';

/** When an agreement was signed, came into force and ended; absent where no day is held. */
export interface AgreementDays {
  readonly signed?: DayRange;
  readonly inForce?: DayRange;
  /** The first day on which it no longer binds. */
  readonly ended?: DayRange;
}

/**
 * The days of an agreement as ranges. An agreement that ended by being broken still bound on that
 * day, so its end lies a day later.
 */
export function daysOfAgreement({ signed, inForce, ended }: Agreement): AgreementDays {
  const end = rangeOf(ended?.day);
  return {
    signed: rangeOf(signed?.day),
    inForce: rangeOf(inForce?.day),
    ended: end && ended?.broken ? { from: addDays(end.from, 1), last: addDays(end.last, 1) } : end,
  };
}

function rangeOf(day: string | undefined): DayRange | undefined {
  return day === undefined ? undefined : dayRange(day);
}

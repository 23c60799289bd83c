import { type Day, dayFromNumber } from './day.ts';

/** Where the present comes from. The core never asks the machine: the edge passes this in. */
export interface Clock {
  /** The present instant as ISO 8601 in UTC, to the millisecond. */
  readonly now: () => string;
}

/** A clock that stands still, for tests and for runs that must print the same bytes again. */
export function fixedClock(instant: string): Clock {
  return { now: () => instant };
}

export function today(clock: Clock): Day {
  return dayFromNumber(Math.floor(Date.parse(clock.now()) / 86_400_000));
}

/** What a test finds. `unknown` is a missing fact: it leaves a duty undecided, never guessed. */
export type Holds = 'yes' | 'no' | 'unknown';

/** Both must hold: one `no` settles it, else one `unknown` leaves it open. */
export function both(left: Holds, right: Holds): Holds {
  if (left === 'no' || right === 'no') return 'no';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'yes';
}

/** One of them is enough. */
export function either(left: Holds, right: Holds): Holds {
  if (left === 'yes' || right === 'yes') return 'yes';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'no';
}

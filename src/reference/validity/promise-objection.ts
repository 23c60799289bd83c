import { contains, type Day } from '../../base/day.ts';
import type { Agreement, Provision } from '../../model/agreement.ts';
import type { Objection } from './objection.ts';

/** A state bound by a promise, and the one it is owed to. */
export interface Tie {
  readonly bound: string;
  readonly towards: string;
}

/** Why one promise between two parties does not bind on a day though the agreement does. */
export function objectionToPromise(
  agreement: Agreement,
  provision: Provision,
  { bound, towards }: Tie,
  day: Day,
): Objection | undefined {
  if (provision.from !== undefined && day < provision.from)
    return { holds: 'no', kind: 'provision later', provision };
  if (provision.until !== undefined && day >= provision.until)
    return { holds: 'no', kind: 'provision over', provision };
  const suspension = agreement.suspended?.find(
    (stretch) =>
      stretch.between?.includes(bound) &&
      stretch.between.includes(towards) &&
      contains(stretch, day),
  );
  return suspension && { holds: 'no', kind: 'suspended between', suspension };
}

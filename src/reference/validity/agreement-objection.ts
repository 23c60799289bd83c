import { contains, type Day } from '../../base/day.ts';
import { reached } from '../../base/edtf.ts';
import type { Objection } from './objection.ts';
import type { Timeline } from './timeline.ts';

/**
 * Why an agreement as a whole does not bind on a day, or perhaps does not; `undefined` where
 * nothing speaks against it. Days are half-open: on the day of its end it no longer binds. Signed
 * is not in force. What is sure goes before what is not: one sure fact settles it.
 */
export function objectionToAgreement(timeline: Timeline, day: Day): Objection | undefined {
  return sureObjection(timeline, day) ?? doubtAbout(timeline, day);
}

function sureObjection(timeline: Timeline, day: Day): Objection | undefined {
  const { agreement, signed, inForce, ended } = timeline;
  if (signed && reached(signed, day) === 'no') return { holds: 'no', kind: 'not yet signed' };
  if (agreement.neverInForce || agreement.standing === 'never in force')
    return { holds: 'no', kind: 'never in force' };
  if (ended && reached(ended, day) === 'yes') return { holds: 'no', kind: 'ended' };
  if (inForce && reached(inForce, day) === 'no') return { holds: 'no', kind: 'not yet in force' };
  const replaced = replacement(timeline, day, 'yes');
  if (replaced) return { holds: 'no', kind: 'replaced', by: replaced };
  const suspension = agreement.suspended?.find(
    (stretch) => stretch.between === undefined && contains(stretch, day),
  );
  return suspension && { holds: 'no', kind: 'suspended', suspension };
}

function doubtAbout(timeline: Timeline, day: Day): Objection | undefined {
  const { agreement, inForce, ended } = timeline;
  if (ended && reached(ended, day) !== 'no') return { holds: 'unknown', kind: 'end unsure' };
  if (inForce && reached(inForce, day) !== 'yes') return { holds: 'unknown', kind: 'entry unsure' };
  if (ended) return undefined;
  const replaced = replacement(timeline, day, 'unknown');
  if (replaced) return { holds: 'unknown', kind: 'replaced', by: replaced };
  if (agreement.standing === 'ended') return { holds: 'unknown', kind: 'end not dated' };
  if (agreement.standing === 'doubtful') return { holds: 'unknown', kind: 'end not recorded' };
  return undefined;
}

/** The later agreement that by then has, or perhaps has, taken the place of one without an end. */
function replacement({ ended, replacedBy }: Timeline, day: Day, entered: 'yes' | 'unknown') {
  if (ended !== undefined) return undefined;
  const later = replacedBy.find(
    ({ agreement, inForce }) =>
      inForce !== undefined && !agreement.neverInForce && reached(inForce, day) === entered,
  );
  return later?.agreement;
}

import { contains, type Day } from '../../base/day.ts';
import { reached } from '../../base/edtf.ts';
import type { StandingOn } from '../../model/agreement-on.ts';
import { objectionToAgreement } from './agreement-objection.ts';
import type { Objection } from './objection.ts';
import type { Timeline } from './timeline.ts';

/** What an agreement as a whole has come to on a day, with why. */
export interface Standing {
  readonly standing: StandingOn;
  readonly because: readonly string[];
  /** Why its parties are not bound, or perhaps not, unless they have days of their own. */
  readonly objection?: Objection;
}

/** Whether it is signed, in force, suspended or ended; `not known` where a day leaves it open. */
export function standingOn(timeline: Timeline, day: Day): Standing {
  const objection = objectionToAgreement(timeline, day);
  if (objection) return { ...standingFor(objection, timeline, day), objection };
  return timeline.inForce === undefined ? withoutEntry(timeline, day) : inForceOn(timeline, day);
}

function standingFor(objection: Objection, timeline: Timeline, day: Day): Standing {
  const { signed, inForce, ended } = timeline.agreement;
  const how = ended?.how === undefined ? '' : ` (${ended.how})`;
  switch (objection.kind) {
    case 'not yet signed':
      return { standing: 'not yet signed', because: [`Signed on ${signed?.day}, after ${day}.`] };
    case 'never in force':
      return { standing: 'never in force', because: ['It never entered into force.'] };
    case 'ended':
      return { standing: 'ended', because: [`Ended on ${ended?.day}${how}.`] };
    case 'not yet in force':
      return beforeEntry(timeline, day);
    case 'replaced': {
      const { name, inForce: since } = objection.by;
      const because = `${name} takes its place from ${since?.day}`;
      if (objection.holds === 'no') return { standing: 'ended', because: [`${because}.`] };
      return { standing: 'not known', because: [`${because}: by ${day}, not known.`] };
    }
    case 'suspended':
      return { standing: 'suspended', because: suspensionsOn(timeline, day) };
    case 'end unsure':
      return unsure(`Its end is dated ${ended?.day}${how}: before or after ${day}, not known.`);
    case 'entry unsure':
      return unsure(
        signatureUnsure(timeline, day) ??
          `Its entry into force is dated ${inForce?.day}: by ${day}, not known.`,
      );
    case 'end not dated':
      return unsure('It has ended, on a day that is not known.');
    default:
      return unsure('No end is known, and nothing shows that it still stands.');
  }
}

function unsure(because: string): Standing {
  return { standing: 'not known', because: [because] };
}

function beforeEntry(timeline: Timeline, day: Day): Standing {
  const { signed, inForce } = timeline.agreement;
  const entered = `It entered into force on ${inForce?.day}, after ${day}.`;
  if (signed === undefined)
    return { standing: 'not yet signed', because: [entered, 'The day of signature is not held.'] };
  const open = signatureUnsure(timeline, day);
  if (open) return { standing: 'not yet signed', because: [entered, open] };
  return { standing: 'signed', because: [`Signed on ${signed.day}.`, entered] };
}

function withoutEntry(timeline: Timeline, day: Day): Standing {
  const { signed, standing } = timeline.agreement;
  const open = signatureUnsure(timeline, day);
  if (open) return unsure(open);
  if (standing !== 'signed') return unsure('The day on which it entered into force is not known.');
  const since = signed === undefined ? `Signed by ${day}.` : `Signed on ${signed.day}.`;
  return { standing: 'signed', because: [since, 'No entry into force is known.'] };
}

/** Set where the day of signature leaves open whether it was signed by then. */
function signatureUnsure({ agreement, signed }: Timeline, day: Day): string | undefined {
  if (signed === undefined || reached(signed, day) !== 'unknown') return undefined;
  return `Its signature is dated ${agreement.signed?.day}: by ${day}, not known.`;
}

/** Suspended between some of its parties, it is in force for the others. */
function inForceOn(timeline: Timeline, day: Day): Standing {
  const suspensions = suspensionsOn(timeline, day);
  const since = `In force since ${timeline.agreement.inForce?.day}.`;
  return { standing: 'in force', because: suspensions.length === 0 ? [since] : suspensions };
}

function suspensionsOn({ agreement }: Timeline, day: Day): string[] {
  const stretches = (agreement.suspended ?? []).filter((stretch) => contains(stretch, day));
  return stretches.map(({ between, from, how }) => {
    const whom = between === undefined ? '' : ` between ${between.join(', ')}`;
    return `Suspended${whom} since ${from} (${how}).`;
  });
}

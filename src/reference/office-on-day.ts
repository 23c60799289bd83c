import { assert } from '../base/assert.ts';
import type { Day } from '../base/day.ts';
import { edtfInterval } from '../base/edtf.ts';
import type { HeldOffice } from './reference.ts';

/** An office and how it stands on the day. */
export interface OfficeStanding {
  readonly office: HeldOffice;
  readonly standing: 'in office' | 'left' | 'not yet' | 'as last known';
}

/**
 * The office that decides for whom a person speaks on the day: one held then, else the last one
 * left, else the next one. Without a day the latest office is taken as held. Latest first.
 */
export function officeOn(
  offices: readonly HeldOffice[],
  published: Day | undefined,
): OfficeStanding {
  assert(offices.length > 0, 'Only who held an office has a standing on a day.');
  if (published === undefined) return { office: offices[0], standing: 'as last known' };
  for (const standing of ['in office', 'as last known'] as const) {
    const held = offices.filter((office) => standingOn(office, published) === standing);
    if (held.length > 0) return { office: highest(held), standing };
  }
  const left = offices.find((office) => standingOn(office, published) === 'left');
  if (left) return { office: left, standing: 'left' };
  return { office: offices[offices.length - 1], standing: 'not yet' };
}

const weight = [
  'supreme leader',
  'head of state and government',
  'head of government',
  'head of state',
  'foreign minister',
  'defence minister',
  'head of organisation',
  'other',
];

function highest(offices: readonly HeldOffice[]): HeldOffice {
  const order = (held: HeldOffice) => weight.indexOf(held.office);
  return offices.toSorted((a, b) => order(a) - order(b))[0];
}

function standingOn(held: HeldOffice, on: Day): OfficeStanding['standing'] {
  const from = held.from === undefined ? undefined : edtfInterval(held.from);
  if (from && on < from.from) return 'not yet';
  if (held.until === 'unknown' || held.until === undefined) {
    const known = held.supportedTo === undefined ? undefined : edtfInterval(held.supportedTo);
    return known && on >= known.until ? 'as last known' : 'in office';
  }
  const until = edtfInterval(held.until);
  // On the day of a hand-over the newer holder is meant; whole years and months count as served.
  return until && on >= until.from && (held.until.length === 10 || on >= until.until)
    ? 'left'
    : 'in office';
}

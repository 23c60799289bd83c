import type { Day } from '../../base/day.ts';
import { contains } from '../../base/day.ts';
import { edtfInterval } from '../../base/edtf.ts';
import type { HeldOffice } from '../../reference/reference.ts';
import type { NameEntry } from './name-index.ts';

const rank = [
  'unknown',
  'state',
  'person',
  'organisation',
  'organ',
  'seat',
  'capital',
  'demonym',
  'people',
  'body',
  'place',
  'agreement',
];

/**
 * The entries that hold on the day, without a day those that still hold; where none does, the
 * name is of the past and its last bearers are kept.
 */
export function validOn(entries: readonly NameEntry[], published: Day | undefined): NameEntry[] {
  const valid = entries.filter((entry) =>
    published === undefined ? entry.until === undefined : contains(entry, published),
  );
  const kept = valid.length > 0 ? valid : latestPast(entries);
  return kept.toSorted((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
}

function latestPast(entries: readonly NameEntry[]): NameEntry[] {
  const end = entries.reduce((last, entry) => later(last, entry.until ?? ''), '');
  return entries.filter((entry) => (entry.until ?? '') === end);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** An office and how it stands on the day. */
export interface OfficeStanding {
  readonly office: HeldOffice;
  readonly standing: 'in office' | 'left' | 'not yet' | 'as last known';
}

/**
 * The office that decides for whom a person speaks on the day: one held then, else the last one
 * left, else the next one. Without a day the latest office is taken as held.
 */
export function officeOn(
  offices: readonly HeldOffice[],
  published: Day | undefined,
): OfficeStanding | undefined {
  if (offices.length === 0) return undefined;
  if (published === undefined) return { office: offices[0], standing: 'as last known' };
  const held = offices.filter((office) => standingOn(office, published) === 'in office');
  if (held.length > 0) return { office: highest(held), standing: 'in office' };
  const lasting = offices.filter((office) => standingOn(office, published) === 'as last known');
  if (lasting.length > 0) return { office: highest(lasting), standing: 'as last known' };
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

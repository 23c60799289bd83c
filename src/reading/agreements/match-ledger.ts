import { edtfInterval } from '../../base/edtf.ts';
import type { Agreement } from '../../model/agreement.ts';
import { dutyOfType } from '../../model/names/duty-words.ts';

/** What a report tells of an instrument that may be known. */
export interface Wanted {
  /** The year or day of signature, where the report gives one. */
  readonly signed?: string;
  readonly published?: string;
  /** Just being made, not standing since long. */
  readonly isFresh: boolean;
  readonly types: readonly string[];
  /** Spoken of as known (`the treaty`), and by no name of its own: its parties may tell it. */
  readonly isKnown: boolean;
}

/** Of the agreements between its parties the id of the one that is meant. */
export function matchAgreement(
  candidates: readonly Agreement[],
  { signed, published, isFresh, types, isKnown }: Wanted,
): string | undefined {
  const duties = types.map(dutyOfType);
  const holds = ({ provisions }: Agreement) => provisions.some(({ duty }) => duties.includes(duty));
  const possible = candidates.filter((agreement) => {
    if (signed !== undefined) return isNear(agreement.signed?.day, signed);
    if (published === undefined) return isKnown || holds(agreement);
    if (isFresh) return isJustSigned(agreement, published);
    // Without a year or a day the parties alone prove little: a wrong match is worse than none.
    return (isKnown || holds(agreement)) && (agreement.signed?.day ?? '') <= published;
  });
  const isDated = signed !== undefined || (isFresh && published !== undefined);
  const standing = possible.filter((agreement) => isDated || stands(agreement, published));
  const left = standing.length > 0 ? standing : possible;
  // Of several the one that holds the promises; still several: the latest signed.
  const fitting = left.length > 1 && left.some(holds) ? left.filter(holds) : left;
  const day = (agreement: Agreement) => agreement.signed?.day ?? '';
  return fitting.toSorted((a, b) => (day(a) < day(b) ? 1 : -1))[0]?.id;
}

/** The same year, and the same day within three where both have one: sources differ by a day. */
function isNear(day: string | undefined, signed: string): boolean {
  if (day === undefined || day.slice(0, 4) !== signed.slice(0, 4)) return false;
  if (day.length < 10 || signed.length < 10) return day.startsWith(signed.slice(0, day.length));
  return Math.abs(daysBetween(day, signed)) <= 3;
}

const freshDays = 60;

function isJustSigned({ signed }: Agreement, published: string): boolean {
  if (signed === undefined) return false;
  const gap = daysBetween(edtfInterval(signed.day)?.from ?? published, published);
  return gap >= -2 && gap <= freshDays;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function stands({ ended, standing }: Agreement, published: string | undefined): boolean {
  if (ended !== undefined) return published !== undefined && ended.day > published;
  return standing === 'in force' || standing === 'signed';
}

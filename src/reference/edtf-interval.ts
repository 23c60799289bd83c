import { addDays, type Day, type Interval, parseDay } from '../base/day.ts';

const pattern = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/;

/**
 * The days an EDTF date may mean, half-open: `1961` is 1961-01-01 up to 1962-01-01, `2024-06` the
 * month, a whole day itself. The mark of an unsure date (`~`, `?`, `%`) widens nothing.
 * `undefined` where the text is no such date.
 */
export function edtfInterval(text: string): Required<Interval> | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, date] = match;
  if (date !== undefined) return stretch(`${year}-${month}-${date}`, undefined);
  if (month === undefined) return stretch(`${year}-01-01`, `${nextYear(year)}-01-01`);
  const after = month === '12' ? `${nextYear(year)}-01` : `${year}-${padded(Number(month) + 1, 2)}`;
  return stretch(`${year}-${month}-01`, `${after}-01`);
}

/** The first day an EDTF date may mean. */
export function earliestDay(text: string): Day | undefined {
  return edtfInterval(text)?.from;
}

/** The last day an EDTF date may mean. */
export function latestDay(text: string): Day | undefined {
  const interval = edtfInterval(text);
  return interval && addDays(interval.until, -1);
}

function stretch(from: string, until: string | undefined): Required<Interval> | undefined {
  const start = parseDay(from);
  if (start === undefined) return undefined;
  const end = until === undefined ? addDays(start, 1) : parseDay(until);
  return end === undefined ? undefined : { from: start, until: end };
}

function nextYear(year: string): string {
  return padded(Number(year) + 1, 4);
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}

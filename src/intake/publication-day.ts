import { type Day, parseDay } from '../base/day.ts';
import type { FurnitureLexicon } from '../reference/furniture-lexicon.ts';
import type { TextBlock } from './text-block.ts';

/** Blocks at the beginning in which a line of the day of publication is looked for. */
const head = 8;

/**
 * Prepares the reading of the day on which a text says it was published: a short line near its
 * beginning that holds exactly one whole date, and by its words or its clock says what the date is.
 */
export function createPublicationReader({ most, pattern, months }: FurnitureLexicon['published']) {
  const telling = new RegExp(pattern, 'iu');
  const month = `(${months.map((name) => `${name.slice(0, 3)}[a-z]*\\.?`).join('|')})`;
  const dates = new RegExp(
    `(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})(?:st|nd|rd|th)? ${month},? (\\d{4})|${month} (\\d{1,2}),? (\\d{4})`,
    'giu',
  );
  const numberOf = (name: string) =>
    months.findIndex((full) => full.startsWith(name.slice(0, 3).toLowerCase())) + 1;

  return function readPublicationDay(blocks: readonly TextBlock[]): Day | undefined {
    for (const { text } of blocks.slice(0, head)) {
      if (text.length > most) continue;
      const found = [...text.matchAll(dates)];
      // The date alone, or with words or a clock that say it is the day of publication.
      const says = telling.test(text) || found[0]?.[0].length === text.length;
      if (found.length !== 1 || !says) continue;
      const [, y, m, d, date, named, year, namedFirst, dateAfter, yearAfter] = found[0];
      const [last, middle, first] = y
        ? [y, Number(m), Number(d)]
        : named
          ? [year, numberOf(named), Number(date)]
          : [yearAfter, numberOf(namedFirst), Number(dateAfter)];
      const two = (number: number) => String(number).padStart(2, '0');
      const day = parseDay(`${last}-${two(middle)}-${two(first)}`);
      if (day !== undefined) return day;
    }
    return undefined;
  };
}

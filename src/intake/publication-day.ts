import { type Day, parseDay } from '../base/day.ts';
import type { FurnitureLexicon } from '../reference/words/furniture-lexicon.ts';
import type { TextBlock } from './text-block.ts';

/** Blocks at the beginning in which a line of the day of publication is looked for. */
const head = 8;

/** A day in digits, as it is written in any language. */
const inDigits = /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/gu;

/** Reads the day on which a text says it was published. */
export type ReadPublicationDay = (blocks: readonly TextBlock[]) => Day | undefined;

/**
 * Prepares the reading of the day on which a text says it was published: a short line near its
 * beginning that has exactly one whole date, and by its words or its clock says what the date is.
 */
export function createPublicationReader(
  published: NonNullable<FurnitureLexicon['published']>,
): ReadPublicationDay {
  const saysSo = new RegExp(published.pattern, 'iu');
  const months = published.months.map((month) => new RegExp(`^${month}$`, 'iu'));
  const dates = [inDigits, ...published.dates.map((date) => datePattern(date, published.months))];

  return (blocks) => {
    for (const { text } of blocks.slice(0, head)) {
      if (text.length > published.most) continue;
      const found = dates.flatMap((date) => [...text.matchAll(date)]);
      // The date alone, or with words or a clock that say it is the day of publication.
      const isMeant = saysSo.test(text) || found[0]?.[0].length === text.length;
      const { year, month = '', day = '' } = found[0]?.groups ?? {};
      if (found.length !== 1 || !isMeant) continue;
      const number = /^\d/.test(month) ? month : months.findIndex((name) => name.test(month)) + 1;
      const two = (part: string | number) => String(part).padStart(2, '0');
      const read = parseDay(`${year}-${two(number)}-${two(day)}`);
      if (read !== undefined) return read;
    }
    return undefined;
  };
}

function datePattern(date: string, months: readonly string[]): RegExp {
  const pattern = date
    .replace('{day}', '(?<day>\\d{1,2})')
    .replace('{month}', `(?<month>${months.join('|')})`)
    .replace('{year}', '(?<year>\\d{4})');
  return new RegExp(pattern, 'giu');
}

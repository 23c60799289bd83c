import { z } from 'zod';
import { type Day, parseDay } from '../base/day.ts';
import { edtfInterval } from '../base/edtf.ts';

/** A day as it stands in a data file or a request. */
export const daySchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined, {
    error: 'is not a day: write it as 2024-06-19, and check that the month has that date',
  })
  .transform((text) => text as Day);

const edtfShape = /^\d{4}(-\d{2}(-\d{2})?)?[~?%]?$/;

/**
 * A day, or an unsure one in EDTF: `1961`, `2024-06`, `1961~`. Whole days are exact.
 */
export const edtfSchema = z
  .string()
  .regex(edtfShape, {
    error:
      'is not an EDTF date: write 1961, 2024-06, 2024-06-19, with ~ or ? behind it where unsure',
  })
  .refine((text) => !edtfShape.test(text) || edtfInterval(text) !== undefined, {
    error: 'is not a date of the calendar: check its month, and that the month has that date',
  });

/**
 * How firm a fact is. `text`: the operative words were seen. `reported`: a report or register
 * says so. `unverified`: general knowledge; shown with a mark wherever it matters.
 */
export const certaintyOfFactSchema = z.enum(['text', 'reported', 'unverified']);
export type CertaintyOfFact = z.infer<typeof certaintyOfFactSchema>;

/** Where a fact was seen. Files name each source once and refer to it by its key. */
export const sourceSchema = z.strictObject({
  title: z.string(),
  url: z.string().optional(),
  /** Page, article or row, where the source is long. */
  at: z.string().optional(),
});
export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const sourceMapSchema = z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), sourceSchema);
export const sourceIdsSchema = z.array(z.string());

import { z } from 'zod';
import { daySchema } from '../model/source.ts';
import { type Language, wordsIn } from './language.ts';

const words = z.array(z.string()).min(1);
const byNumber = z.record(z.string(), words);

/** The shape of `data/language/<language>/dates.yaml`; its comments say what each part does. */
const dateLexiconSchema = z.strictObject({
  months: byNumber,
  weekdays: byNumber,
  units: byNumber,
  seasons: byNumber,
  partsOfDay: byNumber,
  clockWords: z.record(z.string(), z.string()),
  numbers: byNumber,
  multipliers: byNumber,
  vagueNumbers: words,
  ordinals: byNumber,
  decadeNames: byNumber,
  modifiers: words,
  approximations: words,
  directions: z.strictObject({ back: words, here: words, ahead: words }),
  fixed: z.array(
    z.strictObject({
      words,
      day: z.int().optional(),
      part: z.string().optional(),
      ref: z.enum(['PRESENT_REF', 'PAST_REF', 'FUTURE_REF']).optional(),
      duration: z.string().optional(),
      /** How many of the words stand before the expression itself. */
      skip: z.int().optional(),
      /** Not an expression where one of these follows. */
      notBefore: words.optional(),
      /** Words that belong to it where they stand before it. */
      withBefore: words.optional(),
      /** Only where no noun or number follows. */
      bare: z.literal(true).optional(),
    }),
  ),
  future: words,
  eras: z.array(z.strictObject({ pattern: z.string(), day: daySchema })),
});
export type DateLexicon = z.infer<typeof dateLexiconSchema>;

export const dateFile = {
  name: 'dates',
  schema: dateLexiconSchema,
  without: 'no dates are found',
} as const;

/** Takes the words for dates out of a language's folder. */
export function dateLexicon(language: Language): DateLexicon {
  return wordsIn(language, dateFile);
}

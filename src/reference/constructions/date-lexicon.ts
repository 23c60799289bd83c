import { z } from 'zod';
import { Failure } from '../../base/failure.ts';
import { type Language, wordsIn } from '../language.ts';
import { parseDatePattern } from './date-pattern.ts';

const words = z.array(z.string()).min(1);
const list = words.transform((all) => Object.fromEntries(all.map((word) => [word, [word]])));

/** The shape of `data/language/<language>/dates.yaml`; its comments say what each part does. */
const dateWordsSchema = z.strictObject({
  /** Words by class and value; those of a mere list are their own values. */
  classes: z.record(z.string(), z.union([list, z.record(z.string(), words)])).default({}),
  capitalised: words.default([]),
  forms: z.record(z.string(), z.string()).default({}),
  leads: words.default([]),
  joins: words.default([]),
  ahead: words.default([]),
  notAhead: words.default([]),
  aheadEnds: words.default([]),
  aheadBeside: words.default([]),
  records: words.default([]),
  timeWords: words.default([]),
});
export type DateWords = z.infer<typeof dateWordsSchema>;

/** What a pattern finds, by the names of its classes; a row may fill some itself. */
const slotNames = [
  ...['clock', 'count', 'date', 'decade', 'direction', 'each', 'ending', 'half', 'hour'],
  ...['meridian', 'month', 'part', 'quarter', 'season', 'unit', 'weekday', 'weeks', 'year'],
  ...['years', 'century', 'short-decade', 'published'],
] as const;

/** What a row counts from, where it is not the day of publication. */
const startSchema = z.enum([
  'focus',
  'record',
  'quarter',
  'last quarter',
  'quarter or year',
  'quarter or focus',
]);

export type Slots = Readonly<Partial<Record<(typeof slotNames)[number], string>>> & {
  readonly from?: z.infer<typeof startSchema>;
};

/** What a row may mean; `operations.ts` of the room of dates says what each does. */
const operationSchema = z.enum([
  ...['date', 'weekday', 'weekend', 'unit', 'spoken-of', 'duration', 'nothing'],
] as const);
export type OperationName = z.infer<typeof operationSchema>;

const stated = z.union([z.string(), z.number()]).transform(String);

/** What a row means in so many words, with names of slots in braces. */
const writingSchema = z.strictObject({
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).default('DATE'),
  timex: stated,
  value: stated,
  from: stated.optional(),
  until: stated.optional(),
});
export type DateWriting = z.infer<typeof writingSchema>;

/** One way in which words make an expression of time. */
const dateRowSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    pattern: z.string(),
    means: z.union([operationSchema, writingSchema]),
    from: startSchema.optional(),
    with: z.partialRecord(z.enum(slotNames), stated).optional(),
    example: z.strictObject({
      in: z.string(),
      /** The day of publication where it is not Wednesday, 19 June 2024. */
      published: z.string().optional(),
      /** What is found; nothing where the row means nothing. */
      text: stated.optional(),
      timex: stated.optional(),
      /** EDTF; absent where it is the same as `timex`. */
      value: stated.optional(),
    }),
  })
  .superRefine(({ pattern }, context) => {
    try {
      parseDatePattern(pattern);
    } catch (error) {
      const message = error instanceof Failure ? error.message : String(error);
      context.addIssue({ code: 'custom', path: ['pattern'], message });
    }
  });
export type DateRow = Readonly<z.infer<typeof dateRowSchema>>;

/** The shape of `data/language/<language>/constructions/dates.yaml`. */
const dateRowsSchema = z.strictObject({ rows: z.array(dateRowSchema).default([]) });

export const dateFiles = [
  { name: 'dates', schema: dateWordsSchema, without: 'no dates are found' },
  { name: 'constructions/dates', schema: dateRowsSchema, without: 'no dates are found' },
] as const;

export interface DateLexicon {
  readonly words: DateWords;
  readonly rows: readonly DateRow[];
}

/** Takes the words for dates and their constructions out of a language's folder. */
export function dateLexicon(language: Language): DateLexicon {
  const [words, rows] = dateFiles;
  return { words: wordsIn(language, words), ...wordsIn(language, rows) };
}

/** Answers whether a word, in lower case, is one of time: a weekday, a month, a part of a day. */
export function timeWordsOf(language: Language): ReadonlySet<string> {
  const { classes, timeWords } = wordsIn(language, dateFiles[0]);
  return new Set(timeWords.flatMap((name) => Object.values(classes[name] ?? {}).flat()));
}

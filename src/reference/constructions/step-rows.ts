import { z } from 'zod';
import { agreementStepSchema, eventStatusSchema } from '../../model/reading.ts';
import { type Language, wordsIn } from '../language.ts';
import {
  classFault,
  patternFault,
  rowFaults,
  rowHead,
  wordList,
  wordRows,
} from './construction-rows.ts';

const lines = z.array(z.string());

const exampleSchema = z.strictObject({
  text: z.string(),
  published: z.string().optional(),
  /** States that act, alpha-3. */
  by: z.array(z.string()).default([]),
  on: z.string().optional(),
  status: eventStatusSchema.default('reported'),
  /** For a row without a step: the parties that it shows. */
  parties: z.array(z.string()).optional(),
});

const rowSchema = z.strictObject({
  ...rowHead,
  /** What is done to the instrument; a row without it only shows who is party. */
  step: agreementStepSchema.optional(),
  /** It tells that the step was not made. */
  denies: z.literal(true).optional(),
  /** It is tried at the names of organisations that rest on an instrument. */
  of: z.literal('organisation').optional(),
  /** Ways from the instrument to the deed, one of which must hold. */
  as: z.array(z.string()).default([]),
  /** Dictionary forms of the deed, where not every word will do. */
  deed: wordList,
  where: lines.default([]),
  /** Rows of words soon behind the instrument, or right before it. */
  behind: wordRows.optional(),
  before: wordRows.optional(),
  /** It is tried at pronouns that point at an instrument, too. */
  pronoun: z.literal(true).optional(),
  /** Who acts is a party: always, where the phrase names one other, or where two or more act. */
  parties: z.enum(['always', 'beside one', 'two']).optional(),
  /** One party can do it: its partner does not act. */
  alone: z.literal(true).optional(),
  /** It counts only where who acts is a party. */
  only: z.literal('parties').optional(),
  /** It counts where it is only planned, too. */
  planned: z.literal(true).optional(),
  /** The node of the instrument that takes its place. */
  newer: z.string().optional(),
  examples: z.array(exampleSchema).min(1),
});

const moodSchema = z.strictObject({ status: eventStatusSchema, reads: z.string(), where: lines });

const fileSchema = z
  .strictObject({
    classes: z.record(z.string(), wordList).default({}),
    judging: wordList,
    unsure: z.array(z.string()).default([]),
    moods: z.array(moodSchema).default([]),
    ways: z.record(z.string(), lines).default({}),
    rows: z.array(rowSchema).default([]),
  })
  .superRefine(({ classes, ways, moods, rows }, context) => {
    const moodRows = moods.map(({ where }, at) => ({ id: `mood ${at + 1}`, where }));
    const faults = [
      ...rowFaults('rows', rows, (row) => {
        const { before = [], behind = [] } = row;
        return classFault([...before, ...behind], classes) ?? stepFault(row, ways);
      }),
      ...rowFaults('moods', moodRows, ({ where }) => patternFault('deed', [where])),
    ];
    for (const fault of faults) context.addIssue({ code: 'custom', ...fault });
  });

function stepFault(row: StepRow, ways: StepRows['ways']): string | undefined {
  const missing = row.as.find((way) => ways[way] === undefined);
  if (missing !== undefined) return `${missing} is not one of the ways of this file`;
  return patternFault('instrument', stepPatterns(row, ways));
}

/** What is done to an instrument, as its file says it. */
export type StepRow = Readonly<z.infer<typeof rowSchema>>;
export type StepRows = Readonly<z.infer<typeof fileSchema>>;

/** The lines of a row's patterns, one for each way from the instrument to the deed. */
export function stepPatterns({ as, deed, where }: StepRow, ways: StepRows['ways']): string[][] {
  const isDeed = deed.length === 0 ? [] : [`deed[lemma=${deed.join('|')}]`];
  return as.map((way) => [...ways[way], ...isDeed, ...where]);
}

export const stepRowsFile = {
  name: 'constructions/steps',
  schema: fileSchema,
  without: 'it is not found what happened to an agreement',
} as const;

export function stepRows(language: Language): StepRows {
  return wordsIn(language, stepRowsFile);
}

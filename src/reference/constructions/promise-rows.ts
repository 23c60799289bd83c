import { z } from 'zod';
import { strengthSchema } from '../../model/agreement.ts';
import { type Language, wordsIn } from '../language.ts';
import {
  classFault,
  patternFault,
  rowFaults,
  rowHead,
  wordList,
  wordRows,
} from './construction-rows.ts';

const exampleSchema = z.strictObject({
  text: z.string(),
  /** The words that tell the promise; absent where `not` says that none is made. */
  evidence: z.string().optional(),
  type: z.string().optional(),
  trigger: z.string().optional(),
  not: z.literal(true).optional(),
});

const rowSchema = z.strictObject({
  ...rowHead,
  /** ATOP's obligation types, `cooperation:<field>`, ... */
  type: z.string(),
  /** The type goes on with the field of cooperation that this word names. */
  field: z.literal('first word').optional(),
  words: wordRows,
  where: z.array(z.string()).optional(),
  /** It is a promise only with a trigger in its sentence. */
  needs: z.literal('trigger').optional(),
  /** It stands in the phrase that names the instrument. */
  in: z.literal('name').optional(),
  strength: strengthSchema.optional(),
  /** Not all its words, but the first alone tells the promise. */
  evidence: z.literal('first word').optional(),
  examples: z.array(exampleSchema).min(1),
});

const fileSchema = z
  .strictObject({
    classes: z.record(z.string(), wordList).default({}),
    denied: z.array(z.array(z.string())).default([]),
    rows: z.array(rowSchema).default([]),
  })
  .superRefine(({ classes, denied, rows }, context) => {
    const faults = rowFaults('rows', rows, ({ words, where = [] }) => {
      return classFault(words, { ...classes, fields: [] }) ?? patternFault('promise', [where]);
    });
    const message = patternFault('promise', denied);
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['denied'], message });
    for (const fault of faults) context.addIssue({ code: 'custom', ...fault });
  });

/** Obligations that a trigger may set off. */
export const setOff: ReadonlySet<string> = new Set([
  'defense',
  'offense',
  'neutrality',
  'consultation',
]);

/** A wording of a promise, as its file says it. */
export type PromiseRow = Readonly<z.infer<typeof rowSchema>>;
export type PromiseRows = Readonly<z.infer<typeof fileSchema>>;

export const promiseRowsFile = {
  name: 'constructions/promises',
  schema: fileSchema,
  without: 'the promises in agreements are not found',
} as const;

export function promiseRows(language: Language): PromiseRows {
  return wordsIn(language, promiseRowsFile);
}

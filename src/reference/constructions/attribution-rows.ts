import { z } from 'zod';
import { certaintySchema, stanceSchema } from '../../model/reading.ts';
import { type Language, wordsIn } from '../language.ts';
import { patternFault } from './construction-rows.ts';

const percent = z.int().min(0).max(100);
const oneOrMore = z
  .string()
  .transform((one) => [one])
  .or(z.array(z.string()).min(1));

const phrases = z.array(z.string().transform((text) => text.split(' '))).min(1);

const exampleSchema = z.strictObject({
  text: z.string(),
  source: z.string().optional(),
  cue: z.string(),
  content: z.string(),
  stance: stanceSchema.optional(),
});

const sideSchema = z.enum(['quotation', 'clause', 'any', 'none']);

const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** What a linguist reads aloud. */
  reads: z.string(),
  /** Which words trigger it: those of a list of cues, or phrases. */
  cue: z
    .enum(['active verb', 'passive verb', 'speech tag', 'noun', 'adjective', 'adverb', 'colon'])
    .or(z.strictObject({ any: phrases })),
  /** The frame whose weight of the cue word counts: the first that the word has. */
  frame: oneOrMore.optional(),
  /** Or the greatest of these frames' weights. */
  strongest: oneOrMore.optional(),
  /** Or the node that must be a preposition with a weight of its own. */
  with: z.string().optional(),
  /** Or a weight that does not hang on the word. */
  weight: percent.optional(),
  /** What the place or the source leave of it: `sourceless`, `light` of the cue word. */
  times: z.enum(['sourceless', 'light']).optional(),
  /** How often the construction is right where the word is. */
  share: percent,
  /** Frames that the cue word must have with at least this weight; 0: that it must lack. */
  needs: z.record(z.string(), percent).optional(),
  /** For speech tags: what stands on either side, and the mark before what stands behind. */
  beside: z
    .strictObject({
      left: sideSchema,
      right: sideSchema,
      mark: z.enum(['colon', 'comma', 'none']).optional(),
    })
    .optional(),
  /** Patterns of the file that go before `where`. */
  use: oneOrMore.optional(),
  where: z.array(z.string()).optional(),
  source: z.string().optional(),
  span: z.string().optional(),
  content: oneOrMore,
  /** It stands outside its content, so it is tried before all others. */
  outer: z.literal(true).optional(),
  /** A light verb and a noun: it says more than either alone. */
  light: z.literal(true).optional(),
  /** Its source need not stand in the tree. */
  mayLackSource: z.literal(true).optional(),
  /** Inside another's words: `always` told from half a chance on, `never`, or where it names. */
  nested: z.enum(['always', 'never', 'names']).optional(),
  stance: stanceSchema.optional(),
  certainty: certaintySchema.optional(),
  examples: z.array(exampleSchema).min(1),
});

const fileSchema = z
  .strictObject({
    patterns: z.record(z.string(), z.array(z.string())).default({}),
    rows: z.array(rowSchema).default([]),
  })
  .superRefine(({ patterns, rows }, context) => {
    const known = new Set<string>();
    rows.forEach((row, index) => {
      const fault = faultOf(row, patterns, known);
      if (fault === undefined) return;
      const path = ['rows', index, ...fault.path];
      context.addIssue({ code: 'custom', path, message: fault.message });
    });
  });

/** The first thing that keeps a row from being used. */
function faultOf(
  { id, use = [], where = [] }: z.infer<typeof rowSchema>,
  patterns: Readonly<Record<string, readonly string[]>>,
  known: Set<string>,
): { readonly path: readonly string[]; readonly message: string } | undefined {
  if (known.has(id)) return { path: ['id'], message: `${id} is the id of a row above` };
  known.add(id);
  const missing = use.find((name) => patterns[name] === undefined);
  if (missing !== undefined) {
    return { path: ['use'], message: `${missing} is not one of the patterns of this file` };
  }
  const message = patternFault('cue', [[...use.flatMap((name) => patterns[name]), ...where]]);
  return message === undefined ? undefined : { path: ['where'], message };
}

/** A construction that attributes, as its file says it. */
export type AttributionRow = Readonly<z.infer<typeof rowSchema>>;
export type AttributionRows = Readonly<z.infer<typeof fileSchema>>;

export const attributionRowsFile = {
  name: 'constructions/attributions',
  schema: fileSchema,
  without: 'no statement is found',
} as const;

export function attributionRows(language: Language): AttributionRows {
  return wordsIn(language, attributionRowsFile);
}

import { z } from 'zod';
import { Failure } from '../base/failure.ts';
import { type Language, wordsIn } from './language.ts';
import { parsePattern } from './pattern.ts';

const lines = z.array(z.string()).default([]);

const standingSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** What a linguist reads aloud. */
  reads: z.string(),
  /** The kinds of names it is for; all where it says none. */
  names: z.array(z.enum(['state', 'capital', 'seat', 'demonym'])).optional(),
  /** Patterns of the file that go before `where`. */
  use: lines,
  where: lines,
  as: z.enum(['actor', 'place', 'people', 'adjective']),
  because: z.string(),
  examples: z.array(z.strictObject({ text: z.string(), name: z.string() })).min(1),
});

const fileSchema = z
  .strictObject({
    patterns: z.record(z.string(), z.array(z.string())).default({}),
    standings: z.array(standingSchema).default([]),
  })
  .superRefine((file, context) => {
    file.standings.forEach((row, index) => {
      const message = faultOf(row, file.patterns);
      const path = ['standings', index, 'where'];
      if (message !== undefined) context.addIssue({ code: 'custom', path, message });
    });
  });

function faultOf(
  row: StandingRow,
  patterns: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const missing = row.use.find((name) => patterns[name] === undefined);
  if (missing !== undefined) return `${missing} is not one of the patterns of this file`;
  try {
    parsePattern('name', linesOf(row, patterns));
    return undefined;
  } catch (error) {
    return error instanceof Failure ? error.message.slice(0, -1) : String(error);
  }
}

/** All lines of a row's pattern, those of the patterns it uses first. */
export function linesOf(
  { use, where }: Pick<StandingRow, 'use' | 'where'>,
  patterns: Readonly<Record<string, readonly string[]>>,
): string[] {
  return [...use.flatMap((name) => patterns[name]), ...where];
}

/** What a name is in its sentence, as the file says it. */
export type StandingRow = Readonly<z.infer<typeof standingSchema>>;
export type NameRows = Readonly<z.infer<typeof fileSchema>>;

export const nameRowsFile = {
  name: 'constructions/names',
  schema: fileSchema,
  without: 'every name of a place stands for its government',
} as const;

export function nameRows(language: Language): NameRows {
  return wordsIn(language, nameRowsFile);
}

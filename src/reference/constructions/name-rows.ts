import { z } from 'zod';
import { type Language, wordsIn } from '../language.ts';
import { patternFault, rowFaults, rowHead } from './construction-rows.ts';

const lines = z.array(z.string()).default([]);
/** Patterns of the file go before `where`. */
const pattern = { use: lines, where: lines };

const standingSchema = z.strictObject({
  ...rowHead,
  ...pattern,
  /** The kinds of names it is for; all where it says none. */
  names: z.array(z.enum(['state', 'capital', 'seat', 'demonym'])).optional(),
  as: z.enum(['actor', 'place', 'people', 'adjective']),
  because: z.string(),
  examples: z.array(z.strictObject({ text: z.string(), name: z.string() })).min(1),
});

const linkSchema = z.strictObject({
  ...rowHead,
  ...pattern,
  /** The node it is tried at, and the node it leads to. */
  from: z.enum(['holder', 'author', 'bearer', 'speaker', 'partner']),
  to: z.string(),
  examples: z.array(z.strictObject({ text: z.string(), from: z.string(), to: z.string() })).min(1),
});

const fileSchema = z
  .strictObject({
    patterns: z.record(z.string(), z.array(z.string())).default({}),
    standings: z.array(standingSchema).default([]),
    links: z.array(linkSchema).default([]),
  })
  .superRefine(({ patterns, standings, links }, context) => {
    const faultOf = (row: Uses, trigger: string) => {
      const missing = row.use.find((name) => patterns[name] === undefined);
      if (missing !== undefined) return `${missing} is not one of the patterns of this file`;
      return patternFault(trigger, [linesOf(row, patterns)]);
    };
    const faults = [
      ...rowFaults('standings', standings, (row) => faultOf(row, 'name')),
      ...rowFaults('links', links, (row) => faultOf(row, row.from)),
    ];
    for (const fault of faults) context.addIssue({ code: 'custom', ...fault });
  });

type Uses = Pick<StandingRow, 'use' | 'where'>;
type Patterns = Readonly<Record<string, readonly string[]>>;

/** All lines of a row's pattern, those of the patterns it uses first. */
export function linesOf({ use, where }: Uses, patterns: Patterns): string[] {
  return [...use.flatMap((name) => patterns[name]), ...where];
}

/** What a name is in its sentence, as the file says it. */
export type StandingRow = Readonly<z.infer<typeof standingSchema>>;
/** How a name leads to another word, as the file says it. */
export type LinkRow = Readonly<z.infer<typeof linkSchema>>;
export type NameRows = Readonly<z.infer<typeof fileSchema>>;

export const nameRowsFile = {
  name: 'constructions/names',
  schema: fileSchema,
  without: 'every name of a place stands for its government',
} as const;

export function nameRows(language: Language): NameRows {
  return wordsIn(language, nameRowsFile);
}

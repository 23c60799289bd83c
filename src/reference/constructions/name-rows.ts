import { z } from 'zod';
import { Failure } from '../../base/failure.ts';
import { type Language, wordsIn } from '../language.ts';
import { parsePattern } from './pattern.ts';

const lines = z.array(z.string()).default([]);
const rowHead = {
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** What a linguist reads aloud. */
  reads: z.string(),
  /** Patterns of the file that go before `where`. */
  use: lines,
  where: lines,
};

const standingSchema = z.strictObject({
  ...rowHead,
  /** The kinds of names it is for; all where it says none. */
  names: z.array(z.enum(['state', 'capital', 'seat', 'demonym'])).optional(),
  as: z.enum(['actor', 'place', 'people', 'adjective']),
  because: z.string(),
  examples: z.array(z.strictObject({ text: z.string(), name: z.string() })).min(1),
});

const linkSchema = z.strictObject({
  ...rowHead,
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
    standings.forEach((row, index) => {
      const message = faultOf(row, 'name', patterns);
      const path = ['standings', index, 'where'];
      if (message !== undefined) context.addIssue({ code: 'custom', path, message });
    });
    links.forEach((row, index) => {
      const message = faultOf(row, row.from, patterns);
      const path = ['links', index, 'where'];
      if (message !== undefined) context.addIssue({ code: 'custom', path, message });
    });
  });

type Uses = Pick<StandingRow, 'use' | 'where'>;
type Patterns = Readonly<Record<string, readonly string[]>>;

function faultOf(row: Uses, trigger: string, patterns: Patterns): string | undefined {
  const missing = row.use.find((name) => patterns[name] === undefined);
  if (missing !== undefined) return `${missing} is not one of the patterns of this file`;
  try {
    parsePattern(trigger, linesOf(row, patterns));
    return undefined;
  } catch (error) {
    return error instanceof Failure ? error.message.slice(0, -1) : String(error);
  }
}

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

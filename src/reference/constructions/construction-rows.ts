import { z } from 'zod';
import { Failure } from '../../base/failure.ts';
import { parsePattern } from './pattern.ts';

/** What every row of constructions has: a name, and what a linguist reads aloud. */
export const rowHead = {
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  reads: z.string(),
} as const;

/** Words with spaces between; in a list they may hold spaces themselves. */
export const wordList = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .or(z.array(z.string().min(1)))
  .default([]);

/** Rows of words: `come to * aid|help`. */
export const wordRows = z.array(z.string().min(1)).min(1);

/** The first fault of each row, with its place in `list`: an id used twice, or what is amiss. */
export function rowFaults<Row extends { readonly id: string }>(
  list: string,
  rows: readonly Row[],
  faultOf: (row: Row) => string | undefined,
): { readonly path: (string | number)[]; readonly message: string }[] {
  const known = new Set<string>();
  return rows.flatMap((row, index) => {
    const isTwice = known.has(row.id);
    known.add(row.id);
    const message = isTwice ? `${row.id} is the id of a row above` : faultOf(row);
    return message === undefined ? [] : [{ path: [list, index], message }];
  });
}

/** Why one of the patterns cannot be read. */
export function patternFault(
  trigger: string,
  patterns: readonly (readonly string[])[],
): string | undefined {
  try {
    for (const lines of patterns) parsePattern(trigger, lines);
    return undefined;
  } catch (error) {
    return error instanceof Failure ? error.message.slice(0, -1) : String(error);
  }
}

/** Which class of words the rows ask for that there is not. */
export function classFault(
  words: readonly string[],
  classes: Readonly<Record<string, unknown>>,
): string | undefined {
  const named = words.flatMap((row) => [...row.matchAll(/@([\w-]+)/g)].map(([, name]) => name));
  const missing = named.find((name) => classes[name] === undefined);
  return missing === undefined ? undefined : `there is no class of words named ${missing}`;
}

/** Lists of words as sets by the same names. */
export function wordSets<Name extends string>(
  lists: Readonly<Record<Name, Iterable<string>>>,
): { readonly [name in Name]: ReadonlySet<string> } {
  const sets = Object.entries<Iterable<string>>(lists).map(([name, list]) => [name, new Set(list)]);
  return Object.fromEntries(sets);
}

import { z } from 'zod';

const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .or(z.array(z.string()))
  .default([]);

export const stanceWordsSchema = z.strictObject({
  speaking: words,
  naming: words,
  refusing: words,
  ruling: words,
  warning: words,
  warningAgainst: words,
  commenting: words,
  saying: words,
  sayingAuxiliaries: words,
  answering: words,
  comments: words,
  emphatic: words,
  lacking: words,
  firstPersons: words,
  selves: words,
  future: words,
  futureOfWarnings: words,
  obligations: words,
  conditions: words,
});

type StanceFile = z.infer<typeof stanceWordsSchema>;

/** Words that change what a source does with its content, by the classes of their file. */
export type StanceWords = { readonly [Name in keyof StanceFile]: ReadonlySet<string> };

export function stanceWords(file: StanceFile): StanceWords {
  const entries = Object.entries(file).map(([name, list]) => [name, new Set(list)]);
  return Object.fromEntries(entries) as StanceWords;
}

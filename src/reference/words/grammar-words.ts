import { z } from 'zod';
import { type Language, wordsIn } from '../language.ts';

const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .or(z.array(z.string()))
  .default([]);

const schema = z.strictObject({
  negations: words,
  questionWords: words,
  complementisers: words,
  infinitiveMarks: words,
  purposeMarks: words,
  agentMarks: words,
  asMarks: words,
  expletives: words,
  existentials: words,
  emptySubjects: words,
  articles: words,
  possessiveMarks: words,
  conjunctions: words,
  coordinators: words,
  contrasts: words,
  passiveSigns: words,
  times: words,
  moments: words,
  media: words,
  stages: words,
  mediumLinks: words,
  carriers: words,
  mannerEndings: words,
  pastEndings: words,
  mannerAdverbs: words,
  yetWords: words,
  outsideSource: words,
  opensAside: words,
  parentheticalMarks: words,
  endsClause: words,
  endsPhrase: words,
  spokenParticiples: words,
  leavesObject: words,
  chargeMarks: words,
  nounChargeMarks: words,
  objectMarks: words,
  sourceMarks: words,
  endsAs: words,
  freeRelatives: words,
});

/** Closed classes of words of one language, by the names that patterns use. */
export type GrammarWords = { readonly [Name in keyof z.infer<typeof schema>]: ReadonlySet<string> };

export const grammarFile = {
  name: 'grammar',
  schema,
  without: 'neither subjects nor contents of statements are found',
} as const;

export function grammarWords(language: Language): GrammarWords {
  const file: Readonly<Record<string, readonly string[]>> = wordsIn(language, grammarFile);
  const sets = Object.entries(file).map(([name, list]) => [name, new Set(list)]);
  return Object.fromEntries(sets) as GrammarWords;
}

import { z } from 'zod';
import { type Language, wordsIn } from '../language.ts';

const ruleSchema = z.strictObject({
  pattern: z.string(),
  most: z.int().positive(),
  where: z.enum(['end', 'edge']).optional(),
  opens: z.literal(true).optional(),
  byline: z.literal(true).optional(),
});

/** The shape of `data/language/<language>/furniture.yaml`; its comments say what each part does. */
const furnitureLexiconSchema = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.string(), rules: z.array(ruleSchema) })).default([]),
  blurb: z
    .strictObject({
      kind: z.string(),
      nouns: z.array(z.string()).min(1),
      pattern: z.string(),
      most: z.int().positive(),
    })
    .optional(),
  published: z
    .strictObject({
      most: z.int().positive(),
      pattern: z.string(),
      dates: z.array(z.string()).min(1),
      months: z.array(z.string()).length(12),
    })
    .optional(),
  /** The words before a writer's name in a rule that says `byline`. */
  beforeWriter: z.string().optional(),
  teaser: z.strictObject({ most: z.int().positive() }).default({ most: 260 }),
  heading: z
    .strictObject({ mostWords: z.int(), mostCharacters: z.int() })
    .default({ mostWords: 16, mostCharacters: 120 }),
});
export type FurnitureLexicon = z.infer<typeof furnitureLexiconSchema>;

export const furnitureFile = {
  name: 'furniture',
  schema: furnitureLexiconSchema,
  without: 'page furniture is read as if it were the article',
} as const;

/** Takes the rules for page furniture out of a language's folder. */
export function furnitureLexicon(language: Language): FurnitureLexicon {
  return wordsIn(language, furnitureFile);
}

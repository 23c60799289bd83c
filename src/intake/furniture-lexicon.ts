import { z } from 'zod';

const ruleSchema = z.strictObject({
  pattern: z.string(),
  most: z.int().positive(),
  where: z.enum(['end', 'edge']).optional(),
  opens: z.literal(true).optional(),
  byline: z.literal(true).optional(),
});

/** The shape of `data/language/<language>/furniture.yaml`; its comments say what each part does. */
export const furnitureLexiconSchema = z.strictObject({
  kinds: z.array(z.strictObject({ kind: z.string(), rules: z.array(ruleSchema) })),
  blurb: z.strictObject({
    kind: z.string(),
    nouns: z.array(z.string()).min(1),
    pattern: z.string(),
    most: z.int().positive(),
  }),
  published: z.strictObject({
    most: z.int().positive(),
    pattern: z.string(),
    months: z.array(z.string()).length(12),
  }),
  teaser: z.strictObject({ most: z.int().positive() }),
  heading: z.strictObject({ mostWords: z.int(), mostCharacters: z.int() }),
});
export type FurnitureLexicon = z.infer<typeof furnitureLexiconSchema>;

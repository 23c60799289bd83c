import { z } from 'zod';
import { type Language, wordsIn } from '../language.ts';

const isPattern = (text: string) => {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
};
const ruleSchema = z.strictObject({
  ends: z.string().refine(isPattern, 'is not a regular expression'),
  cut: z.int().min(1).optional(),
  double: z.literal(true).optional(),
  add: z.string(),
});
const formsSchema = z.array(z.array(ruleSchema)).default([]);
const schema = z.strictObject({
  irregular: z
    .record(
      z.string(),
      z.string().transform((text) => text.split(' ')),
    )
    .default({}),
  verbs: formsSchema,
  past: z.array(ruleSchema).default([]),
  nouns: formsSchema,
});

export const inflectionFile = {
  name: 'inflection',
  schema,
  without: 'a word is known only in the form in which its list has it',
} as const;

/** One way to make a form, and when it is taken. */
export type FormRule = Readonly<z.infer<typeof ruleSchema>>;
export type InflectionRules = Readonly<z.infer<typeof schema>>;

export function inflectionRules(language: Language): InflectionRules {
  return wordsIn(language, inflectionFile);
}

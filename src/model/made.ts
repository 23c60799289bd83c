import { z } from 'zod';

/** What produced a document: program, weights of the reader and facts, each by version or hash. */
export const madeSchema = z.strictObject({
  entente: z.string(),
  model: z.string(),
  facts: z.string(),
});
export type Made = Readonly<z.infer<typeof madeSchema>>;

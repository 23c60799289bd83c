import { z } from 'zod';

/** The border's view of `base/finding.ts`. */
export const findingSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  file: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  start: z.int().optional(),
  end: z.int().optional(),
});

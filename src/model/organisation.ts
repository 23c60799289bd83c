import { z } from 'zod';
import { certaintyOfFactSchema, daySchema, sourceMapSchema } from './source.ts';

/** An international organisation, alliance or bloc: one file `data/organisations/<id>.yaml`. */
export const organisationSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  names: z.array(z.string()).min(1),
  kind: z.enum(['universal', 'alliance', 'regional', 'economic', 'court', 'agency', 'group']),
  /** Where its seat stands for it, as Brussels does. */
  seats: z.array(z.string()).optional(),
  exists: z.strictObject({ from: daySchema.optional(), until: daySchema.optional() }),
  members: z
    .array(
      z.strictObject({
        state: z.string(),
        from: daySchema.optional(),
        until: daySchema.optional(),
      }),
    )
    .optional(),
  /** Ledger agreement that founds it. */
  founding: z.string().optional(),
  note: z.string().optional(),
  certainty: certaintyOfFactSchema,
  sources: sourceMapSchema,
});
export type Organisation = Readonly<z.infer<typeof organisationSchema>>;

import { z } from 'zod';
import { certaintyOfFactSchema, edtfSchema } from './source.ts';

/** Who held an office, and when: rows of `data/leaders/<CODE>.yaml`. */
export const officeHolderSchema = z.strictObject({
  person: z.string(),
  /** The form used on later mention: `Blinken`, `Kim`. */
  short: z.string(),
  variants: z.array(z.string()).optional(),
  office: z.enum([
    'head of state',
    'head of government',
    'head of state and government',
    'foreign minister',
    'defence minister',
    'supreme leader',
    'head of organisation',
    'other',
  ]),
  /** Words of the office as reports print them: `President`, `Secretary of State`. */
  titles: z.array(z.string()),
  from: edtfSchema.optional(),
  /** Absent: still in office as far as `supportedTo`; `unknown`: ended, or not known. */
  until: z.union([edtfSchema, z.literal('unknown')]).optional(),
  /** Last day for which the holding is supported. */
  supportedTo: edtfSchema.optional(),
  acting: z.literal(true).optional(),
  pronoun: z.enum(['he', 'she', 'they']).optional(),
  certainty: certaintyOfFactSchema,
  source: z.string().optional(),
});
export type OfficeHolder = Readonly<z.infer<typeof officeHolderSchema>>;

export const leadersFileSchema = z.strictObject({
  /** A state's code or an organisation's id. */
  of: z.string(),
  holders: z.array(officeHolderSchema),
});

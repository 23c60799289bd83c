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
  /** What `other` is: `national security adviser`, `spokesperson of the foreign ministry`. */
  post: z.string().optional(),
  /** A head of state without power of government: never "the leader of". */
  ceremonial: z.literal(true).optional(),
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
  /** Address where the holding was seen. */
  source: z.string().optional(),
  note: z.string().optional(),
});
export type OfficeHolder = Readonly<z.infer<typeof officeHolderSchema>>;

export const leadersFileSchema = z.strictObject({
  /** A state's code or an organisation's id. */
  of: z.string(),
  holders: z.array(officeHolderSchema),
});

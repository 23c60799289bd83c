import { z } from 'zod';
import { certaintyOfFactSchema, daySchema, sourceIdsSchema, sourceMapSchema } from './source.ts';

/** A value that held for a time: `from` in it, `until` not; a missing end is open or not stated. */
const dated = { from: daySchema.optional(), until: daySchema.optional() };

const nameSchema = z.strictObject({
  name: z.string(),
  /** `former`: in no use today; `variant`: another spelling or a name beside the short one. */
  kind: z.enum(['short', 'official', 'abbreviation', 'variant', 'former']),
  ...dated,
  sources: sourceIdsSchema.optional(),
});

/** A state: one file `data/states/<CODE>.yaml`. */
export const stateSchema = z.strictObject({
  /** ISO 3166-1 alpha-3; gone: ISO 3166-3 alpha-3, else the Correlates of War abbreviation. */
  code: z.string().regex(/^[A-Z]{3}$/),
  cow: z.strictObject({ number: z.int(), abbreviation: z.string() }).optional(),
  /** The state exists from and until (absent: still does). Split lives are several intervals. */
  exists: z.array(z.strictObject({ ...dated, note: z.string().optional() })).min(1),
  names: z.array(nameSchema).min(1),
  /** Adjectives and nouns for its people: `Russian`, `Russians`. */
  demonyms: z.array(z.strictObject({ word: z.string(), noun: z.string().optional(), ...dated })),
  capitals: z.array(
    z.strictObject({ name: z.string(), also: z.array(z.string()).optional(), ...dated }),
  ),
  /** Seats, buildings and streets that stand for its government: `the Kremlin`. */
  seats: z.array(z.strictObject({ name: z.string(), organ: z.string(), ...dated })).optional(),
  unMember: z.strictObject({ from: daySchema, until: daySchema.optional() }).optional(),
  /** Regions it lies in, for theatres: `europe`, `north america`, `pacific` ... */
  regions: z.array(z.string()),
  successors: z
    .array(
      z.strictObject({
        state: z.string(),
        from: daySchema,
        /** It carries on the treaties of the state that is gone, as Russia does the Soviet ones. */
        continues: z.literal(true).optional(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  /** Names that are also other things: `Georgia`, `Jordan`, `Turkey`. */
  ambiguous: z.array(z.string()).optional(),
  note: z.string().optional(),
  certainty: certaintyOfFactSchema,
  sources: sourceMapSchema,
});
export type State = Readonly<z.infer<typeof stateSchema>>;

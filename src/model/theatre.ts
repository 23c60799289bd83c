import { z } from 'zod';
import { certaintyOfFactSchema, daySchema, sourceMapSchema } from './source.ts';

/**
 * Where a promise holds: a named set of places, one file `data/theatres/<id>.yaml`.
 * A place is a state's code (its own territory) or the id of a place in `data/places.yaml`.
 */
export const theatreSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  /** What the words of the text cover, in our own words. */
  text: z.string(),
  /** States whose own territory lies in it; `parties` means every party's. */
  states: z.union([z.literal('parties'), z.literal('any'), z.array(z.string())]),
  /** Only what of their territory lies in one of these regions counts; absent: all of it. */
  within: z.array(z.string()).min(1).optional(),
  /** Places that these states hold count where they lie in one of these regions. */
  holdings: z.array(z.string()).min(1).optional(),
  /** Regions (see `State.regions`) that lie in it whole, whoever holds them. */
  regions: z.array(z.string()).optional(),
  /** Places (or states, by code) that lie in it, or expressly do not. */
  includes: z.array(z.string()).optional(),
  excludes: z.array(z.string()).optional(),
  /** Places of which the text does not say, or on which its readers differ. */
  open: z.array(z.string()).optional(),
  certainty: certaintyOfFactSchema,
  sources: sourceMapSchema,
});
export type Theatre = Readonly<z.infer<typeof theatreSchema>>;

/** A place smaller than a state, or away from its main territory: rows of `data/places.yaml`. */
export const placeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  also: z.array(z.string()).optional(),
  /** The state that holds or administers it. */
  of: z.string().optional(),
  /** Who held it earlier, oldest first, each up to the day that ended it. */
  heldBefore: z
    .array(z.strictObject({ of: z.string(), from: daySchema.optional(), until: daySchema }))
    .optional(),
  /** Whom most states count it to, where somebody else holds it or did. */
  belongsTo: z.string().optional(),
  /** A place that came or went as such: the Algerian departments until 1962. */
  from: daySchema.optional(),
  until: daySchema.optional(),
  /** Part of its holder's own territory, as a province is, and no outlying possession. */
  metropolitan: z.literal(true).optional(),
  claimedBy: z.array(z.string()).optional(),
  regions: z.array(z.string()),
  note: z.string().optional(),
});
export type Place = Readonly<z.infer<typeof placeSchema>>;

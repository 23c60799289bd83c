import { z } from 'zod';

/** A place where a report makes a claim. */
export const tellingSchema = z.strictObject({
  report: z.string(),
  start: z.int(),
  end: z.int(),
  /** Index into that report's attributions. */
  attribution: z.int().optional(),
  certainty: z.string().optional(),
});
export type Telling = Readonly<z.infer<typeof tellingSchema>>;

/** What one or more reports say alike. */
export const claimSchema = z.strictObject({
  text: z.string(),
  kind: z.enum(['event', 'statement', 'provision', 'quantity']),
  standing: z.enum(['all', 'several', 'one', 'differ']),
  /** For provisions: their agreement, by its id in the ledger, else by its parties. */
  agreement: z.string().optional(),
  /** For provisions: what is promised, as ATOP names it; absent where only a name is given. */
  promise: z.string().optional(),
  /** For provisions: the first report's own words for the promise, or for the agreement's name. */
  words: z.string().optional(),
  told: z.array(tellingSchema).min(1),
  differences: z
    .array(
      z.strictObject({
        about: z.string(),
        values: z.array(z.strictObject({ value: z.string(), reports: z.array(z.string()) })),
      }),
    )
    .optional(),
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;

/** A state's stance on the happening; `silent` where a report records its silence. */
export const reactionSchema = z.strictObject({
  state: z.string(),
  stance: z.string(),
  report: z.string(),
  start: z.int(),
  end: z.int(),
});
export type Reaction = Readonly<z.infer<typeof reactionSchema>>;

/** The reports of one happening, side by side. */
export const storySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
  states: z.array(z.string()),
  reports: z.array(
    z.strictObject({
      id: z.string(),
      outlet: z.string().optional(),
      published: z.string().optional(),
      /** Id of the report whose words this one repeats. */
      copyOf: z.string().optional(),
    }),
  ),
  /** How many of the reports are not copies. */
  independent: z.int(),
  claims: z.array(claimSchema),
  reactions: z.array(reactionSchema),
  /** Ids of agreements in the ledger that the reports mention. */
  agreements: z.array(z.string()),
});
export type Story = Readonly<z.infer<typeof storySchema>>;

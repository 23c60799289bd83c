import { z } from 'zod';
import { agreementSchema, membershipSchema, provisionSchema } from './agreement.ts';

/** What a reading suggests to the ledger. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new agreement'), agreement: agreementSchema }),
  z.strictObject({
    kind: z.literal('new member'),
    agreement: z.string(),
    member: membershipSchema,
  }),
  z.strictObject({
    kind: z.literal('new provision'),
    agreement: z.string(),
    provision: provisionSchema,
  }),
  z.strictObject({
    kind: z.literal('status'),
    agreement: z.string(),
    status: z.string(),
    day: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('contradiction'),
    agreement: z.string(),
    about: z.string(),
    held: z.string(),
    told: z.string(),
  }),
]);
export type Change = Readonly<z.infer<typeof changeSchema>>;

/** The words in a report that a proposal rests on. */
export const evidenceSchema = z.strictObject({
  report: z.string(),
  outlet: z.string().optional(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** The whole sentence around it. */
  sentence: z.string(),
});
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

/** A reading's suggestion to the ledger; nothing of it holds before a reviewer accepts it. */
export const proposalSchema = z.strictObject({
  /** Made from the change alone, so that several reports of one thing give one proposal. */
  id: z.string(),
  change: changeSchema,
  /** What the ledger holds now on the same matter, in words; absent: nothing. */
  held: z.string().optional(),
  /** What the change says, in words. */
  summary: z.string(),
  evidence: z.array(evidenceSchema).min(1),
  confidence: z.number(),
});
export type Proposal = Readonly<z.infer<typeof proposalSchema>>;

/** One line of a proposal beside the ledger; absent: nothing on that side. */
export interface ProposalRow {
  readonly field: string;
  readonly held?: string;
  readonly proposed?: string;
  /** What accepting it does to the line. */
  readonly effect: 'adds' | 'changes' | 'puts beside' | 'same';
}

/** A reviewed line of the ledger: append-only and hash-chained. */
export const entrySchema = z.strictObject({
  number: z.int().min(1),
  /** Instant of the decision, ISO 8601 UTC: transaction time. */
  at: z.string(),
  who: z.string(),
  decision: z.enum(['accept', 'reject', 'undo']),
  why: z.string().optional(),
  proposal: proposalSchema,
  /** The number of the entry that an undo takes back. */
  undoes: z.int().optional(),
  /** Hash of the entry before; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type Entry = Readonly<z.infer<typeof entrySchema>>;

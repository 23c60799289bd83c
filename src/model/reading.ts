import { z } from 'zod';
import { strengthSchema } from './agreement.ts';
import { eventTypeSchema } from './event-type.ts';
import { findingSchema } from './finding-schema.ts';
import { madeSchema } from './made.ts';
import { reportSchema } from './report.ts';
import { spanSchema, spansSchema } from './span.ts';

/** A state (alpha-3), a person, a body: whom words stand for. */
export const actorSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  role: z.string().optional(),
  state: z.string().optional(),
});
export type Actor = Readonly<z.infer<typeof actorSchema>>;

/** The words that name somebody in an event, and whom they stand for. */
export const partySchema = z.strictObject({
  span: spanSchema,
  state: z.string().optional(),
  id: z.string().optional(),
});
export type Party = Readonly<z.infer<typeof partySchema>>;

export const mentionKindSchema = z.enum([
  'state',
  'person',
  'organisation',
  'place',
  'group',
  'agreement',
  'weapon',
]);
export type MentionKind = z.infer<typeof mentionKindSchema>;

/** A name or description in the text, and whom or what it stands for. */
export const mentionSchema = spanSchema.extend({
  kind: mentionKindSchema,
  id: z.string().optional(),
  state: z.string().optional(),
  role: z.string().optional(),
  /** Which fact or rule decided it, in words. */
  because: z.string(),
});
export type Mention = Readonly<z.infer<typeof mentionSchema>>;

export const dateMentionSchema = spanSchema.extend({
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  /** TIMEX3 value. */
  timex: z.string(),
  /** EDTF (ISO 8601-2). */
  value: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
  /** The construction that found it: a row of the language's constructions. */
  rule: z.string().optional(),
});
export type DateMention = Readonly<z.infer<typeof dateMentionSchema>>;

export const stanceSchema = z.enum([
  'asserts',
  'denies',
  'alleges',
  'fears',
  'expects',
  'praises',
  'condemns',
  'promises',
  'threatens',
  'demands',
  'asks',
  'silent',
]);
export type Stance = z.infer<typeof stanceSchema>;

export const certaintySchema = z.enum(['certain', 'probable', 'possible', 'unstated']);
export type Certainty = z.infer<typeof certaintySchema>;

/** Who says what: source, cue and content (the PolNeAR relation, Newell et al. 2018). */
export const attributionSchema = z.strictObject({
  /** Absent: agentless (`is seen as`, `there are fears that`). */
  source: spansSchema.optional(),
  cue: spansSchema.optional(),
  content: spansSchema,
  speakers: z.array(actorSchema),
  states: z.array(z.string()),
  manner: z.enum(['direct', 'indirect', 'mixed']),
  stance: stanceSchema,
  certainty: certaintySchema,
  hedges: z.array(spanSchema),
  anonymous: z.literal(true).optional(),
  count: z.int().optional(),
  rank: z.string().optional(),
  /** Index of the attribution in whose content this one sits. */
  within: z.int().optional(),
  /** The construction that found it: a row of the language's constructions. */
  rule: z.string().optional(),
  confidence: z.number().min(0).max(1),
});
export type Attribution = Readonly<z.infer<typeof attributionSchema>>;

export const eventStatusSchema = z.enum([
  'reported',
  'alleged',
  'hypothetical',
  'promised',
  'denied',
  'historical',
]);
export type EventStatus = z.infer<typeof eventStatusSchema>;

/** Who did what to whom. */
export const eventSchema = spanSchema.extend({
  type: eventTypeSchema,
  mode: z.string().optional(),
  actors: z.array(partySchema),
  recipients: z.array(partySchema),
  object: spanSchema.optional(),
  on: z.string().optional(),
  place: z.string().optional(),
  status: eventStatusSchema,
  /** Index of the attribution it sits in. */
  attribution: z.int().optional(),
  reciprocal: z.literal(true).optional(),
  /** The construction that found it. */
  rule: z.string().optional(),
  confidence: z.number().min(0).max(1),
});
export type Event = Readonly<z.infer<typeof eventSchema>>;

export const provisionToldSchema = z.strictObject({
  /** An ATOP obligation type or `cooperation:<field>`, `guarantee`, `basing` ... */
  type: z.string(),
  evidence: spanSchema,
  trigger: z.string().optional(),
  towards: z.array(z.string()).optional(),
  /** How it binds, where the wording says so. */
  strength: strengthSchema.optional(),
  /** The construction that found it: a row of the language's constructions. */
  rule: z.string().optional(),
});

/** What is done to an instrument in the course of its life. */
export const agreementStepSchema = z.enum([
  'proposed',
  'negotiated',
  'agreed',
  'initialled',
  'signed',
  'ratified',
  'acceded',
  'in force',
  'extended',
  'suspended',
  'denounced',
  'withdrawn',
  'ended',
]);
export type AgreementStep = z.infer<typeof agreementStepSchema>;

/** What was done to an instrument. */
export const stepSchema = z.strictObject({
  step: agreementStepSchema,
  /** The states that act, alpha-3; the parties may be others. */
  by: z.array(z.string()),
  /** EDTF, where the sentence ties a date to it. */
  on: z.string().optional(),
  /** Whether it was done, is promised, denied or only thought of. */
  status: eventStatusSchema,
  evidence: spanSchema,
  rule: z.string().optional(),
});
export type Step = Readonly<z.infer<typeof stepSchema>>;

/** An agreement as a report tells of it, matched to the ledger by `id` where it is known. */
export const agreementToldSchema = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  parties: z.array(z.string()),
  mentions: z.array(spanSchema),
  status: z.string().optional(),
  signed: z.string().optional(),
  predecessorOf: z.string().optional(),
  provisions: z.array(provisionToldSchema),
  /** What was done to the instrument, in reading order. */
  steps: z.array(stepSchema).optional(),
  attribution: z.int().optional(),
});
export type AgreementTold = Readonly<z.infer<typeof agreementToldSchema>>;

/** All that was found in one report. */
export const readingSchema = z.strictObject({
  made: madeSchema,
  report: reportSchema,
  mentions: z.array(mentionSchema),
  dates: z.array(dateMentionSchema),
  attributions: z.array(attributionSchema),
  events: z.array(eventSchema),
  agreements: z.array(agreementToldSchema),
  findings: z.array(findingSchema),
});
export type Reading = Readonly<z.infer<typeof readingSchema>>;

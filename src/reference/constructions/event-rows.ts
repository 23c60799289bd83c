import { z } from 'zod';
import { eventTypeSchema } from '../../model/event-type.ts';
import { eventStatusSchema } from '../../model/reading.ts';
import { type Language, wordsIn } from '../language.ts';
import { patternFault, rowFaults, rowHead, wordList } from './construction-rows.ts';
import { parsePattern } from './pattern.ts';

const exampleSchema = z.strictObject({
  text: z.string(),
  /** State codes, or the words where they stand for no state. */
  actors: z.array(z.string()).default([]),
  recipients: z.array(z.string()).default([]),
  type: eventTypeSchema.optional(),
  status: eventStatusSchema.optional(),
});

const base = {
  ...rowHead,
  /** A pattern; its first node is `deed`. */
  where: z.array(z.string()).default([]),
  examples: z.array(exampleSchema).min(1),
  /** How often the row is right where its words are; a pattern makes it surer than a word alone. */
  weight: z.int().min(0).max(100).optional(),
};

const deedRowSchema = z.strictObject({
  ...base,
  /** Words that trigger it, and names of `lists`. */
  verbs: wordList,
  nouns: wordList,
  /** `none`: it looks like a deed and is not. */
  type: eventTypeSchema.or(z.literal('none')),
  mode: z.string().optional(),
  /** Who acts and who receives: a node, or who was found as `doer` or `receiver`. */
  actor: z.string().default('doer'),
  recipient: z.string().default('receiver'),
  /** The object is what is done or what it is done with; somebody else receives it. */
  object: z.literal('means').optional(),
  /** Each does it to the other. */
  both: z.literal(true).optional(),
});

/** What a deed becomes; the first case that fits. A type without a mode leaves none. */
const caseSchema = z.strictObject({
  of: z.array(eventTypeSchema).optional(),
  ofMode: z.array(z.string()).optional(),
  ofStatus: z.array(eventStatusSchema).optional(),
  type: eventTypeSchema.optional(),
  mode: z.string().optional(),
  status: eventStatusSchema.optional(),
  /** Go on in another table. */
  like: z.string().optional(),
});

const overRowSchema = z.strictObject({
  ...base,
  words: wordList,
  /** Whose deed it is: the word's own, or the one below, done by who does the word above it. */
  takes: z.enum(['own', 'below']),
  turn: z.string(),
  /** What it becomes where the word is denied; denied itself unless a table says otherwise. */
  not: z.string().optional(),
  /** A node that receives. */
  recipient: z.string().optional(),
  /** Only where the word is no deed by a row of its own. */
  last: z.literal(true).optional(),
  /** An answer for a given pair; the deed below is told all the same. */
  pairOnly: z.literal(true).optional(),
});

const moodRowSchema = z.strictObject({
  ...base,
  /** Only where the deed is denied, or only where it is not. */
  denied: z.boolean().optional(),
  turn: z.string(),
});

const aboveRowSchema = z.strictObject({
  ...base,
  /** At the deed's own word, not at those above it. */
  own: z.literal(true).optional(),
  status: eventStatusSchema.optional(),
  /** Who does it: a node. */
  actor: z.string().optional(),
});

const fileSchema = z
  .strictObject({
    lists: z.record(z.string(), z.array(z.string())).default({}),
    turns: z.record(z.string(), z.array(caseSchema)).default({}),
    deeds: z.array(deedRowSchema).default([]),
    over: z.array(overRowSchema).default([]),
    moods: z.array(moodRowSchema).default([]),
    above: z.array(aboveRowSchema).default([]),
  })
  .superRefine((file, context) => {
    for (const list of ['deeds', 'over', 'moods', 'above'] as const) {
      const faults = rowFaults<AnyRow>(list, file[list], (row) => faultOf(row, file.turns));
      for (const { path, message } of faults) {
        context.addIssue({ code: 'custom', path, message });
      }
    }
  })
  .transform((file) => {
    // The name of a list stands for its words.
    const all = (named: readonly string[]) => named.flatMap((name) => file.lists[name] ?? [name]);
    return {
      ...file,
      deeds: file.deeds.map((row) => ({ ...row, verbs: all(row.verbs), nouns: all(row.nouns) })),
      over: file.over.map((row) => ({ ...row, words: all(row.words) })),
    };
  });

interface AnyRow {
  readonly id: string;
  readonly where: readonly string[];
  readonly actor?: string | undefined;
  readonly recipient?: string | undefined;
  readonly turn?: string;
  readonly not?: string | undefined;
}

/** What keeps a row from being used. */
function faultOf(
  { where, actor = 'doer', recipient = 'receiver', turn, not }: AnyRow,
  turns: Readonly<Record<string, unknown>>,
): string | undefined {
  const unread = patternFault('deed', [where]);
  if (unread !== undefined) return unread;
  const nodes = [...parsePattern('deed', where).nodes, 'doer', 'receiver'];
  const slot = [actor, recipient].find((name) => !nodes.includes(name));
  if (slot !== undefined) return `no line of the pattern has a node ${slot}`;
  const table = [turn, not].find((name) => name !== undefined && turns[name] === undefined);
  return table === undefined ? undefined : `${table} is not one of the turns of this file`;
}

export type EventExample = Readonly<z.infer<typeof exampleSchema>>;
/** A construction that tells a deed by a verb or a noun, as its file says it. */
export type DeedRow = Readonly<z.infer<typeof deedRowSchema>>;
/** A word that makes another deed of the one below it: `agreed to`, `said it would`. */
export type OverRow = Readonly<z.infer<typeof overRowSchema>>;
/** What `if`, `will`, `might` and `not` make of a deed. */
export type MoodRow = Readonly<z.infer<typeof moodRowSchema>>;
/** What the words above a deed say of it: its status, who does it. */
export type AboveRow = Readonly<z.infer<typeof aboveRowSchema>>;
export type TurnCase = Readonly<z.infer<typeof caseSchema>>;
export type EventRows = Readonly<z.infer<typeof fileSchema>>;

export const eventRowsFile = {
  name: 'constructions/events',
  schema: fileSchema,
  without: 'no deed is found',
} as const;

export function eventRows(language: Language): EventRows {
  return wordsIn(language, eventRowsFile);
}

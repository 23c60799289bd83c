import { z } from 'zod';

/** PLOVER's roots (Open Event Data Alliance), with RETREAT and CONCEDE kept together as YIELD. */
export const eventTypeSchema = z.enum([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'YIELD',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);
export type EventType = z.infer<typeof eventTypeSchema>;

/** Verbal and material cooperation, verbal and material conflict. */
export type Quad = 1 | 2 | 3 | 4;

export const quadOf: Readonly<Record<EventType, Quad>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

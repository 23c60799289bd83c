import { z } from 'zod';
import type { Day } from '../../base/day.ts';
import { daySchema, sourceSchema } from '../../model/source.ts';
import type { Bond } from '../world/world.ts';

/** `data/codebooks/honour-rates.yaml`: how often called promises were kept. */
export const honourRatesSchema = z.strictObject({
  title: z.string(),
  note: z.string(),
  cells: z
    .array(
      z
        .strictObject({
          era: z.string(),
          from: daySchema,
          until: daySchema.optional(),
          /** The most demanding promise of the agreement. */
          promise: z.enum(['attack', 'defend', 'stay neutral', 'not attack']),
          kept: z.int().min(0),
          called: z.int().min(1),
        })
        .refine((cell) => cell.kept <= cell.called, { error: 'keeps more than was called' }),
    )
    .min(1),
  /** How well the cells foretell the cases they are made of: mean squared error. */
  score: z.strictObject({
    brier: z.number(),
    interval: z.tuple([z.number(), z.number()]),
    constant: z.number(),
    byEra: z.number(),
  }),
  source: sourceSchema,
});
export type HonourRates = Readonly<z.infer<typeof honourRatesSchema>>;
export type HonourCell = HonourRates['cells'][number];

/** From the most demanding on, as the cases were counted. */
const byDemand: readonly HonourCell['promise'][] = [
  'attack',
  'defend',
  'stay neutral',
  'not attack',
];

/**
 * The cell that a promise falls in: the era of the day, and the most demanding promise of the
 * agreement, which is how the cases were counted. `undefined` for promises only to consult or
 * aid, and for days before the first era: there no wars were counted.
 */
export function cellOf(bond: Bond, on: Day, rates: HonourRates): HonourCell | undefined {
  const promise = byDemand.find((kind) =>
    bond.commitment.instrument.commitments.some((commitment) => commitment.duty === kind),
  );
  return rates.cells.find(
    (cell) =>
      cell.promise === promise && cell.from <= on && (cell.until === undefined || on < cell.until),
  );
}

/** Share kept, with half a case added to either side (Jeffreys), so that no cell says never. */
export function shareKept({ kept, called }: HonourCell): number {
  return (kept + 0.5) / (called + 1);
}

/** 95 % interval of a share by Wilson's score (1927). */
export function wilsonInterval(kept: number, called: number): readonly [number, number] {
  const z2 = 1.96 ** 2;
  const share = kept / called;
  const middle = (share + z2 / (2 * called)) / (1 + z2 / called);
  const half =
    (1.96 / (1 + z2 / called)) *
    Math.sqrt((share * (1 - share)) / called + z2 / (4 * called * called));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

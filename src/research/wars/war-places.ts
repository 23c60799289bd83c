import { z } from 'zod';
import { certaintyOfFactSchema, daySchema, sourceMapSchema } from '../../model/source.ts';

/** A file of `data/wars`: where a war was fought, with its numbers in the war lists. */
export const warFileSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  cow: z.int().optional(),
  iwd: z.int().optional(),
  began: daySchema,
  /** States' codes or places, the main one first. */
  fought: z.array(z.string()).min(1),
  text: z.string(),
  certainty: certaintyOfFactSchema,
  sources: sourceMapSchema,
});

/** Where the wars that are known by number were fought. */
export interface WarPlaces {
  readonly ofInterstateWar: (number: string) => readonly string[] | undefined;
  readonly ofCowWar: (number: string) => readonly string[] | undefined;
}

/** @param tables the parsed files of `data/wars` (others are passed over). */
export function warPlaces(tables: ReadonlyMap<string, unknown>): WarPlaces {
  const wars = [...tables]
    .filter(([path]) => path.startsWith('wars/'))
    .map(([, table]) => warFileSchema.parse(table));
  const by = (key: 'cow' | 'iwd') =>
    new Map<string, readonly string[]>(
      wars.flatMap((war) => (war[key] === undefined ? [] : [[`${war[key]}`, war.fought] as const])),
    );
  const [cow, iwd] = [by('cow'), by('iwd')];
  return {
    ofInterstateWar: (number) => iwd.get(number),
    ofCowWar: (number) => cow.get(number),
  };
}

/**
 * Where an act of a war happened: on the target's own land, unless the war is known to have been
 * fought elsewhere; then in its main place.
 */
export function placeOfAct(target: string, fought: readonly string[] | undefined): string {
  return fought === undefined || fought.includes(target) ? target : fought[0];
}

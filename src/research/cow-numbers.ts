import { z } from 'zod';
import { contains, type Day, type Interval, intersects } from '../base/day.ts';
import { daySchema, sourceMapSchema } from '../model/source.ts';

/** `data/codebooks/cow-states.yaml`. */
export const cowStatesSchema = z.strictObject({
  title: z.string(),
  sources: sourceMapSchema,
  states: z.array(
    z.strictObject({
      number: z.int(),
      abbreviation: z.string(),
      name: z.string(),
      codes: z
        .array(
          z.strictObject({
            code: z.string(),
            /** Where the number's own name is not the name of the time. */
            name: z.string().optional(),
            from: daySchema.optional(),
            until: daySchema.optional(),
          }),
        )
        .min(1),
    }),
  ),
});

export interface CodeStretch extends Interval {
  readonly code: string;
}

/** Correlates of War state numbers, read as our codes. */
export interface CowNumbers {
  /** Our code for a number on a day; `undefined` where nobody bears the number. */
  readonly codeOn: (number: number, day: Day) => string | undefined;
  /** The codes a number stood for in a stretch of days, each with its part of the stretch. */
  readonly codesIn: (number: number, stretch: Interval) => readonly CodeStretch[];
  /** The name of the state that bore the number on a day. */
  readonly nameOn: (number: number, day: Day) => string | undefined;
  /** By the name in the state list, in lower case. */
  readonly numberOf: (name: string) => number | undefined;
}

/** @param codebook the parsed codebook, checked here. */
export function cowNumbers(codebook: unknown): CowNumbers {
  const { states } = cowStatesSchema.parse(codebook);
  const byNumber = new Map(states.map((state) => [state.number, state]));
  const byName = new Map(states.map((state) => [state.name.toLowerCase(), state.number]));
  return {
    codeOn: (number, day) => byNumber.get(number)?.codes.find((code) => contains(code, day))?.code,
    codesIn: (number, stretch) =>
      (byNumber.get(number)?.codes ?? []).flatMap((code) =>
        intersects(code, stretch) ? [{ code: code.code, ...overlap(code, stretch) }] : [],
      ),
    nameOn: (number, day) =>
      byNumber.get(number)?.codes.find((code) => contains(code, day))?.name ??
      byNumber.get(number)?.name,
    numberOf: (name) => byName.get(name.toLowerCase()),
  };
}

function overlap(a: Interval, b: Interval): Interval {
  const from = a.from !== undefined && (b.from === undefined || a.from > b.from) ? a.from : b.from;
  const until =
    a.until !== undefined && (b.until === undefined || a.until < b.until) ? a.until : b.until;
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAttributionsProbe } from '../../../scripts/score-attributions.ts';
import { type Attribution, certaintySchema, stanceSchema } from '../../model/reading.ts';
import { loadReference } from '../../reference/load-reference.ts';

const probe = createAttributionsProbe(loadReference());

const expected = z.strictObject({
  source: z.string().nullable(),
  cue: z.string(),
  content: z.string(),
  states: z.array(z.string()).optional(),
  stance: stanceSchema.optional(),
  certainty: certaintySchema.optional(),
  manner: z.enum(['direct', 'indirect', 'mixed']).optional(),
  hedges: z.array(z.string()).optional(),
  anonymous: z.boolean().optional(),
  count: z.int().optional(),
  rank: z.string().optional(),
  /** The cue of the attribution it sits in. */
  within: z.string().optional(),
});
const file = z.strictObject({
  title: z.string(),
  reports: z.array(
    z.strictObject({ why: z.string(), text: z.string(), expect: z.array(expected) }),
  ),
});

const folder = resolve(import.meta.dirname, '../../../cases/reading/attributions');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => file.parse(parse(readFileSync(resolve(folder, name), 'utf8'))));

describe.each(files)('$title', ({ reports }) => {
  test.each(reports)('$why', ({ text, expect: wanted }) => {
    const found = probe.find(text);
    for (const want of wanted) {
      const cue = found.find((one) => one.cue?.text === want.cue);
      const cues = found.map((one) => one.cue?.text);
      expect(cue, `no cue “${want.cue}” among ${JSON.stringify(cues)}`).toBeDefined();
      if (cue !== undefined) expect(asWanted(cue, found, want)).toEqual(want);
    }
  });
});

test('there are more than forty worked cases', () => {
  expect(files.flatMap(({ reports }) => reports).length).toBeGreaterThan(40);
});

/** The attribution with the fields that the case speaks about. */
function asWanted(
  one: Attribution,
  all: readonly Attribution[],
  want: z.infer<typeof expected>,
): Record<string, unknown> {
  const outer = one.within === undefined ? undefined : all[one.within].cue?.text;
  const told: Record<string, unknown> = {
    ...one,
    source: one.source?.text ?? null,
    cue: one.cue?.text,
    content: one.content.text,
    hedges: one.hedges.map(({ text }) => text),
    anonymous: one.anonymous === true,
    within: outer,
  };
  return Object.fromEntries(Object.keys(want).map((key) => [key, told[key]]));
}

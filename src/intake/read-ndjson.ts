import { z } from 'zod';
import type { Finding } from '../base/finding.ts';

/** One line of NDJSON input: a report as another program hands it over. */
export const reportLineSchema = z
  .object({
    /** An empty one counts as absent. */
    id: z
      .union([z.string(), z.number()])
      .transform((id) => String(id) || undefined)
      .optional(),
    text: z.string().optional(),
    html: z.string().optional(),
    title: z.string().nullish(),
    outlet: z.string().nullish(),
    byline: z.string().nullish(),
    url: z.string().nullish(),
    published: z.string().nullish(),
    language: z.string().nullish(),
  })
  .refine((line) => line.text !== undefined || line.html !== undefined, {
    error: 'has neither "text" nor "html": one of them must hold the report',
  });
export type ReportLine = z.infer<typeof reportLineSchema>;

/** A line with a report, or a finding that says why it does not. */
export type LineTaken =
  | { readonly kind: 'report'; readonly line: number; readonly report: ReportLine }
  | { readonly kind: 'fault'; readonly line: number; readonly finding: Finding };

/** Reads NDJSON a line at a time; a broken line is a finding and harms no other. */
export function* readNdjson(text: string, name: string): Generator<LineTaken> {
  let number = 0;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, end).trim();
    number++;
    start = end + 1;
    if (line !== '') yield takeLine(line, number, name);
  }
}

function takeLine(line: string, number: number, name: string): LineTaken {
  const fault = (message: string): LineTaken => ({
    kind: 'fault',
    line: number,
    finding: { code: 'broken-line', message, file: name, line: number },
  });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fault(`is not a JSON object (${why}). The other lines are read.`);
  }
  const parsed = reportLineSchema.safeParse(value);
  if (parsed.success) return { kind: 'report', line: number, report: parsed.data };
  const issue = parsed.error.issues[0];
  const where = issue.path.length > 0 ? `"${issue.path.join('.')}" ` : 'the object ';
  return fault(`${where}${issue.message}. The other lines are read.`);
}

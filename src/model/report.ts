import { z } from 'zod';
import type { Finding } from '../base/finding.ts';
import { spanSchema } from './span.ts';

/** Page furniture: words on the page that are not the article's. Marked, never deleted. */
export const boilerplateSchema = spanSchema.extend({
  /**
   * `subscription`, `share`, `related stories`, `byline and outlet`, `author blurb`, `chat widget`
   * ...
   */
  kind: z.string(),
});
export type Boilerplate = Readonly<z.infer<typeof boilerplateSchema>>;

/** A block of an HTML report: its place in the text, and its element's in the page's source. */
export const htmlBlockSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  htmlStart: z.int(),
  htmlEnd: z.int(),
});
export type HtmlBlock = Readonly<z.infer<typeof htmlBlockSchema>>;

/** One outlet's text, and what is known about it. */
export const reportSchema = z.strictObject({
  /** As given, else the file's path as given, else made from the content. */
  id: z.string(),
  /** The file it came from, as the user named it. */
  path: z.string().optional(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  byline: z.string().optional(),
  url: z.string().optional(),
  /** Day of publication, ISO 8601. Dates in the text are anchored to it. */
  published: z.string().optional(),
  /** BCP 47, `und` where it could not be told. */
  language: z.string(),
  text: z.string(),
  boilerplate: z.array(boilerplateSchema),
  /** Titles and section heads that stand in the text. */
  headings: z.array(spanSchema),
  /** For HTML: where in the page each block of the text came from. */
  blocks: z.array(htmlBlockSchema).optional(),
});
export type Report = Readonly<z.infer<typeof reportSchema>>;

/** What intake hands on: the report, and what could not be read of it. */
export interface ReportTaken {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

import type { Day } from '../base/day.ts';
import type { Mention } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Resolver } from './names/resolver.ts';
import type { Sentence } from './syntax/sentence.ts';

/**
 * A report with its structure known: what every finder of the reader is given.
 * Sentences stand in reading order, page furniture left out; headings are sentences of their own
 * and are listed in `headings` by index.
 */
export interface Document {
  readonly report: Report;
  readonly text: string;
  /** The anchor of dates; absent where the day of publication is not known. */
  readonly published?: Day;
  readonly sentences: readonly Sentence[];
  /** Indexes into `sentences` of those that are titles or section heads. */
  readonly headings: ReadonlySet<number>;
  /** Half-open ranges of the text, one for each paragraph that is read. */
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
}

/** A document whose names are known; mentions stand in reading order and do not overlap. */
export interface NamedDocument extends Document {
  readonly mentions: readonly Mention[];
  /** Answers whom any phrase of the document stands for. */
  readonly resolver: Resolver;
}

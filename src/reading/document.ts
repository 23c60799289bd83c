import type { Day } from '../base/day.ts';
import type { Mention } from '../model/reading.ts';
import type { Report } from '../model/report.ts';
import type { Quotation } from './grammar/quotations.ts';
import type { Tree } from './grammar/tree.ts';
import type { Resolver } from './names/resolver.ts';
import type { Sentence, Stretch } from './syntax/sentence.ts';

/**
 * A report with its structure known: what every finder of the reader is given. All of it is made
 * once. Sentences stand in reading order, page furniture left out; headings are sentences of their
 * own and are listed in `headings` by index.
 */
export interface Document {
  readonly report: Report;
  readonly text: string;
  /** The anchor of dates; absent where the day of publication is not known. */
  readonly published?: Day;
  readonly sentences: readonly Sentence[];
  /** The tree of each sentence, at the same index. */
  readonly trees: readonly Tree[];
  /** Indexes into `sentences` of those that are titles or section heads. */
  readonly headings: ReadonlySet<number>;
  /** One for each paragraph that is read, in reading order. */
  readonly paragraphs: readonly Stretch[];
  readonly quotations: readonly Quotation[];
  /** `SESTRA, 3 May (Agency) -`: places the writer, not an actor. */
  readonly datelines: readonly Stretch[];
}

/** A document whose names are known; mentions stand in reading order and do not overlap. */
export interface NamedDocument extends Document {
  readonly mentions: readonly Mention[];
  /** Answers whom any phrase of the document stands for. */
  readonly resolver: Resolver;
}

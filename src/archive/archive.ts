import type { Agreement } from '../model/agreement.ts';
import type { Entry, Proposal } from '../model/entry.ts';
import type { Reading } from '../model/reading.ts';
import type { Story } from '../model/story.ts';

/** What became of a reading. */
export type Kept = 'added' | 'known' | 'replaced';

/** A report's place in a list: enough to show and to open it. */
export interface ReportSummary {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
}

/** A report with the words searched for, and the words around the first hit. */
export interface SearchHit extends ReportSummary {
  readonly excerpt: string;
}

/**
 * Keeps what was read and decided. Every implementation passes `archive-conformance.test.ts`.
 * Writing the same thing twice changes nothing; what was acknowledged survives a kill.
 */
export interface Archive {
  /** Keeps a reading under its report's id. The same text read by the same versions is `known`. */
  keepReading(reading: Reading): Promise<Kept>;
  /** All readings, in the order of their reports' ids. */
  readings(): AsyncIterable<Reading>;
  reading(reportId: string): Promise<Reading | undefined>;
  reports(): Promise<readonly ReportSummary[]>;
  /** Full text; at most `limit` hits, newest first. */
  search(words: string, limit: number): Promise<readonly SearchHit[]>;

  /** Stories and proposals follow from the readings: they are replaced whole, in one step. */
  replaceDerived(stories: readonly Story[], proposals: readonly Proposal[]): Promise<void>;
  stories(): Promise<readonly Story[]>;
  story(id: string): Promise<Story | undefined>;
  proposals(): Promise<readonly Proposal[]>;

  /**
   * Appends a decision to the ledger. Fails with a conflict where another one came first: the
   * entry's `previous` must be the hash of the last entry kept.
   */
  appendEntry(entry: Entry): Promise<void>;
  /** The ledger's decisions, oldest first. */
  entries(): Promise<readonly Entry[]>;

  /** Keeps an imported data set as a ledger of its own name; importing it again replaces it. */
  keepLedger(ledger: KeptLedger): Promise<void>;
  ledger(name: string): Promise<KeptLedger | undefined>;
  ledgerNames(): Promise<readonly string[]>;

  close(): Promise<void>;
}

/** A research data set brought in: its agreements, and what every answer from it must say. */
export interface KeptLedger {
  readonly name: string;
  readonly title: string;
  /** The last day the data set covers. */
  readonly endsOn: string;
  readonly agreements: readonly Agreement[];
}

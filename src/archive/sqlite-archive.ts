import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { assert } from '../base/assert.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { exitCode, Failure } from '../base/failure.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { Entry, Proposal } from '../model/entry.ts';
import type { Reading } from '../model/reading.ts';
import type { Story } from '../model/story.ts';
import type { Archive, Kept, KeptLedger, ReportSummary, SearchHit } from './archive.ts';

/**
 * Raised whenever the tables change; an archive of another version is refused, never guessed at.
 */
const schemaVersion = 1;

const schema = `
  CREATE TABLE reading (
    id TEXT PRIMARY KEY, content TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5(id UNINDEXED, title, text);
  CREATE TABLE story (id TEXT PRIMARY KEY, place INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE proposal (id TEXT PRIMARY KEY, place INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
  CREATE TABLE ledger (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE entry (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, body TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${schemaVersion};
`;

/**
 * An archive in one SQLite file (write-ahead log, full text by FTS5), for one machine.
 * @param path the file, made with its folder where missing; `:memory:` keeps nothing.
 */
export function openSqliteArchive(path: string): Archive {
  const database = open(path);
  return new SqliteArchive(database);
}

function open(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: 5000 });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const version = database.prepare('PRAGMA user_version').get()?.user_version;
    if (version === 0) {
      database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
    } else if (version !== schemaVersion) {
      throw new Failure(
        `The archive ${path} has version ${version}; this program reads version ${schemaVersion}. ` +
          'Read the reports again into a new file with --archive.',
        exitCode.conflict,
      );
    }
    return database;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`The archive ${path} cannot be opened: ${why}.`, exitCode.failed);
  }
}

class SqliteArchive implements Archive {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async keepReading(reading: Reading): Promise<Kept> {
    const { report } = reading;
    const body = canonicalJson(reading);
    const content = fingerprint(body);
    return this.#inTransaction(() => {
      const before = this.#get('SELECT content FROM reading WHERE id = ?', report.id)?.content;
      if (before === content) return 'known';
      if (before !== undefined) {
        this.#run('DELETE FROM reading WHERE id = ?', report.id);
        // Looks at every row, since the words are indexed and their reports are not.
        this.#run('DELETE FROM words WHERE id = ?', report.id);
      }
      const { title = null, outlet = null, published = null } = report;
      const values = [report.id, content, title, outlet, published, body];
      this.#run('INSERT INTO reading VALUES (?, ?, ?, ?, ?, ?)', ...values);
      this.#run('INSERT INTO words VALUES (?, ?, ?)', report.id, title, report.text);
      return before === undefined ? 'added' : 'replaced';
    });
  }

  async *readings(): AsyncIterable<Reading> {
    // A page at a time, so that an archive of any size fits in memory.
    let after = '';
    for (;;) {
      const page = this.#all(
        'SELECT id, body FROM reading WHERE id > ? ORDER BY id LIMIT 100',
        after,
      );
      if (page.length === 0) return;
      for (const row of page) yield JSON.parse(String(row.body));
      after = String(page[page.length - 1].id);
    }
  }

  async reading(reportId: string): Promise<Reading | undefined> {
    return parseBody(this.#get('SELECT body FROM reading WHERE id = ?', reportId));
  }

  async reports(): Promise<readonly ReportSummary[]> {
    return this.#all('SELECT id, title, outlet, published FROM reading ORDER BY id').map(summaryOf);
  }

  async search(words: string, limit: number): Promise<readonly SearchHit[]> {
    const terms = words.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (terms.length === 0) return [];
    const query = terms.map((term) => `"${term}"`).join(' ');
    const rows = this.#all(
      `SELECT reading.id, reading.title, outlet, published,
         snippet(words, 2, '', '', ' … ', 24) AS excerpt
       FROM words JOIN reading ON reading.id = words.id
       WHERE words MATCH ? ORDER BY published DESC, reading.id LIMIT ?`,
      query,
      limit,
    );
    return rows.map((row) => ({ ...summaryOf(row), excerpt: String(row.excerpt) }));
  }

  async replaceDerived(stories: readonly Story[], proposals: readonly Proposal[]): Promise<void> {
    this.#inTransaction(() => {
      this.#run('DELETE FROM story');
      this.#run('DELETE FROM proposal');
      const insert = (table: string, rows: readonly { readonly id: string }[]) => {
        const statement = this.#prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`);
        rows.forEach((row, place) => {
          statement.run(row.id, place, canonicalJson(row));
        });
      };
      insert('story', stories);
      insert('proposal', proposals);
    });
  }

  async stories(): Promise<readonly Story[]> {
    return this.#all('SELECT body FROM story ORDER BY place').map((row) =>
      JSON.parse(`${row.body}`),
    );
  }

  async story(id: string): Promise<Story | undefined> {
    return parseBody(this.#get('SELECT body FROM story WHERE id = ?', id));
  }

  async proposals(): Promise<readonly Proposal[]> {
    const rows = this.#all('SELECT body FROM proposal ORDER BY place');
    return rows.map((row) => JSON.parse(String(row.body)));
  }

  async appendEntry(entry: Entry): Promise<void> {
    this.#inTransaction(() => {
      const last = this.#get('SELECT number, hash FROM entry ORDER BY number DESC LIMIT 1');
      const expected = last ? { number: Number(last.number) + 1, hash: last.hash } : { number: 1 };
      const chained = last === undefined || expected.hash === entry.previous;
      if (entry.number !== expected.number || !chained) {
        throw new Failure(
          'Somebody else decided something in the ledger meanwhile: look at it again, then decide.',
          exitCode.conflict,
        );
      }
      const values = [entry.number, entry.hash, canonicalJson(entry)];
      this.#run('INSERT INTO entry VALUES (?, ?, ?)', ...values);
    });
  }

  async entries(): Promise<readonly Entry[]> {
    return this.#all('SELECT body FROM entry ORDER BY number').map((row) =>
      JSON.parse(`${row.body}`),
    );
  }

  async keepLedger(ledger: KeptLedger): Promise<void> {
    this.#run('INSERT OR REPLACE INTO ledger VALUES (?, ?)', ledger.name, JSON.stringify(ledger));
  }

  async ledger(name: string): Promise<KeptLedger | undefined> {
    return parseBody(this.#get('SELECT body FROM ledger WHERE name = ?', name));
  }

  async ledgerNames(): Promise<readonly string[]> {
    return this.#all('SELECT name FROM ledger ORDER BY name').map((row) => String(row.name));
  }

  async close(): Promise<void> {
    this.#database.close();
  }

  #inTransaction<T>(work: () => T): T {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const made = work();
      this.#database.exec('COMMIT');
      return made;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  readonly #prepared = new Map<string, StatementSync>();

  #prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#prepare(sql).run(...values);
  }

  #get(sql: string, ...values: (string | number | null)[]) {
    return this.#prepare(sql).get(...values);
  }

  #all(sql: string, ...values: (string | number | null)[]) {
    return this.#prepare(sql).all(...values);
  }
}

type Row = Readonly<Record<string, unknown>>;

function summaryOf(row: Row): ReportSummary {
  assert(typeof row.id === 'string', 'Every kept report has an id.');
  const facts = { title: row.title, outlet: row.outlet, published: row.published };
  const stated = Object.entries(facts).filter(([, value]) => typeof value === 'string');
  return { id: row.id, ...Object.fromEntries(stated) };
}

function parseBody<T>(row: Row | undefined): T | undefined {
  return row === undefined ? undefined : JSON.parse(String(row.body));
}

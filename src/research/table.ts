import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
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
 * Reads comma-separated values (RFC 4180; any line ending, with or without a byte order mark). A
 * row with another number of cells than the header is left out, with a finding. Fails where a
 * quote does not close. About a million cells a second.
 */
export function readTable(text: string, file: string): Table {
  const [header, ...rows] = rowsOf(text, file);
  if (header === undefined || header.cells.length < 2) {
    throw new Failure(
      `${file} is not a table: its first line should name columns, separated by commas.`,
    );
  }
  const columns = new Map(header.cells.map((name, index) => [name.trim(), index]));
  const isWhole = ({ cells }: TableRow) => cells.length === header.cells.length;
  const findings = rows
    .filter((row) => !isWhole(row))
    .map(({ cells, line }) => {
      const counts = `${cells.length} cells, the header ${header.cells.length}`;
      return { code: 'ragged-row', message: `The row has ${counts}: it is left out.`, file, line };
    });
  return { file, columns, rows: rows.filter(isWhole), findings };
}

function rowsOf(text: string, file: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  const keep = (cells: string[], { lines }: InfoRecord) => {
    rows.push({ line: firstLine(lines, cells), cells });
    return null;
  };
  // The parser counts a break of two characters inside quotes twice, and takes one kind a file.
  const even = text.replaceAll(/\r\n?/g, '\n');
  const options = { bom: true, relax_column_count: true, skip_empty_lines: true };
  try {
    parse(even, { ...options, on_record: keep });
    return rows;
  } catch (error) {
    if (error instanceof CsvError)
      throw new Failure(`${file} is not a table: ${error.message}. Mend that line first.`);
    throw error;
  }
}

/** The parser counts to the last line of a row; line breaks inside quotes lie between. */
function firstLine(last: number, cells: readonly string[]): number {
  const breaks = cells.map((cell) => cell.split('\n').length - 1);
  return last - breaks.reduce((sum, count) => sum + count, 0);
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

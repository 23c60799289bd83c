import { parseDay } from '../../base/day.ts';
import { exitCode, Failure } from '../../base/failure.ts';
import type { Reading } from '../../model/reading.ts';
import type { Flow } from '../../pipeline/flow.ts';
import type { Workbench } from '../../pipeline/workbench.ts';

/** The most that one request may bring; more goes through `entente add`. */
export const mostUploadBytes = 32 * 1024 * 1024;

/** One report of a file, or why the file or a part of it gave none. */
export interface AddedRow {
  readonly file: string;
  readonly report?: string;
  readonly title?: string;
  readonly fault?: string;
}

export interface Added {
  readonly rows: readonly AddedRow[];
}

export interface Stated {
  readonly published: string;
  readonly outlet: string;
}

/** Reads the files, keeps what could be read, and says of each what became of it. */
export async function addFiles(
  workbench: Workbench,
  files: readonly File[],
  stated: Stated,
): Promise<Added> {
  const rows: AddedRow[] = [];
  async function* readings(): AsyncGenerator<Reading> {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      yield* readFile(workbench.flow, { name: file.name, bytes, ...statedIn(stated) }, rows);
    }
  }
  await workbench.keep(readings());
  return { rows };
}

function statedIn({ published, outlet }: Stated) {
  const day = parseDay(published);
  return { ...(day !== undefined && { published: day }), ...(outlet !== '' && { outlet }) };
}

/** A broken file harms no other: its fault becomes a row. */
function* readFile(
  flow: Flow,
  input: Parameters<Flow['take']>[0],
  rows: AddedRow[],
): Generator<Reading> {
  try {
    for (const taken of flow.take(input)) {
      if (taken.kind === 'fault') {
        const { line, message } = taken.finding;
        const at = line === undefined ? '' : `line ${line}: `;
        rows.push({ file: input.name, fault: `${at}${message}` });
        continue;
      }
      const reading = flow.read(taken);
      const { id, title } = reading.report;
      rows.push({ file: input.name, report: id, ...(title !== undefined && { title }) });
      yield reading;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    rows.push({ file: input.name, fault: error.message });
  }
}

/** The files of a form; a `Failure` where no file was chosen. */
export function filesIn(value: unknown): readonly File[] {
  const list = (Array.isArray(value) ? value : [value]).filter((one) => one instanceof File);
  const files = list.filter((file) => file.name !== '');
  if (files.length > 0) return files;
  throw new Failure('No file was chosen: choose one or more above.', exitCode.wrongUsage);
}

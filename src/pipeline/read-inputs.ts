import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import type { Reading } from '../model/reading.ts';
import type { Flow } from './flow.ts';
import { openInputs } from './open-inputs.ts';

/** What the user states of all the reports given. */
export interface InputOptions {
  readonly published?: string;
  readonly outlet?: string;
}

/** A reading, or why an input gave none. */
export type ReadInput =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'fault'; readonly finding: Finding };

/** Opens, takes and reads what the user named, one report after another, in the order given. */
export async function* readInputs(
  flow: Flow,
  names: readonly string[],
  options: InputOptions,
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadInput> {
  for await (const opened of openInputs(names, stdin)) {
    if (opened.kind === 'fault') {
      yield opened;
      continue;
    }
    try {
      for (const taken of flow.take({ ...options, name: opened.name, bytes: opened.bytes })) {
        if (taken.kind === 'fault') yield taken;
        else yield { kind: 'reading', reading: flow.read(taken) };
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const code = error.code === exitCode.refused ? 'refused' : 'unreadable';
      yield { kind: 'fault', finding: { code, message: error.message, file: opened.name } };
    }
  }
}

/**
 * The code that a run over inputs ends with: none read and all refused by a limit is a refusal,
 * none read is a failure, some read is said as such.
 */
export function codeOfRun(read: number, faults: readonly Finding[]): number {
  if (faults.length === 0) return exitCode.done;
  if (read > 0) return exitCode.someInputsFailed;
  if (faults.every((finding) => finding.code === 'refused')) return exitCode.refused;
  return faults.length > 1 ? exitCode.someInputsFailed : exitCode.failed;
}

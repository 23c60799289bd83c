import type { Context } from './context.ts';

/** What the program gives the commands: their context, and a place for the exit code. */
export interface Host {
  readonly context: () => Context;
  readonly end: (code: number) => void;
}

/** The three ways in which a command prints. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly brief?: boolean;
}

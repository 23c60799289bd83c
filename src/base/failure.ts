/** How a command ends. The numbers are part of the contract with calling programs. */
export const exitCode = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  someInputsFailed: 3,
  notFound: 4,
  conflict: 5,
  refused: 6,
  interrupted: 130,
} as const;

/**
 * The world failed, or was asked for something it cannot give: a missing file, a port in use,
 * an unknown state. Thrown anywhere, caught once at the edge, where `message` is shown as it is.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: number;

  /** @param message what failed, where, why it matters and what to do, in one or two sentences. */
  constructor(message: string, code: number = exitCode.failed) {
    super(message);
    this.code = code;
  }
}

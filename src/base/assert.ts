/** A broken assumption of our own: a bug in Entente, never a fault of the input. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/**
 * States what must be true for our own reasoning to be right.
 * Faults of data are findings and faults of the world are operating errors; neither belongs here.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

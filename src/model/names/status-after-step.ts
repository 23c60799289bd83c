import type { AgreementStep } from '../reading.ts';

/** The status of an instrument after each step, in the order of its life. */
export const statusAfterStep: Readonly<Record<AgreementStep, string>> = {
  proposed: 'proposed',
  negotiated: 'negotiated',
  agreed: 'negotiated',
  initialled: 'negotiated',
  signed: 'signed',
  ratified: 'ratified',
  acceded: 'in force',
  'in force': 'in force',
  extended: 'renewed',
  suspended: 'suspended',
  denounced: 'ended',
  withdrawn: 'ended',
  ended: 'ended',
};

/** The status of an instrument that was not agreed or not signed after all. */
export const notMade = 'not made';

/** Statuses from the earliest to the latest; that it was not made yields to all others. */
export const statusesInOrder: readonly string[] = [notMade, ...Object.values(statusAfterStep)];

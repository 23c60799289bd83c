import type { ImportedLedger } from '../../pipeline/flow.ts';

/** What was brought in, for people: counts, what could not be placed, what was noted. */
export function briefImport(ledger: ImportedLedger): string {
  const { rows, placed, agreements, provisions } = ledger.counts;
  return [
    `${ledger.name}: ${ledger.title}, to ${ledger.endsOn}`,
    `${rows} rows read, ${placed} placed: ${agreements} agreements with ${provisions} promises`,
    ...ledger.unplaced.map(({ line, row, why }) => `not placed, line ${line}: ${row}. ${why}`),
    ...ledger.findings.map(({ message }) => message),
  ].join('\n');
}

import { assert } from '../base/assert.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import { fingerprint } from '../base/fingerprint.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Entry, Proposal } from '../model/entry.ts';
import { standingEntries } from './standing-entries.ts';

const beginning = '0'.repeat(64);

/** Who decides, and when: `at` is an instant, ISO 8601 in UTC. */
export interface Decider {
  readonly who: string;
  readonly at: string;
}

/**
 * The entry that accepts a proposal, to be added behind `entries`.
 * Fails with a conflict where the proposal is decided already, or its agreement is not in the
 * ledger yet.
 */
export function acceptProposal(
  entries: readonly Entry[],
  proposal: Proposal,
  given: Decider & { readonly why?: string; readonly ledger: ReadonlyMap<string, Agreement> },
): Entry {
  refuseDecided(entries, proposal);
  const { change } = proposal;
  if (change.kind !== 'new agreement' && !given.ledger.has(change.agreement)) {
    throw new Failure(
      `The ledger does not have ${change.agreement} yet, so proposal ${proposal.id} has nothing ` +
        'to change: accept the proposal of the agreement first.',
      exitCode.conflict,
    );
  }
  return nextEntry(entries, { decision: 'accept', proposal, ...deciding(given) });
}

/** The entry that rejects a proposal. It needs a reason, so that the next reviewer need not ask. */
export function rejectProposal(
  entries: readonly Entry[],
  proposal: Proposal,
  given: Decider & { readonly why: string },
): Entry {
  if (given.why.trim() === '') {
    throw new Failure(
      `A rejection needs a reason: say why proposal ${proposal.id} is wrong with --why TEXT.`,
      exitCode.wrongUsage,
    );
  }
  refuseDecided(entries, proposal);
  return nextEntry(entries, { decision: 'reject', proposal, ...deciding(given) });
}

/** The entry that takes another back. The other stays in the record; its proposal is open again. */
export function undoEntry(
  entries: readonly Entry[],
  number: number,
  given: Decider & { readonly why?: string },
): Entry {
  const undone = entries.find((entry) => entry.number === number);
  if (undone === undefined) {
    throw new Failure(
      `The ledger has no entry ${number}; it ends with ${entries.length}.`,
      exitCode.notFound,
    );
  }
  if (!standingEntries(entries).includes(undone)) {
    throw new Failure(`Entry ${number} is taken back already.`, exitCode.conflict);
  }
  const decision = { decision: 'undo', undoes: number, proposal: undone.proposal } as const;
  const entry = nextEntry(entries, { ...decision, ...deciding(given) });
  const again = decisionsOn([...entries, entry], undone.proposal.id);
  if (again.length > 1) {
    throw new Failure(
      `Entry ${number} cannot be taken back: its proposal has since been decided again in entry ` +
        `${again.at(-1)?.number}. Take that one back first.`,
      exitCode.conflict,
    );
  }
  return entry;
}

/** The standing decision on a proposal; `undefined` while it is open. */
export function decisionOn(entries: readonly Entry[], proposal: string): Entry | undefined {
  return decisionsOn(entries, proposal).at(-1);
}

/** The proposals that nobody has decided. */
export function openProposals(
  proposals: readonly Proposal[],
  entries: readonly Entry[],
): readonly Proposal[] {
  const decided = new Set(standingDecisions(entries).map((entry) => entry.proposal.id));
  return proposals.filter((proposal) => !decided.has(proposal.id));
}

/**
 * Reads the chain again: numbers without a gap, each entry naming the hash of the one before, each
 * hash that of its own words. A flipped bit anywhere shows in the entry it is in.
 */
export function verifyChain(entries: readonly Entry[], file?: string): readonly Finding[] {
  const findings: Finding[] = [];
  const place = file === undefined ? {} : { file };
  const report = (index: number, code: string, message: string) =>
    findings.push({ code, message, ...place, line: index + 1 });
  entries.forEach((entry, index) => {
    const previous = index === 0 ? beginning : entries[index - 1].hash;
    if (entry.number !== index + 1)
      report(index, 'entry-number', `Entry ${index + 1} calls itself ${entry.number}.`);
    if (entry.previous !== previous)
      report(
        index,
        'broken-chain',
        `Entry ${entry.number} does not follow from the one before it: one was removed, moved ` +
          'or changed. Restore the ledger from a backup.',
      );
    if (entry.hash !== hashOf(entry))
      report(
        index,
        'changed-entry',
        `Entry ${entry.number} was changed after it was written: its words no longer give its ` +
          'hash. Restore the ledger from a backup.',
      );
  });
  return findings;
}

function decisionsOn(entries: readonly Entry[], proposal: string): readonly Entry[] {
  return standingDecisions(entries).filter((entry) => entry.proposal.id === proposal);
}

function standingDecisions(entries: readonly Entry[]): readonly Entry[] {
  return standingEntries(entries).filter((entry) => entry.decision !== 'undo');
}

function refuseDecided(entries: readonly Entry[], proposal: Proposal): void {
  const decided = decisionOn(entries, proposal.id);
  if (decided === undefined) return;
  throw new Failure(
    `Proposal ${proposal.id} was decided in entry ${decided.number} (${decided.decision} by ` +
      `${decided.who}): undo that entry first.`,
    exitCode.conflict,
  );
}

function deciding(given: Decider & { readonly why?: string }) {
  const why = given.why === undefined ? {} : { why: given.why };
  return { who: given.who, at: given.at, ...why };
}

function nextEntry(
  entries: readonly Entry[],
  decided: Omit<Entry, 'number' | 'previous' | 'hash'>,
): Entry {
  const last = entries.at(-1);
  assert(
    last === undefined || last.number === entries.length,
    'Entries are given whole and in order, so that the next number follows from their count.',
  );
  const entry = { ...decided, number: entries.length + 1, previous: last?.hash ?? beginning };
  return { ...entry, hash: hashOf(entry) };
}

/** SHA-256 over the canonical JSON of all but the hash itself. */
function hashOf(entry: Omit<Entry, 'hash'> & { readonly hash?: string }): string {
  return fingerprint(canonicalJson({ ...entry, hash: undefined }));
}

import { fingerprint } from '../base/fingerprint.ts';
import { compareText } from '../base/text-order.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Change, Evidence, Proposal } from '../model/entry.ts';
import type { Reading } from '../model/reading.ts';
import type { ReportWordsFor } from './report-words.ts';
import { reportedAgreements } from './reported-agreement.ts';
import { suggestionsFrom } from './suggestions.ts';

/** What reports say that the ledger has already, with their words. */
export interface Confirmation {
  readonly agreement: string;
  /** `signed`, `mutual defence`, `cooperation (trade)`. */
  readonly what: string;
  readonly evidence: readonly Evidence[];
}

export interface Suggested {
  readonly proposals: readonly Proposal[];
  readonly confirmations: readonly Confirmation[];
}

/**
 * What the readings suggest to the ledger: only what differs from it. One change in several
 * reports is one proposal with the evidence of all; the order of the readings does not matter.
 * Nothing is proposed from what is denied, feared, expected, asked or demanded.
 */
export function proposeFrom(
  readings: readonly Reading[],
  ledger: ReadonlyMap<string, Agreement>,
  wordsFor: ReportWordsFor,
): readonly Proposal[] {
  return suggestFrom(readings, ledger, wordsFor).proposals;
}

/** As `proposeFrom`, with what the reports say and the ledger has already. */
export function suggestFrom(
  readings: readonly Reading[],
  ledger: ReadonlyMap<string, Agreement>,
  wordsFor: ReportWordsFor,
): Suggested {
  const proposals = new Map<string, Proposal>();
  const confirmations = new Map<string, Confirmation>();
  for (const report of reportedAgreements(readings, ledger, wordsFor)) {
    for (const suggestion of suggestionsFrom(report, ledger)) {
      if (suggestion.kind === 'known') {
        const key = `${suggestion.agreement} ${suggestion.what}`;
        const before = confirmations.get(key);
        const evidence = mergeEvidence(before?.evidence ?? [], suggestion.evidence);
        confirmations.set(key, {
          agreement: suggestion.agreement,
          what: suggestion.what,
          evidence,
        });
        continue;
      }
      const proposal = { ...suggestion.proposal, id: proposalId(suggestion.proposal.change) };
      proposals.set(proposal.id, mergeProposals(proposals.get(proposal.id), proposal));
    }
  }
  return {
    proposals: [...proposals.values()].sort(byImportance),
    confirmations: [...confirmations.values()].sort((a, b) =>
      compareText(`${a.agreement} ${a.what}`, `${b.agreement} ${b.what}`),
    ),
  };
}

/** Sixteen hexadecimal digits made from what the change is about, not from who reports it. */
export function proposalId(change: Change): string {
  return fingerprint(JSON.stringify(aboutOf(change))).slice(0, 16);
}

function aboutOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'new agreement':
      return [change.kind, change.agreement.id];
    case 'new member':
      return [change.kind, change.agreement, change.member.state];
    case 'new provision':
      return [change.kind, change.agreement, change.provision.duty];
    case 'status':
      return [change.kind, change.agreement, change.status];
    case 'contradiction':
      return [change.kind, change.agreement, change.about, change.told];
  }
}

function mergeProposals(before: Proposal | undefined, added: Proposal): Proposal {
  if (before === undefined) return added;
  return {
    ...before,
    change: filledFrom(before.change, added.change),
    evidence: mergeEvidence(before.evidence, added.evidence),
    confidence: Math.max(before.confidence, added.confidence),
  };
}

/** What the first report leaves open the next may fill; what it says the next does not change. */
function filledFrom(change: Change, added: Change): Change {
  if (change.kind === 'new provision' && added.kind === 'new provision')
    return { ...change, provision: { ...added.provision, ...change.provision } };
  if (change.kind === 'new agreement' && added.kind === 'new agreement')
    return { ...change, agreement: { ...added.agreement, ...change.agreement } };
  return change.kind === 'status' && added.kind === 'status' ? { ...added, ...change } : change;
}

function mergeEvidence(before: readonly Evidence[], added: readonly Evidence[]): Evidence[] {
  const byPlace = new Map<string, Evidence>();
  for (const evidence of [...before, ...added]) {
    byPlace.set(`${evidence.report} ${evidence.start} ${evidence.end}`, evidence);
  }
  return [...byPlace.values()].sort(
    (a, b) => compareText(a.report, b.report) || a.start - b.start || a.end - b.end,
  );
}

const order: readonly Change['kind'][] = [
  'new agreement',
  'status',
  'new member',
  'new provision',
  'contradiction',
];

function byImportance(a: Proposal, b: Proposal): number {
  const kinds = order.indexOf(a.change.kind) - order.indexOf(b.change.kind);
  if (kinds !== 0) return kinds;
  return compareText(a.summary, b.summary) || compareText(a.id, b.id);
}

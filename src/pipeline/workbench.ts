import type { Archive, Kept } from '../archive/archive.ts';
import type { Clock } from '../base/clock.ts';
import { exitCode, Failure } from '../base/failure.ts';
import type { Finding } from '../base/finding.ts';
import {
  acceptProposal,
  type Decider,
  decisionOn,
  openProposals,
  rejectProposal,
  undoEntry,
  verifyChain,
} from '../ledger/decide.ts';
import type { Entry, Proposal } from '../model/entry.ts';
import type { Scenario } from '../model/outcome.ts';
import type { Reading } from '../model/reading.ts';
import type { Flow, Ledger } from './flow.ts';

export interface NamedLedger {
  readonly agreements: Ledger;
  /** For data sets: their title and last day. */
  readonly caveat?: string;
}

/** What the commands and the pages do with an archive: the flow, and what is kept of it. */
export interface Workbench {
  readonly flow: Flow;
  readonly archive: Archive;
  keep(readings: AsyncIterable<Reading>): Promise<Readonly<Record<Kept, number>>>;
  /** Our own ledger as it was known, with every decision folded in. */
  ledger(known?: string): Promise<Ledger>;
  /** The ledger a scenario names: our own, or an imported data set with its caveat. */
  ledgerNamed(scenario: Scenario): Promise<NamedLedger>;
  openProposals(): Promise<readonly Proposal[]>;
  /** A proposal with the decision on it, where there is one. */
  proposal(id: string): Promise<{ readonly proposal: Proposal; readonly decision?: Entry }>;
  accept(id: string, who: string, why?: string): Promise<Entry>;
  reject(id: string, who: string, why: string): Promise<Entry>;
  undo(entryNumber: number, who: string, why?: string): Promise<Entry>;
  /** Every decision, oldest first. */
  history(): Promise<readonly Decided[]>;
  /** Faults in the chain of decisions: entries that are missing, moved or changed. */
  checkDecisions(file: string): Promise<readonly Finding[]>;
}

export interface Decided {
  readonly entry: Entry;
  /** It is the decision that counts on its proposal: none has taken it back. */
  readonly stands: boolean;
}

export function openWorkbench(flow: Flow, archive: Archive, clock: Clock): Workbench {
  const ledger = async (known?: string) => flow.fold(await archive.entries(), known);

  /** Makes stories and proposals anew, which follow from the readings and the ledger. */
  async function derive(): Promise<void> {
    const readings: Reading[] = [];
    for await (const reading of archive.readings()) readings.push(reading);
    // Proposals are taken against the shipped facts, so that a decision never hides its own cause.
    await archive.replaceDerived(flow.compare(readings), flow.propose(readings, flow.fold([])));
  }

  async function find(id: string): Promise<Proposal> {
    const entries = await archive.entries();
    const decided = entries.find((entry) => entry.proposal.id === id)?.proposal;
    const found = (await archive.proposals()).find((proposal) => proposal.id === id) ?? decided;
    if (found) return found;
    const message = `There is no proposal ${id}. \`entente review list\` shows the open ones.`;
    throw new Failure(message, exitCode.notFound);
  }

  async function append(make: (entries: readonly Entry[], by: Decider) => Entry, who: string) {
    const entry = make(await archive.entries(), { who, at: clock.now() });
    await archive.appendEntry(entry);
    return entry;
  }

  async function ledgerNamed({ ledger: name, known, acts }: Scenario): Promise<NamedLedger> {
    if (name === 'entente') return { agreements: await ledger(known) };
    const kept = await archive.ledger(name);
    if (kept === undefined) {
      const names = ['entente', ...(await archive.ledgerNames())];
      throw new Failure(
        `There is no ledger "${name}" here. There is: ${names.join(', ')}. ` +
          '`entente import atop|cow FILE...` brings research data in.',
        exitCode.notFound,
      );
    }
    const agreements = new Map(kept.agreements.map((agreement) => [agreement.id, agreement]));
    const last = acts.at(-1)?.on ?? '';
    const after = last > kept.endsOn ? ` Nothing in it speaks of ${last}.` : '';
    return { agreements, caveat: `${kept.title} ends on ${kept.endsOn}.${after}` };
  }

  return {
    flow,
    archive,
    ledger,
    ledgerNamed,
    async keep(readings) {
      const kept: Record<Kept, number> = { added: 0, known: 0, replaced: 0 };
      for await (const reading of readings) kept[await archive.keepReading(reading)]++;
      if (kept.added + kept.replaced > 0) await derive();
      return kept;
    },
    async openProposals() {
      return openProposals(await archive.proposals(), await archive.entries());
    },
    async proposal(id) {
      const proposal = await find(id);
      const decision = decisionOn(await archive.entries(), id);
      return { proposal, ...(decision && { decision }) };
    },
    async accept(id, who, why) {
      const [proposal, now] = [await find(id), await ledger()];
      return append(
        (entries, by) => acceptProposal(entries, proposal, { ...by, why, ledger: now }),
        who,
      );
    },
    async reject(id, who, why) {
      const proposal = await find(id);
      return append((entries, by) => rejectProposal(entries, proposal, { ...by, why }), who);
    },
    async undo(entryNumber, who, why) {
      return append((entries, by) => undoEntry(entries, entryNumber, { ...by, why }), who);
    },
    async history() {
      const entries = await archive.entries();
      return entries.map((entry) => {
        const decision = decisionOn(entries, entry.proposal.id);
        return { entry, stands: decision?.number === entry.number };
      });
    },
    async checkDecisions(file) {
      return verifyChain(await archive.entries(), file);
    },
  };
}

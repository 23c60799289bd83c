import type { Archive, Kept } from '../archive/archive.ts';
import type { Clock } from '../base/clock.ts';
import { exitCode, Failure } from '../base/failure.ts';
import {
  acceptProposal,
  type Decider,
  decisionOn,
  openProposals,
  rejectProposal,
  undoEntry,
} from '../ledger/decide.ts';
import type { Entry, Proposal } from '../model/entry.ts';
import type { Reading } from '../model/reading.ts';
import type { Flow, Ledger } from './flow.ts';

/** What the commands and the pages do with an archive: the flow, and what is kept of it. */
export interface Workbench {
  readonly flow: Flow;
  readonly archive: Archive;
  keep(readings: AsyncIterable<Reading>): Promise<Readonly<Record<Kept, number>>>;
  ledger(known?: string): Promise<Ledger>;
  openProposals(): Promise<readonly Proposal[]>;
  /** A proposal with the decision on it, where there is one. */
  proposal(id: string): Promise<{ readonly proposal: Proposal; readonly decision?: Entry }>;
  accept(id: string, who: string, why?: string): Promise<Entry>;
  reject(id: string, who: string, why: string): Promise<Entry>;
  undo(entryNumber: number, who: string, why?: string): Promise<Entry>;
}

export function openWorkbench(flow: Flow, archive: Archive, clock: Clock): Workbench {
  const ledger = async (known?: string) => flow.fold(await archive.entries(), known);

  /** Stories and proposals follow from the readings and the ledger: made anew after a change. */
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

  return {
    flow,
    archive,
    ledger,
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
      const [proposal, held] = [await find(id), await ledger()];
      return append(
        (entries, by) => acceptProposal(entries, proposal, { ...by, why, ledger: held }),
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
  };
}

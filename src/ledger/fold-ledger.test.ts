import { expect, test } from 'vitest';
import { pickNumber, seededChance } from '../base/chance.ts';
import { type Agreement, agreementSchema } from '../model/agreement.ts';
import type { Change, Entry } from '../model/entry.ts';
import { acceptProposal, openProposals, rejectProposal, undoEntry, verifyChain } from './decide.ts';
import { acceptedEntries, foldLedger } from './fold-ledger.ts';
import { proposalId } from './propose.ts';
import { standingEntries } from './standing-entries.ts';

const shipped = agreementSchema.parse({
  id: 'arc-bor-2031',
  name: 'Pact of Bruno',
  signed: { day: '2031-05-03', certainty: 'text' },
  inForce: { day: '2031-07-01', certainty: 'text' },
  standing: 'in force',
  parties: [{ state: 'ARC' }, { state: 'BOR' }],
  provisions: [],
  sources: {},
});

const duties = ['defend', 'consult', 'not attack', 'stay neutral', 'cooperation:trade'];
const changes: readonly Change[] = [
  ...duties.map((duty) => ({
    kind: 'new provision' as const,
    agreement: shipped.id,
    provision: {
      id: `told-${duty.replaceAll(/[^a-z]/g, '-')}`,
      duty,
      bound: 'all' as const,
      towards: 'all' as const,
      strength: 'not known' as const,
      text: 'As reported.',
      certainty: 'reported' as const,
    },
  })),
  { kind: 'new member', agreement: shipped.id, member: { state: 'CAR' } },
  { kind: 'status', agreement: shipped.id, status: 'ended', day: '2040-01-01' },
  { kind: 'status', agreement: shipped.id, status: 'signed', day: '2031-05-02' },
  { kind: 'status', agreement: shipped.id, status: 'denounced', day: '2039-01-01' },
  { kind: 'contradiction', agreement: shipped.id, about: 'in force', held: 'a', told: 'b' },
  {
    kind: 'new agreement',
    agreement: { ...shipped, id: 'car-dra-2032', parties: [{ state: 'CAR' }, { state: 'DRA' }] },
  },
];
const proposals = changes.map((change) => ({
  id: proposalId(change),
  change,
  summary: change.kind,
  evidence: [{ report: 'r', start: 0, end: 1, text: 'x', sentence: 'x' }],
  confidence: 0.5,
}));

/** Forty days of a reviewer who accepts, rejects and takes back at random. */
function randomEntries(seed: number): readonly Entry[] {
  const chance = seededChance(seed);
  const entries: Entry[] = [];
  for (let number = 0; number < 40; number++) {
    const month = String(1 + Math.floor(number / 28)).padStart(2, '0');
    const by = {
      who: 'reviewer',
      at: `2045-${month}-${String(1 + (number % 28)).padStart(2, '0')}T12:00:00.000Z`,
    };
    const standing = standingEntries(entries);
    if (chance() < 0.4 && standing.length > 0) {
      const undone = standing[pickNumber(chance, standing.length)];
      const undo = () => undoEntry(entries, undone.number, by);
      if (restoresDecided(undone, entries)) expect(undo).toThrow('decided again');
      else entries.push(undo());
      continue;
    }
    const open = openProposals(proposals, entries);
    if (open.length === 0) continue;
    const proposal = open[pickNumber(chance, open.length)];
    const ledger = foldLedger([shipped], entries);
    entries.push(
      chance() < 0.7
        ? acceptProposal(entries, proposal, { ...by, ledger })
        : rejectProposal(entries, proposal, { ...by, why: 'not so' }),
    );
  }
  return entries;
}

/** Taking an undo back would bring a decision again that was meanwhile made anew. */
function restoresDecided(undone: Entry, entries: readonly Entry[]): boolean {
  const ids = (some: readonly Entry[]) =>
    some.filter((one) => one.decision !== 'undo').map((one) => one.proposal.id);
  const without = standingEntries([
    ...entries,
    { ...undone, number: 0, decision: 'undo', undoes: undone.number },
  ]);
  return new Set(ids(without)).size < ids(without).length;
}

const asArray = (ledger: ReadonlyMap<string, Agreement>) => [...ledger];

test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i: whatever is decided', (seed) => {
  const entries = randomEntries(seed);
  expect(verifyChain(entries)).toEqual([]);
  for (let count = 0; count <= entries.length; count++) {
    const prefix = entries.slice(0, count);
    const known = count === 0 ? '2044-12-31' : entries[count - 1].at;
    // What was known on a day is what the ledger was then: later entries change no past.
    const then = foldLedger([shipped], entries, { known });
    expect(asArray(then)).toEqual(asArray(foldLedger([shipped], prefix)));
    const held = then.get(shipped.id);
    expect([held?.signed, held?.inForce]).toEqual([shipped.signed, shipped.inForce]);
    expect(held?.parties.slice(0, 2)).toEqual(shipped.parties);
    for (const agreement of then.values()) agreementSchema.parse(agreement);
  }
  const accepted = acceptedEntries(entries).map((entry) => entry.proposal.id);
  expect(new Set(accepted).size).toBe(accepted.length);
});

test('the shipped facts themselves are never touched', () => {
  const before = structuredClone(shipped);
  foldLedger([shipped], randomEntries(9));
  expect(shipped).toEqual(before);
});

test('a suspension that is accepted holds from its day on', () => {
  const change = {
    kind: 'status' as const,
    agreement: shipped.id,
    status: 'suspended',
    day: '2035-03-01',
  };
  const proposal = {
    id: proposalId(change),
    change,
    summary: 'suspended',
    evidence: [{ report: 'r', start: 0, end: 1, text: 'x', sentence: 'x' }],
    confidence: 0.5,
  };
  const ledger = foldLedger([shipped], []);
  const entry = acceptProposal([], proposal, { who: 'w', at: '2035-03-02T00:00:00.000Z', ledger });
  const held = foldLedger([shipped], [entry]).get(shipped.id);
  expect(held?.suspended).toMatchObject([{ from: '2035-03-01', certainty: 'reported' }]);
});

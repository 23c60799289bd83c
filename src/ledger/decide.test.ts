import { describe, expect, test } from 'vitest';
import { pickNumber, seededChance } from '../base/chance.ts';
import { day } from '../base/day.ts';
import { type Agreement, agreementSchema } from '../model/agreement.ts';
import { type Change, type Entry, entrySchema, type Proposal } from '../model/entry.ts';
import { agreementOn } from '../reference/validity/agreement-on.ts';
import { successionOf } from '../reference/validity/succession.ts';
import { acceptProposal, openProposals, rejectProposal, undoEntry, verifyChain } from './decide.ts';
import { foldLedger } from './fold-ledger.ts';
import { proposalId } from './propose.ts';
import { showProposal } from './show-proposal.ts';

const shipped: Agreement = agreementSchema.parse({
  id: 'arc-bor-2031',
  name: 'Pact of Bruno',
  signed: { day: '2031-05-03', certainty: 'text' },
  standing: 'signed',
  parties: [{ state: 'ARC' }, { state: 'BOR' }],
  provisions: [
    { id: 'art-1', duty: 'defend', strength: 'automatic', text: 'Help.', certainty: 'text' },
  ],
  predecessors: [{ agreement: 'arc-bor-1999', how: 'replaces' }],
  sources: {},
});

function proposal(change: Change): Proposal {
  const evidence = { report: 'r1', outlet: 'The Morning', start: 3, end: 9, text: 'a pact' };
  return {
    id: proposalId(change),
    change,
    summary: change.kind,
    evidence: [{ ...evidence, sentence: 'It is a pact.' }],
    confidence: 0.7,
  };
}

const consult = proposal({
  kind: 'new provision',
  agreement: 'arc-bor-2031',
  provision: {
    id: 'told-consult',
    duty: 'consult',
    bound: 'all',
    towards: 'all',
    strength: 'not known',
    text: 'As reported: consultation.',
    certainty: 'reported',
  },
});
const inForce = proposal({
  kind: 'status',
  agreement: 'arc-bor-2031',
  status: 'in force',
  day: '2031-07-01',
});
const otherDay = proposal({
  kind: 'status',
  agreement: 'arc-bor-2031',
  status: 'signed',
  day: '2031-05-02',
});

function accept(entries: readonly Entry[], one: Proposal, at: string): Entry[] {
  const ledger = foldLedger([shipped], entries);
  return [...entries, acceptProposal(entries, one, { who: 'reviewer', at, ledger })];
}

describe('what was accepted holds, as it was known on a day', () => {
  const one = accept([], consult, '2031-06-01T08:00:00.000Z');
  const entries = accept(one, inForce, '2031-07-02T08:00:00.000Z');
  const duties = (known?: string) =>
    foldLedger([shipped], entries, known === undefined ? {} : { known })
      .get('arc-bor-2031')
      ?.provisions.map((provision) => provision.duty);

  test('an accepted promise is in the ledger from the day of its entry', () => {
    expect(duties('2031-05-31')).toEqual(['defend']);
    expect(duties('2031-06-01')).toEqual(['defend', 'consult']);
    expect(duties('2031-06-01T07:59:59.000Z')).toEqual(['defend']);
  });

  test('valid time and entry time are two things', () => {
    const standing = (known: string, on: string) => {
      const held = foldLedger([shipped], entries, { known }).get('arc-bor-2031');
      return held && agreementOn(held, day(on), { states: new Map(), agreements: [] }).standing;
    };
    expect(standing('2031-07-01', '2031-07-01')).toBe('signed');
    expect(standing('2031-07-02', '2031-07-01')).toBe('in force');
    expect(standing('2031-07-02', '2031-06-30')).toBe('signed');
  });

  test('every accepted value leads to the words it rests on', () => {
    const held = foldLedger([shipped], entries).get('arc-bor-2031');
    expect(held?.provisions[1].sources).toEqual(['entry-1-1']);
    expect(held?.sources['entry-1-1']).toEqual({
      title: 'The Morning: r1',
      at: 'characters 3 to 9: a pact',
    });
    expect(agreementSchema.parse(held)).toEqual(held);
  });

  test('an undo takes it back and a second undo brings it again', () => {
    const by = { who: 'reviewer', at: '2031-08-01T00:00:00.000Z' };
    const undone = [...entries, undoEntry(entries, 1, by)];
    expect(foldLedger([shipped], undone).get('arc-bor-2031')?.provisions).toHaveLength(1);
    expect(openProposals([consult, inForce], undone)).toEqual([consult]);
    const again = [...undone, undoEntry(undone, 3, by)];
    expect(foldLedger([shipped], again).get('arc-bor-2031')?.provisions).toHaveLength(2);
    expect(() => undoEntry(undone, 1, by)).toThrow('taken back already');
    expect(verifyChain(again)).toEqual([]);
  });
});

test('a shipped value is never overwritten: both stand side by side', () => {
  const entries = accept([], otherDay, '2031-06-01T08:00:00.000Z');
  const held = foldLedger([shipped], entries).get('arc-bor-2031');
  expect(held?.signed?.day).toBe('2031-05-03');
  expect(held?.disputes).toEqual([
    {
      about: 'signed',
      values: [
        { value: '2031-05-03', sources: [] },
        { value: '2031-05-02', sources: ['entry-1-1'] },
      ],
    },
  ]);
  expect(showProposal(otherDay, new Map([[shipped.id, shipped]])).at(-1)).toEqual({
    field: 'signed',
    held: '2031-05-03',
    proposed: '2031-05-02',
    effect: 'puts beside',
  });
});

describe('a decision that makes no sense is refused with what to do', () => {
  const by = { who: 'reviewer', at: '2031-06-01T08:00:00.000Z' };
  test('twice', () => {
    const entries = accept([], consult, by.at);
    expect(() => accept(entries, consult, by.at)).toThrow('was decided in entry 1');
    expect(() => rejectProposal(entries, consult, { ...by, why: 'wrong' })).toThrow('undo that');
  });
  test('a rejection without a reason', () => {
    expect(() => rejectProposal([], consult, { ...by, why: ' ' })).toThrow('needs a reason');
  });
  test('a promise of an agreement that is not held', () => {
    const given = { ...by, ledger: new Map() };
    expect(() => acceptProposal([], consult, given)).toThrow(
      'accept the proposal of the agreement',
    );
  });
  test('an undo of nothing', () => {
    expect(() => undoEntry([], 4, by)).toThrow('no entry 4');
  });
});

describe('the chain of entries', () => {
  const chance = seededChance(7);
  const base = accept([], consult, '2031-06-01T08:00:00.000Z');
  const more = accept(base, inForce, '2031-07-02T08:00:00.000Z');
  const entries = [
    ...more,
    undoEntry(more, 1, { who: 'other', at: '2031-07-03T00:00:00.000Z', why: 'too early' }),
  ];

  test('is found whole', () => {
    expect(verifyChain(entries)).toEqual([]);
    expect(entries.map((entry) => entrySchema.parse(entry))).toEqual(entries);
  });

  test('shows a flipped bit wherever it falls (200 seeded places)', () => {
    const text = JSON.stringify(entries);
    for (let round = 0; round < 200; round++) {
      const at = pickNumber(chance, text.length);
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ 1);
      const changed = parseEntries(`${text.slice(0, at)}${flipped}${text.slice(at + 1)}`);
      if (changed === undefined) continue;
      expect(verifyChain(changed), `${at}: ${text[at]} to ${flipped}`).not.toEqual([]);
    }
  });

  test('shows an entry that was taken out, and one that was moved', () => {
    expect(verifyChain([entries[0], entries[2]]).map((one) => one.code)).toContain('broken-chain');
    expect(verifyChain([entries[1], entries[0], entries[2]])).not.toEqual([]);
  });
});

test('the chain of agreements runs both ways and survives a cycle', () => {
  const older: Agreement = { ...shipped, id: 'arc-bor-1999', predecessors: [] };
  const newest: Agreement = {
    ...shipped,
    id: 'arc-bor-2040',
    predecessors: [{ agreement: 'arc-bor-2031', how: 'echoes' }],
  };
  const ledger = new Map([shipped, older, newest].map((one) => [one.id, one]));
  expect(successionOf('arc-bor-2031', ledger)).toEqual({
    before: [{ agreement: 'arc-bor-1999', how: 'replaces', steps: 1 }],
    after: [{ agreement: 'arc-bor-2040', how: 'echoes', steps: 1 }],
  });
  const looped: Agreement = {
    ...older,
    predecessors: [{ agreement: 'arc-bor-2040', how: 'echoes' }],
  };
  expect(successionOf('arc-bor-2031', ledger.set(looped.id, looped)).before).toHaveLength(2);
});

/** A flip may break the JSON, a key or a type; those the reader of the file refuses by itself. */
function parseEntries(text: string): Entry[] | undefined {
  try {
    return (JSON.parse(text) as unknown[]).map((entry) => entrySchema.parse(entry));
  } catch {
    return undefined;
  }
}

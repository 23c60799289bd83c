import type { Agreement, Provision } from '../model/agreement.ts';
import type { Proposal, ProposalRow } from '../model/entry.ts';
import { dutyInWords } from '../model/names/duty-words.ts';

/** A proposal as rows of field, held and proposed value; the ledger is the one without it. */
export function showProposal(
  proposal: Proposal,
  ledger: ReadonlyMap<string, Agreement>,
): readonly ProposalRow[] {
  const { change } = proposal;
  const id = change.kind === 'new agreement' ? change.agreement.id : change.agreement;
  const held = ledger.get(id);
  switch (change.kind) {
    case 'new agreement':
      return agreementRows(change.agreement, held);
    case 'new member':
      return [
        row(
          'parties',
          statesOf(held),
          [statesOf(held), change.member.state].filter(isSaid).join(', '),
        ),
        ...optional('bound from', undefined, change.member.from),
      ];
    case 'new provision':
      return provisionRows(change.provision, held);
    case 'status':
      return [
        row('standing', held?.standing, change.status),
        ...optional(change.status, dayOf(held, change.status), change.day),
      ];
    case 'contradiction':
      return [
        { field: change.about, held: change.held, proposed: change.told, effect: 'puts beside' },
      ];
  }
}

function agreementRows(agreement: Agreement, held: Agreement | undefined): ProposalRow[] {
  return [
    row('name', held?.name, agreement.name),
    row('parties', statesOf(held), statesOf(agreement) ?? ''),
    ...optional('signed', held?.signed?.day, agreement.signed?.day),
    ...optional('in force', held?.inForce?.day, agreement.inForce?.day),
    ...agreement.provisions.flatMap((provision) => provisionRows(provision, held)),
  ];
}

function provisionRows(provision: Provision, held: Agreement | undefined): ProposalRow[] {
  const same = held?.provisions.find((other) => other.duty === provision.duty);
  const rows = [
    row('promise', same && dutyInWords(same.duty), dutyInWords(provision.duty)),
    row('bound', same && partiesInWords(same.bound), partiesInWords(provision.bound)),
    row('towards', same && partiesInWords(same.towards), partiesInWords(provision.towards)),
    ...optional('trigger', same?.trigger?.kind, provision.trigger?.kind),
    row('strength', same?.strength, provision.strength),
  ];
  return rows;
}

function row(field: string, held: string | undefined, proposed: string): ProposalRow {
  if (held === undefined || held === '') return { field, proposed, effect: 'adds' };
  return { field, held, proposed, effect: held === proposed ? 'same' : 'changes' };
}

function optional(
  field: string,
  held: string | undefined,
  proposed: string | undefined,
): readonly ProposalRow[] {
  if (proposed === undefined) return [];
  const made = row(field, held, proposed);
  // A day is never overwritten: the ledger keeps both.
  return [made.effect === 'changes' ? { ...made, effect: 'puts beside' } : made];
}

function statesOf(agreement: Agreement | undefined): string | undefined {
  return agreement?.parties.map((party) => party.state).join(', ');
}

function partiesInWords(parties: Provision['bound']): string {
  return parties === 'all' ? 'all parties' : parties.join(', ');
}

function dayOf(held: Agreement | undefined, status: string): string | undefined {
  if (status === 'signed') return held?.signed?.day;
  if (status === 'in force') return held?.inForce?.day;
  return status === 'ended' ? held?.ended?.day : undefined;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

import type { Agreement, Provision } from '../model/agreement.ts';
import type { Proposal, ProposalRow } from '../model/entry.ts';
import { dutyInWords } from '../model/names/duty-words.ts';

/** A proposal as rows of field, present and proposed value; the ledger is the one without it. */
export function showProposal(
  proposal: Proposal,
  ledger: ReadonlyMap<string, Agreement>,
): readonly ProposalRow[] {
  const { change } = proposal;
  const id = change.kind === 'new agreement' ? change.agreement.id : change.agreement;
  const known = ledger.get(id);
  switch (change.kind) {
    case 'new agreement':
      return agreementRows(change.agreement, known);
    case 'new member':
      return [
        row(
          'parties',
          statesOf(known),
          [statesOf(known), change.member.state].filter(isSaid).join(', '),
        ),
        ...optional('bound from', undefined, change.member.from),
      ];
    case 'new provision':
      return provisionRows(change.provision, known);
    case 'status':
      return [
        row('standing', known?.standing, change.status),
        ...optional(change.status, dayOf(known, change.status), change.day),
      ];
    case 'contradiction':
      return [
        { field: change.about, held: change.held, proposed: change.told, effect: 'puts beside' },
      ];
  }
}

function agreementRows(agreement: Agreement, known: Agreement | undefined): ProposalRow[] {
  return [
    row('name', known?.name, agreement.name),
    row('parties', statesOf(known), statesOf(agreement) ?? ''),
    ...optional('signed', known?.signed?.day, agreement.signed?.day),
    ...optional('in force', known?.inForce?.day, agreement.inForce?.day),
    ...agreement.provisions.flatMap((provision) => provisionRows(provision, known)),
  ];
}

function provisionRows(provision: Provision, known: Agreement | undefined): ProposalRow[] {
  const same = known?.provisions.find((other) => other.duty === provision.duty);
  const rows = [
    row('promise', same && dutyInWords(same.duty), dutyInWords(provision.duty)),
    row('bound', same && partiesInWords(same.bound), partiesInWords(provision.bound)),
    row('towards', same && partiesInWords(same.towards), partiesInWords(provision.towards)),
    ...optional('trigger', same?.trigger?.kind, provision.trigger?.kind),
    row('strength', same?.strength, provision.strength),
  ];
  return rows;
}

function row(field: string, now: string | undefined, proposed: string): ProposalRow {
  if (now === undefined || now === '') return { field, proposed, effect: 'adds' };
  return { field, held: now, proposed, effect: now === proposed ? 'same' : 'changes' };
}

function optional(
  field: string,
  now: string | undefined,
  proposed: string | undefined,
): readonly ProposalRow[] {
  if (proposed === undefined) return [];
  const made = row(field, now, proposed);
  // A day is never overwritten: the ledger keeps both.
  return [made.effect === 'changes' ? { ...made, effect: 'puts beside' } : made];
}

function statesOf(agreement: Agreement | undefined): string | undefined {
  return agreement?.parties.map((party) => party.state).join(', ');
}

function partiesInWords(parties: Provision['bound']): string {
  return parties === 'all' ? 'all parties' : parties.join(', ');
}

function dayOf(known: Agreement | undefined, status: string): string | undefined {
  if (status === 'signed') return known?.signed?.day;
  if (status === 'in force') return known?.inForce?.day;
  return status === 'ended' ? known?.ended?.day : undefined;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

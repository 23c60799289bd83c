import { parseDay } from '../base/day.ts';
import type { Agreement, DatedFact, Membership, Provision } from '../model/agreement.ts';
import type { Entry } from '../model/entry.ts';
import type { Source } from '../model/source.ts';
import { knownBy } from './known-by.ts';
import { standingEntries } from './standing-entries.ts';

/**
 * The ledger as it was known: the shipped facts with every accepted change applied in the order of
 * the entries, undone ones left out.
 *
 * A shipped value is never overwritten: where an accepted change gives another one, both stand
 * under `disputes` with their sources. Of the shipped facts only what had happened by then counts
 * as known.
 * @param as `known`: a day (that whole day counts) or an instant, ISO 8601; absent: all entries.
 */
export function foldLedger(
  shipped: Iterable<Agreement>,
  entries: readonly Entry[],
  as: { readonly known?: string } = {},
): ReadonlyMap<string, Agreement> {
  const ledger = new Map<string, Agreement>();
  for (const agreement of shipped) {
    const held = as.known === undefined ? agreement : knownBy(agreement, as.known.slice(0, 10));
    if (held !== undefined) ledger.set(held.id, held);
  }
  for (const entry of acceptedEntries(entries, as.known)) applyEntry(ledger, entry);
  return ledger;
}

/** The entries whose changes hold: accepted, known by then, and not taken back. */
export function acceptedEntries(entries: readonly Entry[], known?: string): readonly Entry[] {
  const seen = entries.filter((entry) => wasKnown(entry, known));
  return standingEntries(seen).filter((entry) => entry.decision === 'accept');
}

function wasKnown(entry: Entry, known: string | undefined): boolean {
  if (known === undefined) return true;
  return known.length <= 10 ? entry.at.slice(0, 10) <= known : entry.at <= known;
}

function applyEntry(ledger: Map<string, Agreement>, entry: Entry): void {
  const { change } = entry.proposal;
  if (change.kind === 'new agreement') {
    const held = ledger.get(change.agreement.id);
    const added = held === undefined ? change.agreement : withAgreement(held, change.agreement);
    ledger.set(added.id, withEvidence(added, entry));
    return;
  }
  const held = ledger.get(change.agreement);
  // Its agreement was taken back by an undo: the change waits, and comes back with it.
  if (held === undefined) return;
  ledger.set(held.id, withEvidence(changed(held, entry), entry));
}

function changed(held: Agreement, entry: Entry): Agreement {
  const { change } = entry.proposal;
  const sources = Object.keys(evidenceSources(entry));
  switch (change.kind) {
    case 'new agreement':
      return withAgreement(held, change.agreement);
    case 'new member':
      return withMember(held, { certainty: 'reported', ...change.member, sources });
    case 'new provision':
      return withProvision(held, { ...change.provision, sources });
    case 'status':
      return withStatus(held, { status: change.status, day: change.day, sources });
    case 'contradiction':
      return withDispute(
        held,
        { about: change.about, held: change.held, told: change.told },
        sources,
      );
  }
}

/** The shipped agreement stays as it is; members and promises that it lacks come to it. */
function withAgreement(held: Agreement, added: Agreement): Agreement {
  const states = new Set(held.parties.map((party) => party.state));
  const duties = new Set(held.provisions.map((provision) => provision.duty));
  const members = added.parties.filter((party) => !states.has(party.state));
  const provisions = added.provisions.filter((provision) => !duties.has(provision.duty));
  const sources = { ...added.sources, ...held.sources };
  return provisions.reduce(withProvision, members.reduce(withMember, { ...held, sources }));
}

function withMember(held: Agreement, member: Membership): Agreement {
  const standing = held.parties.some(
    (party) => party.state === member.state && party.until === undefined,
  );
  return standing ? held : { ...held, parties: [...held.parties, member] };
}

function withProvision(held: Agreement, provision: Provision): Agreement {
  const taken = new Set(held.provisions.map((other) => other.id));
  let id = provision.id;
  for (let number = 2; taken.has(id); number++) id = `${provision.id}-${number}`;
  return { ...held, provisions: [...held.provisions, { ...provision, id }] };
}

interface StatusTold {
  readonly status: string;
  readonly day?: string;
  readonly sources: readonly string[];
}

function withStatus(held: Agreement, told: StatusTold): Agreement {
  const fact: DatedFact | undefined =
    told.day === undefined
      ? undefined
      : { day: told.day, how: told.status, certainty: 'reported', sources: [...told.sources] };
  switch (told.status) {
    case 'signed':
      return withFact(held, 'signed', fact, told);
    case 'in force':
      return withFact({ ...held, standing: 'in force' }, 'inForce', fact, told);
    case 'ended':
      return withFact({ ...held, standing: 'ended' }, 'ended', fact, told);
    case 'suspended':
      return withSuspension(held, told);
    default:
      return withNote(held, told);
  }
}

/**
 * Suspended from the day told; without a whole day it stays in words, since nothing can rest on it.
 */
function withSuspension(held: Agreement, told: StatusTold): Agreement {
  const from = told.day === undefined ? undefined : parseDay(told.day);
  if (from === undefined) return withNote(held, told);
  const pause = {
    from,
    how: 'suspended, as reported',
    certainty: 'reported' as const,
    sources: [...told.sources],
  };
  return { ...held, suspended: [...(held.suspended ?? []), pause] };
}

function withFact(
  held: Agreement,
  field: 'signed' | 'inForce' | 'ended',
  fact: DatedFact | undefined,
  told: StatusTold,
): Agreement {
  if (fact === undefined) return withNote(held, told);
  const before = held[field];
  if (before === undefined) return { ...held, [field]: fact };
  if (before.day === fact.day) return held;
  const about = { signed: 'signed', inForce: 'in force', ended: 'ended' }[field];
  return withDispute(held, { about, held: before.day, told: fact.day }, told.sources);
}

/** A status without a field of its own (denounced, ratified) is kept in words. */
function withNote(held: Agreement, told: StatusTold): Agreement {
  const when = told.day === undefined ? '' : ` on ${told.day}`;
  const note = `Reported${when}: ${told.status} (${told.sources.join(', ')}).`;
  return { ...held, note: held.note === undefined ? note : `${held.note} ${note}` };
}

function withDispute(
  held: Agreement,
  values: { readonly about: string; readonly held: string; readonly told: string },
  sources: readonly string[],
): Agreement {
  const disputes = [...(held.disputes ?? [])];
  const at = disputes.findIndex((dispute) => dispute.about === values.about);
  const told = { value: values.told, sources: [...sources] };
  if (at === -1) {
    disputes.push({ about: values.about, values: [{ value: values.held, sources: [] }, told] });
  } else {
    disputes[at] = { ...disputes[at], values: [...disputes[at].values, told] };
  }
  return { ...held, disputes };
}

function withEvidence(held: Agreement, entry: Entry): Agreement {
  return { ...held, sources: { ...held.sources, ...evidenceSources(entry) } };
}

/** Source keys and descriptions of what an entry rests on: the report, and where in it. */
function evidenceSources(entry: Entry): Record<string, Source> {
  return Object.fromEntries(
    entry.proposal.evidence.map((evidence, index) => [
      `entry-${entry.number}-${index + 1}`,
      {
        title: `${evidence.outlet ?? 'Report'}: ${evidence.report}`,
        at: `characters ${evidence.start} to ${evidence.end}: ${evidence.text}`,
      },
    ]),
  );
}

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
    const known = as.known === undefined ? agreement : knownBy(agreement, as.known.slice(0, 10));
    if (known !== undefined) ledger.set(known.id, known);
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
    const known = ledger.get(change.agreement.id);
    const added = known === undefined ? change.agreement : withAgreement(known, change.agreement);
    ledger.set(added.id, withEvidence(added, entry));
    return;
  }
  const known = ledger.get(change.agreement);
  // Its agreement was taken back by an undo: the change waits, and comes back with it.
  if (known === undefined) return;
  ledger.set(known.id, withEvidence(changed(known, entry), entry));
}

function changed(known: Agreement, entry: Entry): Agreement {
  const { change } = entry.proposal;
  const sources = Object.keys(evidenceSources(entry));
  switch (change.kind) {
    case 'new agreement':
      return withAgreement(known, change.agreement);
    case 'new member':
      return withMember(known, { certainty: 'reported', ...change.member, sources });
    case 'new provision':
      return withProvision(known, { ...change.provision, sources });
    case 'status':
      return withStatus(known, { status: change.status, day: change.day, sources });
    case 'contradiction':
      return withDispute(
        known,
        { about: change.about, held: change.held, told: change.told },
        sources,
      );
  }
}

/** The shipped agreement stays as it is; members and promises that it lacks come to it. */
function withAgreement(known: Agreement, added: Agreement): Agreement {
  const states = new Set(known.parties.map((party) => party.state));
  const duties = new Set(known.provisions.map((provision) => provision.duty));
  const members = added.parties.filter((party) => !states.has(party.state));
  const provisions = added.provisions.filter((provision) => !duties.has(provision.duty));
  const sources = { ...added.sources, ...known.sources };
  return provisions.reduce(withProvision, members.reduce(withMember, { ...known, sources }));
}

function withMember(known: Agreement, member: Membership): Agreement {
  const standing = known.parties.some(
    (party) => party.state === member.state && party.until === undefined,
  );
  return standing ? known : { ...known, parties: [...known.parties, member] };
}

function withProvision(known: Agreement, provision: Provision): Agreement {
  const taken = new Set(known.provisions.map((other) => other.id));
  let id = provision.id;
  for (let number = 2; taken.has(id); number++) id = `${provision.id}-${number}`;
  return { ...known, provisions: [...known.provisions, { ...provision, id }] };
}

interface ReportedStatus {
  readonly status: string;
  readonly day?: string;
  readonly sources: readonly string[];
}

function withStatus(known: Agreement, reported: ReportedStatus): Agreement {
  const fact: DatedFact | undefined =
    reported.day === undefined
      ? undefined
      : {
          day: reported.day,
          how: reported.status,
          certainty: 'reported',
          sources: [...reported.sources],
        };
  switch (reported.status) {
    case 'signed':
      return withFact(known, 'signed', fact, reported);
    case 'in force':
      return withFact({ ...known, standing: 'in force' }, 'inForce', fact, reported);
    case 'ended':
      return withFact({ ...known, standing: 'ended' }, 'ended', fact, reported);
    case 'suspended':
      return withSuspension(known, reported);
    default:
      return withNote(known, reported);
  }
}

/**
 * Suspended from the day reported; without a whole day it stays in words, since nothing can rest
 * on it.
 */
function withSuspension(known: Agreement, reported: ReportedStatus): Agreement {
  const from = reported.day === undefined ? undefined : parseDay(reported.day);
  if (from === undefined) return withNote(known, reported);
  const pause = {
    from,
    how: 'suspended, as reported',
    certainty: 'reported' as const,
    sources: [...reported.sources],
  };
  return { ...known, suspended: [...(known.suspended ?? []), pause] };
}

function withFact(
  known: Agreement,
  field: 'signed' | 'inForce' | 'ended',
  fact: DatedFact | undefined,
  reported: ReportedStatus,
): Agreement {
  if (fact === undefined) return withNote(known, reported);
  const before = known[field];
  if (before === undefined) return { ...known, [field]: fact };
  if (before.day === fact.day) return known;
  const about = { signed: 'signed', inForce: 'in force', ended: 'ended' }[field];
  return withDispute(known, { about, held: before.day, told: fact.day }, reported.sources);
}

/** A status without a field of its own (denounced, ratified) is kept in words. */
function withNote(known: Agreement, reported: ReportedStatus): Agreement {
  const when = reported.day === undefined ? '' : ` on ${reported.day}`;
  const note = `Reported${when}: ${reported.status} (${reported.sources.join(', ')}).`;
  return { ...known, note: known.note === undefined ? note : `${known.note} ${note}` };
}

function withDispute(
  known: Agreement,
  values: { readonly about: string; readonly held: string; readonly told: string },
  sources: readonly string[],
): Agreement {
  const disputes = [...(known.disputes ?? [])];
  const at = disputes.findIndex((dispute) => dispute.about === values.about);
  const other = { value: values.told, sources: [...sources] };
  if (at === -1) {
    disputes.push({ about: values.about, values: [{ value: values.held, sources: [] }, other] });
  } else {
    disputes[at] = { ...disputes[at], values: [...disputes[at].values, other] };
  }
  return { ...known, disputes };
}

function withEvidence(known: Agreement, entry: Entry): Agreement {
  return { ...known, sources: { ...known.sources, ...evidenceSources(entry) } };
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

import { parseDay } from '../base/day.ts';
import { mayBeSameDay } from '../base/edtf.ts';
import type { Agreement, DutyKind, Provision } from '../model/agreement.ts';
import type { Change, Evidence, Proposal } from '../model/entry.ts';
import { dutyInWords, dutyOfType } from '../model/names/duty-words.ts';
import type { AgreementTold } from '../model/reading.ts';
import { standingOn } from '../reference/validity/standing.ts';
import { timelineOf } from '../reference/validity/timeline.ts';
import type { ReportedAgreement } from './reported-agreement.ts';

/** A change to propose, or something the ledger has already. */
export type Suggestion =
  | { readonly kind: 'change'; readonly proposal: Omit<Proposal, 'id'> }
  | {
      readonly kind: 'known';
      readonly agreement: string;
      readonly what: string;
      readonly evidence: readonly Evidence[];
    };

/** Everything that one report on one agreement suggests, each rule by itself. */
export function suggestionsFrom(
  report: ReportedAgreement,
  ledger: ReadonlyMap<string, Agreement>,
): readonly Suggestion[] {
  const { known } = report;
  const promises = newProvisions(report);
  if (known === undefined) return [newAgreement(report), ...promises];
  return [
    ...newMembers(report, known),
    ...signature(report, known),
    ...status(report, known, ledger),
    ...promises,
  ];
}

/** An agreement the ledger does not have; its promises follow as proposals of their own. */
function newAgreement(report: ReportedAgreement): Suggestion {
  const { parties, signed } = report.reported;
  const name = report.reported.name ?? `Agreement of ${parties.join(', ')}`;
  const agreement: Agreement = {
    id: report.id,
    name,
    ...signedFact(report.reported),
    standing: 'signed',
    parties: parties.map((state) => ({ state, certainty: 'reported' })),
    provisions: [],
    sources: {},
  };
  const when = signed === undefined ? '' : `, signed ${signed}`;
  const summary = `${name}: ${parties.join(', ')}${when}`;
  return change(report, { kind: 'new agreement', agreement }, summary);
}

function signedFact({ signed }: AgreementTold): Pick<Agreement, 'signed'> {
  return signed === undefined ? {} : { signed: { day: signed, certainty: 'reported' } };
}

/** A party that the ledger does not list. */
function newMembers(report: ReportedAgreement, known: Agreement): readonly Suggestion[] {
  const listed = new Set(known.parties.map((party) => party.state));
  return report.reported.parties
    .filter((state) => !listed.has(state))
    .map((state) =>
      change(
        report,
        { kind: 'new member', agreement: known.id, member: { state, certainty: 'reported' } },
        `${state} is a party to ${known.name}`,
        `parties: ${[...listed].join(', ')}`,
      ),
    );
}

/** The day of signature: the same, missing in the ledger, or another one. */
function signature(report: ReportedAgreement, known: Agreement): readonly Suggestion[] {
  const { signed } = report.reported;
  if (signed === undefined) return [];
  if (known.signed === undefined) return [statusChange(report, known, 'signed', signed)];
  if (mayBeSameDay(known.signed.day, signed)) return [alreadyKnown(report, 'signed')];
  return [contradiction(report, known, { about: 'signed', held: known.signed.day, told: signed })];
}

/** Statuses of a reading with a meaning on the ledger's own scale, from earliest to latest. */
const scale: readonly string[] = ['signed', 'in force', 'suspended', 'ended'];

/** Statuses that the ledger keeps in words. */
const steps: readonly string[] = ['ratified', 'denounced'];

/** What the report says the agreement has come to, against the ledger on the report's day. */
function status(
  report: ReportedAgreement,
  known: Agreement,
  ledger: ReadonlyMap<string, Agreement>,
): readonly Suggestion[] {
  const now = report.reported.status;
  if (now === undefined || now === 'signed') return [];
  if (steps.includes(now)) return [statusChange(report, known, now, undefined)];
  if (!scale.includes(now)) return [];
  const published = report.published === undefined ? undefined : parseDay(report.published);
  const standing =
    published === undefined
      ? known.standing
      : standingOn(timelineOf(known, ledger.values()), published).standing;
  if (standing === now) return [alreadyKnown(report, now)];
  const isEarlier = scale.indexOf(now) < scale.indexOf(standing);
  // One party of many that halts its part suspends nothing between the others.
  const halfSuspended = now === 'suspended' && known.parties.length > 2;
  if ((isEarlier && standing !== 'suspended') || halfSuspended)
    return [contradiction(report, known, { about: 'standing', held: standing, told: now })];
  return [statusChange(report, known, now, now === 'suspended' ? published : undefined)];
}

/** A promise that the ledger does not list in the agreement. */
function newProvisions(report: ReportedAgreement): readonly Suggestion[] {
  const { id, known, reported, words } = report;
  return reported.provisions.flatMap((provision): readonly Suggestion[] => {
    const duty = dutyOfType(provision.type);
    if (duty === undefined) return [];
    const evidence = [report.evidenceOf(provision.evidence)];
    const what = dutyInWords(duty);
    if (known?.provisions.some((other) => other.duty === duty))
      return [{ kind: 'known', agreement: id, what, evidence }];
    const trigger = words.triggerOf(provision.trigger);
    const added: Provision = {
      id: `told-${duty.replaceAll(/[^a-z]+/g, '-')}`,
      duty,
      bound: 'all',
      towards: towardsWhom(reported, provision.towards),
      ...(trigger === undefined ? {} : { trigger }),
      strength: 'not known',
      text: `As reported: ${what}.`,
      certainty: 'reported',
    };
    const made: Change = { kind: 'new provision', agreement: id, provision: added };
    const summary = `${known?.name ?? reported.name ?? id}: ${what}`;
    return [change({ ...report, evidence }, made, summary, dutiesOf(known))];
  });
}

/** Named states only where they are fewer than all the parties. */
function towardsWhom(
  { parties }: AgreementTold,
  towards: readonly string[] | undefined,
): Provision['towards'] {
  if (towards === undefined || towards.length === 0) return 'all';
  const everyone = parties.every((state) => towards.includes(state));
  return everyone ? 'all' : [...towards].sort();
}

function dutiesOf(known: Agreement | undefined): string | undefined {
  if (known === undefined || known.provisions.length === 0) return undefined;
  const duties = new Set<DutyKind>(known.provisions.map((provision) => provision.duty));
  return `promises: ${[...duties].map(dutyInWords).join(', ')}`;
}

function statusChange(
  report: ReportedAgreement,
  known: Agreement,
  status: string,
  day: string | undefined,
): Suggestion {
  const when = day === undefined ? '' : ` on ${day}`;
  return change(
    report,
    { kind: 'status', agreement: known.id, status, ...(day === undefined ? {} : { day }) },
    `${known.name}: ${status}${when}`,
    `standing: ${known.standing}`,
  );
}

function contradiction(
  report: ReportedAgreement,
  known: Agreement,
  values: { readonly about: string; readonly held: string; readonly told: string },
): Suggestion {
  const { about, held, told } = values;
  return change(
    report,
    { kind: 'contradiction', agreement: known.id, ...values },
    `${known.name}: ${about} ${told} in the report, ${held} in the ledger`,
    `${about}: ${held}`,
  );
}

function alreadyKnown({ id, evidence }: ReportedAgreement, what: string): Suggestion {
  return { kind: 'known', agreement: id, what, evidence };
}

function change(
  { evidence, confidence }: Pick<ReportedAgreement, 'evidence' | 'confidence'>,
  made: Change,
  summary: string,
  held?: string,
): Suggestion {
  const proposal = {
    change: made,
    ...(held === undefined ? {} : { held }),
    summary,
    evidence: [...evidence],
    confidence,
  };
  return { kind: 'change', proposal };
}

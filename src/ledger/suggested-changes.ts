import { parseDay } from '../base/day.ts';
import { mayBeSameDay } from '../base/edtf.ts';
import type { Agreement, DutyKind, Provision } from '../model/agreement.ts';
import type { Change, Evidence, Proposal } from '../model/entry.ts';
import { dutyInWords, dutyOfType } from '../model/names/duty-words.ts';
import type { AgreementTold } from '../model/reading.ts';
import { standingOn } from '../reference/validity/standing.ts';
import { timelineOf } from '../reference/validity/timeline.ts';
import type { Told } from './reported-agreement.ts';
import { triggerNamed } from './trigger-named.ts';

/** A change to propose, or something that the ledger holds already. */
export type Suggestion =
  | { readonly kind: 'change'; readonly proposal: Omit<Proposal, 'id'> }
  | {
      readonly kind: 'held';
      readonly agreement: string;
      readonly what: string;
      readonly evidence: readonly Evidence[];
    };

/** Everything one report's word on one agreement suggests, each rule by itself. */
export function changesTold(told: Told): readonly Suggestion[] {
  return [
    ...agreementTold(told),
    ...membersTold(told),
    ...signatureTold(told),
    ...statusTold(told),
    ...provisionsTold(told),
  ];
}

/** An agreement that the ledger does not hold; its promises follow as proposals of their own. */
function agreementTold(told: Told): readonly Suggestion[] {
  if (told.held !== undefined) return [];
  const { parties } = told.told;
  const name = told.told.name ?? `Agreement of ${parties.join(', ')}`;
  const agreement: Agreement = {
    id: told.id,
    name,
    ...signedFact(told.told),
    standing: 'signed',
    parties: parties.map((state) => ({ state, certainty: 'reported' })),
    provisions: [],
    sources: {},
  };
  const when = told.told.signed === undefined ? '' : `, signed ${told.told.signed}`;
  return [
    change(told, { kind: 'new agreement', agreement }, `${name}: ${parties.join(', ')}${when}`),
  ];
}

function signedFact(told: AgreementTold): Pick<Agreement, 'signed'> {
  if (told.signed === undefined) return {};
  return { signed: { day: told.signed, certainty: 'reported' } };
}

/** A party that the ledger does not list, in an agreement that it holds. */
function membersTold(told: Told): readonly Suggestion[] {
  const { held } = told;
  if (held === undefined) return [];
  const known = new Set(held.parties.map((party) => party.state));
  return told.told.parties
    .filter((state) => !known.has(state))
    .map((state) =>
      change(
        told,
        { kind: 'new member', agreement: held.id, member: { state, certainty: 'reported' } },
        `${state} is a party to ${held.name}`,
        `parties: ${[...known].join(', ')}`,
      ),
    );
}

/** The day of signature: held alike, missing, or another one. */
function signatureTold(told: Told): readonly Suggestion[] {
  const { held } = told;
  const { signed } = told.told;
  if (held === undefined || signed === undefined) return [];
  if (held.signed === undefined) return [statusChange(told, held, 'signed', signed)];
  if (mayBeSameDay(held.signed.day, signed)) return [alreadyHeld(told, 'signed')];
  return [contradiction(told, held, { about: 'signed', held: held.signed.day, told: signed })];
}

/** Statuses with a meaning on the ledger's own scale, from earliest to latest. */
const scale = ['signed', 'in force', 'suspended', 'ended'];

/** Words for a status, each with the one on the scale; other words propose nothing. */
const statuses: ReadonlyMap<string, string> = new Map([
  ...[...scale, 'ratified', 'denounced'].map((word) => [word, word] as const),
  ...['terminated', 'expired', 'lapsed', 'abrogated'].map((word) => [word, 'ended'] as const),
]);

/** What the report says the agreement has come to, against what the ledger holds for its day. */
function statusTold(told: Told): readonly Suggestion[] {
  const { held } = told;
  const status = statuses.get(told.told.status ?? '');
  if (held === undefined || status === undefined || status === 'signed') return [];
  const published = told.published === undefined ? undefined : parseDay(told.published);
  const standing =
    published === undefined ? held.standing : standingOn(timelineOf(held, []), published).standing;
  if (standing === status) return [alreadyHeld(told, status)];
  const isEarlier = scale.includes(status) && scale.indexOf(status) < scale.indexOf(standing);
  if (isEarlier && standing !== 'suspended')
    return [contradiction(told, held, { about: 'standing', held: standing, told: status })];
  if (status !== 'suspended') return [statusChange(told, held, status, undefined)];
  // One party of many that halts its part suspends nothing between the others.
  if (held.parties.length > 2)
    return [contradiction(told, held, { about: 'standing', held: standing, told: 'suspended' })];
  return [statusChange(told, held, status, published)];
}

/** A promise that the ledger does not list in the agreement. */
function provisionsTold(told: Told): readonly Suggestion[] {
  return told.told.provisions.flatMap((provision) => {
    const duty = dutyOfType(provision.type);
    if (duty === undefined) return [];
    const evidence = [told.evidenceOf(provision.evidence)];
    const what = dutyInWords(duty);
    if (told.held?.provisions.some((other) => other.duty === duty))
      return [{ kind: 'held', agreement: told.id, what, evidence } as const];
    const trigger = triggerNamed(provision.trigger);
    const added: Provision = {
      id: `told-${duty.replaceAll(/[^a-z]+/g, '-')}`,
      duty,
      bound: 'all',
      towards: towardsTold(told, provision.towards),
      ...(trigger === undefined ? {} : { trigger }),
      strength: 'not known',
      text: `As reported: ${what}.`,
      certainty: 'reported',
    };
    const summary = `${told.held?.name ?? told.told.name ?? told.id}: ${what}`;
    const made = change(
      told,
      { kind: 'new provision', agreement: told.id, provision: added },
      summary,
      heldDuties(told.held),
    );
    return [made.kind === 'change' ? withEvidence(made, evidence) : made];
  });
}

/** Named states only where they are fewer than all the parties. */
function towardsTold(told: Told, towards: readonly string[] | undefined): Provision['towards'] {
  if (towards === undefined || towards.length === 0) return 'all';
  const everyone = told.told.parties.every((state) => towards.includes(state));
  return everyone ? 'all' : [...towards].sort();
}

function heldDuties(held: Agreement | undefined): string | undefined {
  if (held === undefined || held.provisions.length === 0) return undefined;
  const duties = new Set<DutyKind>(held.provisions.map((provision) => provision.duty));
  return `promises: ${[...duties].map(dutyInWords).join(', ')}`;
}

function statusChange(
  told: Told,
  held: Agreement,
  status: string,
  day: string | undefined,
): Suggestion {
  const when = day === undefined ? '' : ` on ${day}`;
  return change(
    told,
    { kind: 'status', agreement: held.id, status, ...(day === undefined ? {} : { day }) },
    `${held.name}: ${status}${when}`,
    `standing: ${held.standing}`,
  );
}

function contradiction(
  told: Told,
  held: Agreement,
  values: { readonly about: string; readonly held: string; readonly told: string },
): Suggestion {
  return change(
    told,
    { kind: 'contradiction', agreement: held.id, ...values },
    `${held.name}: ${values.about} is told as ${values.told}, held as ${values.held}`,
    `${values.about}: ${values.held}`,
  );
}

function alreadyHeld(told: Told, what: string): Suggestion {
  return { kind: 'held', agreement: told.id, what, evidence: told.evidence };
}

function change(told: Told, made: Change, summary: string, held?: string): Suggestion {
  const proposal = {
    change: made,
    ...(held === undefined ? {} : { held }),
    summary,
    evidence: [...told.evidence],
    confidence: told.confidence,
  };
  return { kind: 'change', proposal };
}

function withEvidence(
  made: Extract<Suggestion, { kind: 'change' }>,
  evidence: readonly Evidence[],
): Suggestion {
  return { kind: 'change', proposal: { ...made.proposal, evidence: [...evidence] } };
}

import { mayBeSameDay } from '../base/edtf.ts';
import { compareText } from '../base/text-order.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Evidence } from '../model/entry.ts';
import type { AgreementTold, Reading, Stance } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import { sentenceAround } from './sentence-around.ts';

/** One agreement as one report tells of it, beside what the ledger holds on it. */
export interface Told {
  readonly id: string;
  readonly told: AgreementTold;
  readonly held?: Agreement;
  /** Day the report came out, where it is known. */
  readonly published?: string;
  readonly confidence: number;
  /** The words that name the agreement. */
  readonly evidence: readonly Evidence[];
  readonly evidenceOf: (span: Span) => Evidence;
}

/** Stances that assert what they speak of; a fear or a demand tells the ledger nothing. */
const asserting: ReadonlySet<Stance> = new Set([
  'asserts',
  'alleges',
  'praises',
  'condemns',
  'promises',
]);

/** Trust in what an outlet tells in its own voice, where the reader gives no figure of its own. */
const ownVoice = 0.7;

/** The agreements the readings assert, in an order that does not depend on theirs. */
export function toldOf(
  readings: readonly Reading[],
  ledger: ReadonlyMap<string, Agreement>,
): readonly Told[] {
  const inOrder = [...readings].sort((a, b) => compareText(a.report.id, b.report.id));
  return inOrder.flatMap((reading) =>
    reading.agreements.flatMap((told) => {
      const attribution =
        told.attribution === undefined ? undefined : reading.attributions[told.attribution];
      if (attribution !== undefined && !asserting.has(attribution.stance)) return [];
      if (told.mentions.length === 0 || told.parties.length < 2) return [];
      const held = heldFor(told, ledger);
      const id = held?.id ?? told.id ?? madeId(told, reading.report.published);
      if (id === undefined) return [];
      const evidenceOf = (span: Span) => evidenceIn(reading, span);
      return [
        {
          id,
          told,
          held,
          published: reading.report.published,
          confidence: attribution?.confidence ?? ownVoice,
          evidence: [evidenceOf(told.mentions[0])],
          evidenceOf,
        },
      ];
    }),
  );
}

/** By its id; else the one agreement of the same parties, signed on a day that may be the same. */
function heldFor(
  told: AgreementTold,
  ledger: ReadonlyMap<string, Agreement>,
): Agreement | undefined {
  if (told.id !== undefined) return ledger.get(told.id);
  const parties = [...told.parties].sort().join(' ');
  const alike = [...ledger.values()].filter((held) => {
    const states = held.parties.map((party) => party.state).sort();
    if (states.join(' ') !== parties) return false;
    if (told.signed === undefined || held.signed === undefined) return told.name === held.name;
    return mayBeSameDay(told.signed, held.signed.day);
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/** `rus-prk-2024`: parties and year. Without a year there is no telling which one is meant. */
function madeId(told: AgreementTold, published: string | undefined): string | undefined {
  const year = (told.signed ?? published)?.slice(0, 4);
  if (year === undefined) return undefined;
  const parties = [...told.parties].sort().map((state) => state.toLowerCase());
  return [...parties.slice(0, 4), year].join('-');
}

function evidenceIn(reading: Reading, span: Span): Evidence {
  const { report } = reading;
  return {
    report: report.id,
    ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
    start: span.start,
    end: span.end,
    text: span.text,
    sentence: sentenceAround(report.text, span.start, span.end),
  };
}

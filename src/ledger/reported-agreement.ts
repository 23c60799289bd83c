import { mayBeSameDay } from '../base/edtf.ts';
import { compareText } from '../base/text-order.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Evidence } from '../model/entry.ts';
import type { AgreementTold, Reading, Stance } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import type { ReportWords, ReportWordsFor } from './report-words.ts';
import { sentenceAround } from './sentence-around.ts';

/** One agreement as one report presents it, beside what the ledger has on it. */
export interface ReportedAgreement {
  readonly id: string;
  readonly reported: AgreementTold;
  /** Absent: the ledger does not have it. */
  readonly known?: Agreement;
  /** Day the report came out, where it is known. */
  readonly published?: string;
  readonly confidence: number;
  /** The words that name the agreement. */
  readonly evidence: readonly Evidence[];
  readonly evidenceOf: (span: Span) => Evidence;
  readonly words: ReportWords;
}

/** Stances that assert what they speak of; from a fear or a demand the ledger learns nothing. */
const asserting: ReadonlySet<Stance> = new Set([
  'asserts',
  'alleges',
  'praises',
  'condemns',
  'promises',
]);

/** Trust in what an outlet says in its own voice, where the reader gives no figure of its own. */
const ownVoice = 0.7;

/** The agreements the readings assert, in an order that does not depend on theirs. */
export function reportedAgreements(
  readings: readonly Reading[],
  ledger: ReadonlyMap<string, Agreement>,
  wordsFor: ReportWordsFor,
): readonly ReportedAgreement[] {
  const inOrder = [...readings].sort((a, b) => compareText(a.report.id, b.report.id));
  return inOrder.flatMap((reading) => {
    const words = wordsFor(reading.report.language);
    return reading.agreements.flatMap((reported) => {
      const { attribution: index, mentions, parties } = reported;
      const attribution = index === undefined ? undefined : reading.attributions[index];
      if (attribution !== undefined && !asserting.has(attribution.stance)) return [];
      if (mentions.length === 0 || parties.length < 2) return [];
      const { published } = reading.report;
      const known = knownAs(reported, ledger);
      const id = known?.id ?? reported.id ?? makeId(reported, published);
      if (id === undefined) return [];
      const evidenceOf = (span: Span) => evidenceIn(reading, span, words);
      const confidence = attribution?.confidence ?? ownVoice;
      const evidence = [evidenceOf(mentions[0])];
      return [{ id, reported, known, published, confidence, evidence, evidenceOf, words }];
    });
  });
}

/** By its id; else the one agreement of the same parties, signed on a day that may be the same. */
function knownAs(
  reported: AgreementTold,
  ledger: ReadonlyMap<string, Agreement>,
): Agreement | undefined {
  if (reported.id !== undefined) return ledger.get(reported.id);
  const parties = [...reported.parties].sort().join(' ');
  const alike = [...ledger.values()].filter((known) => {
    const states = known.parties.map((party) => party.state).sort();
    if (states.join(' ') !== parties) return false;
    if (reported.signed === undefined || known.signed === undefined)
      return reported.name === known.name;
    return mayBeSameDay(reported.signed, known.signed.day);
  });
  return alike.length === 1 ? alike[0] : undefined;
}

/** `rus-prk-2024`: parties and year. Without a year nobody can say which one is meant. */
function makeId(reported: AgreementTold, published: string | undefined): string | undefined {
  const year = (reported.signed ?? published)?.slice(0, 4);
  if (year === undefined) return undefined;
  const parties = [...reported.parties].sort().map((state) => state.toLowerCase());
  return [...parties.slice(0, 4), year].join('-');
}

function evidenceIn({ report }: Reading, span: Span, { shortForms }: ReportWords): Evidence {
  return {
    report: report.id,
    ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
    start: span.start,
    end: span.end,
    text: span.text,
    sentence: sentenceAround(report.text, span, shortForms),
  };
}

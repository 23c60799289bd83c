import { notMade, statusAfterStep, statusesInOrder } from '../../model/names/status-after-step.ts';
import type { AgreementTold, DateMention, Step } from '../../model/reading.ts';
import { makeSpan, overlapping, spansOverlap } from '../../model/span.ts';
import { hangsDirectlyOn, lowerForm, relationOf, tokenAt } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';
import type { Deed, InstrumentChain, InstrumentMention } from './instrument.ts';

/** What was done to an instrument, the status furthest on in its life, and the day of signature. */
export function findSteps(
  chain: InstrumentChain,
  dates: readonly DateMention[],
  { words }: AgreementLexicon,
): Pick<AgreementTold, 'steps' | 'status' | 'signed'> {
  const reached: string[] = [];
  const steps: Step[] = [];
  for (const mention of chain.mentions) {
    if (mention.existing) reached.push('in force');
    for (const deed of mention.deeds) {
      if (!counts(deed, mention.parties.length > 0 ? mention.parties : chain.parties)) continue;
      reached.push(...statusAfter(deed));
      for (const step of stepOf(deed, mention, dates, words.deadlineMarks)) {
        if (!steps.some((one) => isSame(one, step))) steps.push(step);
      }
    }
  }
  steps.sort((a, b) => a.evidence.start - b.evidence.start);
  const status = statusesInOrder.findLast((one) => reached.includes(one));
  const signed = steps.find((one) => one.step === 'signed' && one.status === 'reported' && one.on);
  return {
    ...(steps.length > 0 && { steps }),
    ...(status && { status }),
    ...(signed && { signed: signed.on }),
  };
}

/** `denounce` and `reject` say something of an instrument only where a party does so. */
function counts({ row, by }: Deed, parties: readonly string[]): boolean {
  if (row.only === undefined) return true;
  return by.some((state) => parties.length === 0 || parties.includes(state));
}

function statusAfter({ row, status }: Deed): string[] {
  if (row.step === undefined) return [];
  if (status === 'reported' || row.planned) return [statusAfterStep[row.step]];
  const unmade = row.step === 'signed' || row.step === 'agreed';
  return status === 'denied' && unmade ? [notMade] : [];
}

function stepOf(
  { row, at, by, status }: Deed,
  mention: InstrumentMention,
  dates: readonly DateMention[],
  deadlines: ReadonlySet<string>,
): Step[] {
  if (row.step === undefined) return [];
  const { tree, fullStart, fullEnd } = mention;
  const { start, end } = tree.tokens[at];
  const evidence = makeSpan(tree.text, Math.min(start, fullStart), Math.max(end, fullEnd));
  const days = overlapping(dates, tree.sentence).filter((date) => {
    // Not `the 2018 treaty`, and not `until 2026`.
    const isDay = date.type === 'DATE' && !spansOverlap(date, mention);
    return isDay && !deadlines.has(lowerForm(tree, tokenAt(tree, date.start) - 1));
  });
  const on = dayOf(tree, at, days);
  return [{ step: row.step, by: [...by], ...(on && { on }), status, evidence, rule: row.id }];
}

function isSame(one: Step, other: Step): boolean {
  return one.step === other.step && spansOverlap(one.evidence, other.evidence);
}

/** The date that hangs on the deed; a sentence with one date lends it to its main verb. */
function dayOf(tree: Tree, deed: number, dates: readonly DateMention[]): string | undefined {
  const exact = dates.filter(({ value }) => /^\d{4}(-\d{2}){0,2}$/.test(value));
  const tied = exact.filter(({ start }) => hangsDirectlyOn(tree, tokenAt(tree, start), deed));
  const [best] = tied.sort((a, b) => b.value.length - a.value.length);
  const isMain = tree.tokens[deed].head < 0 || relationOf(tree, deed) === 'conj';
  const [only, other] = isMain ? exact : [];
  const lent = other === undefined && only?.value.length === 10 ? only : undefined;
  return (best ?? lent)?.value;
}

import type { Made } from '../model/made.ts';
import type { Mention, Reading } from '../model/reading.ts';
import type { ReportTaken } from '../model/report.ts';
import { dateLexicon } from '../reference/constructions/date-lexicon.ts';
import { indexAgreements } from '../reference/known-agreements.ts';
import type { Language } from '../reference/language.ts';
import type { Reference } from '../reference/reference.ts';
import { createAgreementFinder } from './agreements/find-agreements.ts';
import { makeCueLexicon } from './attributions/cue-lexicon.ts';
import { findAttributions } from './attributions/find-attributions.ts';
import { createDateFinder } from './dates/find-dates.ts';
import { makeEventLexicon } from './events/event-lexicon.ts';
import { findEvents } from './events/find-events.ts';
import type { NameDocument } from './name-document.ts';

/** Reads one report: from its own text and the facts alone, so anywhere to the same reading. */
export type ReadReport = (taken: ReportTaken) => Reading;

/** Prepares the reader once: lexicons and finders over the documents that `nameDocument` names. */
export function createReportReader(
  reference: Reference,
  language: Language,
  nameDocument: NameDocument,
  made: Made,
): ReadReport {
  const findDates = createDateFinder(dateLexicon(language));
  const cues = makeCueLexicon(language);
  const deeds = makeEventLexicon(language);
  const { agreements, organisations } = reference;
  const known = indexAgreements(agreements.values(), organisations.values());
  const findAgreements = createAgreementFinder(language, known);

  return function readReport({ report, findings }) {
    const document = nameDocument(report);
    const dates = findDates(document);
    const attributions = findAttributions(document, cues);
    const events = findEvents(document, attributions, dates, deeds);
    const found = findAgreements(document, dates, attributions);
    return {
      made,
      report,
      mentions: inReadingOrder([...document.mentions, ...found.mentions]),
      dates,
      attributions,
      events,
      agreements: [...found.agreements],
      findings: [...findings],
    };
  };
}

/**
 * A longer mention before those inside it: an agreement's name may hold the names of its parties.
 */
function inReadingOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);
}

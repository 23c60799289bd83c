import type { Made } from '../model/made.ts';
import type { Reading } from '../model/reading.ts';
import type { ReportTaken } from '../model/report.ts';
import { type Language, packFor } from '../reference/language.ts';
import type { Reference } from '../reference/reference.ts';
import { createDocumentNamer, type NameDocument } from './name-document.ts';
import { type CodePair, createPairCoder } from './read-pair.ts';
import { createReportReader, type ReadReport } from './read-report.ts';
import { loadSyntax } from './syntax/load-syntax.ts';

/** What reads one language. */
export interface Reader {
  readonly nameDocument: NameDocument;
  readonly readReport: ReadReport;
  readonly codePair: CodePair;
}

/** The reader for a language tag, `undefined` where the language has no pack. */
export type ReaderFor = (tag: string) => Reader | undefined;

/** Prepares the reader of a language when a report in it first comes, and keeps it. */
export function createReaders(reference: Reference, made: Made): ReaderFor {
  const { languages } = reference;
  const readers = new Map<string, Reader>();
  return (tag) => {
    const language = packFor(languages, tag);
    if (language === undefined) return undefined;
    const reader = readers.get(language.code) ?? createReader(reference, language, made);
    readers.set(language.code, reader);
    return reader;
  };
}

function createReader(reference: Reference, language: Language, made: Made): Reader {
  const syntax = loadSyntax(language);
  const nameDocument = createDocumentNamer(reference, language, syntax);
  const own = { ...made, model: syntax.hash };
  return {
    nameDocument,
    readReport: createReportReader(reference, language, nameDocument, own),
    codePair: createPairCoder(language, nameDocument),
  };
}

/** The reading of a report in a language that has no pack: nothing is found, and that is said. */
export function leaveUnread({ report, findings }: ReportTaken, made: Made): Reading {
  const message =
    `The report is in the language "${report.language}", for which there is no folder in ` +
    'data/language, so it is kept and can be searched, but nothing was looked for in it.';
  return {
    made,
    report,
    mentions: [],
    dates: [],
    attributions: [],
    events: [],
    agreements: [],
    findings: [...findings, { code: 'language-not-read', message }],
  };
}

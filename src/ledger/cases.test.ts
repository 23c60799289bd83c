import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { day } from '../base/day.ts';
import { type Agreement, agreementSchema } from '../model/agreement.ts';
import type { Change } from '../model/entry.ts';
import { type Reading, readingSchema } from '../model/reading.ts';
import { makeSpan } from '../model/span.ts';
import { loadReference } from '../reference/load-reference.ts';
import { agreementOn } from '../reference/validity/agreement-on.ts';
import { suggestFrom } from './propose.ts';
import { createReportWords } from './report-words.ts';

const wordsFor = createReportWords(loadReference().languages);
const folder = resolve(import.meta.dirname, '../../cases/ledger');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

interface ReportCase {
  id: string;
  published: string;
  outlet?: string;
  text: string;
  told: {
    id?: string;
    parties: string[];
    mention: string;
    signed?: string;
    status?: string;
    stance?: 'fears';
    promises: { type: string; words: string; trigger?: string }[];
  }[];
}

test.each(files)('cases/ledger/%s', (name) => {
  const file = parse(readFileSync(join(folder, name), 'utf8'));
  if ('on' in file) checkDays(agreementSchema.parse(file.agreement), file.on);
  if ('reports' in file) checkProposals(file);
});

function checkDays(
  agreement: Agreement,
  rows: {
    day: string;
    standing: string;
    parties?: Record<string, string>;
    provisions?: string[];
  }[],
) {
  for (const row of rows) {
    const on = agreementOn(agreement, day(row.day), { states: new Map(), agreements: [] });
    expect([row.day, on.standing]).toEqual([row.day, row.standing]);
    expect(on.because.length).toBeGreaterThan(0);
    const parties = Object.fromEntries(on.parties.map((party) => [party.state, party.standing]));
    if (row.parties) expect([row.day, parties]).toEqual([row.day, row.parties]);
    if (row.provisions) expect(on.provisions.map((one) => one.id)).toEqual(row.provisions);
  }
}

function checkProposals(file: {
  ledger: unknown[];
  reports: ReportCase[];
  proposals: {
    kind: string;
    agreement: string;
    what?: string;
    evidence: string[];
    sentence?: string;
  }[];
  confirmations?: string[];
}) {
  const held = file.ledger.map((one) => agreementSchema.parse(one));
  const ledger = new Map(held.map((agreement) => [agreement.id, agreement]));
  const readings = file.reports.map(readingOf);
  const { proposals, confirmations } = suggestFrom(readings, ledger, wordsFor);
  const got = proposals.map(({ change, evidence }) => ({
    kind: change.kind,
    agreement: change.kind === 'new agreement' ? change.agreement.id : change.agreement,
    what: whatOf(change),
    evidence: evidence.map((one) => one.report),
  }));
  expect(got).toEqual(
    file.proposals.map(({ sentence: _, ...row }) => ({ what: undefined, ...row })),
  );
  file.proposals.forEach((row, index) => {
    if (row.sentence) expect(proposals[index].evidence[0].sentence).toBe(row.sentence);
  });
  expect(confirmations.map((one) => one.what)).toEqual(file.confirmations ?? []);
  expect(suggestFrom([...readings].reverse(), ledger, wordsFor)).toEqual({
    proposals,
    confirmations,
  });
}

function whatOf(change: Change): string | undefined {
  switch (change.kind) {
    case 'new agreement':
      return undefined;
    case 'new member':
      return change.member.state;
    case 'new provision':
      return change.provision.duty;
    case 'status':
      return change.status;
    case 'contradiction':
      return change.about;
  }
}

function readingOf(report: ReportCase): Reading {
  const { text } = report;
  const span = (words: string) => {
    const start = text.indexOf(words);
    expect(start, `${report.id} holds "${words}"`).toBeGreaterThanOrEqual(0);
    return makeSpan(text, start, start + words.length);
  };
  const attributions: Reading['attributions'] = [];
  const agreements = report.told.map((told) => {
    if (told.stance) {
      const content = { spans: [span(told.mention)], text: told.mention };
      const fixed = { speakers: [], states: [], hedges: [], confidence: 0.9 };
      const kind = { manner: 'indirect', certainty: 'unstated', stance: told.stance } as const;
      attributions.push({ ...fixed, ...kind, content });
    }
    return {
      ...(told.id === undefined ? {} : { id: told.id }),
      parties: told.parties,
      mentions: [span(told.mention)],
      ...(told.status === undefined ? {} : { status: told.status }),
      ...(told.signed === undefined ? {} : { signed: told.signed }),
      provisions: told.promises.map(({ type, words, trigger }) => ({
        type,
        evidence: span(words),
        ...(trigger === undefined ? {} : { trigger }),
      })),
      ...(told.stance ? { attribution: attributions.length - 1 } : {}),
    };
  });
  return readingSchema.parse({
    made: { entente: '0', model: '0', facts: '0' },
    report: {
      id: report.id,
      published: report.published,
      ...(report.outlet === undefined ? {} : { outlet: report.outlet }),
      language: 'en',
      text,
      boilerplate: [],
      headings: [],
    },
    mentions: [],
    dates: [],
    attributions,
    events: [],
    agreements,
    findings: [],
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { agreementSchema } from '../model/agreement.ts';
import type { Change } from '../model/entry.ts';
import type { AgreementTold, Reading } from '../model/reading.ts';
import { makeSpan } from '../model/span.ts';
import { loadReference } from '../reference/load-reference.ts';
import { suggestFrom } from './propose.ts';
import { createReportWords } from './report-words.ts';

const wordsFor = createReportWords(loadReference().languages);
const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared');
const gold = join(shared, 'gold/seeds.json');

interface Annotated {
  agreements: (Omit<AgreementTold, 'mentions'> & { mention: { start: number; end: number } })[];
}

/** Two reports of the pact of June 2024 as a careful reader annotated them. */
function readings(): Reading[] {
  const { reports } = JSON.parse(readFileSync(gold, 'utf8'));
  return Object.entries(reports as Record<string, Annotated>).map(([id, annotated]) => {
    const text = readFileSync(join(shared, 'seeds', id), 'utf8');
    return {
      made: { entente: '0', model: '0', facts: '0' },
      report: { id, published: '2024-06-19', language: 'en', text, boilerplate: [], headings: [] },
      mentions: [],
      dates: [],
      attributions: [],
      events: [],
      findings: [],
      agreements: annotated.agreements.map(({ mention, ...told }) => ({
        ...told,
        mentions: [makeSpan(text, mention.start, mention.end)],
      })),
    };
  });
}

function held(...ids: string[]) {
  return new Map(
    ids.map((id) => {
      const file = readFileSync(join(root, 'data/agreements', `${id}.yaml`), 'utf8');
      return [id, agreementSchema.parse(parse(file))] as const;
    }),
  );
}

const dutyOf = (change: Change) =>
  change.kind === 'new provision' ? [change.agreement, change.provision.duty] : [];

describe.skipIf(!existsSync(gold))(
  'two reports of one pact (needs ../shared/gold/seeds.json)',
  () => {
    test('against the ledger only the fields of cooperation are new; the rest is confirmed', () => {
      const ledger = held('rus-prk-2024', 'sun-prk-1961', 'chn-prk-1961');
      const { proposals, confirmations } = suggestFrom(readings(), ledger, wordsFor);
      expect(proposals.map(({ change }) => dutyOf(change))).toEqual([
        ['rus-prk-2024', 'cooperation:humanitarian'],
        ['rus-prk-2024', 'cooperation:security'],
        ['rus-prk-2024', 'cooperation:trade'],
      ]);
      for (const { evidence } of proposals) {
        expect(evidence[0].sentence).toMatch(/^According to Putin, .* between the two nations\.$/);
      }
      const told = confirmations.map(({ agreement, what }) => `${agreement} ${what}`);
      expect(told).toContain('rus-prk-2024 mutual defence');
      expect(told).toContain('chn-prk-1961 in force');
      expect(told).toContain('sun-prk-1961 signed');
    });

    test('against an empty ledger both reports make one set of proposals', () => {
      const { proposals } = suggestFrom(readings(), new Map(), wordsFor);
      const of2024 = proposals.filter(({ change }) =>
        change.kind === 'new agreement'
          ? change.agreement.id === 'rus-prk-2024'
          : change.agreement === 'rus-prk-2024',
      );
      const words = of2024.map(({ change, evidence }) => [
        change.kind === 'new provision' ? change.provision.duty : change.kind,
        new Set(evidence.map((one) => one.report)).size,
      ]);
      expect(words).toEqual([
        ['new agreement', 2],
        ['cooperation:humanitarian', 1],
        ['cooperation:security', 1],
        ['cooperation:trade', 1],
        ['defend', 2],
      ]);
      const defence = of2024.at(-1)?.change;
      expect(defence?.kind === 'new provision' && defence.provision.trigger).toEqual({
        kind: 'aggression',
      });
    });
  },
);

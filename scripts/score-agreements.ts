import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { day } from '../src/base/day.ts';
import type { AgreementTold } from '../src/model/reading.ts';
import { createAgreementFinder } from '../src/reading/agreements/find-agreements.ts';
import { createDateFinder } from '../src/reading/dates/find-dates.ts';
import { dateLexicon } from '../src/reference/constructions/date-lexicon.ts';
import { indexAgreements } from '../src/reference/known-agreements.ts';
import { languageNamed } from '../src/reference/language.ts';
import type { Reference } from '../src/reference/reference.ts';
import { createActorsProbe } from './score-actors.ts';

const folder = join(import.meta.dirname, '../cases/reading/agreements');

const caseSchema = z.strictObject({
  title: z.string(),
  published: z.string(),
  text: z.string(),
  expect: z.strictObject({
    parties: z.array(z.string()),
    types: z.array(z.string()),
    notTypes: z.array(z.string()).optional(),
    status: z.string(),
    signed: z.string().optional(),
    id: z.string().optional(),
  }),
});

type Expected = z.infer<typeof caseSchema>['expect'];

export interface AgreementScore {
  readonly file: string;
  /** Parties, kinds of promise and status are right. */
  readonly right: boolean;
  readonly wrong: readonly string[];
  readonly agreements: readonly AgreementTold[];
}

/** Reads a text as the pipeline does, up to its agreements. */
export function createAgreementsProbe(reference: Reference) {
  const probe = createActorsProbe(reference);
  const english = languageNamed(reference.languages, 'en');
  const { agreements, organisations } = reference;
  const known = indexAgreements(agreements.values(), organisations.values());
  const find = createAgreementFinder(english, known);
  const findDates = createDateFinder(dateLexicon(english));
  return (text: string, published: string) => {
    const { document, ...actors } = probe(text, day(published));
    return find({ ...document, ...actors }, findDates(document), []);
  };
}

/** Holds every report of `cases/reading/agreements` against what the reader finds in it. */
export function scoreAgreements(reference: Reference): AgreementScore[] {
  const probe = createAgreementsProbe(reference);
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().map((file) => {
    const { text, published, expect } = caseSchema.parse(
      parse(readFileSync(join(folder, file), 'utf8')),
    );
    const { agreements } = probe(text, published);
    const best = agreements
      .map((told) => faultsOf(told, expect))
      .sort((a, b) => a.hard.length - b.hard.length || a.soft.length - b.soft.length)[0];
    const found = best ?? { hard: ['no agreement found'], soft: [] };
    return {
      file,
      right: found.hard.length === 0,
      wrong: [...found.hard, ...found.soft],
      agreements,
    };
  });
}

/** Hard: parties, kinds, status. Soft: day and id, which are printed but not counted. */
function faultsOf(told: AgreementTold, expected: Expected): { hard: string[]; soft: string[] } {
  const hard: string[] = [];
  const soft: string[] = [];
  const { parties, types, notTypes = [], status, signed, id } = expected;
  if (parties.toSorted().join() !== told.parties.toSorted().join()) {
    hard.push(`parties are ${told.parties.join()}`);
  }
  const found = new Set(told.provisions.map(({ type }) => type));
  for (const type of types) if (!found.has(type)) hard.push(`${type} is missing`);
  for (const type of notTypes) if (found.has(type)) hard.push(`${type} is not promised`);
  if (status !== told.status) hard.push(`status is ${told.status ?? 'not told'}`);
  if (signed !== undefined && signed !== told.signed) soft.push(`(signed ${told.signed})`);
  if (id !== undefined && id !== told.id) soft.push(`(id ${told.id})`);
  return { hard, soft };
}

if (import.meta.main) {
  const { loadReference } = await import('../src/reference/load-reference.ts');
  const scores = scoreAgreements(loadReference());
  for (const { file, right, wrong } of scores) {
    console.log(`${right ? 'right' : 'WRONG'} ${file} ${wrong.join('; ')}`);
  }
  console.log(`${scores.filter(({ right }) => right).length} of ${scores.length} right`);
}

import { describe, expect, test } from 'vitest';
import { english, reference } from '../../../scripts/english.ts';
import { createActorsProbe } from '../../../scripts/score-actors.ts';
import { createAgreementsProbe } from '../../../scripts/score-agreements.ts';
import { day } from '../../base/day.ts';
import { promiseRows } from '../../reference/constructions/promise-rows.ts';
import { stepRows } from '../../reference/constructions/step-rows.ts';
import { indexAgreements } from '../../reference/known-agreements.ts';
import { makeAgreementLexicon } from './agreement-lexicon.ts';
import { findInstruments } from './find-instruments.ts';
import { findMembers } from './find-members.ts';
import { promiseCandidates } from './find-promises.ts';

const readActors = createActorsProbe(reference);
const readAgreements = createAgreementsProbe(reference);
const lexicon = makeAgreementLexicon(english);
const { agreements, organisations } = reference;
const known = indexAgreements(agreements.values(), organisations.values());

describe('each row of promises finds what its examples say', () => {
  const cases = promiseRows(english).rows.flatMap((row) =>
    row.examples.map((example) => [row.id, example.text, row, example] as const),
  );
  test.each(cases)('%s: %s', (id, text, row, { not, evidence, trigger, type = row.type }) => {
    const found = readActors(text)
      .document.trees.flatMap((tree) => promiseCandidates(tree, lexicon.promises))
      .filter((promise) => promise.row.id === id && !promise.denied)
      .map((promise) => ({
        type: promise.type,
        evidence: text.slice(promise.start, promise.end),
        trigger: promise.trigger,
      }));
    if (not) expect(found).toEqual([]);
    else expect(found).toContainEqual({ type, evidence, trigger });
  });
});

describe('each row of steps finds what its examples say', () => {
  const cases = stepRows(english).rows.flatMap((row) =>
    row.examples.map((example) => [row.id, example.text, row, example] as const),
  );
  test.each(cases)('%s: %s', (id, text, row, example) => {
    const { by, on, status, parties, published = '2024-06-20' } = example;
    const { document, resolver } = readActors(text, day(published));
    const deeds = document.trees
      .flatMap((tree) => [
        ...findMembers(tree, resolver, lexicon, known),
        ...findInstruments({ tree, names: [], promises: [] }, resolver, lexicon),
      ])
      .flatMap((mention) => mention.deeds.filter((deed) => deed.row.id === id));
    if (parties === undefined) {
      const found = deeds.map((deed) => ({ by: deed.by.toSorted(), status: deed.status }));
      expect(found).toContainEqual({ by: by.toSorted(), status });
    } else expect(deeds).not.toEqual([]);
    const found = readAgreements(text, published).agreements;
    if (parties)
      expect(found.map((one) => one.parties.toSorted())).toContainEqual(parties.toSorted());
    if (row.newer) expect(found.some((one) => one.predecessorOf)).toBe(true);
    if (on) expect(found.flatMap(({ steps = [] }) => steps.map((step) => step.on))).toContain(on);
  });
});

test('the rows of steps and of promises do not share a name', () => {
  const ids = [...promiseRows(english).rows, ...stepRows(english).rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

import { describe, expect, test } from 'vitest';
import { createAttributionsProbe } from '../../../scripts/score-attributions.ts';
import { pickNumber, seededChance } from '../../base/chance.ts';
import { attributionSchema } from '../../model/reading.ts';
import { loadReference } from '../../reference/load-reference.ts';
import type { CueWord } from './cue-word.ts';
import { findCandidates } from './find/find-candidates.ts';

const probe = createAttributionsProbe(loadReference());

const scraps =
  `he said , that " “ ” ' ’ : ; ( ) according to as by of the minister Kim Oslo denied claims fears
  are were was is seen called vowed to refuse not yet has - — . ? ! \n \n\n what which who and but
  reportedly there it poll shows “No,” 😀 said: saying adding doubts about`
    .split(/ +/)
    .filter((word) => word !== '');

describe('whatever the text', () => {
  const chance = seededChance(20240619);
  const texts = Array.from({ length: 150 }, () => {
    const length = 1 + pickNumber(chance, 90);
    const words = Array.from({ length }, () => scraps[pickNumber(chance, scraps.length)]);
    return words.join(' ');
  });

  test('spans are cut from the text and every field is as the schema says', () => {
    for (const text of texts) {
      for (const attribution of probe.find(text)) {
        expect(attributionSchema.safeParse(attribution).success).toBe(true);
        const { source, cue, content, hedges } = attribution;
        const spans = [source, cue, content].flatMap((some) => some?.spans ?? []);
        for (const span of [...spans, ...hedges]) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.end).toBeGreaterThan(span.start);
        }
      }
    }
  });

  test('they stand in the order of their cues, and what is within is inside', () => {
    for (const text of texts) {
      const found = probe.find(text);
      let last = 0;
      for (const { cue, within } of found) {
        const start = cue?.spans[0].start ?? 0;
        expect(start).toBeGreaterThanOrEqual(last);
        last = start;
        if (within === undefined) continue;
        const inside = found[within].content.spans.some(
          (span) => span.start <= start && start < span.end,
        );
        expect(inside).toBe(true);
      }
    }
  });

  test('the same text gives the same attributions', () => {
    for (const text of texts.slice(0, 20)) expect(probe.find(text)).toEqual(probe.find(text));
  });
});

describe('hostile texts', () => {
  const units = [
    'he said, ',
    'Kim, who said, ',
    '“No,” he said. ',
    'seen as as ',
    '" ',
    'said ',
    'fears that ',
  ];
  test.each(units)('%j: twice the text, at most twice the candidates and a little', (unit) => {
    const count = (times: number) => {
      const text = unit.repeat(times);
      return findCandidates({ document: probe.read(text), lexicon: probe.lexicon }).length;
    };
    expect(count(800)).toBeLessThanOrEqual(2.2 * count(400) + 20);
  });
});

describe('the cue lexicon', () => {
  const known = new Set([...probe.lexicon.words.values()].flat());
  const count = (kind: CueWord['kind']) =>
    new Set([...known].filter((cue) => cue.kind === kind).map(({ word }) => word)).size;

  test('knows at least 600 verbs, 150 nouns, 60 adjectives, 40 adverbs and phrases', () => {
    expect(count('verb')).toBeGreaterThanOrEqual(600);
    expect(count('noun')).toBeGreaterThanOrEqual(150);
    expect(count('adjective')).toBeGreaterThanOrEqual(60);
    const phrases = [...probe.lexicon.rows.byWord.values()].flat().length;
    expect(count('adverb') + phrases).toBeGreaterThanOrEqual(40);
  });
});

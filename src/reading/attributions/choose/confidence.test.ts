import { expect, test } from 'vitest';
import { createAttributionsProbe } from '../../../../scripts/score-attributions.ts';
import { loadReference } from '../../../reference/load-reference.ts';
import { calibrated } from './confidence.ts';

const { lexicon, find } = createAttributionsProbe(loadReference());

test('a surer weight never gives a lower confidence', () => {
  let last = 0;
  for (let weight = 0; weight <= 1; weight += 0.01) {
    const confidence = calibrated(lexicon.weights, weight);
    expect(confidence).toBeGreaterThanOrEqual(last);
    expect(confidence).toBeLessThanOrEqual(1);
    last = confidence;
  }
});

test('plain speech is surer than a verdict with a noun phrase', () => {
  const [speech] = find('The minister said that the bridge was shut.');
  const [verdict] = find('The minister challenged the bill.');
  expect(speech.confidence).toBeGreaterThan(0.8);
  expect(speech.confidence).toBeGreaterThan(verdict?.confidence ?? 0);
});

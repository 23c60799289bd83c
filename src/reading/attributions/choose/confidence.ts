import type { CueWeights } from '../../../reference/words/cue-lexicon.ts';
import type { Candidate } from '../candidate.ts';

/**
 * The weight of a candidate, 0 to 1: that of its cue word in its row, times what its place in the
 * sentence, its form, its source and the parser's doubt add or take away.
 */
export function placeWeight(weights: CueWeights, candidate: Candidate): number {
  const { row, head, tree } = candidate;
  const { deprel, xpos, confidence } = tree.tokens[head];
  let { weight } = candidate;
  if (row.source === 'behind') return weight;
  if (row.outer !== true) {
    weight *= share(weights.positions[deprel] ?? weights.positions[deprel.split(':')[0]]);
    weight *= share(weights.forms[xpos]);
    weight *= step(weights.parser, confidence * 100) / 100;
  }
  return weight * sourceShare(weights, candidate);
}

function sourceShare(weights: CueWeights, candidate: Candidate): number {
  const { sources } = weights;
  const { row, sourceHead, tree } = candidate;
  if (sourceHead < 0) return row.mayLackSource ? 1 : share(sources.none);
  const { upos, xpos } = tree.tokens[sourceHead];
  if (/^WP/.test(xpos)) return share(sources.who);
  if (/^W/.test(xpos)) return share(sources.which);
  if (upos === 'PROPN') return share(sources.name);
  return share(upos === 'PRON' ? sources.pronoun : sources.noun);
}

function share(percent: number | undefined): number {
  return (percent ?? 100) / 100;
}

function step(steps: CueWeights['parser'], value: number): number {
  let found = steps[0][1];
  for (const [from, factor] of steps) if (value >= from) found = factor;
  return found;
}

/** The confidence that belongs to a weight, by straight lines between the table's points. */
export function calibrated({ calibration }: CueWeights, weight: number): number {
  const value = weight * 100;
  let [lowAt, low] = calibration[0];
  if (value <= lowAt) return round(low);
  for (const [highAt, high] of calibration) {
    if (value <= highAt) {
      if (highAt === lowAt) return round(high);
      return round(low + ((high - low) * (value - lowAt)) / (highAt - lowAt));
    }
    [lowAt, low] = [highAt, high];
  }
  return round(low);
}

function round(percent: number): number {
  return Math.round(percent) / 100;
}

import { describe, expect, test } from 'vitest';
import { createAttributionsProbe } from '../../../scripts/score-attributions.ts';
import { attributionRows } from '../../reference/constructions/attribution-rows.ts';
import { languageNamed } from '../../reference/language.ts';
import { loadReference } from '../../reference/load-reference.ts';
import type { Piece } from './candidate.ts';
import { findCandidates } from './find/find-candidates.ts';

const reference = loadReference();
const probe = createAttributionsProbe(reference);
const { rows } = attributionRows(languageNamed(reference.languages, 'en'));

describe('each construction finds what its examples say', () => {
  const cases = rows.flatMap(({ id, examples }) =>
    examples.map((example) => [id, example.text, example] as const),
  );
  test.each(cases)('%s: %s', (id, text, { source = '', cue, content }) => {
    const scene = { document: probe.read(text), lexicon: probe.lexicon };
    const words = (pieces: readonly Piece[]) =>
      pieces.map(([start, end]) => text.slice(start, end)).join(' … ');
    const found = findCandidates(scene)
      .filter((candidate) => candidate.row.id === id)
      .map((one) =>
        [words(one.source ? [one.source] : []), words([one.cue]), words(one.content)].join(' | '),
      );
    expect(found).toContain([source, cue, content].join(' | '));
  });
});

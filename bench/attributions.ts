import { createAttributionsProbe } from '../scripts/score-attributions.ts';
import { findAttributions } from '../src/reading/attributions/find-attributions.ts';
import { loadReference } from '../src/reference/load-reference.ts';

/**
 * How long attributions take, parsing left out: a plain article again and again, and hostile texts
 * of 50 and 100 KB, whose times must double, not more. Run with `node bench/attributions.ts`.
 */
const hostile: Readonly<Record<string, string>> = {
  marks: '" ',
  'opening marks': '“',
  'one verb': 'said ',
  'tags in a row': 'he said, ',
  'asides in a row': 'Kim, who said, ',
  'short quotations': '“No,” he said. ',
  'open quotations': '“Yes, he said.\n\n',
  'clauses in clauses': 'he said that ',
  'nouns in nouns': 'fears that ',
  prepositions: 'of the claim of ',
  participles: 'saying, adding, ',
  words: 'abc ',
};
const article =
  'The minister said on Tuesday that the pact, which he described as “a wall”, would hold. ' +
  '“We kept our side,” she added. According to two envoys, the meeting was postponed.\n';

const probe = createAttributionsProbe(loadReference());

function milliseconds(text: string, rounds: number): number {
  const document = probe.read(text);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    findAttributions(document, probe.lexicon);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

console.log('article of 4 KB'.padEnd(22), milliseconds(article.repeat(24), 40).toFixed(1), 'ms');
for (const [name, unit] of Object.entries(hostile)) {
  const times = [50_000, 100_000].map((size) => {
    const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
    return `${milliseconds(text, 3).toFixed(0)} ms`;
  });
  console.log(name.padEnd(22), times.join('  '));
}

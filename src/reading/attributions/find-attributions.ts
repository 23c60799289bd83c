import type { Attribution } from '../../model/reading.ts';
import { makeSpans } from '../../model/span.ts';
import type { NamedDocument } from '../document.ts';
import type { Candidate } from './candidate.ts';
import { chooseNested, chooseOutermost } from './choose/choose-candidates.ts';
import { calibrated } from './choose/confidence.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { anonymityOf } from './describe/anonymity.ts';
import { assuranceOf, hedgePlaces } from './describe/certainty.ts';
import { createSpeakerFinder } from './describe/speakers.ts';
import { stanceOf } from './describe/stance.ts';
import { type Run, wordsOf } from './describe/words-in.ts';
import { findCandidates } from './find/find-candidates.ts';
import { joinPieces } from './find/pieces.ts';

/** Who says what in a document: source, cue and content of each attribution, in reading order. */
export function findAttributions(document: NamedDocument, lexicon: CueLexicon): Attribution[] {
  const candidates = findCandidates({ document, lexicon });
  const { threshold, nested } = lexicon.weights;
  const { length } = document.text;
  const chosen = chooseOutermost(length, candidates, threshold / 100);
  const inner = chooseNested(length, candidates, chosen, nested / 100);
  const holders = new Map(inner.map(({ candidate, within }) => [candidate, within]));
  const ordered = [...chosen, ...holders.keys()].sort(
    (a, b) => a.cue[0] - b.cue[0] || a.content[0][0] - b.content[0][0],
  );
  const places = new Map(ordered.map((candidate, index) => [candidate, index]));
  const describe = createDescriber(document, lexicon);
  return ordered.map((candidate) => {
    const holder = holders.get(candidate);
    const within = holder === undefined ? undefined : places.get(holder);
    return { ...describe(candidate), ...(within === undefined ? {} : { within }) };
  });
}

/** The outermost attributions as the constructions made them: for scoring by construction. */
export function readCandidates(document: NamedDocument, lexicon: CueLexicon): Candidate[] {
  const candidates = findCandidates({ document, lexicon });
  return chooseOutermost(document.text.length, candidates, lexicon.weights.threshold / 100);
}

/** Turns candidates, in reading order, into attributions. */
function createDescriber(document: NamedDocument, lexicon: CueLexicon) {
  const { text, trees } = document;
  const hedges = hedgePlaces(trees, lexicon);
  const speakersOf = createSpeakerFinder(document);
  return (candidate: Candidate): Attribution => {
    const words = wordsOf(document, candidate);
    const stance = stanceOf(lexicon, candidate, words);
    const { speakers, states } = speakersOf(candidate);
    return {
      ...(candidate.source && { source: makeSpans(text, [candidate.source]) }),
      cue: makeSpans(text, [candidate.cue]),
      content: makeSpans(text, joinPieces(candidate.content)),
      speakers: [...speakers],
      states: [...states],
      manner: mannerOf(words.content),
      stance,
      ...assuranceOf(lexicon, candidate, { ...words, stance }, hedges),
      ...anonymityOf(lexicon.speakers, candidate, speakers),
      rule: candidate.row.id,
      confidence: calibrated(lexicon.weights, candidate.weight),
    };
  };
}

/** Direct: nothing but quotations; mixed: some of it; indirect: none. */
function mannerOf(content: readonly Run[]): Attribution['manner'] {
  let quoted = 0;
  let plain = 0;
  for (const { tree, from, until } of content) {
    for (let at = from; at < until; at++) {
      if (tree.quotes[at] >= 0) quoted++;
      else plain++;
    }
  }
  if (quoted === 0) return 'indirect';
  return plain === 0 ? 'direct' : 'mixed';
}

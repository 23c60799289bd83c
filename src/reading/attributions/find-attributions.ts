import type { Attribution } from '../../model/reading.ts';
import { makeSpans } from '../../model/span.ts';
import type { NamedDocument } from '../document.ts';
import type { Candidate, Scene } from './candidate.ts';
import { chooseNested, chooseOutermost } from './choose/choose-candidates.ts';
import { calibrated } from './choose/confidence.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { anonymityOf } from './describe/anonymity.ts';
import { assuranceOf, hedgePlaces } from './describe/certainty.ts';
import { createSpeakerFinder, type Speakers } from './describe/speakers.ts';
import { stanceOf } from './describe/stance.ts';
import { type Run, wordsOf } from './describe/words-in.ts';
import { findCandidates } from './find/find-candidates.ts';
import { joinPieces } from './find/pieces.ts';

/** Who says what in a document: source, cue and content of each attribution, in reading order. */
export function findAttributions(document: NamedDocument, lexicon: CueLexicon): Attribution[] {
  const scene: Scene = { document, lexicon };
  const candidates = findCandidates(scene);
  const { threshold, nested } = lexicon.weights;
  const chosen = chooseOutermost(scene, candidates, threshold / 100);
  const inner = chooseNested(scene, candidates, chosen, nested / 100);
  const holders = new Map(inner.map(({ candidate, within }) => [candidate, within]));
  const ordered = [...chosen, ...holders.keys()].sort(
    (a, b) => a.cue[0] - b.cue[0] || a.content[0][0] - b.content[0][0],
  );
  const places = new Map(ordered.map((candidate, index) => [candidate, index]));
  const speakersOf = createSpeakerFinder(scene, document.resolver);
  const describe = createDescriber(scene);
  return ordered.map((candidate) => {
    const holder = holders.get(candidate);
    const within = holder === undefined ? undefined : places.get(holder);
    return describe(candidate, speakersOf(candidate), within);
  });
}

/** The outermost attributions as the constructions made them: for scoring by construction. */
export function readCandidates(document: NamedDocument, lexicon: CueLexicon): Candidate[] {
  const scene: Scene = { document, lexicon };
  return chooseOutermost(scene, findCandidates(scene), lexicon.weights.threshold / 100);
}

/** Turns candidates into attributions; words that may hedge are looked up once a document. */
function createDescriber(scene: Scene) {
  const { document, lexicon } = scene;
  const { text, trees } = document;
  const hedges = hedgePlaces(scene);
  return (candidate: Candidate, who: Speakers, within: number | undefined): Attribution => {
    const words = wordsOf(trees, candidate);
    const stance = stanceOf(lexicon, candidate, words);
    const assurance = assuranceOf(scene, candidate, { ...words, stance }, hedges);
    return {
      ...(candidate.source.length > 0 ? { source: makeSpans(text, candidate.source) } : {}),
      cue: makeSpans(text, [candidate.cue]),
      content: makeSpans(text, joinPieces(candidate.content)),
      speakers: [...who.speakers],
      states: [...who.states],
      manner: mannerOf(scene, words.content),
      stance,
      certainty: assurance.certainty,
      hedges: [...assurance.hedges],
      ...anonymityOf(scene, candidate, { words: words.source, speakers: who.speakers }),
      ...(within === undefined ? {} : { within }),
      rule: candidate.row.id,
      confidence: calibrated(lexicon.weights, candidate.weight),
    };
  };
}

/** Direct: nothing but quotations; mixed: some of it; indirect: none. */
function mannerOf(scene: Scene, content: readonly Run[]): Attribution['manner'] {
  let quoted = 0;
  let plain = 0;
  for (const { sentence, from, until } of content) {
    const { quotes } = scene.document.trees[sentence];
    for (let at = from; at < until; at++) {
      if (quotes[at] >= 0) quoted++;
      else plain++;
    }
  }
  if (quoted === 0) return 'indirect';
  return plain === 0 ? 'direct' : 'mixed';
}

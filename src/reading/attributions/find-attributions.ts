import type { Attribution } from '../../model/reading.ts';
import { makeSpans } from '../../model/span.ts';
import type { NamedDocument } from '../document.ts';
import type { Tree } from '../grammar/tree.ts';
import { adjectiveFrame } from './adjective-frames.ts';
import { anonymityOf } from './anonymity.ts';
import type { Candidate, Scene } from './candidate.ts';
import { assuranceOf } from './certainty.ts';
import { calibrated, placeWeight } from './confidence.ts';
import type { Cue, CueLexicon } from './cue-lexicon.ts';
import { nounFrame } from './noun-frames.ts';
import { chooseNested, chooseOutermost } from './outermost.ts';
import { passiveVerbFrames } from './passive-frames.ts';
import { adverbFrame, colonFrame, phraseFrames, possessedFrame } from './phrase-frames.ts';
import { joinPieces } from './pieces.ts';
import { makeScene } from './scene.ts';
import { createSpeakerFinder, type Speakers } from './speakers.ts';
import { speechFrames } from './speech.ts';
import { stanceOf } from './stance.ts';
import { isHiddenVerb } from './verb-arguments.ts';
import { activeVerbFrames } from './verb-frames.ts';
import { verbSite } from './verb-site.ts';
import { type Run, toldWords } from './words-in.ts';

/** Who says what in a document: source, cue and content of each attribution, in reading order. */
export function findAttributions(document: NamedDocument, lexicon: CueLexicon): Attribution[] {
  const scene = makeScene(document, lexicon);
  const candidates = collectCandidates(scene);
  const { threshold, nested } = lexicon.weights;
  const chosen = chooseOutermost(scene, candidates, threshold / 100);
  const inner = chooseNested(scene, candidates, chosen, nested / 100);
  const holders = new Map(inner.map(({ candidate, within }) => [candidate, within]));
  const ordered = [...chosen, ...holders.keys()].sort(
    (a, b) => a.cue[0] - b.cue[0] || a.content[0][0] - b.content[0][0],
  );
  const places = new Map(ordered.map((candidate, index) => [candidate, index]));
  const speakersOf = createSpeakerFinder(scene, document.resolver);
  return ordered.map((candidate) => {
    const holder = holders.get(candidate);
    const within = holder === undefined ? undefined : places.get(holder);
    return toAttribution(scene, candidate, speakersOf(candidate), within);
  });
}

/** The outermost attributions as the constructions made them: for scoring by construction. */
export function readCandidates(document: NamedDocument, lexicon: CueLexicon): Candidate[] {
  const scene = makeScene(document, lexicon);
  return chooseOutermost(scene, collectCandidates(scene), lexicon.weights.threshold / 100);
}

/** All that the constructions propose, nested and doubtful ones among them. */
export function collectCandidates(scene: Scene): Candidate[] {
  const candidates: Candidate[] = [];
  for (let sentence = 0; sentence < scene.trees.length; sentence++) {
    collect(scene, sentence, candidates);
  }
  return candidates;
}

function collect(scene: Scene, sentence: number, into: Candidate[]): void {
  const tree = scene.trees[sentence];
  const push = (candidate: Candidate | undefined) => {
    if (candidate === undefined || candidate.content.length === 0) return;
    into.push({ ...candidate, weight: placeWeight(scene, candidate) });
  };
  push(colonFrame(scene, sentence));
  for (let at = 0; at < tree.tokens.length; at++) {
    if (tree.quotes[at] >= 0) continue;
    for (const candidate of phraseFrames(scene, sentence, at)) push(candidate);
    push(adverbFrame(scene, sentence, at));
    push(possessedFrame(scene, sentence, at));
    const { upos } = tree.tokens[at];
    if (isVerb(tree, at)) collectVerb(scene, sentence, at, push);
    if (upos === 'NOUN') {
      for (const cue of scene.lexicon.nouns.get(tree.words[at]) ?? []) {
        push(nounFrame(scene, sentence, at, cue));
      }
    }
    if (upos === 'ADJ' || upos === 'VERB') {
      for (const cue of scene.lexicon.adjectives.get(tree.words[at]) ?? []) {
        push(adjectiveFrame(scene, sentence, at, cue));
      }
    }
  }
}

function isVerb(tree: Tree, at: number): boolean {
  const { upos, xpos } = tree.tokens[at];
  if (xpos.startsWith('VB')) return true;
  return upos === 'VERB' || upos === 'AUX' || upos === 'INTJ' || isHiddenVerb(tree, at);
}

function collectVerb(
  scene: Scene,
  sentence: number,
  verb: number,
  push: (candidate: Candidate | undefined) => void,
): void {
  const tree = scene.trees[sentence];
  const cues = matchingCues(scene.lexicon, tree, verb);
  if (cues.length === 0) return;
  const site = verbSite(scene, sentence, verb);
  for (const cue of cues) {
    push(speechFrames(site, cue));
    for (const candidate of activeVerbFrames(site, cue)) push(candidate);
    for (const candidate of passiveVerbFrames(site, cue)) push(candidate);
  }
}

/** The entries of a verb: those whose further words follow, else the plain ones. */
function matchingCues(lexicon: CueLexicon, tree: Tree, verb: number): Cue[] {
  const entries = lexicon.verbs.get(tree.words[verb]) ?? [];
  const longer = entries.filter((cue) => cue.rest.length > 0 && restFollows(tree, verb, cue));
  if (longer.length > 0) return longer;
  return entries.filter((cue) => cue.rest.length === 0);
}

function restFollows(tree: Tree, verb: number, cue: Cue): boolean {
  let at = verb;
  for (const word of cue.rest) {
    let next = at + 1;
    while (next <= at + 3 && tree.words[next] !== word) next++;
    if (next > at + 3) return false;
    at = next;
  }
  return true;
}

function toAttribution(
  scene: Scene,
  candidate: Candidate,
  who: Speakers,
  within: number | undefined,
): Attribution {
  const { text, lexicon } = scene;
  const pieces = joinPieces(candidate.content);
  const told = toldWords(scene, candidate);
  const stance = stanceOf(scene, candidate, told);
  const { certainty, hedges } = assuranceOf(scene, candidate, { ...told, stance });
  return {
    ...(candidate.source.length > 0 ? { source: makeSpans(text, candidate.source) } : {}),
    cue: makeSpans(text, [candidate.cue]),
    content: makeSpans(text, pieces),
    speakers: [...who.speakers],
    states: [...who.states],
    manner: mannerOf(scene, told.content),
    stance,
    certainty,
    hedges: [...hedges],
    ...anonymityOf(scene, candidate, { words: told.source, speakers: who.speakers }),
    ...(within === undefined ? {} : { within }),
    confidence: calibrated(lexicon.weights, candidate.weight),
  };
}

/** Direct: nothing but quotations; mixed: some of it; indirect: none. */
function mannerOf(scene: Scene, content: readonly Run[]): Attribution['manner'] {
  let quoted = 0;
  let plain = 0;
  for (const { sentence, from, until } of content) {
    const { quotes } = scene.trees[sentence];
    for (let at = from; at < until; at++) {
      if (quotes[at] >= 0) quoted++;
      else plain++;
    }
  }
  if (quoted === 0) return 'indirect';
  return plain === 0 ? 'direct' : 'mixed';
}

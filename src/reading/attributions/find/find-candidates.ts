import type { Tree } from '../../grammar/tree.ts';
import { isHiddenVerb, isPassive } from '../../grammar/verb.ts';
import type { Candidate, Scene } from '../candidate.ts';
import type { CueKind, CueWord } from '../cue-word.ts';
import { candidateOf } from './candidate-of.ts';
import { type CueSite, plainSite, verbSite } from './cue-site.ts';
import { verbCueTokens } from './cue-span.ts';
import { speechCandidate } from './speech-candidate.ts';

/**
 * All that the constructions propose in a document, nested and doubtful ones among them. A word
 * meets only the rows that its entries in the lexicon give a weight.
 */
export function findCandidates(scene: Scene): Candidate[] {
  const found: Candidate[] = [];
  for (const tree of scene.document.trees) {
    for (let at = 0; at < tree.tokens.length; at++) {
      if (tree.quotes[at] < 0) proposeAt(scene, tree, at, found);
    }
  }
  return found;
}

function proposeAt(scene: Scene, tree: Tree, at: number, found: Candidate[]): void {
  const { lexicon } = scene;
  const word = tree.words[at];
  for (const { words, compiled } of lexicon.rows.byWord.get(word) ?? []) {
    if (!words.every((one, step) => tree.words[at + step] === one)) continue;
    const site = plainSite(scene, tree, at, at + words.length - 1);
    push(found, candidateOf(site, compiled, lexicon.plain));
  }
  if (word === ':') propose(plainSite(scene, tree, at), lexicon.plain, 'colon', found);
  const entries = lexicon.words.get(word);
  if (entries === undefined) return;
  const { upos } = tree.tokens[at];
  if (isVerb(tree, at)) proposeVerb(scene, tree, at, found);
  if (upos === 'NOUN') proposeAll(plainSite(scene, tree, at), entries, 'noun', found);
  if (upos === 'ADJ' || upos === 'VERB') {
    const cueTokens = verbCueTokens(tree, at);
    const site = { ...verbSite(scene, tree, at), cueTokens };
    proposeAll(site, entries, 'adjective', found);
  }
  proposeAll(plainSite(scene, tree, at), entries, 'adverb', found);
}

function proposeVerb(scene: Scene, tree: Tree, verb: number, found: Candidate[]): void {
  const cues = matchingCues(scene, tree, verb);
  if (cues.length === 0) return;
  const voice = isPassive(tree, verb) ? 'passive verb' : 'active verb';
  const site = verbSite(scene, tree, verb);
  for (const cue of cues) {
    push(found, speechCandidate(site, cue.rows.get('speech tag') ?? [], cue));
    propose(site, cue, voice, found);
  }
}

function proposeAll(
  site: CueSite,
  entries: readonly CueWord[],
  kind: CueKind,
  found: Candidate[],
): void {
  for (const cue of entries) propose(site, cue, kind, found);
}

function propose(site: CueSite, cue: CueWord, kind: CueKind, found: Candidate[]): void {
  for (const compiled of cue.rows.get(kind) ?? []) push(found, candidateOf(site, compiled, cue));
}

function push(found: Candidate[], candidate: Candidate | undefined): void {
  if (candidate !== undefined) found.push(candidate);
}

function isVerb(tree: Tree, at: number): boolean {
  const { upos, xpos } = tree.tokens[at];
  if (xpos.startsWith('VB')) return true;
  return upos === 'VERB' || upos === 'AUX' || upos === 'INTJ' || isHiddenVerb(tree, at);
}

/** The entries of a verb: those whose further words follow, else the plain ones. */
function matchingCues({ lexicon }: Scene, tree: Tree, verb: number): readonly CueWord[] {
  const entries = (lexicon.words.get(tree.words[verb]) ?? []).filter(({ kind }) => kind === 'verb');
  const longer = entries.filter((cue) => cue.rest.length > 0 && restFollows(tree, verb, cue));
  if (longer.length > 0) return longer;
  return entries.filter((cue) => cue.rest.length === 0);
}

function restFollows(tree: Tree, verb: number, cue: CueWord): boolean {
  let at = verb;
  for (const word of cue.rest) {
    let next = at + 1;
    while (next <= at + 3 && tree.words[next] !== word) next++;
    if (next > at + 3) return false;
    at = next;
  }
  return true;
}

import type { Certainty, Stance } from '../../../model/reading.ts';
import { makeSpan, type Span } from '../../../model/span.ts';
import { holdsVerb, type Tree } from '../../grammar/tree.ts';
import type { Candidate, Scene } from '../candidate.ts';
import { isNegatedCue } from './stance.ts';
import type { AttributionWords, Run } from './words-in.ts';

/** How sure the source is of the content, and the words that tell. */
export interface Assurance {
  readonly certainty: Certainty;
  readonly hedges: readonly Span[];
}

/** From firm to open; `unstated` is no degree and stands apart. */
const order: readonly Certainty[] = ['certain', 'probable', 'possible'];
/** Stances that claim nothing about the world. */
const openStances: ReadonlySet<Stance> = new Set<Stance>([
  ...(['promises', 'threatens', 'demands', 'asks', 'silent'] as const),
]);

/**
 * FactBank's scale as held by the source: the weaker of cue and content wins. A modal under a
 * directive cue is no hedge, `would` after a past cue is plain future, and what is promised or
 * demanded is not stated at all.
 */
export function assuranceOf(
  scene: Scene,
  candidate: Candidate,
  { stance, cue, content }: AttributionWords & { readonly stance: Stance },
  places: HedgePlaces,
): Assurance {
  const hedges = hedgesIn(places, content).filter((place) => isHedge(scene, place, stance));
  const spans = hedges.map(({ sentence, at }) => {
    const { start, end } = scene.document.trees[sentence].tokens[at];
    return makeSpan(scene.document.text, start, end);
  });
  return { certainty: weigh(scene, candidate, { stance, cue, content, hedges }), hedges: spans };
}

interface Place {
  readonly sentence: number;
  readonly at: number;
}

/** For each sentence its words that may hedge. */
export type HedgePlaces = readonly (readonly number[])[];

/** Looked up once a document, since contents may hold each other many times over. */
export function hedgePlaces({ document, lexicon }: Scene): HedgePlaces {
  return document.trees.map(({ words }) => {
    const found: number[] = [];
    for (let at = 0; at < words.length; at++) if (lexicon.hedges.has(words[at])) found.push(at);
    return found;
  });
}

/** Places of the words that may hedge. */
function hedgesIn(places: HedgePlaces, content: readonly Run[]): Place[] {
  const found: Place[] = [];
  for (const { sentence, from, until } of content) {
    for (const at of places[sentence]) {
      if (at >= from && at < until) found.push({ sentence, at });
    }
  }
  return found;
}

interface Weighed {
  readonly stance: Stance;
  readonly cue: readonly string[];
  readonly content: readonly Run[];
  readonly hedges: readonly Place[];
}

function weigh(scene: Scene, candidate: Candidate, told: Weighed): Certainty {
  const { cue } = told;
  if (openStances.has(told.stance)) return 'unstated';
  const own = candidate.row.certainty ?? candidate.cueWord.certainty;
  let value: Certainty = own ?? 'certain';
  const undone =
    isNegatedCue(scene.lexicon, cue) && (told.stance === 'asserts' || told.stance === 'expects');
  if (undone) value = 'possible';
  if (value === 'unstated') return 'unstated';
  let future = false;
  for (const { sentence, at } of mainHedges(scene, told)) {
    const hedge = scene.lexicon.hedges.get(scene.document.trees[sentence].words[at]);
    if (hedge === undefined) continue;
    if (hedge.future === true) future = true;
    else value = weaker(value, hedge.certainty);
  }
  const saysFuture = future && value === 'certain';
  if (saysFuture) return told.stance === 'expects' ? 'probable' : 'unstated';
  if (value === 'certain' && !holdsClause(scene, told.content)) return own ?? value;
  return value;
}

/** Hedges of the content's main clause; those of clauses below it hold only there. */
function mainHedges(scene: Scene, { content, hedges }: Weighed): Place[] {
  if (hedges.length === 0) return [];
  const main = content[0].sentence;
  const { depth } = scene.document.trees[main];
  const top = topDepth(depth, content);
  return hedges.filter(({ sentence, at }) => sentence === main && depth[at] <= top + 2);
}

/** The least depth in the sentence where the content begins. */
function topDepth(depth: readonly number[], content: readonly Run[]): number {
  let top = Infinity;
  for (const { sentence, from, until } of content) {
    if (sentence !== content[0].sentence) break;
    for (let at = from; at < until; at++) top = Math.min(top, depth[at]);
  }
  return top;
}

function isHedge(scene: Scene, { sentence, at }: Place, stance: Stance): boolean {
  const tree = scene.document.trees[sentence];
  const word = tree.words[at];
  const hedge = scene.lexicon.hedges.get(word);
  if (hedge === undefined) return false;
  if (hedge.notUnder === stance) return false;
  if (hedge.quantity === true) return isBeforeNumber(tree, at);
  return hedge.auxiliary !== true || tree.tokens[at].upos === 'AUX';
}

function isBeforeNumber(tree: Tree, at: number): boolean {
  const next = at + 1;
  return next < tree.tokens.length && tree.tokens[next].upos === 'NUM';
}

function holdsClause(scene: Scene, content: readonly Run[]): boolean {
  return content.some(({ sentence, from, until }) =>
    holdsVerb(scene.document.trees[sentence], from, until),
  );
}

function weaker(a: Certainty, b: Certainty): Certainty {
  if (b === 'unstated') return a === 'certain' ? 'unstated' : a;
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

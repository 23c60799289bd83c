import type { Certainty, Stance } from '../../model/reading.ts';
import { makeSpan, type Span } from '../../model/span.ts';
import type { Candidate, Scene } from './candidate.ts';
import { isNegatedCue } from './stance.ts';
import type { Tree } from './tree.ts';
import type { Told, Word } from './words-in.ts';

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
  { stance, cue, content }: Told & { readonly stance: Stance },
): Assurance {
  const hedges = content.filter((item) => isHedge(scene, item, stance));
  const spans = hedges.map(({ start, end }) => makeSpan(scene.text, start, end));
  return {
    certainty: weigh(scene, candidate, { stance, cue, words: content, hedges }),
    hedges: spans,
  };
}

interface Weighed {
  readonly stance: Stance;
  readonly cue: readonly string[];
  readonly words: readonly Word[];
  readonly hedges: readonly Word[];
}

function weigh(scene: Scene, candidate: Candidate, told: Weighed): Certainty {
  const { cue } = told;
  if (openStances.has(told.stance)) return 'unstated';
  let value: Certainty = candidate.certainty ?? 'certain';
  const undone = isNegatedCue(cue) && (told.stance === 'asserts' || told.stance === 'expects');
  if (undone) value = 'possible';
  if (value === 'unstated') return 'unstated';
  let future = false;
  for (const { word } of mainHedges(scene, told)) {
    const hedge = scene.lexicon.hedges.get(word);
    if (hedge === undefined) continue;
    if (hedge.future === true) future = true;
    else value = weaker(value, hedge.certainty);
  }
  const saysFuture = future && value === 'certain';
  if (saysFuture) return told.stance === 'expects' ? 'probable' : 'unstated';
  if (value === 'certain' && !holdsClause(scene, told.words)) return candidate.certainty ?? value;
  return value;
}

/** Hedges of the content's main clause; those of clauses below it hold only there. */
function mainHedges(scene: Scene, { words, hedges }: Weighed): Word[] {
  const top = topDepth(scene, words);
  return hedges.filter(({ sentence, at }) => {
    const { depth } = scene.trees[sentence];
    return sentence === words[0]?.sentence && depth[at] <= top + 2;
  });
}

function topDepth(scene: Scene, words: readonly Word[]): number {
  let top = Infinity;
  for (const { sentence, at } of words) {
    if (sentence !== words[0].sentence) break;
    top = Math.min(top, scene.trees[sentence].depth[at]);
  }
  return top;
}

function isHedge(scene: Scene, { word, sentence, at }: Word, stance: Stance): boolean {
  const hedge = scene.lexicon.hedges.get(word);
  if (hedge === undefined) return false;
  if (hedge.notUnder === stance) return false;
  const tree = scene.trees[sentence];
  if (hedge.quantity === true) return isBeforeNumber(tree, at);
  if (/^(?:may|might|could|would|will|should|must|shall|'ll|'d)$/.test(word)) {
    return tree.tokens[at].upos === 'AUX';
  }
  return true;
}

function isBeforeNumber(tree: Tree, at: number): boolean {
  const next = at + 1;
  return next < tree.tokens.length && tree.tokens[next].upos === 'NUM';
}

function holdsClause(scene: Scene, words: readonly Word[]): boolean {
  return words.some(({ sentence, at }) => {
    const { upos } = scene.trees[sentence].tokens[at];
    return upos === 'AUX' || upos === 'VERB';
  });
}

function weaker(a: Certainty, b: Certainty): Certainty {
  if (b === 'unstated') return a === 'certain' ? 'unstated' : a;
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

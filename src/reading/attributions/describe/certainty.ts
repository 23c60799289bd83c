import type { Certainty, Stance } from '../../../model/reading.ts';
import { makeSpan, type Span } from '../../../model/span.ts';
import { holdsVerb, type Tree } from '../../grammar/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { CueLexicon } from '../cue-lexicon.ts';
import { isNegatedCue } from './stance.ts';
import type { AttributionWords, Run } from './words-in.ts';

/** How sure the source is of the content, and the words that tell. */
export interface Assurance {
  readonly certainty: Certainty;
  readonly hedges: Span[];
}

/** From firm to open; `unstated` is no degree and stands apart. */
const order: readonly Certainty[] = ['certain', 'probable', 'possible'];
/** Stances that claim nothing about the world. */
const openStances: ReadonlySet<Stance> = new Set<Stance>([
  ...(['promises', 'threatens', 'demands', 'asks', 'silent'] as const),
]);

/** For each sentence its words that may hedge. */
export type HedgePlaces = readonly (readonly number[])[];

/** Looked up once a document, since contents may hold each other many times over. */
export function hedgePlaces(trees: readonly Tree[], { hedges }: CueLexicon): HedgePlaces {
  return trees.map(({ words }) => {
    const found: number[] = [];
    for (let at = 0; at < words.length; at++) if (hedges.has(words[at])) found.push(at);
    return found;
  });
}

/**
 * FactBank's scale as held by the source: the weaker of cue and content wins. A modal under a
 * directive cue is no hedge, `would` after a past cue is plain future, and what is promised or
 * demanded is not stated at all.
 */
export function assuranceOf(
  lexicon: CueLexicon,
  candidate: Candidate,
  words: AttributionWords & { readonly stance: Stance },
  places: HedgePlaces,
): Assurance {
  const hedges = words.content.flatMap((run) => hedgesIn(lexicon, run, words.stance, places));
  const spans = hedges.map(({ tree, at }) => {
    const { start, end } = tree.tokens[at];
    return makeSpan(tree.text, start, end);
  });
  return { certainty: weigh(lexicon, candidate, words, hedges), hedges: spans };
}

interface Place {
  readonly tree: Tree;
  readonly at: number;
}

function hedgesIn(
  { hedges }: CueLexicon,
  { tree, from, until }: Run,
  stance: Stance,
  places: HedgePlaces,
): Place[] {
  const found: Place[] = [];
  for (const at of places[tree.index]) {
    const hedge = hedges.get(tree.words[at]);
    if (at < from || at >= until || hedge === undefined || hedge.notUnder === stance) continue;
    const holds = hedge.quantity
      ? tree.tokens[at + 1]?.upos === 'NUM'
      : hedge.auxiliary !== true || tree.tokens[at].upos === 'AUX';
    if (holds) found.push({ tree, at });
  }
  return found;
}

function weigh(
  lexicon: CueLexicon,
  { row, cueWord }: Candidate,
  { stance, cue, content }: AttributionWords & { readonly stance: Stance },
  hedges: readonly Place[],
): Certainty {
  if (openStances.has(stance)) return 'unstated';
  const own = row.certainty ?? cueWord.certainty;
  const undone = (stance === 'asserts' || stance === 'expects') && isNegatedCue(lexicon, cue);
  let value: Certainty = undone ? 'possible' : (own ?? 'certain');
  if (value === 'unstated') return 'unstated';
  let future = false;
  for (const { tree, at } of mainHedges(content, hedges)) {
    const hedge = lexicon.hedges.get(tree.words[at]);
    if (hedge?.future) future = true;
    else if (hedge !== undefined) value = weaker(value, hedge.certainty);
  }
  if (value !== 'certain') return value;
  if (future) return stance === 'expects' ? 'probable' : 'unstated';
  const isClause = content.some(({ tree, from, until }) => holdsVerb(tree, from, until));
  return isClause ? value : (own ?? value);
}

/** Hedges of the content's main clause; those of clauses below it hold only there. */
function mainHedges(content: readonly Run[], hedges: readonly Place[]): readonly Place[] {
  if (hedges.length === 0) return [];
  const main = content[0].tree;
  let top = Infinity;
  for (const { tree, from, until } of content) {
    if (tree !== main) break;
    for (let at = from; at < until; at++) top = Math.min(top, tree.depth[at]);
  }
  return hedges.filter(({ tree, at }) => tree === main && tree.depth[at] <= top + 2);
}

function weaker(a: Certainty, b: Certainty): Certainty {
  if (b === 'unstated') return a === 'certain' ? 'unstated' : a;
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

import { isRelation, type Tree } from '../grammar/tree.ts';

const auxiliaries = ['aux', 'cop'];
const questionWords = new Set(['how', 'why', 'when', 'where', 'whether', 'what', 'who', 'which']);
const notAfter = new Set(['tuesday', 'monday', 'wednesday', 'thursday', 'friday', 'saturday']);
const media = new Set(
  `statement interview speech tweet email e-mail letter post release conference briefing memo
  report tweets remarks article column interviews editorial op-ed message statements address
  testimony blog call`.split(/\s+/),
);
const mediumWords = new Set(['in', 'on', 'via', 'by', 'during']);
/** Verbs that only carry another: `began to criticise`, `continued to insist`. */
const carriers = new Set(
  `begin began begun begins beginning start started starts starting continue continued continues
  continuing keep kept keeps try tried tries trying proceed proceeded go goes going went have has
  had manage managed use used need needs needed come came repeatedly help helped helps`.split(
    /\s+/,
  ),
);

/** First and last token of the cue around its verb: auxiliaries, negation and near adverbs in. */
export function verbCueTokens(tree: Tree, verb: number): [number, number] {
  let from = verb;
  for (;;) {
    from = leftEdge(tree, verb, from);
    const above = tree.tokens[verb].head;
    const carried =
      above >= 0 &&
      above < from &&
      isRelation(tree, verb, ['xcomp']) &&
      carriers.has(tree.words[above]) &&
      reaches(tree, above, from);
    if (!carried) break;
    from = leftEdge(tree, above, above);
    return [from, rightEdge(tree, verb)];
  }
  return [from, rightEdge(tree, verb)];
}

/** Only adverbs and `to` stand between the carrier and what it carries. */
function reaches(tree: Tree, above: number, from: number): boolean {
  for (let at = above + 1; at < from; at++) {
    if (tree.words[at] !== 'to' && tree.tokens[at].upos !== 'ADV') return false;
  }
  return true;
}

function leftEdge(tree: Tree, verb: number, start: number): number {
  let from = start;
  while (from > 0) {
    const before = from - 1;
    if (tree.tokens[before].head !== verb) break;
    const linking = tree.words[before] === 'to' && tree.words[before - 1] === 'yet';
    if (!linking && !isCuePart(tree, before)) break;
    if (tree.from[before] !== before) break;
    from = before;
  }
  return from;
}

function isCuePart(tree: Tree, at: number): boolean {
  if (isRelation(tree, at, auxiliaries)) return true;
  const word = tree.words[at];
  if (word === "n't" || word === 'not' || word === 'never') return true;
  if (!isRelation(tree, at, ['advmod'])) return false;
  return !questionWords.has(word);
}

function rightEdge(tree: Tree, verb: number): number {
  let until = verb;
  for (const child of tree.children[verb]) {
    if (child <= verb) continue;
    if (child !== until + 1 || tree.until[child] !== child) break;
    if (isRelation(tree, child, ['compound:prt'])) until = child;
    else if (isRelation(tree, child, ['advmod']) && isMannerAdverb(tree, child)) until = child;
    else if (tree.words[child] === "n't" || tree.words[child] === 'not') until = child;
    else break;
  }
  return until;
}

function isMannerAdverb(tree: Tree, at: number): boolean {
  const word = tree.words[at];
  if (questionWords.has(word) || notAfter.has(word)) return false;
  return /ly$/.test(word) || ['again', 'back', 'out', 'up', 'instead', 'later'].includes(word);
}

const times = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december morning afternoon evening night week month year day
  days weeks months years today yesterday tomorrow weekend moment time twitter facebook television
  radio cnn nbc abc fox msnbc stage`.split(/\s+/),
);

/** A day, a medium or a stage: where and when something was said, not what. */
export function isCircumstance(tree: Tree, at: number): boolean {
  return times.has(tree.words[at]) || media.has(tree.words[at]);
}

/** The cue with a medium right behind it: `said in a statement`. */
export function withMedium(tree: Tree, until: number): number {
  const first = until + 1;
  if (first >= tree.tokens.length || !mediumWords.has(tree.words[first])) return until;
  const { head } = tree.tokens[first];
  if (head < 0 || head <= first || head > first + 5 || !media.has(tree.words[head])) return until;
  for (let at = first; at <= head; at++) if (tree.words[at] === ',') return until;
  return head;
}

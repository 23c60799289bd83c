import type { Candidate, Piece } from '../candidate.ts';

/**
 * Chooses the outermost attributions: each word has one role, so a cue inside what somebody else
 * is already saying is left to the nested ones. Tried are quotations and other rows that stand
 * outside their content, then the others from the top of the tree down.
 */
export function chooseOutermost(
  textLength: number,
  candidates: readonly Candidate[],
  threshold: number,
): Candidate[] {
  const order = inOrder(candidates, threshold);
  const beside = Map.groupBy(order, ({ tree }) => tree);
  const taken = new Uint8Array(textLength);
  const chosen: Candidate[] = [];
  for (const candidate of order) {
    if (isTaken(taken, candidate)) continue;
    if (hidesBetter(candidate, beside.get(candidate.tree) ?? [])) continue;
    chosen.push(candidate);
    mark(taken, candidate.cue, cueRole);
    for (const piece of candidate.content) mark(taken, piece, contentRole);
    if (candidate.source !== undefined) mark(taken, candidate.source, sourceRole);
  }
  return chosen.sort((a, b) => a.cue[0] - b.cue[0] || a.content[0][0] - b.content[0][0]);
}

/**
 * Rows outside their content first, then down the tree, a light verb with its noun before either
 * alone, the surer of two first.
 */
function inOrder(candidates: readonly Candidate[], threshold: number): Candidate[] {
  const yes = (value: true | undefined) => Number(value === true);
  return candidates
    .filter(({ weight }) => weight >= threshold)
    .sort(
      (a, b) =>
        yes(b.row.outer) - yes(a.row.outer) ||
        a.tree.index - b.tree.index ||
        a.tree.depth[a.head] - b.tree.depth[b.head] ||
        yes(b.row.light) - yes(a.row.light) ||
        b.weight - a.weight ||
        a.cue[0] - b.cue[0],
    );
}

/** An attribution inside the content of another. */
export interface Nested {
  readonly candidate: Candidate;
  readonly within: Candidate;
}

/**
 * The attributions inside the contents of the chosen ones, only the sure ones and those that name
 * something in another's words (`what he termed …`) or a rumour (`there are fears that …`): the
 * chain of who told whom, not every thought of everybody quoted.
 */
export function chooseNested(
  textLength: number,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  threshold: number,
): Nested[] {
  const holders = holdersOf(textLength, chosen);
  const taken = new Uint8Array(textLength);
  for (const { cue } of chosen) mark(taken, cue, cueRole);
  const found: Nested[] = [];
  for (const candidate of inOrder(candidates, 0.3)) {
    const [start, end] = candidate.cue;
    const holder = holders[start];
    if (holder === 0 || holders[end - 1] !== holder || !isTelling(candidate, threshold)) continue;
    if (taken.subarray(start, end).some((role) => role !== 0)) continue;
    mark(taken, candidate.cue, cueRole);
    found.push({ candidate, within: chosen[holder - 1] });
  }
  return found;
}

/** Is it sure enough, a rumour, or does it name something in another's words? */
function isTelling({ row, weight, sourceHead, tree }: Candidate, threshold: number): boolean {
  if (row.nested === 'always') return weight >= 0.5;
  if (weight >= threshold) return row.nested !== 'never';
  if (row.nested !== 'names' || sourceHead < 0) return false;
  return tree.grammar.freeRelatives.has(tree.words[tree.from[sourceHead] - 1]);
}

/** For each place of the text the chosen attribution whose content it lies in, counted from 1. */
function holdersOf(textLength: number, chosen: readonly Candidate[]): Uint32Array {
  const holders = new Uint32Array(textLength);
  chosen.forEach(({ content }, index) => {
    for (const [start, end] of content) holders.fill(index + 1, start, end);
  });
  return holders;
}

/**
 * A doubtful cue must not swallow a sure one: if it is more likely that the outer is wrong and an
 * inner one right than that the outer is right, the outer gives way. A sentence has a bounded
 * number of words, so looking at all its candidates keeps the whole linear.
 */
function hidesBetter(candidate: Candidate, beside: readonly Candidate[]): boolean {
  const { weight, content } = candidate;
  if (weight >= 0.55) return false;
  return beside.some(
    (inner) =>
      inner !== candidate &&
      (1 - weight) * inner.weight > weight &&
      content.some(([from, until]) => from <= inner.cue[0] && inner.cue[1] <= until),
  );
}

const sourceRole = 1;
const cueRole = 2;
const contentRole = 4;

/** The cue is free, both ends of the content are free, and the source is nobody's content. */
function isTaken(taken: Uint8Array, { cue, content, source }: Candidate): boolean {
  for (let at = cue[0]; at < cue[1]; at++) if (taken[at] !== 0) return true;
  const isContent = (at: number) => (taken[at] & contentRole) !== 0;
  if (source !== undefined && isContent(source[0])) return true;
  return content.some(([from, until]) => isContent(from) || isContent(until - 1));
}

function mark(taken: Uint8Array, [start, end]: Piece, role: number): void {
  for (let at = start; at < end; at++) taken[at] |= role;
}

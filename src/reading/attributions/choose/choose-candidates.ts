import type { Candidate, Piece, Scene } from '../candidate.ts';

/**
 * Chooses the outermost attributions: each word has one role, so a cue inside what somebody else
 * is already saying is left to the nested ones. Tried are quotations and other frames that stand
 * outside their content, then the others from the top of the tree down.
 */
export function chooseOutermost(
  scene: Scene,
  candidates: readonly Candidate[],
  threshold: number,
): Candidate[] {
  const order = inOrder(scene, candidates, threshold);
  const bySentence = new Map<number, Candidate[]>();
  for (const { candidate } of order) {
    const list = bySentence.get(candidate.sentence);
    if (list === undefined) bySentence.set(candidate.sentence, [candidate]);
    else list.push(candidate);
  }
  const taken = new Uint8Array(scene.document.text.length);
  const chosen: Candidate[] = [];
  for (const { candidate } of order) {
    if (isTaken(taken, candidate)) continue;
    if (hidesBetter(candidate, bySentence.get(candidate.sentence) ?? [])) continue;
    chosen.push(candidate);
    mark(taken, [candidate.cue], cueRole);
    mark(taken, candidate.content, contentRole);
    mark(taken, candidate.source, sourceRole);
  }
  return chosen.sort((a, b) => a.cue[0] - b.cue[0] || a.content[0][0] - b.content[0][0]);
}

/** Frames outside their content first, then down the tree, the surer of two first. */
function inOrder(
  scene: Scene,
  candidates: readonly Candidate[],
  threshold: number,
): { readonly candidate: Candidate; readonly depth: number }[] {
  return candidates
    .filter((candidate) => candidate.weight >= threshold)
    .map((candidate) => ({ candidate, depth: depthOf(scene, candidate) }))
    .sort(
      (a, b) =>
        Number(isOuter(b.candidate)) - Number(isOuter(a.candidate)) ||
        a.candidate.sentence - b.candidate.sentence ||
        a.depth - b.depth ||
        Number(isLight(b.candidate)) - Number(isLight(a.candidate)) ||
        b.candidate.weight - a.candidate.weight ||
        a.candidate.cue[0] - b.candidate.cue[0],
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
  scene: Scene,
  candidates: readonly Candidate[],
  chosen: readonly Candidate[],
  threshold: number,
): Nested[] {
  const holders = holdersOf(scene, chosen);
  const taken = new Uint8Array(scene.document.text.length);
  for (const { cue } of chosen) mark(taken, [cue], cueRole);
  const found: Nested[] = [];
  for (const { candidate } of inOrder(scene, candidates, 0.3)) {
    const [start, end] = candidate.cue;
    const holder = holders[start];
    if (holder === 0 || holders[end - 1] !== holder) continue;
    if (!isTelling(scene, candidate, threshold)) continue;
    if (taken.subarray(start, end).some((role) => role !== 0)) continue;
    mark(taken, [candidate.cue], cueRole);
    found.push({ candidate, within: chosen[holder - 1] });
  }
  return found;
}

/** Is it sure enough, a rumour, or does it name something in another's words? */
function isTelling(scene: Scene, candidate: Candidate, threshold: number): boolean {
  const { row, weight, sourceHead, sentence } = candidate;
  if (row.nested === 'always') return weight >= 0.5;
  if (weight >= threshold) return row.nested !== 'never';
  if (row.nested !== 'names' || sourceHead < 0) return false;
  const { words, from, grammar } = scene.document.trees[sentence];
  return grammar.freeRelatives.has(words[from[sourceHead] - 1]);
}

/** For each place of the text the chosen attribution whose content it lies in, counted from 1. */
function holdersOf(scene: Scene, chosen: readonly Candidate[]): Uint32Array {
  const holders = new Uint32Array(scene.document.text.length);
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
  if (candidate.weight >= 0.55) return false;
  for (const inner of beside) {
    if (inner === candidate || !isInside(inner.cue, candidate.content)) continue;
    if ((1 - candidate.weight) * inner.weight > candidate.weight) return true;
  }
  return false;
}

function isInside([start, end]: Piece, pieces: readonly Piece[]): boolean {
  return pieces.some(([from, until]) => from <= start && end <= until);
}

/** `expressed doubts about K` says more than `expressed` and `doubts about K`. */
function isLight({ row }: Candidate): boolean {
  return row.light === true;
}

function isOuter({ row }: Candidate): boolean {
  return row.outer === true;
}

const sourceRole = 1;
const cueRole = 2;
const contentRole = 4;

function depthOf(scene: Scene, candidate: Candidate): number {
  return scene.document.trees[candidate.sentence].depth[candidate.head];
}

/** The cue is free, the content's start is free, and the source is nobody's content. */
function isTaken(taken: Uint8Array, candidate: Candidate): boolean {
  const [start, end] = candidate.cue;
  for (let at = start; at < end; at++) if (taken[at] !== 0) return true;
  for (const [from] of candidate.source) if ((taken[from] & contentRole) !== 0) return true;
  for (const [from, until] of candidate.content) {
    if ((taken[from] & contentRole) !== 0 || (taken[until - 1] & contentRole) !== 0) return true;
  }
  return false;
}

function mark(taken: Uint8Array, pieces: readonly Piece[], role: number): void {
  for (const [start, end] of pieces) {
    for (let at = start; at < end; at++) taken[at] |= role;
  }
}

import { isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Construction, Piece, Scene } from './candidate.ts';
import type { Cue } from './cue-lexicon.ts';
import { verbCueTokens } from './cue-span.ts';
import { type Frame, makeCandidate } from './frame.ts';
import { contentPiece } from './pieces.ts';
import {
  type Arguments,
  argumentsOf,
  isNegated,
  type Subject,
  subjectOf,
} from './verb-arguments.ts';

/** A verb in its sentence, as the frames below see it. */
export interface VerbSite {
  readonly scene: Scene;
  readonly tree: Tree;
  readonly sentence: number;
  readonly verb: number;
  readonly slots: Arguments;
  /** The verb with what belongs to it, and whose it is by itself, passive or not. */
  readonly verbTokens: readonly [number, number];
  readonly subject: Subject;
  readonly cueTokens: readonly [number, number];
  readonly sourceHead: number;
  readonly sourceSpan?: readonly [number, number] | undefined;
}

export function verbSite(scene: Scene, sentence: number, verb: number): VerbSite {
  const tree = scene.trees[sentence];
  const slots = argumentsOf(tree, verb);
  const verbTokens = verbCueTokens(tree, verb);
  const subject = subjectOf(tree, verb, verbTokens[0]);
  const site = { scene, tree, sentence, verb, slots, verbTokens, subject };
  if (slots.passive) return { ...site, cueTokens: verbTokens, sourceHead: -1 };
  const sender = senderOf(scene, tree, verb);
  if (sender !== undefined) return { ...site, ...sender };
  return { ...site, cueTokens: verbTokens, sourceHead: subject.head, sourceSpan: subject.span };
}

/** `she released a statement saying …`: the source sent the document, the cue spans both verbs. */
function senderOf(scene: Scene, tree: Tree, verb: number) {
  const { head: noun, deprel, xpos } = tree.tokens[verb];
  if (deprel !== 'acl' || xpos !== 'VBG' || noun < 0 || noun !== tree.from[verb] - 1) {
    return undefined;
  }
  const { head: verbAbove } = tree.tokens[noun];
  if (!isRelation(tree, noun, ['obj']) || verbAbove < 0 || noun - verbAbove > 6) return undefined;
  if (!scene.lexicon.documents.has(tree.words[noun])) return undefined;
  const subject = subjectOf(tree, verbAbove);
  if (subject.head < 0) return undefined;
  const cueTokens: [number, number] = [verbCueTokens(tree, verbAbove)[0], verb];
  return { cueTokens, sourceHead: subject.head, sourceSpan: subject.span };
}

interface Found {
  readonly construction: Construction;
  readonly content: readonly Piece[];
  readonly weight: number | undefined;
  readonly cueTokens?: readonly [number, number];
  readonly sourceHead?: number;
  readonly sourceSpan?: readonly [number, number];
}

export function propose(site: VerbSite, cue: Cue, found: Found): Candidate | undefined {
  const { weight } = found;
  if (weight === undefined || weight === 0) return undefined;
  const sourceHead = found.sourceHead ?? site.sourceHead;
  const frame: Frame = {
    construction: found.construction,
    sentence: site.sentence,
    head: site.verb,
    cueTokens: found.cueTokens ?? site.cueTokens,
    sourceHead,
    sourceSpan: found.sourceSpan ?? (sourceHead === site.sourceHead ? site.sourceSpan : undefined),
    content: found.content,
    weight,
    cue,
    negated: isNegated(site.tree, site.verb),
  };
  return makeCandidate(site.scene, frame);
}

/** A quotation that follows without a comma belongs to the phrase before it. */
export function intoQuotation({ scene, tree }: VerbSite, until: number): number {
  const next = until + 1;
  if (next >= tree.tokens.length) return until;
  const quote = tree.quotes[next];
  if (quote < 0 || tree.quotes[until] === quote) return until;
  if (scene.quotations[quote].start !== tree.tokens[next].start) return until;
  let last = next;
  while (last + 1 < tree.tokens.length && tree.quotes[last + 1] === quote) last++;
  return last;
}

/** `what he termed …`: the word before the source, where the parser did not see the object. */
export function relativeWord({ tree, sourceHead, cueTokens }: VerbSite): number {
  if (sourceHead < 0 || sourceHead >= cueTokens[0] || tree.from[sourceHead] === 0) return -1;
  const before = tree.from[sourceHead] - 1;
  return /^W[DP]/.test(tree.tokens[before].xpos) ? before : -1;
}

export function relativeAt({ scene, tree }: Pick<VerbSite, 'scene' | 'tree'>, at: number): Piece[] {
  if (at < 0 || !/^W[DP]/.test(tree.tokens[at].xpos)) return [];
  return contentPiece(scene, tree, at, at);
}

/** A subject that is content: the whole phrase. */
export function subjectTokens(tree: Tree, head: number): [number, number] {
  let until = head;
  for (const child of tree.children[head]) {
    if (child > head && !isRelation(tree, child, ['parataxis', 'punct'])) until = tree.until[child];
  }
  return [tree.from[head], until];
}

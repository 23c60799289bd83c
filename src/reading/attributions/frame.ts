import type { Tree } from '../grammar/tree.ts';
import type { Candidate, Construction, Piece, Scene } from './candidate.ts';
import type { Cue } from './cue-lexicon.ts';
import { sourceTokens, tokenPiece } from './pieces.ts';

/** What a frame has found, in tokens; `makeCandidate` turns it into stretches of text. */
export interface Frame {
  readonly construction: Construction;
  readonly sentence: number;
  readonly head: number;
  readonly cueTokens: readonly [number, number];
  /** The head of the source; -1 where there is none. */
  readonly sourceHead: number;
  /** The source's tokens where they are not those of the tree. */
  readonly sourceSpan?: readonly [number, number] | undefined;
  readonly content: readonly Piece[];
  /** 0 to 100. */
  readonly weight: number;
  readonly cue: Pick<Cue, 'stance' | 'certainty' | 'word'>;
  readonly negated?: boolean;
  readonly outer?: boolean;
}

export function makeCandidate(scene: Scene, frame: Frame): Candidate | undefined {
  const tree = scene.trees[frame.sentence];
  if (frame.content.length === 0) return undefined;
  const source: Piece[] =
    frame.sourceHead < 0 ? [] : [tokenPiece(tree, ...trimmedSource(tree, frame))];
  return {
    construction: frame.construction,
    sentence: frame.sentence,
    head: frame.head,
    source,
    sourceHead: frame.sourceHead,
    cue: tokenPiece(tree, ...frame.cueTokens),
    content: frame.content,
    weight: frame.weight / 100,
    stance: frame.cue.stance,
    ...(frame.cue.certainty === undefined ? {} : { certainty: frame.cue.certainty }),
    negated: frame.negated === true,
    outer: frame.outer === true,
    word: frame.cue.word,
  };
}

/** The source never runs into its own cue. */
function trimmedSource(tree: Tree, frame: Frame): [number, number] {
  let [from, until] = frame.sourceSpan ?? sourceTokens(tree, frame.sourceHead);
  const [cueFrom, cueUntil] = frame.cueTokens;
  if (frame.sourceHead < cueFrom && until >= cueFrom) until = cueFrom - 1;
  if (frame.sourceHead > cueUntil && from <= cueUntil) from = cueUntil + 1;
  while (
    until > frame.sourceHead &&
    tree.words[until] === ',' &&
    !hasInnerComma(tree, from, until)
  ) {
    until--;
  }
  return [from, until];
}

function hasInnerComma(tree: Tree, from: number, until: number): boolean {
  for (let at = from; at < until; at++) if (tree.words[at] === ',') return true;
  return false;
}

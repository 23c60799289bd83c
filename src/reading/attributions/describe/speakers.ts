import type { Actor } from '../../../model/reading.ts';
import type { Resolution, Resolver } from '../../names/resolver.ts';
import type { Candidate, Piece, Scene } from '../candidate.ts';
import { sourceTokens, tokenPiece } from '../find/pieces.ts';

/** Whom the words of a source stand for. */
export interface Speakers {
  readonly speakers: readonly Actor[];
  readonly states: readonly string[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Resolves the sources of attributions in reading order. A pronoun is first read as the source
 * before it, and nobody named only inside a quotation is taken for a speaker outside.
 */
export function createSpeakerFinder(scene: Scene, resolver: Resolver) {
  const quoted: readonly Stretch[] = scene.document.quotations;
  const known = new Map<string, Resolution>();
  let previous: Stretch | undefined;
  return (candidate: Candidate): Speakers => {
    if (candidate.source.length === 0) return { speakers: [], states: [] };
    const [start, end] = stretchOf(candidate.source);
    const key = `${start}-${end}`;
    const options = { ...(previous === undefined ? {} : { previousSource: previous }), quoted };
    let resolution = known.get(key) ?? resolver.resolve(start, end, options);
    if (resolution.actors.length === 0 && resolution.states.length === 0) {
      const core = coreOf(scene, candidate);
      if (core !== undefined) resolution = resolver.resolve(core[0], core[1], options);
    }
    known.set(key, resolution);
    previous = { start, end };
    return { speakers: [...resolution.actors], states: [...resolution.states] };
  };
}

/** The source's head with what hangs on it, where the parser tore the rest of the source away. */
function coreOf(scene: Scene, { sentence, sourceHead, source }: Candidate): Piece | undefined {
  if (sourceHead < 0) return undefined;
  const tree = scene.document.trees[sentence];
  const [start] = stretchOf(source);
  if (tree.tokens[sourceHead].start <= start) return undefined;
  const core = tokenPiece(tree, sourceTokens(tree, sourceHead));
  return core[0] > start && core[0] < core[1] ? core : undefined;
}

function stretchOf(pieces: readonly Piece[]): Piece {
  return [pieces[0][0], pieces[pieces.length - 1][1]];
}

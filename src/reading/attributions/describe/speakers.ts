import type { Actor } from '../../../model/reading.ts';
import type { NamedDocument } from '../../document.ts';
import type { Resolution } from '../../names/resolver.ts';
import type { Stretch } from '../../syntax/sentence.ts';
import type { Candidate } from '../candidate.ts';
import { sourceTokens, tokenPiece } from '../find/pieces.ts';

/** Whom the words of a source stand for. */
export interface Speakers {
  readonly speakers: readonly Actor[];
  readonly states: readonly string[];
}

/**
 * Resolves the sources of attributions in reading order. A pronoun is first read as the source
 * before it, and nobody named only inside a quotation is taken for a speaker outside.
 */
export function createSpeakerFinder({ resolver }: NamedDocument) {
  const known = new Map<string, Resolution>();
  let previous: Stretch | undefined;
  return (candidate: Candidate): Speakers => {
    if (candidate.source === undefined) return { speakers: [], states: [] };
    const [start, end] = candidate.source;
    const key = `${start}-${end}`;
    const options = { previousSource: previous };
    let resolution = known.get(key) ?? resolver.resolve(start, end, options);
    const core = coreOf(candidate, start);
    if (core !== undefined && resolution.actors.length + resolution.states.length === 0) {
      resolution = resolver.resolve(...core, options);
    }
    known.set(key, resolution);
    previous = { start, end };
    return { speakers: [...resolution.actors], states: [...resolution.states] };
  };
}

/** The source's head with what hangs on it, where the parser tore the rest of the source away. */
function coreOf({ tree, sourceHead }: Candidate, start: number) {
  if (sourceHead < 0 || tree.tokens[sourceHead].start <= start) return undefined;
  const core = tokenPiece(tree, sourceTokens(tree, sourceHead));
  return core[0] > start && core[0] < core[1] ? core : undefined;
}

import { firstEndingAfter } from '../../../model/span.ts';
import type { Document } from '../../document.ts';
import type { Tree } from '../../grammar/tree.ts';
import type { Candidate, Piece } from '../candidate.ts';

/** Tokens of one sentence that follow each other, `until` exclusive. */
export interface Run {
  readonly tree: Tree;
  readonly from: number;
  readonly until: number;
}

/** The words of an attribution, looked up once for all that ask. */
export interface AttributionWords {
  readonly cue: readonly string[];
  /** All of the content: only its places, since contents may hold each other many times over. */
  readonly content: readonly Run[];
  /** The first words of the content. */
  readonly opening: readonly string[];
}

/** How many words of a content are looked at one by one. */
const mostOpening = 24;

export function wordsOf(document: Document, { tree, cue, content }: Candidate): AttributionWords {
  const runs = content.flatMap((piece) => runsIn(document, piece));
  return { cue: wordsIn(runIn(tree, cue)), content: runs, opening: openingOf(runs) };
}

export function wordsIn({ tree, from, until }: Run): readonly string[] {
  return tree.words.slice(from, until);
}

/** The tokens of a sentence that lie in the stretch. */
export function runIn(tree: Tree, [start, end]: Piece): Run {
  const { tokens } = tree;
  const last = firstEndingAfter(tokens, end - 1);
  const until = last < tokens.length && tokens[last].start < end ? last + 1 : last;
  return { tree, from: firstEndingAfter(tokens, start), until };
}

function runsIn({ sentences, trees }: Document, piece: Piece): Run[] {
  const found: Run[] = [];
  for (let index = firstEndingAfter(sentences, piece[0]); index < trees.length; index++) {
    if (sentences[index].start >= piece[1]) break;
    const run = runIn(trees[index], piece);
    if (run.from < run.until) found.push(run);
  }
  return found;
}

function openingOf(runs: readonly Run[]): string[] {
  const words: string[] = [];
  for (const run of runs) {
    if (words.length >= mostOpening) break;
    words.push(...wordsIn({ ...run, until: Math.min(run.until, run.from + mostOpening) }));
  }
  return words.slice(0, mostOpening);
}

import { firstEndingAfter, overlapping } from '../../../model/span.ts';
import { tokensIn } from '../../grammar/phrase.ts';
import type { Tree } from '../../grammar/tree.ts';
import type { NameSpan } from '../name-span.ts';
import type { ActorReader, ActorReading } from './actor-reading.ts';
import type { ActorRules } from './actor-rules.ts';
import { readName, readUnknownName } from './name-readings.ts';
import { readNoun } from './noun-readings.ts';

/** The reader of one report's nominals; `names` are those found before parsing. */
export function createActorReader(
  trees: readonly Tree[],
  names: readonly NameSpan[],
  rules: ActorRules,
): ActorReader {
  const namesAt = trees.map((tree) => placeNames(tree, names));
  const sentences = trees.map(({ sentence }) => sentence);
  const kept: (ActorReading | null | undefined)[][] = trees.map(() => []);
  const reader: ActorReader = {
    trees,
    rules,
    treeAt: (offset) => trees[firstEndingAfter(sentences, offset)],
    nameAt: (tree, at) => namesAt[tree.index][at],
    read: (tree, at) => {
      const known = kept[tree.index][at];
      if (known !== undefined) return known ?? undefined;
      // Marked before reading, so that a circle of phrases ends here.
      kept[tree.index][at] = null;
      const found = readToken(reader, tree, at);
      kept[tree.index][at] = found ?? null;
      return found;
    },
  };
  return reader;
}

/** For each token the name it belongs to. */
function placeNames(tree: Tree, names: readonly NameSpan[]): (NameSpan | undefined)[] {
  const placed: (NameSpan | undefined)[] = [];
  for (const name of overlapping(names, tree.sentence)) {
    for (const at of tokensIn(tree, name)) placed[at] = name;
  }
  return placed;
}

function readToken(reader: ActorReader, tree: Tree, at: number): ActorReading | undefined {
  const name = reader.nameAt(tree, at);
  if (name === undefined) {
    return /^(NOUN|PROPN|DET|PRON|NUM)$/.test(tree.tokens[at].upos)
      ? readNoun(reader, tree, at)
      : undefined;
  }
  if (at !== headOfName(tree, name)) return undefined;
  if (name.kind === 'unknown') return readUnknownName(reader, tree, at, name);
  return readName(tree, at, name, reader.rules);
}

/** The token of the name that the rest of the sentence hangs on. */
function headOfName(tree: Tree, name: NameSpan): number {
  const within = tokensIn(tree, name);
  const outside = (at: number) => !within.includes(tree.tokens[at].head);
  return within.find((at) => outside(at) && tree.tokens[at].upos !== 'DET') ?? within[0];
}

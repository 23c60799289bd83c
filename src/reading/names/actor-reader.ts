import { overlapping } from '../../model/span.ts';
import type { ActorLexicon } from '../../reference/actor-lexicon.ts';
import type { Document } from '../document.ts';
import { tokenAt } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { ActorReading } from './actor-reading.ts';
import { createMetonymRules, type MetonymRules } from './metonymy.ts';
import { readName } from './name-actors.ts';
import type { NameSpan } from './name-span.ts';
import { type NounContext, readNoun } from './noun-actors.ts';
import { buildNounLexicon, type NounLexicon } from './noun-lexicon.ts';
import { readUnknownName } from './unknown-names.ts';

/** Rules and word lists, made once for many reports. */
export interface ActorRules {
  readonly metonyms: MetonymRules;
  readonly nouns: NounLexicon;
  readonly lexicon: ActorLexicon;
}

export function createActorRules(lexicon: ActorLexicon): ActorRules {
  const metonyms = createMetonymRules(lexicon.words);
  return { metonyms, nouns: buildNounLexicon(lexicon), lexicon };
}

/** Reads the nominals of one report, each at most once. */
export interface ActorReader {
  readonly trees: readonly Tree[];
  readonly rules: ActorRules;
  /** The name that covers a token. */
  nameAt(tree: Tree, at: number): NameSpan | undefined;
  read(tree: Tree, at: number): ActorReading | undefined;
}

export function createActorReader(
  document: Document,
  names: readonly NameSpan[],
  rules: ActorRules,
): ActorReader {
  const { trees } = document;
  const nameAt = trees.map((tree) => placeNames(tree, names));
  const kept: (ActorReading | null | undefined)[][] = trees.map(() => []);
  const read = (tree: Tree, at: number): ActorReading | undefined => {
    const known = kept[tree.index][at];
    if (known !== undefined) return known ?? undefined;
    // Marked before reading, so that a circle of phrases ends here.
    kept[tree.index][at] = null;
    const found = readToken(tree, at, nameAt[tree.index], read, rules);
    kept[tree.index][at] = found ?? null;
    return found;
  };
  return { trees, rules, nameAt: (tree, at) => nameAt[tree.index][at], read };
}

/** For each token the name it belongs to. */
function placeNames(tree: Tree, names: readonly NameSpan[]): (NameSpan | undefined)[] {
  const placed: (NameSpan | undefined)[] = [];
  const { start, end } = tree.sentence;
  for (const name of overlapping(names, { start, end })) {
    for (let at = tokenAt(tree, name.start); at < tree.tokens.length; at++) {
      if (tree.tokens[at].start >= name.end) break;
      placed[at] = name;
    }
  }
  return placed;
}

function readToken(
  tree: Tree,
  at: number,
  nameAt: readonly (NameSpan | undefined)[],
  read: ActorReader['read'],
  rules: ActorRules,
): ActorReading | undefined {
  const context: NounContext = {
    tree,
    nameAt,
    lexicon: rules.nouns,
    read: (other) => read(tree, other),
  };
  const name = nameAt[at];
  if (name === undefined) {
    return /^(NOUN|PROPN|DET|PRON|NUM)$/.test(tree.tokens[at].upos)
      ? readNoun(context, at)
      : undefined;
  }
  if (at !== headOfName(tree, name)) return undefined;
  if (name.kind === 'unknown') return readUnknownName(context, at, name);
  return readName(tree, at, name, rules.metonyms);
}

/** The token of the name that the rest of the sentence hangs on. */
export function headOfName(tree: Tree, name: NameSpan): number {
  const first = tokenAt(tree, name.start);
  for (let at = first; at < tree.tokens.length && tree.tokens[at].start < name.end; at++) {
    const head = tree.tokens[at].head;
    const outside = head < 0 || tree.tokens[head].start >= name.end || head < first;
    if (outside && tree.tokens[at].upos !== 'DET') return at;
  }
  return first;
}

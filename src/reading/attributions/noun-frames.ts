import { childOf, isRelation, type Tree } from '../grammar/tree.ts';
import type { Candidate, Construction, Piece, Scene } from './candidate.ts';
import { contentUntil } from './content-end.ts';
import type { Cue } from './cue-lexicon.ts';
import { verbCueTokens } from './cue-span.ts';
import { makeCandidate } from './frame.ts';
import { contentPiece } from './pieces.ts';
import {
  argumentsOf,
  isInfinitive,
  isNegated,
  prepositionOf,
  subjectOf,
} from './verb-arguments.ts';

/** The content of a noun cue, and where it begins. */
interface NounContent {
  readonly pieces: readonly Piece[];
  readonly weight: number;
  /** The last token of the cue: the noun, or the preposition that links. */
  readonly cueUntil: number;
  /** A clause or an infinitive, not a mere noun phrase. */
  readonly clausal: boolean;
  readonly first: number;
  readonly head: number;
  readonly noun: number;
}

/** Who a noun's words are, and how that is said. */
interface NounSource {
  readonly construction: Construction;
  readonly head: number;
  readonly cueFrom: number;
  /** In per cent of the content's weight. */
  readonly share: number;
  readonly negated: boolean;
  /** The light verb that carries the noun. */
  readonly verb?: number;
}

/** A noun that carries somebody's account, with its content behind it. */
export function nounFrame(
  scene: Scene,
  sentence: number,
  noun: number,
  cue: Cue,
): Candidate | undefined {
  const tree = scene.trees[sentence];
  const content = nounContent(scene, tree, noun, cue);
  if (content === undefined) return undefined;
  const source = nounSource(scene, tree, noun, cue, content);
  if (source === undefined) return undefined;
  return makeCandidate(scene, {
    construction: source.construction,
    sentence,
    head: source.verb ?? noun,
    cueTokens: [source.cueFrom, content.cueUntil],
    sourceHead: source.head,
    content: beforeSource(tree, content.pieces, source),
    weight: (content.weight * source.share) / 100,
    cue,
    negated: source.negated,
  });
}

/** The content ends where its source begins. */
function beforeSource(tree: Tree, pieces: readonly Piece[], source: NounSource): Piece[] {
  if (source.construction !== 'noun and source') return [...pieces];
  const first = tree.from[source.head];
  const limit = first > 0 ? tree.tokens[first - 1].end : 0;
  return pieces.flatMap(([start, end]): Piece[] => {
    if (tree.tokens[first].start < start || tree.tokens[first].start >= end) return [[start, end]];
    return limit > start ? [[start, limit]] : [];
  });
}

function nounContent(scene: Scene, tree: Tree, noun: number, cue: Cue): NounContent | undefined {
  for (const holder of [noun, verbOver(tree, noun)]) {
    if (holder < 0) continue;
    for (const child of tree.children[holder]) {
      if (child <= noun || tree.from[child] <= noun) continue;
      const found = contentOf(scene, tree, noun, child, cue, holder !== noun);
      if (found !== undefined) return found;
    }
  }
  return looseInfinitive(scene, tree, noun, cue);
}

/** `refusal to leave has …`: the parser may hang the infinitive on the verb behind it. */
function looseInfinitive(
  scene: Scene,
  tree: Tree,
  noun: number,
  cue: Cue,
): NounContent | undefined {
  const weight = cue.frames.infinitive ?? 0;
  const first = noun + 1;
  if (weight < 70 || tree.words[first] !== 'to' || tree.tokens[first + 1]?.xpos !== 'VB') {
    return undefined;
  }
  let last = first + 1;
  while (last + 1 < tree.tokens.length && !endsInfinitive(tree, last + 1)) last++;
  const pieces = contentPiece(scene, tree, first, last);
  return { pieces, weight: weight * 0.9, cueUntil: noun, clausal: true, first, head: first, noun };
}

function endsInfinitive(tree: Tree, at: number): boolean {
  const { xpos, upos } = tree.tokens[at];
  return /^(?:VB[DZP]|MD)$/.test(xpos) || upos === 'AUX' || /^[,;:.]$/.test(tree.words[at]);
}

/** A light verb may have drawn the noun's complement to itself. */
function verbOver(tree: Tree, noun: number): number {
  const { head } = tree.tokens[noun];
  return head >= 0 && isRelation(tree, noun, ['obj', 'nsubj']) ? head : -1;
}

function contentOf(
  scene: Scene,
  tree: Tree,
  noun: number,
  child: number,
  cue: Cue,
  borrowed: boolean,
): NounContent | undefined {
  const first = tree.from[child];
  if (tree.words[first] === ',' || first - noun > 4) return undefined;
  const weight = contentWeight(tree, noun, child, cue, borrowed);
  if (weight === undefined || weight === 0) return undefined;
  const preposition = prepositionOf(tree, child);
  const links = preposition === noun + 1 && isLink(tree, preposition, child);
  const cueUntil = links ? preposition : noun;
  const until = contentUntil(tree, noun, child);
  const pieces = contentPiece(scene, tree, links ? preposition + 1 : first, until);
  const clausal = isRelation(tree, child, ['acl', 'ccomp', 'advcl', 'xcomp']);
  return { pieces, weight, cueUntil, clausal: clausal && !links, first, head: child, noun };
}

function isLink(tree: Tree, preposition: number, child: number): boolean {
  if (tree.words[preposition] === 'that' || tree.words[preposition] === 'to') {
    return !isInfinitive(tree, child) && tree.words[preposition] === 'to';
  }
  return tree.tokens[preposition].upos === 'ADP' || tree.tokens[preposition].upos === 'SCONJ';
}

function contentWeight(
  tree: Tree,
  noun: number,
  child: number,
  cue: Cue,
  borrowed: boolean,
): number | undefined {
  const { frames } = cue;
  const first = tree.words[tree.from[child]];
  if (isRelation(tree, child, ['acl', 'ccomp', 'advcl', 'xcomp', 'dep'])) {
    if (isRelation(tree, child, ['advcl']) && tree.from[child] > noun + 1) return undefined;
    if (tree.tokens[child].deprel === 'acl:relcl' && isTrueRelative(tree, child)) return undefined;
    if (isInfinitive(tree, child)) return frames.infinitive;
    if (first === 'that') return frames.clause;
    if (/^(?:whether|if|why|how|what)$/.test(first)) return frames.question ?? frames.clause;
    const preposition = prepositionOf(tree, child);
    if (preposition === noun + 1) return cue.with.get(tree.words[preposition]);
    return undefined;
  }
  if (isRelation(tree, child, ['nmod', 'obl'])) {
    const preposition = prepositionOf(tree, child);
    if (preposition !== noun + 1) return undefined;
    if (borrowed && tree.words[preposition] !== 'of' && !cue.with.has(tree.words[preposition])) {
      return undefined;
    }
    return cue.with.get(tree.words[preposition]);
  }
  return undefined;
}

/** In `claims that upset Ister` the word `that` is the subject: the clause says nothing. */
function isTrueRelative(tree: Tree, clause: number): boolean {
  const first = tree.from[clause];
  if (tree.words[first] !== 'that') return true;
  return isRelation(tree, first, ['nsubj', 'obj', 'nsubj:pass']);
}

function nounSource(
  scene: Scene,
  tree: Tree,
  noun: number,
  cue: Cue,
  content: NounContent,
): NounSource | undefined {
  return (
    possessor(tree, noun) ??
    thereIs(tree, noun) ??
    lightVerb(scene, tree, noun, cue) ??
    behind(tree, noun) ??
    behindContent(tree, content) ??
    sourceless(tree, noun, cue, content)
  );
}

function possessor(tree: Tree, noun: number): NounSource | undefined {
  const head = childOf(tree, noun, 'nmod:poss');
  if (head < 0 || head > noun) return undefined;
  let cueFrom = noun;
  while (cueFrom - 1 > tree.until[head] && cueFrom - 1 > head) cueFrom--;
  return { construction: 'possessive and noun', head, cueFrom, share: 100, negated: false };
}

/** `There are fears that …`: the verb belongs to the cue. */
function thereIs(tree: Tree, noun: number): NounSource | undefined {
  const { head } = tree.tokens[noun];
  const top = head >= 0 && isRelation(tree, noun, ['nsubj']) ? head : noun;
  const expletive = childOf(tree, top, 'expl');
  if (expletive < 0 || tree.words[expletive] !== 'there') return undefined;
  const verb = top === noun ? childOf(tree, noun, 'cop') : top;
  const from = verb < 0 || verb > noun ? tree.from[noun] : expletive + 1;
  const negated = tree.words.slice(from, noun).some((word) => word === 'no' || word === 'not');
  const cueFrom = Math.min(from, noun);
  return { construction: 'there is', head: -1, cueFrom, share: 90, negated };
}

/** `[S Ister] [C has expressed strong doubts about] [K the text]`. */
function lightVerb(scene: Scene, tree: Tree, noun: number, cue: Cue): NounSource | undefined {
  const { head } = tree.tokens[noun];
  if (head < 0 || head > noun || !isRelation(tree, noun, ['obj', 'xcomp', 'obl'])) return undefined;
  if (!scene.lexicon.lightVerbs.has(tree.words[head])) return undefined;
  if (noun - head > 6 || argumentsOf(tree, head).passive) return undefined;
  const subject = subjectOf(tree, head).head;
  if (subject < 0) return undefined;
  const [cueFrom] = verbCueTokens(tree, head);
  return {
    construction: 'noun with a light verb',
    head: subject,
    cueFrom,
    share: cue.light,
    negated: isNegated(tree, head),
    verb: head,
  };
}

/** `criticism of the budget by the court`: the source stands behind. */
function behind(tree: Tree, noun: number): NounSource | undefined {
  for (const child of tree.children[noun]) {
    if (child < noun || !isRelation(tree, child, ['nmod', 'obl'])) continue;
    const preposition = prepositionOf(tree, child);
    if (preposition < 0 || !/^(?:by|from|among)$/.test(tree.words[preposition])) continue;
    return {
      construction: 'noun and source',
      head: child,
      cueFrom: noun,
      share: 85,
      negated: false,
    };
  }
  return undefined;
}

/** `criticism of the budget by the court`: the source hangs on the content. */
function behindContent(tree: Tree, content: NounContent): NounSource | undefined {
  for (const child of tree.children[content.head]) {
    if (child < content.head || !isRelation(tree, child, ['nmod', 'obl'])) continue;
    const preposition = prepositionOf(tree, child);
    if (preposition < 0 || tree.words[preposition] !== 'by') continue;
    const cueFrom = content.noun;
    return { construction: 'noun and source', head: child, cueFrom, share: 85, negated: false };
  }
  return undefined;
}

function sourceless(
  tree: Tree,
  noun: number,
  cue: Cue,
  content: NounContent,
): NounSource | undefined {
  let cueFrom = noun;
  while (cueFrom > 0 && isAdjectiveOf(tree, cueFrom - 1, noun)) cueFrom--;
  const share = content.clausal ? cue.sourceless : cue.sourceless * 0.7;
  return { construction: 'noun without source', head: -1, cueFrom, share, negated: false };
}

function isAdjectiveOf(tree: Tree, at: number, noun: number): boolean {
  return tree.tokens[at].head === noun && isRelation(tree, at, ['amod', 'compound']);
}

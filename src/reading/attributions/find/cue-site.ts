import { subjectOf } from '../../grammar/subject.ts';
import { isRelation, type Tree } from '../../grammar/tree.ts';
import type { Scene, Tokens } from '../candidate.ts';
import type { CueWord } from '../cue-word.ts';
import { verbCueTokens } from './cue-span.ts';

/** Whose words they may be: the head of the phrase, and its tokens where the tree does not say. */
export interface SiteSource {
  readonly head: number;
  readonly span?: Tokens;
}

/** A cue word in its sentence. */
export interface CueSite {
  readonly scene: Scene;
  readonly tree: Tree;
  readonly head: number;
  readonly cueTokens: Tokens;
  readonly source: SiteSource;
}

/** A verb with what belongs to it, and whose it is. */
export function verbSite(scene: Scene, tree: Tree, verb: number): CueSite {
  const cueTokens = verbCueTokens(tree, verb);
  const source = subjectOf(tree, verb, cueTokens[0]);
  return senderSite({ scene, tree, head: verb, cueTokens, source }, scene.lexicon.documents);
}

/** `she released a statement saying …`: the source sent the document, the cue spans both verbs. */
function senderSite(site: CueSite, documents: ReadonlySet<string>): CueSite {
  const { tree, head: verb } = site;
  const { head: noun, deprel, xpos } = tree.tokens[verb];
  if (deprel !== 'acl' || xpos !== 'VBG' || noun < 0 || noun !== tree.from[verb] - 1) return site;
  const above = tree.tokens[noun].head;
  if (!isRelation(tree, noun, ['obj']) || above < 0 || noun - above > 6) return site;
  if (!documents.has(tree.words[noun])) return site;
  const source = subjectOf(tree, above);
  if (source.head < 0) return site;
  return { ...site, source, cueTokens: [verbCueTokens(tree, above)[0], verb] };
}

/** A cue that is not a verb: its source is found by its rows. */
export function plainSite(scene: Scene, tree: Tree, head: number, until = head): CueSite {
  return { scene, tree, head, cueTokens: [head, until], source: { head: -1 } };
}

/** A cue word and the place it stands at, as the rows are tried on it. */
export interface Trial {
  readonly site: CueSite;
  readonly cue: CueWord;
}

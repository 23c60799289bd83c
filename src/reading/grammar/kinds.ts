import { isTime } from './near-subject.ts';
import { holdsQuotation } from './noun-phrase.ts';
import { isNominal, isPunctuation, isRelation, opensSentence, type Tree } from './tree.ts';
import { hasSubject, isFiniteForm, isInfinitive, isNegated, isPassive } from './verb.ts';

/** What the finder knows of the word at the trigger; kinds, properties and relations may ask it. */
export interface Asked {
  /** Prepositions that the word governs. */
  readonly governs?: ReadonlyMap<string, number>;
  /** Its object is who is told, not what. */
  readonly hearer?: boolean;
  /** Its subject is what is judged, not who judges. */
  readonly evaluation?: boolean;
  /** Words around it that the finder itself has looked for, by the name of the relation. */
  readonly around?: Readonly<Partial<Record<Around, readonly number[]>>>;
  /** Prepositions that the tree does not show, by the word they stand before. */
  readonly prepositions?: ReadonlyMap<number, string>;
  /** Is the noun of one of the classes? */
  readonly isOf?: (at: number, classes: readonly string[]) => boolean;
}

/**
 * What a finder looks for itself: what is acted upon whatever the voice, the phrases with a
 * preposition, who acts, whose a noun is.
 */
export const aroundNames = ['object', 'phrase', 'doer', 'owner'] as const;
export type Around = (typeof aroundNames)[number];

/** A kind of node that a pattern may ask for. `bound[0]` is the word the pattern is tried at. */
export type Kind = (tree: Tree, at: number, bound: Int32Array, asked: Asked) => boolean;

/** The kinds by name. What can be said by a property or an arrow is not among them. */
export const kinds: Readonly<Record<string, Kind>> = {
  /** In the passive voice, or a participle that modifies what it is done to. */
  passive: isPassive,
  negated: isNegated,
  /** With its mark: `to leave`. */
  infinitive: isInfinitive,
  /** A form in `-ing` without a subject of its own. */
  gerund: (tree, at) => tree.tokens[at].xpos === 'VBG' && !hasSubject(tree, at),
  finite: isFiniteWord,
  /** A clause that opens with a question word, or with one behind its first word. */
  question: opensQuestion,
  /** A relative or interrogative word. */
  relative: (tree, at) => tree.tokens[at].xpos.startsWith('W'),
  /** A relative clause whose opening word is its own subject or object: it says nothing. */
  'true relative': isTrueRelative,
  subjectful: hasSubject,
  nominal: isNominal,
  /** A personal pronoun. */
  pronoun: (tree, at) => tree.tokens[at].xpos === 'PRP',
  name: (tree, at) => tree.tokens[at].upos === 'PROPN',
  mark: isPunctuation,
  time: isTime,
  /** Inside quotation marks. */
  quoted: (tree, at) => tree.quotes[at] >= 0,
  /** In the quotation of the trigger, or outside all as it is. */
  'quoted alike': (tree, at, bound) => tree.quotes[at] === tree.quotes[bound[0]],
  /** A preposition that the word at the trigger governs. */
  governed: (tree, at, _, { governs }) => (governs?.get(tree.words[at]) ?? 0) > 0,
  /** The object of the word at the trigger is who is told, not what is told. */
  hearer: (_tree, _at, _bound, { hearer }) => hearer === true,
  evaluation: (_tree, _at, _bound, { evaluation }) => evaluation === true,
  /** A subject begins here, and its verb follows that is not the trigger. */
  'opens clause': opensClause,
  /** In a title, or in the first sentence of a report. */
  'in title': (tree) => tree.heading || tree.index === 0,
  'holds quotation': holdsQuotation,
  /** The first word of its sentence, conjunctions and adverbs apart. */
  'opens sentence': opensSentence,
};

function isFiniteWord(tree: Tree, at: number): boolean {
  const { upos, xpos } = tree.tokens[at];
  return upos === 'AUX' || xpos === 'MD' || (upos === 'VERB' && isFiniteForm(xpos));
}

function opensQuestion(tree: Tree, clause: number): boolean {
  const first = tree.from[clause];
  const { questionWords } = tree.grammar;
  if (questionWords.has(tree.words[first])) return true;
  return first < clause && questionWords.has(tree.words[first + 1]);
}

/** In `claims that upset Ister` the word `that` is the subject. */
function isTrueRelative(tree: Tree, clause: number): boolean {
  if (tree.tokens[clause].deprel !== 'acl:relcl') return false;
  const first = tree.from[clause];
  if (!tree.grammar.complementisers.has(tree.words[first])) return true;
  return isRelation(tree, first, ['nsubj', 'obj', 'nsubj:pass']);
}

function opensClause(tree: Tree, at: number, bound: Int32Array): boolean {
  if (!/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM)$/.test(tree.tokens[at].upos)) return false;
  const trigger = bound[0];
  let here = at;
  for (let step = 0; step < 12 && here >= 0 && here !== trigger; step++) {
    const { head } = tree.tokens[here];
    if (isRelation(tree, here, ['nsubj', 'expl'])) {
      return head > here && head !== trigger && tree.from[here] >= at;
    }
    here = head;
  }
  return false;
}

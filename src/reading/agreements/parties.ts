import { caseOf, childrenBy, lemmaOf, lowerForm, phraseBelow, tokenAt } from '../grammar/phrase.ts';
import { subjectOf } from '../grammar/subject.ts';
import { childrenOf, type Tree } from '../grammar/tree.ts';
import type { NameKind } from '../names/name-span.ts';
import type { Resolver } from '../names/resolver.ts';
import type { Stretch } from '../syntax/sentence.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';
import type { Deed, InstrumentPlace } from './instrument.ts';

/** Names that stand for a state wherever they are. */
const speaking = new Set<NameKind>(['state', 'demonym', 'person', 'seat', 'organ']);

/** States that a phrase itself names: `the Dravia-Corland pact`, `its treaty with Belmark`. */
export function phraseParties(
  tree: Tree,
  { fullStart, fullEnd, head }: InstrumentPlace,
  resolver: Resolver,
  { words }: AgreementLexicon,
): string[] {
  const named = resolver.namesIn(fullStart, fullEnd).flatMap(({ state, powerless, ...name }) => {
    const isCapital = name.kind === 'capital' && isJoined(tree, name, words.capitalMarks);
    const stands = speaking.has(name.kind) || isCapital;
    return stands && state !== undefined && !powerless ? [state] : [];
  });
  const partners = childrenOf(tree, head, 'nmod').filter((at) =>
    isOwnerOr(words.partnerMarks, tree, at),
  );
  return [...new Set([...named, ...partners.flatMap((at) => statesBelow(tree, at, resolver))])];
}

function isOwnerOr(marks: ReadonlySet<string>, tree: Tree, at: number): boolean {
  return tree.tokens[at].deprel === 'nmod:poss' || marks.has(caseOf(tree, at) ?? '');
}

/** `the Vess accord` tells where it was signed; `Vess-Oln`, `Vess's`, `with Vess` who is party. */
function isJoined(tree: Tree, { start, end }: Stretch, marks: ReadonlySet<string>): boolean {
  const { articles, possessiveMarks } = tree.grammar;
  const first = tokenAt(tree, start);
  const before = lowerForm(tree, first - (articles.has(lowerForm(tree, first - 1)) ? 2 : 1));
  const behind = lowerForm(tree, tokenAt(tree, end));
  if (possessiveMarks.has(behind) || marks.has(before)) return true;
  return /^[-–]$/.test(before) || /^[-–]$/.test(behind);
}

/** States that act in a deed: its subjects, its partners, and those of the verb a noun hangs on. */
export function actorsIn(
  tree: Tree,
  { row, at: deed }: Pick<Deed, 'row' | 'at'>,
  instrument: number,
  { resolver, lexicon }: { readonly resolver: Resolver; readonly lexicon: AgreementLexicon },
): string[] {
  const marks = row.alone ? tree.grammar.agentMarks : lexicon.words.deedMarks;
  const { head, upos, deprel } = tree.tokens[deed];
  const verbs = [deed];
  // `welcomed the signing`: an outsider speaks; `called for it`, `held talks`: one of the parties.
  const judged = deprel === 'obj' && lexicon.steps.judging.has(lemmaOf(tree, head));
  if (upos !== 'VERB' && tree.tokens[head]?.upos === 'VERB' && !judged) verbs.unshift(head);
  const actors = verbs.flatMap((verb) => [
    ...subjectsOf(tree, verb),
    ...childrenOf(tree, verb, 'obl', 'nmod').filter((at) => isOwnerOr(marks, tree, at)),
  ]);
  const others = actors.filter((at) => at !== instrument && at !== deed);
  return [...new Set(others.flatMap((at) => statesBelow(tree, at, resolver)))];
}

/** The subject, and those that the tree hangs beside it: `A and B signed`. */
function subjectsOf(tree: Tree, verb: number): number[] {
  const { head } = subjectOf(tree, verb);
  if (head < 0) return [];
  const above = tree.tokens[head].head;
  return [head, ...(above < 0 ? [] : childrenBy(tree, above, 'nsubj').filter((at) => at !== head))];
}

/** The states for which the words stand that hang on a token. */
function statesBelow(tree: Tree, top: number, resolver: Resolver): readonly string[] {
  const [first, last] = phraseBelow(tree, top);
  return resolver.resolve(tree.tokens[first].start, tree.tokens[last].end).states;
}

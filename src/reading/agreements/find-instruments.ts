import {
  caseOf,
  childrenBy,
  hangsOn,
  leftEdge,
  lemmaOf,
  lowerForm,
  relationOf,
} from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { AgreementName } from '../names/find/agreement-names.ts';
import type { Resolver } from '../names/resolver.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';
import { deedsOn } from './find-deeds.ts';
import type { PromiseFound } from './find-promises.ts';
import type { Deed, InstrumentMention } from './instrument.ts';
import { phraseParties } from './parties.ts';

/** A sentence with the names of known agreements and the wordings of promises in it. */
export interface AgreementSentence {
  readonly tree: Tree;
  readonly names: readonly AgreementName[];
  readonly promises: readonly PromiseFound[];
}

/** The phrases of a sentence that name or point at an instrument, in reading order. */
export function findInstruments(
  sentence: AgreementSentence,
  resolver: Resolver,
  lexicon: AgreementLexicon,
): InstrumentMention[] {
  const { tree, names } = sentence;
  const found: InstrumentMention[] = [];
  tree.tokens.forEach(({ upos, start, end }, at) => {
    const name = names.find((one) => start >= one.start && end <= one.end);
    if (name && found.some((mention) => mention.end >= name.end)) return;
    const strength = strengthOf(tree, at, lexicon);
    if (upos !== 'NOUN' && upos !== 'PROPN' && strength !== 'pronoun') return;
    const kind = resolver.namesIn(start, end)[0]?.kind ?? 'unknown';
    // `Soviet Union`, `European Union`: part of another name.
    if (name === undefined && kind !== 'unknown') return;
    if (strength === undefined && name?.end !== end) return;
    const word = { at, strength: strength ?? ('formal' as const), name };
    found.push(...readInstrument(sentence, word, resolver, lexicon));
  });
  return found;
}

type Strength = InstrumentMention['strength'];

function strengthOf(tree: Tree, at: number, { words }: AgreementLexicon): Strength | undefined {
  if (tree.tokens[at].upos === 'PRON' && words.pronouns.has(lowerForm(tree, at))) return 'pronoun';
  const lemma = lemmaOf(tree, at);
  return (['formal', 'soft', 'middle', 'relation'] as const).find((one) => words[one].has(lemma));
}

function readInstrument(
  { tree, promises }: AgreementSentence,
  { at: last, strength, name }: { at: number; strength: Strength; name?: AgreementName },
  resolver: Resolver,
  lexicon: AgreementLexicon,
): InstrumentMention[] {
  const { words } = lexicon;
  let head = last;
  // The words of a proper name hang on its first one.
  while (relationOf(tree, head) === 'flat') head = tree.tokens[head].head;
  const edge = leftEdge(tree, head);
  const before = tree.words.slice(edge, last);
  const has = (some: ReadonlySet<string>) => before.some((word) => some.has(word));
  const [first = ''] = before;
  // `no defence treaty with Corland`: there is none.
  if (words.none.has(first) || (name === undefined && has(words.notOurs))) return [];
  if (isBeforeNoun(tree, head, lexicon)) return [];
  const hasArticle = words.articles.has(first);
  const { end } = tree.tokens[last];
  const start = tree.tokens[Math.min(edge + (hasArticle ? 1 : 0), last)].start;
  const place = {
    head,
    start: Math.min(start, name?.start ?? start),
    end: Math.max(end, name?.end ?? end),
    fullStart: Math.min(tree.tokens[edge].start, name?.start ?? start),
    fullEnd: Math.max(end, name?.end ?? end, endWithParties(tree, head, lexicon)),
  };
  const own = phraseParties(tree, place, resolver, lexicon);
  const deeds = deedsOn(tree, place, resolver, lexicon);
  const isPronoun = strength === 'pronoun';
  const verb = relationOf(tree, head) === 'nsubj' ? lemmaOf(tree, tree.tokens[head].head) : '';
  const isNamed = words.ownVerbs.has(verb) || deeds.some(({ row }) => row.pronoun);
  if (isPronoun && !isNamed) return [];
  const year = yearOf(tree, head, edge);
  const kinds = promises.filter(
    ({ row, ...kind }) => row.in === 'name' && kind.start >= start && kind.end < end,
  );
  const age = has(words.newer) ? 'newer' : has(words.older) ? 'older' : undefined;
  return [
    {
      ...place,
      tree,
      strength,
      definite: isPronoun || words.definite.has(first) || (!hasArticle && own.length > 0),
      plural: tree.tokens[last].xpos.endsWith('S') || lowerForm(tree, last) !== lemmaOf(tree, last),
      ...(age && { age }),
      existing: has(words.existing),
      marked: kinds.length > 0 || year !== undefined || has(words.marks),
      kinds,
      parties: own.length >= 2 || isPronoun ? own : partiesShown(own, deeds),
      ...(year && { year }),
      ...(name && { ledgerId: name.id }),
      deeds,
    },
  ];
}

/** `treaty partner`, `alliance members`: the noun behind is meant, unless it is a part of it. */
function isBeforeNoun(tree: Tree, at: number, { words }: AgreementLexicon): boolean {
  const { head } = tree.tokens[at];
  return relationOf(tree, at) === 'compound' && head > at && !words.parts.has(lemmaOf(tree, head));
}

/** The parties that the phrase names, and those that deeds show. */
function partiesShown(own: readonly string[], deeds: readonly Deed[]): string[] {
  const shown = deeds.filter(({ row, by }) => {
    if (row.parties === 'beside one') return own.length === 1;
    return row.parties === 'two' ? by.length >= 2 : row.parties === 'always';
  });
  return [...new Set([...own, ...shown.flatMap(({ by }) => by)])];
}

/** Where the phrase ends with `between A and B` or `with A` behind its head. */
function endWithParties(tree: Tree, head: number, { words }: AgreementLexicon): number {
  let { end } = tree.tokens[head];
  for (const child of childrenBy(tree, head, 'nmod')) {
    if (child < head || !words.phraseMarks.has(caseOf(tree, child) ?? '')) continue;
    for (let at = child; at < tree.tokens.length && hangsOn(tree, at, child); at++) {
      if (/^(acl|advcl|parataxis)/.test(tree.tokens[at].deprel)) break;
      if (words.phraseEnds.has(lowerForm(tree, at))) break;
      if (tree.tokens[at].upos !== 'PUNCT') end = Math.max(end, tree.tokens[at].end);
    }
  }
  return end;
}

/** `the 1961 treaty`, `the accord of 1991`. */
function yearOf(tree: Tree, head: number, edge: number): string | undefined {
  const behind = childrenBy(tree, head, 'nmod').filter((at) => at > head);
  const words = [...tree.words.slice(edge, head), ...behind.map((at) => lowerForm(tree, at))];
  return words.find((word) => /^(1[89]|20)\d\d$/.test(word));
}

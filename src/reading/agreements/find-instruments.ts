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
import type { Resolver } from '../names/resolver.ts';
import type { InstrumentMention, KindTold } from './instrument.ts';
import type { InstrumentWords } from './instrument-words.ts';
import { deedParties, phraseParties } from './parties.ts';

/** What finding the instruments of one sentence needs. */
export interface InstrumentContext {
  readonly tree: Tree;
  readonly resolver: Resolver;
  readonly words: InstrumentWords;
  /** Proper names of the ledger's agreements in the text. */
  readonly named: readonly { readonly start: number; readonly end: number; readonly id: string }[];
}

/** The phrases of a sentence that name or point at an instrument, in reading order. */
export function findInstruments(context: InstrumentContext): InstrumentMention[] {
  const { tree, words, resolver } = context;
  const found: InstrumentMention[] = [];
  tree.tokens.forEach((token, at) => {
    if (token.upos === 'PRON' && lowerForm(tree, at) === 'it') {
      const pronoun = readPronoun(context, at);
      if (pronoun) found.push(pronoun);
      return;
    }
    const name = context.named.find(({ start, end }) => token.start >= start && token.end <= end);
    if (name && found.some((mention) => mention.end >= name.end)) return;
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return;
    const strength = words.strength.get(lemmaOf(tree, at));
    // `Soviet Union`, `European Union`: part of another name.
    const within = resolver.namesIn(token.start, token.end)[0];
    const free = within === undefined || /^(unknown|agreement)$/.test(within.kind);
    if (!free && name === undefined) return;
    if (strength === undefined && name?.end !== token.end) return;
    const mention = readInstrument(context, at, strength ?? 'formal', name?.id);
    if (mention) found.push(name === undefined ? mention : withName(mention, name));
  });
  return found;
}

/** The whole proper name is the mention: `the Treaty of Nancy`. */
function withName(
  mention: InstrumentMention,
  name: { readonly start: number; readonly end: number },
): InstrumentMention {
  return {
    ...mention,
    start: Math.min(mention.start, name.start),
    end: Math.max(mention.end, name.end),
    fullStart: Math.min(mention.fullStart, name.start),
    fullEnd: Math.max(mention.fullEnd, name.end),
  };
}

function readPronoun(context: InstrumentContext, head: number): InstrumentMention | undefined {
  const { tree, words } = context;
  const { start, end } = tree.tokens[head];
  const verb = lemmaOf(tree, tree.tokens[head].head);
  const speaks = relationOf(tree, head) === 'nsubj' && words.ownVerbs.has(verb);
  const before = tree.text
    .slice(Math.max(0, start - 40), start)
    .toLowerCase()
    .trimEnd();
  if (!speaks && !words.signatures.some((phrase) => before.endsWith(phrase))) return undefined;
  const place = { tree, head, start, end, fullStart: start, fullEnd: end };
  return { ...place, ...nothingTold, strength: 'pronoun', definite: true };
}

const nothingTold = { plural: false, existing: false, marked: false, kinds: [], parties: [] };

function readInstrument(
  context: InstrumentContext,
  last: number,
  strength: InstrumentMention['strength'],
  ledgerId: string | undefined,
): InstrumentMention | undefined {
  const { tree, words, resolver } = context;
  const head = rootOfName(tree, last);
  // `treaty partner`, `alliance members`: the noun behind is meant.
  if (relationOf(tree, head) === 'compound' && tree.tokens[head].head > head) {
    if (!words.strength.has(lemmaOf(tree, tree.tokens[head].head))) {
      if (!words.parts.has(lemmaOf(tree, tree.tokens[head].head))) return undefined;
    } else return undefined;
  }
  const edge = leftEdge(tree, head);
  const before: string[] = [];
  for (let at = edge; at < last; at++) before.push(lowerForm(tree, at));
  if (ledgerId === undefined && before.some((word) => words.notOurs.has(word))) return undefined;
  const first = before[0] ?? '';
  // `no defence treaty with Corland`: there is none.
  if (first === 'no' || first === 'neither') return undefined;
  const definite = /^(such|the|this|that|these|those|its|their|his|her|both)$/.test(first);
  const article = /^(the|this|that|these|those|a|an)$/.test(first) ? 1 : 0;
  const start = tree.tokens[Math.min(edge + article, last)].start;
  const { end } = tree.tokens[last];
  const fullEnd = Math.max(end, endWithParties(context, head));
  const year = yearOf(tree, head, edge);
  const kinds = kindsIn(words, tree, { start, end: tree.tokens[last].start });
  const own = phraseParties(resolver, tree, { start: tree.tokens[edge].start, end: fullEnd, head });
  const deed = own.length >= 2 ? own : [...own, ...deedParties(context, head, own.length === 1)];
  const age = before.some((word) => words.newer.has(word))
    ? ('newer' as const)
    : before.some((word) => words.older.has(word))
      ? ('older' as const)
      : undefined;
  return {
    tree,
    head,
    start,
    end,
    fullStart: tree.tokens[edge].start,
    fullEnd,
    strength,
    definite: definite || (first !== 'a' && first !== 'an' && own.length > 0 && article === 0),
    plural: tree.tokens[last].xpos.endsWith('S') || lowerForm(tree, last) !== lemmaOf(tree, last),
    ...(age === undefined ? {} : { age }),
    existing: before.some((word) => words.existing.has(word)),
    marked: kinds.length > 0 || year !== undefined || before.some((word) => words.marks.has(word)),
    kinds,
    parties: [...new Set(deed)],
    ...(year === undefined ? {} : { year }),
    ...(ledgerId === undefined ? {} : { ledgerId }),
  };
}

/** The words of a proper name hang on its first one. */
function rootOfName(tree: Tree, at: number): number {
  let top = at;
  for (let steps = 0; steps < 8 && relationOf(tree, top) === 'flat'; steps++) {
    top = tree.tokens[top].head;
  }
  return top;
}

/** Where the phrase ends with `between A and B` or `with A` behind its head. */
function endWithParties(context: InstrumentContext, head: number): number {
  const { tree } = context;
  let { end } = tree.tokens[head];
  for (const child of childrenBy(tree, head, 'nmod')) {
    const preposition = caseOf(tree, child);
    if (child < head || !/^(between|with|among|of|by)$/.test(preposition ?? '')) continue;
    for (let at = child; at < tree.tokens.length; at++) {
      if (!hangsOn(tree, at, child)) break;
      if (/^(acl|advcl|parataxis)/.test(tree.tokens[at].deprel)) break;
      if (/^(including|which|who|that)$/.test(lowerForm(tree, at))) break;
      if (/[\p{L}\p{N}]/u.test(lowerForm(tree, at))) end = Math.max(end, tree.tokens[at].end);
    }
  }
  return end;
}

/** `the 1961 treaty`, `the accord of 1991`. */
function yearOf(tree: Tree, head: number, edge: number): string | undefined {
  const isYear = (at: number) => /^(1[89]|20)\d\d$/.test(lowerForm(tree, at));
  for (let at = edge; at < head; at++) if (isYear(at)) return lowerForm(tree, at);
  const behind = childrenBy(tree, head, 'nmod').find((at) => at > head && isYear(at));
  return behind === undefined ? undefined : lowerForm(tree, behind);
}

function kindsIn(
  words: InstrumentWords,
  tree: Tree,
  range: { start: number; end: number },
): KindTold[] {
  const text = tree.text.slice(range.start, range.end).toLowerCase();
  const found: KindTold[] = [];
  for (const { phrase, type, not } of words.kinds) {
    const index = wordIndex(text, phrase);
    if (index < 0) continue;
    const next = /^[\s-]*([\p{L}-]+)/u.exec(text.slice(index + phrase.length))?.[1] ?? '';
    const start = range.start + index;
    const end = start + phrase.length;
    if (not.has(next) || found.some((kind) => kind.start < end && start < kind.end)) continue;
    found.push({ type, start, end });
  }
  return found.sort((a, b) => a.start - b.start);
}

function wordIndex(text: string, phrase: string): number {
  for (let index = text.indexOf(phrase); index >= 0; index = text.indexOf(phrase, index + 1)) {
    const before = text[index - 1] ?? ' ';
    const after = text[index + phrase.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return index;
  }
  return -1;
}

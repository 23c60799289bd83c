import type { AgreementTold } from '../../model/reading.ts';
import { makeSpan } from '../../model/span.ts';
import { lemmaOf, lowerForm } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { InstrumentChain } from './chain-instruments.ts';
import type { Prepared } from './find-agreements.ts';
import { governs, type PromiseTold } from './find-provisions.ts';

type Provision = AgreementTold['provisions'][number];

/** For each instrument its promises with the words that tell them, in reading order. */
export function gatherProvisions(
  trees: readonly Tree[],
  resolver: Resolver,
  chains: readonly InstrumentChain[],
  prepared: Prepared,
): Provision[][] {
  const found: Provision[][] = chains.map(() => []);
  const absent: Set<string>[] = chains.map(() => new Set());
  const bySentence = trees.map((): number[] => []);
  chains.forEach((chain, at) => {
    for (const { tree } of chain.mentions) bySentence[tree.index].push(at);
  });
  let last: { chain: number; sentence: number } | undefined;
  for (const tree of trees) {
    const here = [...new Set(bySentence[tree.index])];
    const promises = prepared.findPromises(tree);
    for (const promise of promises) {
      const at = ownerOf(tree, promise, here, chains, prepared) ?? toldOn(tree, last, prepared);
      if (at === undefined) continue;
      if (promise.absent) absent[at].add(promise.type);
      else found[at].push(toProvision(tree, promise, chains[at], resolver));
    }
    for (const at of here) addKinds(tree, chains[at], found[at], promises);
    const latest = here.at(-1);
    if (latest !== undefined) last = { chain: latest, sentence: tree.index };
  }
  return found.map((provisions, at) => tidy(provisions, absent[at]));
}

/** The instrument of the sentence whose words reach down to the promise, the nearest of several. */
function ownerOf(
  tree: Tree,
  promise: PromiseTold,
  here: readonly number[],
  chains: readonly InstrumentChain[],
  prepared: Prepared,
): number | undefined {
  let best: { at: number; gap: number } | undefined;
  for (const at of here) {
    for (const mention of chains[at].mentions) {
      if (mention.tree !== tree) continue;
      if (!governs(tree, mention.head, promise.token, prepared.guesses)) continue;
      const gap = Math.abs(mention.start - promise.start);
      if (best === undefined || gap < best.gap) best = { at, gap };
    }
  }
  return best?.at;
}

/** `Each side promises ...` in the sentence behind one on an instrument goes on about it. */
function toldOn(
  tree: Tree,
  last: { chain: number; sentence: number } | undefined,
  { words, guesses }: Prepared,
): number | undefined {
  if (last === undefined || tree.index - last.sentence > 2) return undefined;
  // The opening words decide, since the tree is unsure of such short subjects.
  const opening = tree.tokens.slice(0, 10).map((_, at) => [lowerForm(tree, at), lemmaOf(tree, at)]);
  const has = (words: ReadonlySet<string>, count: number) =>
    opening.slice(0, count).some((forms) => forms.some((form) => words.has(form)));
  const quantified = opening.slice(0, 2).some(([form]) => quantifiers.has(form));
  const told = quantified && has(words.partyWords, 4) && has(words.partyVerbs, 8);
  return told && !has(guesses, 10) ? last.chain : undefined;
}

const quantifiers = new Set(['each', 'both', 'two', 'either', 'neither', 'they', 'the']);

function toProvision(
  tree: Tree,
  promise: PromiseTold,
  chain: InstrumentChain,
  resolver: Resolver,
): Provision {
  const { type, start, end, trigger } = promise;
  const evidence = makeSpan(tree.text, start, end);
  const towards = towardsOf(promise, chain, resolver, tree);
  return {
    type,
    evidence,
    ...(trigger === undefined ? {} : { trigger }),
    ...(towards === undefined ? {} : { towards }),
  };
}

/** The one party that the words protect; nothing where the promise goes both ways. */
function towardsOf(
  promise: PromiseTold,
  chain: InstrumentChain,
  resolver: Resolver,
  tree: Tree,
): string[] | undefined {
  const text = tree.text.slice(promise.start, promise.end).toLowerCase();
  if (/\b(each|both|either|other|mutual|one of|parties|one another)\b/.test(text)) return undefined;
  const at = promise.trigger === undefined ? -1 : tree.text.indexOf(promise.trigger, promise.start);
  const named = (from: number) => {
    const names = resolver.namesIn(from, promise.end).flatMap(({ state }) => state ?? []);
    return [...new Set(names)].filter((state) => chain.parties.includes(state));
  };
  // The victim in the trigger first; else whoever the words before it name.
  const victims = at > promise.start ? named(at) : [];
  const distinct = victims.length > 0 ? victims : named(promise.start);
  return distinct.length > 0 && distinct.length < chain.parties.length ? distinct : undefined;
}

/** `mutual defence treaty`: the words before the instrument are a promise told by the writer. */
function addKinds(
  tree: Tree,
  chain: InstrumentChain,
  provisions: Provision[],
  promises: readonly PromiseTold[],
): void {
  for (const mention of chain.mentions) {
    if (mention.tree !== tree) continue;
    for (const { type, start, end } of mention.kinds) {
      const told = promises.some((one) => one.type === type && one.start < end && start < one.end);
      const taken = provisions.some(({ evidence }) => evidence.start < end && start < evidence.end);
      if (!told && !taken) provisions.push({ type, evidence: makeSpan(tree.text, start, end) });
    }
  }
}

/** What the report says is not promised stays out; one row for each place. */
function tidy(provisions: readonly Provision[], absent: ReadonlySet<string>): Provision[] {
  return provisions
    .filter(({ type }) => !absent.has(type))
    .toSorted((a, b) => a.evidence.start - b.evidence.start);
}

import type { AgreementTold } from '../../model/reading.ts';
import { makeSpan, spansOverlap } from '../../model/span.ts';
import { childrenBy, hangsOn, lemmaOf, relationOf, tokenAt } from '../grammar/phrase.ts';
import type { Tree } from '../grammar/tree.ts';
import type { Resolver } from '../names/resolver.ts';
import type { AgreementLexicon } from './agreement-lexicon.ts';
import type { AgreementSentence } from './find-instruments.ts';
import type { PromiseFound } from './find-promises.ts';
import type { InstrumentChain } from './instrument.ts';

type Provision = AgreementTold['provisions'][number];

/** For each instrument its promises with the words that tell them, in reading order. */
export function gatherProvisions(
  sentences: readonly AgreementSentence[],
  chains: readonly InstrumentChain[],
  resolver: Resolver,
  lexicon: AgreementLexicon,
): Provision[][] {
  const found: Provision[][] = chains.map(() => []);
  const denied = chains.map(() => new Set<string>());
  let last = { chain: -1, sentence: Number.NEGATIVE_INFINITY };
  for (const { tree, promises } of sentences) {
    const worded = promises.filter(({ row }) => row.in === undefined);
    const isNear = tree.index - last.sentence <= 2 && goesOn(tree, lexicon);
    for (const promise of worded) {
      const owner = ownerOf(tree, promise, chains, lexicon);
      const at = owner < 0 && isNear ? last.chain : owner;
      if (at < 0) continue;
      if (promise.denied) denied[at].add(promise.type);
      else {
        const towards = towardsOf(tree, promise, chains[at].parties, { resolver, lexicon });
        found[at].push(toProvision(tree, promise, towards));
      }
    }
    chains.forEach(({ mentions }, at) => {
      const here = mentions.filter((mention) => mention.tree === tree);
      if (here.length > 0) last = { chain: at, sentence: tree.index };
      // `mutual defence treaty`: the words before the instrument promise in the writer's voice.
      for (const kind of here.flatMap(({ kinds }) => kinds)) {
        const isWorded = worded.some((one) => one.type === kind.type && spansOverlap(one, kind));
        if (isWorded || found[at].some(({ evidence }) => spansOverlap(evidence, kind))) continue;
        found[at].push(toProvision(tree, kind, []));
      }
    });
  }
  // What the report says is not promised stays out.
  return found.map((provisions, at) =>
    provisions
      .filter(({ type }) => !denied[at].has(type))
      .sort((a, b) => a.evidence.start - b.evidence.start),
  );
}

/** The nearest instrument of the sentence whose words reach down to the promise, -1 for none. */
function ownerOf(
  tree: Tree,
  { token, start }: PromiseFound,
  chains: readonly InstrumentChain[],
  { promises }: AgreementLexicon,
): number {
  const owners = chains.flatMap(({ mentions }, at) =>
    mentions
      .filter((one) => one.tree === tree && governs(tree, one.head, token, promises.guesses))
      .map((one) => ({ at, gap: Math.abs(one.start - start) })),
  );
  return owners.sort((a, b) => a.gap - b.gap)[0]?.at ?? -1;
}

/**
 * Whether what the sentence says there is said of the instrument: inside its phrase or the clause
 * on it, or below the verb it is an argument of, guesses left out.
 */
function governs(tree: Tree, instrument: number, token: number, guesses: ReadonlySet<string>) {
  if (hangsOn(tree, token, instrument)) return true;
  const argument = argumentAround(tree, instrument);
  const verb = tree.tokens[argument]?.head ?? -1;
  if (verb < 0 || !hangsOn(tree, token, verb)) return false;
  const isGuess = (at: number) =>
    childrenBy(tree, at, 'aux').some((aux) => guesses.has(lemmaOf(tree, aux)));
  for (let up = token; up !== verb; up = tree.tokens[up].head) {
    const isJoined = relationOf(tree, up) === 'conj' && tree.tokens[up].head === verb;
    if (isGuess(up) || (isJoined && relationOf(tree, argument) === 'obj')) return false;
  }
  return !isGuess(verb);
}

/** The word through which an instrument is an argument of a verb, -1 where it is none. */
function argumentAround(tree: Tree, instrument: number): number {
  let up = instrument;
  while (/^(conj|appos|nmod)$/.test(relationOf(tree, up))) up = tree.tokens[up].head;
  return /^(nsubj|obj|obl)$/.test(relationOf(tree, up)) ? up : -1;
}

/**
 * `Each side promises ...` in a sentence behind one on an instrument goes on about it. The opening
 * words decide, since the tree is unsure of such short subjects.
 */
function goesOn(tree: Tree, { words, promises }: AgreementLexicon): boolean {
  const has = (some: ReadonlySet<string>, count: number) =>
    tree.words.slice(0, count).some((word, at) => some.has(word) || some.has(lemmaOf(tree, at)));
  const isParty = has(words.quantifiers, 2) && has(words.partyWords, 4);
  return isParty && has(words.partyVerbs, 8) && !has(promises.guesses, 10);
}

/**
 * The one party that the words protect: the victim in the trigger, else whoever they name; nobody
 * where the promise goes both ways.
 */
function towardsOf(
  tree: Tree,
  { start, end, trigger }: PromiseFound,
  parties: readonly string[],
  { resolver, lexicon }: { readonly resolver: Resolver; readonly lexicon: AgreementLexicon },
): string[] {
  for (let at = tokenAt(tree, start); at <= tokenAt(tree, end - 1); at++) {
    if (lexicon.promises.mutual.has(lemmaOf(tree, at))) return [];
  }
  const named = (from: number) => {
    const names = resolver.namesIn(from, end).flatMap(({ state }) => state ?? []);
    return [...new Set(names)].filter((state) => parties.includes(state));
  };
  const victims = trigger === undefined ? -1 : tree.text.indexOf(trigger, start);
  const suffering = victims > start ? named(victims) : [];
  const states = suffering.length > 0 ? suffering : named(start);
  return states.length < parties.length ? states : [];
}

function toProvision({ text }: Tree, promise: PromiseFound, towards: string[]): Provision {
  const { type, start, end, trigger, row } = promise;
  return {
    type,
    evidence: makeSpan(text, start, end),
    ...(trigger !== undefined && { trigger }),
    ...(towards.length > 0 && { towards }),
    ...(row.strength && { strength: row.strength }),
    rule: row.id,
  };
}

import { childOf, isRelation } from '../grammar/tree.ts';
import type { InstrumentChain, InstrumentMention } from './instrument.ts';

/**
 * Gathers mentions into instruments: by proper name, by the same parties, and by pointing back.
 * `the pact` is the last one named, but after two sentences the report is back at its main one;
 * `new` and `previous` choose, so that `the treaty` never jumps to a predecessor unawares.
 */
export function chainInstruments(
  mentions: readonly InstrumentMention[],
  published: string | undefined,
): InstrumentChain[] {
  const chains: InstrumentChain[] = [];
  for (const mention of mentions) {
    const found = chainOf(chains, mention, published);
    if (found === 'none') continue;
    if (found) join(found, mention);
    else if (opensChain(mention)) {
      const { parties, year, ledgerId } = mention;
      chains.push({ mentions: [mention], parties: [...parties], year, ledgerId });
    }
  }
  return chains;
}

function join(chain: InstrumentChain, mention: InstrumentMention): void {
  chain.mentions.push(mention);
  chain.year ??= mention.year;
  chain.ledgerId ??= mention.ledgerId;
  if (chain.parties.length < 2 || mention.of) {
    chain.parties = [...new Set([...chain.parties, ...mention.parties])];
  }
}

/** The instrument meant; `none` where the mention points at one that is not there. */
function chainOf(
  chains: readonly InstrumentChain[],
  mention: InstrumentMention,
  published: string | undefined,
): InstrumentChain | 'none' | undefined {
  const { ledgerId, parties } = mention;
  if (ledgerId !== undefined) return chains.find((chain) => chain.ledgerId === ledgerId);
  const beside = chains.find(({ mentions }) => isBeside(mention, mentions.at(-1)));
  if (beside) return beside;
  if (mention.plural && parties.length < 2) return 'none';
  if (parties.length >= 2) return sameParties(chains, mention, published);
  return pointedAt(chains, mention);
}

/** `the Budapest Memorandum, the document of 1994`. */
function isBeside({ tree, head }: InstrumentMention, other?: InstrumentMention): boolean {
  const { deprel, head: above } = tree.tokens[head];
  return deprel === 'appos' && other?.tree === tree && above === other.head;
}

function sameParties(
  chains: readonly InstrumentChain[],
  { age, existing, parties, year }: InstrumentMention,
  published: string | undefined,
): InstrumentChain | undefined {
  const isParty = (state: string) => parties.includes(state);
  const fits = chains.filter(
    (one) => one.parties.length === parties.length && one.parties.every(isParty),
  );
  if (age === 'older' && year === undefined) return fits[1];
  if (year === undefined) return existing ? fits.at(-1) : fits[0];
  const exact = fits.find((chain) => chain.year === year);
  const thisYear = published?.slice(0, 4) === year;
  return exact ?? (thisYear ? fits.find((chain) => chain.year === undefined) : undefined);
}

/** A phrase without parties of its own, or with one: which instrument does it point at? */
function pointedAt(
  chains: readonly InstrumentChain[],
  { parties, year, age, strength, definite, tree, head, fullStart }: InstrumentMention,
): InstrumentChain | 'none' | undefined {
  const could = chains.filter((chain) => parties.every((state) => chain.parties.includes(state)));
  if (year !== undefined) return could.find((chain) => chain.year === year);
  if (age === 'older') return could.length > 1 ? could.at(-1) : 'none';
  // Nothing is pointed at: a noun may open an instrument of its own, a pronoun may not.
  const otherwise = strength === 'pronoun' ? 'none' : undefined;
  // Of several the one without an old year.
  const byAge = could.toSorted((a, b) => Number(b.year ?? '9999') - Number(a.year ?? '9999'));
  if (age === 'newer') return byAge[0] ?? otherwise;
  const before = could.filter((chain) => placeOf(chain).fullStart < fullStart);
  const [last] = before.sort((a, b) => placeOf(b).fullStart - placeOf(a).fullStart);
  const isNear = last && tree.index - placeOf(last).tree.index <= 1;
  // `The pact is a treaty that ...`: the phrase says what the subject is.
  const pointsBack = definite || strength === 'pronoun' || childOf(tree, head, 'cop') >= 0;
  return (pointsBack ? (isNear ? last : (could[0] ?? last)) : undefined) ?? otherwise;
}

function placeOf({ mentions }: InstrumentChain): InstrumentMention {
  return mentions[mentions.length - 1];
}

/** Formal words open an instrument; others need parties, a kind of promise or a mark. */
function opensChain(mention: InstrumentMention): boolean {
  const { ledgerId, parties, strength, plural, marked, definite, kinds, tree, head } = mention;
  if (ledgerId !== undefined) return true;
  const named = parties.length >= 2;
  // `pacts with A and B` are several, each with its own parties.
  if (plural && parties.length > 2) return false;
  if (strength === 'formal') return !plural || named;
  const isObject = isRelation(tree, head, ['obj', 'nsubj:pass']);
  if (strength === 'middle') return marked || (named && (isObject || definite));
  return strength !== 'pronoun' && named && kinds.length > 0;
}
